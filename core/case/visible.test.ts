import { describe, expect, it } from 'vitest';
import type { FileVersion } from './file.ts';
import type { ServiceRuntime } from './runtime.ts';
import { asOfficer, asParty, asSystem, olena, Play, petro, small } from './small-service.testing.ts';
import type { Case } from './types.ts';
import { visible } from './visible.ts';

const iryna = asOfficer('o-iryna', 'registrar');
const see = (play: Play, role: string, at: { agency?: string; office?: string; to?: string } = {}) => {
  const { appointment } = asOfficer('o-x', role, at.agency, at.office);
  const held = { ...appointment, ...(at.to === undefined ? {} : { to: at.to }) };
  return visible(play.service, play.here, { kind: 'officer', appointment: held }, play.now);
};
const seenBy = (play: Play, identity = olena) =>
  visible(play.service, play.here, { kind: 'party', identity }, play.now);

/** The small service where the lawyer sees what `sees` says. */
function lawyerSees(sees: string[], more: object = {}): ServiceRuntime {
  const { bundle } = small;
  const roles = { ...bundle.roles, lawyer: { ...bundle.roles?.lawyer, sees } };
  return { ...small, bundle: { ...bundle, ...more, roles } } as unknown as ServiceRuntime;
}
const owners = [
  { rnokpp: '2222222222', email: 'petro@mail.example' },
  { rnokpp: '3333333333', email: 'third@mail.example' },
];

describe('what a role sees of an application', () => {
  const with2 = (sees: string[]) => {
    const play = new Play(lawyerSees(sees));
    play.submit(owners);
    return see(play, 'lawyer');
  };

  it('is a single field of every row, where only that is shown', () => {
    expect(with2(['form.owners.email'])?.form).toEqual({
      owners: owners.map(({ email }) => ({ email })),
    });
  });

  it('is nothing where nothing is shown, not even that it was entered', () => {
    expect(with2([])?.form).toEqual({});
    expect(with2(['form.gone', 'formal.name'])?.form).toEqual({});
  });

  it('is nothing deeper than there is', () => {
    expect(with2(['form.name.surname'])?.form).toEqual({ name: null });
    const play = new Play(lawyerSees(['form.name.surname']));
    play.submit(owners);
    play.case = { ...play.here, data: { ...play.here.data, form: { name: null } } };
    expect(see(play, 'lawyer')?.form).toEqual({ name: null });
  });

  it('is a part as a whole where both it and something in it are shown', () => {
    for (const sees of [
      ['form.owners', 'form.owners.email'],
      ['form.owners.email', 'form.owners'],
    ])
      expect(with2(sees)?.form).toEqual({ owners });
  });

  it('is what was decided in the states, branches and items that it is shown, and of changes those of its fields', () => {
    const seen = (sees: string[]) => {
      const play = new Play(lawyerSees(sees));
      play.toReview();
      const by = { kind: 'system', by: 'x' } as const;
      const change = { from: 'а', to: 'б', at: play.now, by };
      const result = { action: 'approve', by, at: play.now, times: {} };
      play.case = {
        ...play.here,
        results: { review: result, 'signing/head/headDecides': result },
        outcomes: { 'signing/head': 'approved', 'signing/lawyer': 'rejected' },
        data: {
          ...play.here.data,
          results: { review: { reason: 'Так' } },
          values: { '': { fee: 100 }, 'signing/head': { registry: { found: true } } },
          lookups: { home: { kind: 'flat' } },
          changes: ['/name', '/owners/0/email'].map((pointer) => ({ pointer, ...change })),
        },
      };
      const { results = {}, outcomes, changes = [], values } = see(play, 'lawyer') ?? {};
      return [Object.keys(results), outcomes, changes.map(({ pointer }) => pointer), values];
    };
    const [head, lawyer] = [{ 'signing/head': 'approved' }, { 'signing/lawyer': 'rejected' }];
    const decides = 'signing/head/headDecides';
    expect(seen(['form.gone'])).toEqual([[], {}, [], {}]);
    expect(seen(['review', 'registry'])).toEqual([['review'], {}, [], { registry: { found: true } }]);
    expect(seen(['signing', 'home'])).toEqual([
      [decides],
      { ...head, ...lawyer },
      [],
      { home: { kind: 'flat' } },
    ]);
    expect(seen(['head', 'fee'])).toEqual([[decides], head, [], { fee: 100 }]);
    expect(seen(['headDecides'])).toEqual([[decides], {}, [], {}]);
    expect(seen(['form.name'])[2]).toEqual(['/name']);
    const whole = new Play(lawyerSees(['review']));
    whole.toReview();
    whole.review('approve', { data: { note: 'Так' } });
    expect(see(whole, 'lawyer')?.results).toEqual({
      review: { ...whole.here.results.review, ...whole.here.data.results.review },
    });
    expect(seen(['form.owners'])[2]).toEqual(['/owners/0/email']);
    expect(seen(['form'])[2]).toEqual(['/name', '/owners/0/email']);
  });

  it('is a file only with the field it was attached to, or with all files', () => {
    const file = { type: 'object', properties: { id: { type: 'string' } } };
    const { form } = small.bundle;
    const schema = {
      ...form.schema,
      properties: { ...(form.schema.properties as object), proof: { type: 'array', items: file } },
    };
    const files = { proof: { at: '/proof', types: ['application/pdf'], each: 1, count: 1, min: 0 } };
    const kept: FileVersion = {
      id: 'f1',
      at: '/proof',
      name: 'a.pdf',
      key: 'k',
      version: '1',
      sha256: '0'.repeat(64),
      size: 1,
      type: 'application/pdf',
      scan: 'clean',
    };
    const seen = (sees: string[]) => {
      const play = new Play(lawyerSees(sees, { form: { ...form, schema, files } }));
      const data = { name: 'Олена', rnokpp: '1111111111', owners: [], proof: [{ id: 'f1' }] };
      expect(
        play.do(asParty(olena), {
          type: 'submit',
          form: data,
          language: 'uk',
          channel: 'portal',
          files: { f1: kept },
        }),
      ).toBeUndefined();
      return see(play, 'lawyer')?.files.length;
    };
    expect([['form.name'], ['form.proof'], ['form'], ['files']].map(seen)).toEqual([0, 1, 1, 1]);
  });
});

