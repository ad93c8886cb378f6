import { describe, expect, it } from 'vitest';
import { asking } from './asks.testing.ts';
import { markablePages } from './markable.ts';
import type { ServiceRuntime } from './runtime.ts';
import { asOfficer, asParty, asSystem, olena, Play, petro, small } from './small-service.testing.ts';
import type { Actor, Command } from './types.ts';

const iryna = asOfficer('o-iryna', 'registrar');
const path = 'review';
const acts = (action: string, more: object = {}) => ({ type: 'act', path, action, ...more }) as Command;
const refused = (play: Play, command: Command, actor: Actor = iryna) => play.refused(actor, command);

/** The small service, its review as given. */
function reviewing(review: object = {}, bundle: object = {}): ServiceRuntime {
  const { flow } = small.bundle;
  const states = { ...flow.states, review: { ...flow.states.review, ...review } };
  return {
    ...small,
    bundle: { ...small.bundle, ...bundle, flow: { ...flow, states } },
  } as unknown as ServiceRuntime;
}
/** A case whose review Iryna has claimed. */
function claimed(service: ServiceRuntime = small): Play {
  const play = new Play(service);
  play.toReview();
  expect(play.do(iryna, { type: 'claim', path })).toBeUndefined();
  return play;
}
const acted = (play: Play) => play.events.findLast((event) => event.type === 'acted');

describe('an action', () => {
  it('is of a step where someone decides, not of one that a registry answers or that is over', () => {
    const play = new Play();
    play.submit();
    for (const nowhere of ['check', 'review', 'gone'])
      expect(refused(play, acts('approve', { path: nowhere })), nowhere).toMatchObject({
        ...{ code: 'unknownPlace', pointer: '/path' },
      });
  });

  it('is one that the step has', () => {
    const play = claimed();
    for (const none of ['gone', 'constructor'])
      expect(refused(play, acts(none))).toMatchObject({ code: 'unknownAction', pointer: '/action' });
  });

  it('is not taken while its condition does not hold', () => {
    const actions = { approve: { to: 'granted', when: 'form.name = "Петро"' }, other: { to: 'granted' } };
    const play = claimed(reviewing({ actions }));
    expect(refused(play, acts('approve'))).toMatchObject({ code: 'notAllowed', pointer: '/action' });
    expect(play.do(iryna, acts('other', { data: {} }))).toBeUndefined();
  });

  it('is taken so many times, which is said to whoever wants it once more', () => {
    const actions = { again: { to: 'review', atMost: 2 } };
    const play = claimed(reviewing({ actions }));
    for (const times of [1, 2]) {
      expect(play.review('again')).toBeUndefined();
      expect(acted(play)).toMatchObject({ times, action: 'again' });
    }
    play.do(iryna, { type: 'claim', path });
    expect(refused(play, acts('again'))).toMatchObject({
      ...{ code: 'tooOften', pointer: '/action' },
      message: { uk: 'Цю дію можна виконати не більше 2 разів', en: 'This may be done at most 2 times' },
    });
  });

  it('is kept with who took it and with nothing that was not asked', () => {
    const play = claimed(reviewing({ form: undefined }));
    const entered = { data: { note: 'зайве' }, grounds: ['noRight'], marks: [{ pointer: '/name' }] };
    expect(play.do(iryna, acts('approve', entered))).toBeUndefined();
    const { type, state, action, times, data, ...more } = acted(play) ?? ({} as never);
    expect({ type, state, action, times, data }).toEqual({
      ...{ type: 'acted', state: 'review', action: 'approve', times: 1, data: { person: 'o-iryna' } },
    });
    expect(Object.keys(more)).not.toEqual(expect.arrayContaining(['grounds']));
    for (const none of ['grounds', 'marks', 'changed']) expect(more).not.toHaveProperty(none);
  });
});

