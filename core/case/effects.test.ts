import { describe, expect, it } from 'vitest';
import { answer, asked, outcome } from './asks.testing.ts';
import { effects } from './effects.ts';
import { evolve } from './evolve.ts';
import { olena, Play, small } from './small-service.testing.ts';
import type { Case, CaseEvent } from './types.ts';

/** A case that was decided, its first and its last event. */
function decided() {
  const play = asked({
    type: 'call',
    connector: 'population',
    input: {},
    as: 'r',
    next: 'granted',
    failed: 'refused',
  });
  const [first] = play.events;
  answer(play, {});
  const last = play.events.find(({ type }) => type === 'ended');
  expect(outcome(play)).toBe('granted');
  if (!first || !last) throw new Error('submitted and ended');
  return { play, first, last };
}

const collecting = { service: 'tender', case: 'c1', effect: 'e1', as: 'collect' } as unknown as NonNullable<
  Case['origin']
>;

describe('the case that another one comes from', () => {
  const told = (event: CaseEvent, origin: Case['origin'], party: object = {}) => {
    const { play } = decided();
    const { applicant } = play.here.data.parties;
    const parties = { applicant: { ...applicant, ...party } } as Case['data']['parties'];
    const kase = { ...play.here, data: { ...play.here.data, parties }, ...(origin ? { origin } : {}) };
    const data =
      event.type === 'submitted' && event.data ? { ...event, data: { ...event.data, parties } } : event;
    return effects(play.service, kase, data as CaseEvent);
  };

  it('is told of a submission: with the form and who it is, where applications are collected', () => {
    const { first } = decided();
    expect(told(first, collecting)).toEqual([
      expect.objectContaining({
        kind: 'report',
        connector: 'cases',
        what: 'submitted',
        origin: collecting,
        data: {
          form: { name: 'Олена', rnokpp: '1111111111', owners: [] },
          person: 'p-olena',
          name: 'Коваль Олена',
        },
      }),
    ]);
    expect(told(first, { ...collecting, as: 'start' } as never)).toMatchObject([
      { what: 'submitted', data: {} },
    ]);
    expect(told(first, undefined)).toEqual([]);
  });

  it('is told the name of a business by that name', () => {
    const { first } = decided();
    const business = { identity: { ...olena, business: { edrpou: '00000000', name: 'ТОВ «Коваль»' } } };
    expect(told(first, collecting, business)).toMatchObject([{ data: { name: 'ТОВ «Коваль»' } }]);
    expect(told(first, collecting, { identity: undefined })).toMatchObject([
      { data: { person: '', name: '' } },
    ]);
  });

  it('is told how it ended, and whose it was where applications are collected', () => {
    const { last } = decided();
    expect(told(last, collecting)).toMatchObject([
      { kind: 'report', what: 'ended', outcome: 'granted', ended: 'granted', data: { person: 'p-olena' } },
    ]);
    expect(told(last, collecting, { identity: undefined })).toMatchObject([{ data: { person: '' } }]);
    expect(told(last, { ...collecting, as: 'start' } as never)[0]?.data).toEqual({});
  });
});