describe('who sees a case', () => {
  it('is no officer whose appointment has run out, nor one of another office', () => {
    const play = new Play();
    play.toReview();
    expect(see(play, 'registrar', { to: '2026-03-01' })).toBeNull();
    expect(see(play, 'registrar', { to: '2026-03-02' })).not.toBeNull();
    expect(see(play, 'registrar', { office: 'branch' })).toBeNull();
    expect(see(play, 'registrar', { agency: 'other' })).toBeNull();
  });

  it('is the officer of another office where one of its tasks waits, or who is told that it is late', () => {
    const play = new Play();
    play.submit(owners);
    play.do(asSystem, { type: 'callAnswered', effect: play.effect('check'), result: {} });
    const { places } = play.here;
    const task = { kind: 'task', path: 'review', agency: 'city', office: 'branch', role: 'registrar' };
    const late = { ...task, raisedTo: 'head' };
    const seen = (role: string, office: string, more: object) =>
      see(Object.assign(new Play(), { case: { ...play.here, places: { ...places, ...more } } }), role, {
        office,
      });
    expect(seen('registrar', 'branch', { review: task })).not.toBeNull();
    expect(seen('registrar', 'north', { review: task })).toBeNull();
    expect(seen('lawyer', 'branch', { review: task })).toBeNull();
    expect(seen('head', 'branch', { review: late })).not.toBeNull();
    // what waits there is asked of an owner, not of an officer
    expect(seen('registrar', 'branch', { review: { ...task, kind: 'party' } })).toBeNull();
  });

  it('is the officer of another agency to whom a task was passed, only where the service knows the role', () => {
    const play = new Play();
    play.toReview();
    play.do(iryna, { type: 'claim', path: 'review' });
    const to = { type: 'transfer', path: 'review', agency: 'other', office: 'main', role: 'expert' } as const;
    expect(play.do(iryna, { ...to, reason: 'Не наше' })).toBeUndefined();
    expect(see(play, 'expert', { agency: 'other', office: 'main' })).toBeNull();
  });

  it('is one who is asked for an opinion: the shared fields and the question, no more', () => {
    const play = new Play();
    play.toReview();
    play.do(iryna, { type: 'claim', path: 'review' });
    play.do(iryna, {
      type: 'consult',
      path: 'review',
      agency: 'other',
      office: 'main',
      role: 'expert',
      question: 'Чи так?',
      by: '2026-03-05T00:00:00Z',
      fields: ['/name'],
    });
    const seen = see(play, 'expert', { agency: 'other', office: 'main' });
    expect(seen?.form).toEqual({ name: 'Олена' });
    const [asked = ''] = Object.keys(play.here.data.consults);
    expect(seen).toEqual({
      ...{ as: 'expert', form: { name: 'Олена' }, values: {}, results: {}, outcomes: {}, files: [] },
      ...{ places: [], marks: [], changes: [], notes: [], documents: {} },
      consults: { [asked]: { question: 'Чи так?' } },
    });
    for (const at of [{ agency: 'city' }, { office: 'main' }, { agency: 'other' }])
      expect(see(play, 'expert', at), JSON.stringify(at)).toBeNull();
    expect(see(play, 'head', { agency: 'other', office: 'main' })).toBeNull();
    // the question of another is none of theirs, nor one that the case does not keep
    const { review } = play.here.places;
    if (review?.kind !== 'task') throw new Error('in review');
    const one = review.consults?.[asked];
    const consults = { [asked]: one, c2: { ...one, id: 'c2', role: 'doctor' }, c3: { ...one, id: 'c3' } };
    const kept = { ...play.here.data.consults, c2: { question: 'А це?' } };
    play.case = {
      ...play.here,
      places: { review: { ...review, consults } },
      data: { ...play.here.data, consults: kept },
    } as Case;
    expect(see(play, 'expert', { agency: 'other', office: 'main' })?.consults).toEqual({
      [asked]: { question: 'Чи так?' },
    });
  });

  it('is an owner who is asked: what is shown to owners, where they are asked, and nothing of the others', () => {
    const play = new Play();
    play.submit(owners);
    play.do(asSystem, { type: 'callAnswered', effect: play.effect('check'), result: { found: true } });
    expect(seenBy(play, petro)).toEqual({
      ...{ as: 'owner/1', form: { name: 'Олена' }, values: {}, results: {}, outcomes: {}, files: [] },
      ...{ marks: [], changes: [], notes: [], consults: {}, documents: {} },
      places: [play.here.places['consents/1/ask']],
    });
    // whoever applies and is an owner beside sees it as the applicant, whatever comes first
    const { applicant, ...others } = play.here.data.parties;
    const parties = { ...others, 'owner/1': { identity: olena }, applicant: applicant ?? {} };
    play.case = { ...play.here, data: { ...play.here.data, parties } };
    expect(seenBy(play)?.as).toBe('applicant');
  });

  it('is nobody once the case is erased', () => {
    const play = new Play();
    play.toReview();
    play.review('refuse', { grounds: ['noRight'], explain: 'ні' });
    play.now = '2031-04-01T00:00:00Z';
    play.do(asSystem, { type: 'expire' });
    play.do(asOfficer('o-head', 'head'), { type: 'erase', order: 'наказ 1' });
    expect(play.here.erased).toBeDefined();
    expect(seenBy(play)).toBeNull();
    expect(see(play, 'registrar')).toBeNull();
  });
});