describe('the words of an action', () => {
  it('are asked for where the action wants them, and named where they are missing', () => {
    const play = claimed();
    expect(refused(play, acts('return', { data: {}, marks: [{ pointer: '/name' }] }))).toMatchObject({
      ...{ code: 'reasonNeeded', pointer: '/reason' },
    });
    expect(refused(play, acts('refuse', { data: {} }))).toMatchObject({ code: 'groundsNeeded' });
    expect(refused(play, acts('refuse', { data: {}, grounds: ['noRight', 'other'] }))).toMatchObject({
      ...{ code: 'unknownGround', pointer: '/grounds/1' },
    });
    expect(refused(play, acts('refuse', { data: {}, grounds: ['noRight'] }))).toMatchObject({
      ...{ code: 'reasonNeeded', pointer: '/explain' },
    });
    const explained = { data: {}, grounds: ['noRight'], explain: 'Не ваша земля' };
    expect(play.do(iryna, acts('refuse', explained))).toBeUndefined();
    expect(acted(play)).toMatchObject({ grounds: ['noRight'], data: { explain: 'Не ваша земля' } });
    expect(acted(play)?.data).not.toHaveProperty('reason');
  });

  it('are kept where they are given unasked, and are not empty then either', () => {
    const play = claimed();
    expect(refused(play, acts('approve', { data: {}, reason: ' ' }))?.pointer).toBe('/reason');
    expect(refused(play, acts('approve', { data: {}, explain: ' ' }))?.pointer).toBe('/explain');
    expect(play.do(iryna, acts('approve', { data: {}, reason: 'Так', explain: 'Бо так' }))).toBeUndefined();
    expect(acted(play)?.data).toMatchObject({ reason: 'Так', explain: 'Бо так' });
  });
});

describe('fields that are marked', () => {
  const marks = (...given: object[]) => ({ data: {}, reason: 'Помилка', marks: given });
  const name = { pointer: '/name' };
  const wrong = (play: Play, more: object) => refused(play, acts('return', more));

  it('are at least one, and no more than 200, each with words that a person reads', () => {
    const play = claimed();
    for (const none of [{ data: {}, reason: 'x' }, marks()])
      expect(wrong(play, none)).toMatchObject({ code: 'marksNeeded', pointer: '/marks' });
    const many = Array.from({ length: 201 }, () => name);
    expect(wrong(play, marks(...many))).toMatchObject({ code: 'tooLarge', pointer: '/marks' });
    expect(wrong(play, marks(...many.slice(1)))).toBeUndefined();
    const say = 'я'.repeat(2001);
    expect(wrong(play, marks(name, { ...name, say }))).toMatchObject({
      ...{ code: 'tooLarge', pointer: '/marks/1/say' },
    });
    expect(wrong(play, marks({ ...name, say: say.slice(1) }))).toBeUndefined();
  });

  it('are on the pages that come back to whoever corrects them, whichever way the action leads', () => {
    const ways = { to: [{ when: 'form.name = "Петро"', to: 'signing' }, { to: 'correction' }] };
    const actions = { return: { ...ways, reason: true, marks: true } };
    for (const service of [small, reviewing({ actions })]) {
      const play = claimed(service);
      expect(wrong(play, marks(name, { pointer: '/owners/0/email' }))).toMatchObject({
        ...{ code: 'unknownMark', pointer: '/marks/1' },
      });
      expect(play.do(iryna, acts('return', marks(name)))).toBeUndefined();
      expect(acted(play)).toMatchObject({ marks: ['/name'], data: { marks: [name] } });
    }
  });

  it('are any of the form where the correction names no pages: a row of a list, too', () => {
    const { correction } = small.bundle.flow.states;
    const service = reviewing();
    const open = { ...correction, pages: undefined };
    Object.assign(service.bundle.flow.states, { correction: open });
    const play = claimed(service);
    expect(wrong(play, marks(name, { pointer: '/owners/0/email' }))).toBeUndefined();
    expect(wrong(play, marks({ pointer: '/gone' }))).toMatchObject({ code: 'unknownMark' });
  });

  it('are held to the pages of a correction in the same branch, as they are outside of one', () => {
    const back = { to: 'fix', marks: true };
    const look = { type: 'task', role: 'registrar', actions: { return: back, ok: { to: 'yes' } } };
    const fix = { type: 'party', party: 'applicant', pages: ['main'], actions: { done: { to: 'look' } } };
    const yes = { type: 'end', outcome: 'yes' };
    const branch = { initial: 'look', states: { look, fix, yes } };
    const both = {
      ...{ type: 'parallel', branches: { one: branch }, join: { outcome: 'yes', need: 'all' } },
      ...{ next: 'granted', otherwise: 'refused' },
    };
    const play = new Play(asking(both));
    play.submit();
    const at = 'ask/one/look';
    play.do(iryna, { type: 'claim', path: at });
    expect(markablePages(play.service, at, back)).toEqual(['main']);
    const sends = (pointer: string) => acts('return', { path: at, marks: [{ pointer }] });
    expect(refused(play, sends('/owners'))).toMatchObject({ code: 'unknownMark', pointer: '/marks/0' });
    expect(play.do(iryna, sends('/name'))).toBeUndefined();
    expect(play.here.places['ask/one/fix']).toMatchObject({ open: ['/name'] });
  });
});