describe('what the outside world is told', () => {
  /** Of an event as it would follow in that case. */
  const told = (event: object, more: object = {}) => {
    const { play } = decided();
    const said = { seq: 9, at: play.now, ...event } as unknown as CaseEvent;
    return effects(play.service, { ...play.here, ...more } as Case, said).map((one) => ({
      ...one,
      id: one.id.replace(play.here.id, 'case'),
    }));
  };

  it('is what a duplicate costs and what for, in the language of the case', () => {
    const event = { type: 'duplicated', document: 'd1', pays: { effect: 'fee', amount: 100 } };
    const documents = { d1: { id: 'd1', document: 'certificate' } };
    const purposes = ['uk', 'en'].map((language) => told(event, { language, documents }));
    expect(purposes).toMatchObject([
      [
        {
          id: 'fee',
          kind: 'pay',
          connector: 'payment',
          ask: { amount: 100, party: 'applicant' },
          data: { input: { amount: 100, purpose: 'Дублікат: Витяг' } },
        },
      ],
      [{ data: { input: { purpose: 'Duplicate: Витяг' } } }],
    ]);
    expect(told(event, { documents: {} })).toMatchObject([{ data: { input: { purpose: 'Дублікат: ' } } }]);
    expect(told({ ...event, pays: undefined })).toEqual([]);
  });

  it('is every effect that is called off, each under an id of its own', () => {
    const asked = {
      a: { connector: 'x', ids: ['e1', 'e2'] },
      b: { connector: 'y', ids: ['e3'], ask: { s: 1 } },
    };
    const off = told({ type: 'cancelled', paths: ['a', 'b'], effects: asked });
    expect(off.map(({ id }) => id)).toEqual(['case/9/0', 'case/9/1', 'case/9/2']);
    expect(off).toMatchObject([
      { kind: 'cancel', path: 'a', connector: 'x', effect: 'e1' },
      { kind: 'cancel', path: 'a', connector: 'x', effect: 'e2' },
      { kind: 'cancel', path: 'b', connector: 'y', effect: 'e3', ask: { s: 1 } },
    ]);
    expect(off[0]).not.toHaveProperty('ask');
  });

  it('is which documents have no force while a complaint is heard: those that are in force', () => {
    const documents = {
      d1: { id: 'd1', effect: 'e1' },
      d2: { id: 'd2', effect: 'e2', revoked: '2026-03-02T08:00:00Z' },
      d3: { id: 'd3', effect: 'e3', replacedBy: 'd4' },
      d4: { id: 'd4', effect: 'e4' },
      d5: { id: 'd5' },
    };
    const heard = (event: object) =>
      told(event, { documents }).map((one) => [one.id, one.kind === 'suspend' && [one.effect, one.on]]);
    const both = (on: boolean) => [
      ['case/9/0', ['e1', on]],
      ['case/9/1', ['e4', on]],
    ];
    expect(heard({ type: 'linked', suspends: true })).toEqual(both(true));
    expect(heard({ type: 'linked' })).toEqual([]);
    expect(heard({ type: 'linkEnded', resumes: true })).toEqual(both(false));
    expect(heard({ type: 'linkEnded' })).toEqual([]);
  });

  it('is that a revoked decision’s documents are taken back and its records revoked, one after the other', () => {
    const documents = {
      d1: { id: 'd1', effect: 'e1', path: 'issue' },
      d2: { id: 'd2' },
      d3: { id: 'd3', effect: 'e3', path: 'more' },
    };
    const records = [
      { registry: 'people', key: 'k1' },
      { registry: 'gone', key: 'k2' },
    ];
    expect(
      told({ type: 'revoked', documents: ['d1', 'd3'], data: { records } }, { documents }),
    ).toMatchObject([
      { id: 'case/9/0', kind: 'cancel', connector: 'papers', effect: 'e1', path: 'issue' },
      { id: 'case/9/1', kind: 'cancel', connector: 'papers', effect: 'e3', path: 'more' },
      {
        id: 'case/9/2',
        kind: 'record',
        do: 'revoke',
        connector: 'people',
        registry: 'people',
        data: { key: 'k1' },
      },
      {
        id: 'case/9/3',
        kind: 'record',
        do: 'revoke',
        connector: 'registry',
        registry: 'gone',
        data: { key: 'k2' },
      },
    ]);
    expect(told({ type: 'revoked', documents: ['d2', 'd9'] }, { documents })).toEqual([]);
    expect(told({ type: 'revoked' })).toEqual([]);
  });

  it('is until when an answer is waited for, where there is an end of it', () => {
    const call = {
      type: 'call',
      connector: 'population',
      input: {},
      as: 'r',
      next: 'granted',
      failed: 'refused',
    };
    const first = (play: Play) => play.events.flatMap((event) => effects(play.service, play.here, event))[0];
    const due = asked({ ...call, due: 'P3D', overdue: { to: 'late' } });
    expect(first(due)).toMatchObject({ kind: 'call', until: due.here.places.ask?.due });
    expect(first(asked(call))).not.toHaveProperty('until');
  });

  it('is an announcement with its blocks, whose it is, and the titles of the fields that it shows', () => {
    const body = [{ type: 'fields', of: ['/name'] }];
    const play = asked({ type: 'publish', body, until: '"2026-12-31"', next: 'granted' });
    const texts = { '/name': { title: { uk: 'Імʼя' } }, '/rnokpp': { title: { uk: 'Номер' } } };
    const service = {
      ...play.service,
      bundle: { ...play.service.bundle, form: { ...play.service.bundle.form, texts } },
    };
    const moved = play.events.find(({ type }) => type === 'moved');
    const [out] = moved ? effects(service as typeof play.service, play.here, moved) : [];
    expect(out).toMatchObject({
      kind: 'publish',
      ask: {
        body,
        texts: { '/name': texts['/name'] },
        service: { uk: 'Мала послуга' },
        agency: { uk: 'Місто' },
      },
      data: { input: { names: expect.any(Object) } },
    });
    expect(out && 'ask' in out && out.ask.texts).toEqual({ '/name': texts['/name'] });
    // the values that its blocks show, and no others
    expect(out).toHaveProperty('data.input.names.form.name', 'Олена');
    expect(out).not.toHaveProperty('data.input.names.case');
  });

  it('is a letter with the documents that it takes along and names of those that it lacks, in its language', () => {
    const paper = (id: string, more: object) => [id, { id, document: 'certificate', sha256: id, ...more }];
    const documents = Object.fromEntries([
      paper('d1', { key: 'k1', number: '№15/2026.' }),
      paper('d2', { key: 'k2', version: 'v2' }),
      paper('d3', {}),
      paper('d4', { key: 'k4', document: 'permit' }),
    ]);
    const service = {
      ...small,
      bundle: {
        ...small.bundle,
        documents: {
          certificate: { title: { uk: 'Витяг', en: 'Extract' } },
          permit: { title: { uk: 'Дозвіл' } },
        },
      },
    } as unknown as typeof small;
    const letter = { message: 'done', to: 'applicant', channel: 'email', connector: 'mail', language: 'en' };
    const sent = (more: object) => {
      const messages = {
        messages: [{ ...letter, ...more }],
        data: { messages: [{ subject: 's', body: 'b' }] },
      };
      const event = { type: 'notified', seq: 9, at: 'now', ...messages } as unknown as CaseEvent;
      const { play } = decided();
      return effects(service, { ...play.here, documents } as Case, event);
    };
    expect(sent({ attach: ['d1', 'd2', 'd3', 'd4', 'd9'], missing: ['other', 'permit'] })).toMatchObject([
      {
        ...{ kind: 'message', channel: 'email', to: 'applicant', language: 'en' },
        id: expect.stringMatching(/\/9\/0$/),
        missing: ['other', 'Дозвіл', 'Extract', 'd9'],
      },
    ]);
    const [{ attach }] = sent({ attach: ['d1', 'd2', 'd4'] }) as unknown as [{ attach: object[] }];
    expect(attach).toStrictEqual([
      { name: 'certificate-15-2026.pdf', title: 'Extract № №15/2026.', key: 'k1', sha256: 'd1' },
      { name: 'certificate.pdf', title: 'Extract', key: 'k2', sha256: 'd2', version: 'v2' },
      { name: 'permit.pdf', title: 'Дозвіл', key: 'k4', sha256: 'd4' },
    ]);
    expect(sent({})[0]).not.toHaveProperty('attach');
    expect(sent({})[0]).not.toHaveProperty('missing');
  });

  it('is a draft for whoever appeals or renews: about the case, filled in where it is renewed', () => {
    const followed = {
      type: 'followed',
      service: 'complaint',
      origin: collecting,
      data: { identity: olena },
    };
    const documents = { d1: { id: 'd1', number: '7', at: 'then' }, d2: { id: 'd2', at: 'later' } };
    const begins = (event: object, more: object = {}) =>
      told({ ...followed, ...event }, { documents, ...more });
    expect(begins({ as: 'appeal' })).toMatchObject([
      {
        ...{ kind: 'begin', to: 'complaint', origin: collecting },
        data: {
          form: {},
          about: {
            outcome: 'granted',
            decidedAt: expect.stringMatching(/^2026-03-02T/),
            documents: [
              { number: '7', issuedAt: 'then' },
              { number: null, issuedAt: 'later' },
            ],
          },
        },
      },
    ]);
    expect(begins({ as: 'appeal' })[0]?.data).toHaveProperty('form', {});
    expect(begins({ as: 'renew' })).toMatchObject([{ data: { form: { name: 'Олена' } } }]);
    expect(begins({ as: 'appeal' }, { outcome: undefined })).toMatchObject([
      { data: { about: { outcome: null, decidedAt: null } } },
    ]);
    expect(begins({ as: 'appeal', data: undefined })).toEqual([]);
  });

  it('is what a step asks: values of the moment, and of what it names no others', () => {
    const asks = (place: object, data?: object) => {
      const one = { kind: 'ask', path: 'ask', connector: 'x', pending: ['e1'], ask: {}, ...place };
      return told({ type: 'moved', entered: [one, { kind: 'wait', path: 'w' }], ...(data ? { data } : {}) });
    };
    const of = (asked: object) => ({ asks: { ask: asked } });
    expect(asks({ type: 'call' }, of({ input: { a: 1 } }))).toMatchObject([
      { id: 'e1', data: { input: { a: 1 } } },
    ]);
    const named = ({ data }: { data: unknown }) =>
      Object.keys((data as { input: { names: object } }).input.names);
    expect(asks({ type: 'reserve', ask: { where: 'record.free = form.name' } }).map(named)).toEqual([
      ['form'],
    ]);
    // the state that was left behind by a change of version announces nothing
    expect(asks({ type: 'publish' }).map(named)).toEqual([[]]);
    const record = { type: 'issue', ask: { registry: 'people', do: 'create' } };
    expect(asks(record, of({ key: 'k', record: { a: 1 } }))).toMatchObject([
      { kind: 'record', do: 'create', registry: 'people', data: { key: 'k', record: { a: 1 } } },
    ]);
    const parties = { applicant: 'applicant', witness: 'nobody' };
    const [start] = asks({ type: 'start' }, of({ input: [{ name: 'one', parties }, { name: 'two' }] }));
    expect(start?.data).toEqual({
      input: [
        { name: 'one', parties: { applicant: { identity: expect.objectContaining({ person: 'p-olena' }) } } },
        { name: 'two', parties: {} },
      ],
    });
  });

  it('is, of a case that is begun in an item, the one of each of a list whom the item is about', () => {
    const path = 'shares/2/begin';
    const place = { kind: 'ask', type: 'start', path, connector: 'cases', pending: ['e1'], ask: {} };
    const input = [
      { name: 'transfer', parties: { buyer: 'owner', applicant: 'applicant', other: 'witness' } },
    ];
    const { here } = decided().play;
    const [one, two] = [{ person: 'p-1' }, { person: 'p-2' }];
    const parties = { ...here.parties, 'owner/1': { party: 'owner' }, 'owner/2': { party: 'owner' } };
    const persons = { 'owner/1': { identity: one }, 'owner/2': { identity: two, representative: one } };
    const data = { ...here.data, parties: { ...here.data.parties, ...persons } };
    const moved = { type: 'moved', entered: [place], data: { asks: { [path]: { input } } } };
    expect(told(moved, { parties, data })).toMatchObject([{ kind: 'start', path }]);
    expect(told(moved, { parties, data })[0]?.data).toEqual({
      input: [
        {
          name: 'transfer',
          parties: {
            buyer: { identity: two, representative: one },
            applicant: { identity: expect.objectContaining({ person: 'p-olena' }) },
          },
        },
      ],
    });
  });

  it('is empty of what was erased since, and never an error', () => {
    const place = { kind: 'ask', path: 'ask', connector: 'x', pending: ['e1'], ask: {} };
    const asks = (more: object, data: object = {}) =>
      told({ type: 'moved', entered: [{ ...place, ...more }], ...data }).map((one) => one.data);
    for (const data of [{}, { data: {} }, { data: { asks: {} } }]) {
      expect(asks({ type: 'call' }, data)).toEqual([{ input: {} }]);
      expect(asks({ type: 'start' }, data)).toEqual([{ input: [] }]);
      expect(asks({ type: 'issue', ask: { registry: 'people' } }, data)).toEqual([{ key: null, record: {} }]);
    }
    const rewrites = { e1: { do: 'change', registry: 'people', path: 'issue', of: 'e0' } };
    for (const data of [{}, { data: {} }, { data: { records: {} } }])
      expect(told({ type: 'corrected', rewrites, ...data })).toMatchObject([
        { kind: 'record', do: 'change', registry: 'people', data: { key: null, record: {} } },
      ]);
    const back = { type: 'gaveBack', effects: { e1: { path: 'ask', type: 'pay', connector: 'bank' } } };
    for (const data of [{}, { data: { results: {} } }])
      expect(told({ ...back, ...data })).toMatchObject([
        { kind: 'refund', connector: 'bank', effect: 'e1', data: { payment: '', amount: 0 } },
      ]);
    expect(told({ type: 'answered', path: 'ask', effect: 'e1' })).toEqual([]);
  });

  it('is that a collection closes, of the place that closes, and nothing of other timers', () => {
    const places = { ask: { kind: 'ask', path: 'ask', connector: 'cases', ask: { service: 'bid' } } };
    const fired = (event: object, more: object = { places }) => told({ type: 'timerFired', ...event }, more);
    expect(fired({ path: 'ask', closes: 'e9' })).toMatchObject([
      { kind: 'collect', id: 'e9', connector: 'cases', path: 'ask', ask: { service: 'bid', closed: true } },
    ]);
    expect(fired({ path: 'ask', kind: 'remind0' })).toEqual([]);
    expect(fired({ path: 'gone', closes: 'e9' })).toEqual([]);
    expect(fired({ path: 'ask', closes: 'e9' }, { places: { ask: { kind: 'wait', path: 'ask' } } })).toEqual(
      [],
    );
  });

  it('is that a document follows its record, where the step has one', () => {
    const follows = (ask: object) =>
      told(
        { type: 'answered', path: 'ask', effect: 'e1', follows: 'e2' },
        { places: { ask: { kind: 'ask', path: 'ask', connector: 'people', ask } } },
      );
    expect(follows({ document: 'certificate' })).toMatchObject([
      { kind: 'document', id: 'e2', path: 'ask', document: 'certificate', connector: 'papers' },
    ]);
    expect(follows({})).toEqual([]);
    expect(told({ type: 'answered', path: 'gone', effect: 'e1', follows: 'e2' })).toEqual([]);
  });

  it('is nothing of a message whose words were erased', () => {
    const play = new Play();
    play.toReview();
    play.review('return', { reason: 'Уточніть', marks: [{ pointer: '/name', text: 'Уточніть' }] });
    const event = play.events.find(({ type }) => type === 'notified');
    if (event?.type !== 'notified') throw new Error('notified');
    expect(effects(small, play.here, event)).toMatchObject([
      { kind: 'message', message: 'returned', connector: 'mail' },
    ]);
    const { data: _, ...bare } = event;
    expect(effects(small, play.here, bare as CaseEvent)).toEqual([]);
  });
});

describe('the log of a case', () => {
  it('begins with its submission, which happens once, and has no gap', () => {
    const play = new Play();
    play.toReview();
    const [first, second, third] = play.events;
    if (!first || !second || !third) throw new Error('three events');
    expect(() => evolve(null, second)).toThrow(`a case begins with submitted, not ${second.type}`);
    const begun = evolve(null, first);
    expect(() => evolve(begun, third)).toThrow('event 3 does not follow 1');
    expect(() => evolve(begun, { ...first, seq: 2 })).toThrow('a case is submitted once');
  });
});