describe('who does not see a case', () => {
  it('is an officer whom nobody asked, wherever it waits, and one of a service without roles', () => {
    const play = new Play();
    play.submit(owners);
    play.do(asSystem, { type: 'callAnswered', effect: play.effect('check'), result: {} });
    expect(see(play, 'expert', { agency: 'other', office: 'main' })).toBeNull();
    const { roles: _, ...bundle } = small.bundle;
    const bare = Object.assign(new Play({ ...small, bundle }), { case: play.case });
    expect(see(play, 'registrar')).not.toBeNull();
    expect(see(bare, 'registrar')).toBeNull();
  });
});

describe('what the applicant sees', () => {
  it('is where the case waits, without who of the officers has it and whom they ask', () => {
    const play = new Play();
    play.toReview();
    play.do(iryna, { type: 'claim', path: 'review' });
    const [place] = seenBy(play)?.places ?? [];
    expect(place).toMatchObject({ path: 'review', kind: 'task' });
    expect(place).not.toHaveProperty('claimedBy');
    expect(place).not.toHaveProperty('consults');
  });

  it('is who is asked among the parties as it is, and of officers no opinion and no note of their own', () => {
    const play = new Play();
    play.toReview();
    const { review } = play.here.places;
    const consults = { c1: { id: 'c1', agency: 'other', office: 'main', role: 'expert' } };
    const owner = { kind: 'party', path: 'ask', party: 'owner/1', open: [] };
    play.case = { ...play.here, places: { review: { ...review, consults }, ask: owner } } as unknown as Case;
    const [task, asked] = seenBy(play)?.places ?? [];
    expect(task).toStrictEqual(review);
    expect(asked).toStrictEqual(owner);
  });

  it('is the decision and why, without who decided', () => {
    const play = new Play();
    play.toReview();
    play.review('refuse', { grounds: ['noRight'], explain: 'Немає документа' });
    expect(seenBy(play)).toStrictEqual({
      ...{ as: 'applicant', form: play.here.data.form, values: {}, files: [], consults: {}, changes: [] },
      results: {
        review: {
          ...{ action: 'refuse', at: play.now, grounds: ['noRight'], times: { refuse: 1 } },
          explain: 'Немає документа',
        },
      },
      ...{ outcomes: {}, places: [], marks: [], notes: [], documents: {} },
    });
  });

  it('is the reason and the marks of what came back, and where the fields are open', () => {
    const play = new Play();
    play.toReview();
    play.review('return', { reason: 'Помилка', marks: [{ pointer: '/name', say: 'Як у паспорті' }] });
    const seen = seenBy(play);
    const { at } = play.here.results.review ?? {};
    expect(seen?.results.review).toStrictEqual({
      action: 'return',
      at,
      times: { return: 1 },
      reason: 'Помилка',
    });
    expect(seen?.marks).toEqual([{ pointer: '/name', say: 'Як у паспорті' }]);
    expect(seen?.places).toMatchObject([{ kind: 'party', open: ['/name'] }]);
  });
});