describe('what is entered in a step', () => {
  it('sees the application under its name, since `form` is what is being entered', () => {
    const rule = {
      must: 'form.note = application.name',
      at: '/note',
      say: { uk: 'Впишіть ім’я із заяви', en: 'Enter the name in the application' },
    };
    const play = claimed(
      reviewing({
        form: { schema: { type: 'object', properties: { note: { type: 'string' } } }, rules: [rule] },
      }),
    );
    expect(play.do(iryna, acts('approve', { data: { note: 'Петро' } }))).toBe('invalidData');
    expect(play.do(iryna, acts('approve', { data: { note: 'Олена' } }))).toBeUndefined();
    expect(acted(play)?.data?.entered).toEqual({ note: 'Олена' });
    expect(acted(play)?.data).not.toHaveProperty('files');
  });

  it('is asked for as if it were empty where nothing was sent', () => {
    const schema = { type: 'object', properties: { note: { type: 'string' } }, required: ['note'] };
    expect(refused(claimed(reviewing({ form: { schema } })), acts('approve'))).toMatchObject({
      ...{ code: 'invalidData', pointer: '/data', fields: [{ pointer: '/data/note', code: 'required' }] },
    });
    const play = claimed();
    expect(play.do(iryna, acts('approve'))).toBeUndefined();
    expect(acted(play)?.data?.entered).toEqual({});
  });
});

