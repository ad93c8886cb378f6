import { describe, expect, it } from 'vitest';
import type { FileVersion } from './file.ts';
import type { ServiceRuntime } from './runtime.ts';
import { asOfficer, asParty, asSystem, olena, Play, petro, small } from './small-service.testing.ts';
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
    expect(seen?.values).toEqual({});
    expect(Object.values(seen?.consults ?? {})).toEqual([{ question: 'Чи так?' }]);
    expect(see(play, 'expert', { agency: 'city' })).toBeNull();
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

  it('is the reason and the marks of what came back, and where the fields are open', () => {
    const play = new Play();
    play.toReview();
    play.review('return', { reason: 'Помилка', marks: [{ pointer: '/name', say: 'Як у паспорті' }] });
    const seen = seenBy(play);
    expect(seen?.results.review).toMatchObject({ action: 'return', reason: 'Помилка' });
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