describe('messages of a case', () => {
  const inConsents = () => {
    const play = new Play();
    play.submit(owners);
    play.do(asSystem, { type: 'callAnswered', effect: play.effect('check'), result: {} });
    return play;
  };
  const texts = (notes: { text: string }[] | undefined) => notes?.map(({ text }) => text);

  it('reach the one they are for, the one who wrote them, and the officers', () => {
    const play = inConsents();
    expect(play.do(asParty(olena), { type: 'message', text: 'Коли рішення?' })).toBeUndefined();
    expect(play.do(asParty(petro), { type: 'message', text: 'Хто просить?' })).toBeUndefined();
    expect(play.do(iryna, { type: 'message', text: 'Скоро', to: 'applicant' })).toBeUndefined();
    expect(play.do(iryna, { type: 'message', text: 'Олена', to: 'owner/1' })).toBeUndefined();
    expect(texts(seenBy(play, petro)?.notes)).toEqual(['Хто просить?', 'Олена']);
    expect(texts(see(play, 'registrar')?.notes)).toEqual(['Коли рішення?', 'Хто просить?', 'Скоро', 'Олена']);
    expect(texts(seenBy(play)?.notes)).toContain('Скоро');
    expect(texts(seenBy(play)?.notes)).not.toContain('Олена');
  });

  it('to the officers, of a co-owner or of one another, are not for the applicant', () => {
    const play = inConsents();
    play.do(asParty(petro), { type: 'message', text: 'Я проти, але боюся сказати' });
    play.do(iryna, { type: 'message', text: 'Колеги, зверніть увагу' });
    expect(texts(seenBy(play)?.notes)).toEqual([]);
    expect(texts(see(play, 'registrar')?.notes)).toHaveLength(2);
  });

  it('are not empty, go to a party of the case, and come from those concerned', () => {
    const play = inConsents();
    expect(play.do(asParty(olena), { type: 'message', text: ' ' })).toBe('reasonNeeded');
    expect(play.do(iryna, { type: 'message', text: 'а', to: 'nobody' })).toBe('unknownPlace');
    expect(play.do(asParty({ person: 'p-x' }), { type: 'message', text: 'а' })).toBe('notAllowed');
    expect(play.do(asSystem, { type: 'message', text: 'а' })).toBe('notAllowed');
  });
});