describe('what is changed in the application', () => {
  it('is what the officer may edit, with the old beside the new', () => {
    const play = claimed();
    expect(refused(play, acts('approve', { data: {}, changes: { '/rnokpp': '9' } }))).toMatchObject({
      ...{ code: 'fieldNotOpen', pointer: '/changes/~1rnokpp' },
    });
    const changes = { '/name': 'Оленка' };
    expect(play.do(iryna, acts('approve', { data: {}, changes }))).toBeUndefined();
    expect(acted(play)).toMatchObject({ changed: ['/name'] });
    expect(acted(play)?.data).toEqual({
      ...{ person: 'o-iryna', entered: {} },
      form: { name: 'Оленка', rnokpp: '1111111111', owners: [] },
      changes: [{ pointer: '/name', from: 'Олена', to: 'Оленка' }],
    });
  });

  it('is nothing where the officer may edit nothing', () => {
    const play = claimed(reviewing({ edits: undefined }));
    expect(refused(play, acts('approve', { data: {}, changes: { '/name': 'О' } }))?.code).toBe(
      'fieldNotOpen',
    );
  });

  it('is told only where it differs, and as nothing where a field is emptied or was empty', () => {
    const schema = {
      ...small.bundle.form.schema,
      properties: { ...(small.bundle.form.schema.properties as object), nick: { type: 'string' } },
    };
    const form = { ...small.bundle.form, schema };
    const play = claimed(reviewing({ edits: ['/name', '/nick'] }, { form }));
    const change = (changes: object) => {
      expect(play.review('return', { reason: 'x', marks: [{ pointer: '/name' }], changes })).toBeUndefined();
      const told = acted(play)?.data?.changes;
      play.do(asParty(olena), acts('resubmit', { path: 'correction' }));
      play.do(iryna, { type: 'claim', path });
      return told;
    };
    expect(change({ '/name': 'Олена', '/nick': 'Оля' })).toEqual([
      { pointer: '/nick', from: null, to: 'Оля' },
    ]);
    expect(change({ '/nick': null })).toEqual([{ pointer: '/nick', from: 'Оля', to: null }]);
  });

  it('comes with the files that it names, whether or not the step asks for anything itself', () => {
    const plan = { type: 'object', properties: { id: { type: 'string' } } };
    const { form } = small.bundle;
    const at = { at: '/plan', types: ['application/pdf'], each: 1000, count: 1, min: 0 };
    const schema = { ...form.schema, properties: { ...(form.schema.properties as object), plan } };
    const service = reviewing(
      { form: undefined, edits: ['/plan'] },
      { form: { ...form, schema, files: { plan: at } } },
    );
    const play = claimed(service);
    const files = { f1: { id: 'f1', at: '/plan', name: 'план.pdf', scan: 'clean' } };
    const changes = { '/plan': { id: 'f1' } };
    expect(refused(play, acts('approve', { changes }))?.code).toBe('unknownFile');
    expect(play.do(iryna, acts('approve', { changes, files }))).toBeUndefined();
    expect(acted(play)?.data?.files).toEqual(files);
  });

  it('must leave the application whole', () => {
    const play = claimed();
    expect(refused(play, acts('approve', { data: {}, changes: { '/name': 5 } }))).toMatchObject({
      ...{ code: 'invalidData', pointer: '/changes', fields: [{ pointer: '/name', code: 'type' }] },
    });
  });
});

describe('a party that acts', () => {
  const owners = [
    { rnokpp: '2222222222', email: 'petro@mail.example' },
    { rnokpp: '3333333333', email: 'third@mail.example' },
  ];
  const ask = acts('agree', { path: 'consents/1/ask' });
  const consents = (party: object = {}) => {
    const { owner } = small.bundle.parties;
    const play = new Play(
      reviewing({}, { parties: { ...small.bundle.parties, owner: { ...owner, ...party } } }),
    );
    play.submit(owners);
    play.do(asSystem, { type: 'callAnswered', effect: play.effect('check'), result: {} });
    return play;
  };

  it('is the one who is waited for: no other, no officer, not the system', () => {
    const play = consents();
    for (const actor of [asParty(olena), asParty({ person: 'p-3', rnokpp: '3333333333' }), iryna, asSystem])
      expect(refused(play, ask, actor)).toMatchObject({
        ...{ code: 'notAllowed', message: { en: 'Another person is waited for here' } },
      });
  });

  it('has come with the case from then on, beside what the case knew of it', () => {
    const play = consents();
    expect(play.do(asParty(petro), ask)).toBeUndefined();
    expect(acted(play)?.data).toEqual({
      person: 'p-petro',
      party: {
        key: 'owner/1',
        data: {
          ...{ identify: { rnokpp: '2222222222' }, contact: { email: 'petro@mail.example' } },
          identity: petro,
        },
      },
    });
    expect(play.do(asParty(petro), acts('agree', { path: 'consents/2/ask' }))).toBe('notAllowed');
  });

  it('that the case knows is not written down anew', () => {
    const play = claimed();
    play.review('return', { reason: 'x', marks: [{ pointer: '/name' }] });
    expect(play.do(asParty(olena), acts('resubmit', { path: 'correction' }))).toBeUndefined();
    expect(acted(play)?.data).toEqual({ person: 'p-olena' });
  });

  it('has logged in as surely as the service asks of such a party', () => {
    const play = consents({ assurance: 'high' });
    expect(play.do(asParty({ ...petro, assurance: 'substantial' }), ask)).toBe('assurance');
    expect(play.do(asParty({ ...petro, assurance: 'high' }), ask)).toBeUndefined();
  });
});
