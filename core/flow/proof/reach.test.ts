import { describe, expect, it } from 'vitest';
import { type Flow, type Live, type ServiceBundle, type State, starter } from '#core/definition/index.ts';
import { shipped } from '#core/definition/shipped.testing.ts';
import { prove } from './prove.ts';

const text = { uk: 'т', en: 't' };
const end = (outcome: string, kind = 'granted') => ({ type: 'end', outcome, kind }) as State;
const task = (actions: { [action: string]: string }, more: object = {}) =>
  ({
    type: 'task',
    role: 'r',
    due: 'P1D',
    overdue: { raise: 'r' },
    actions: Object.fromEntries(Object.entries(actions).map(([name, to]) => [name, { to }])),
    ...more,
  }) as State;

function proved(states: Flow['states'], more: object = {}, live: object = {}) {
  const bundle = {
    id: 'reach',
    agency: 'a',
    startedBy: { applicant: true },
    parties: { applicant: {}, other: {} },
    roles: { r: { title: text, sees: [] } },
    form: { schema: {}, pages: [] },
    flow: { initial: Object.keys(states)[0] ?? '', states },
    retention: {},
    ...more,
  } as unknown as ServiceBundle;
  const { failures } = prove({ bundle, live: { connectors: {}, agencies: {}, ...live } as Live });
  return failures.map((f) => `${f.code} ${f.at}`);
}

/** The failures of a flow, whole. */
function failuresOf(states: Flow['states'], more: object = {}) {
  const bundle = {
    id: 'reach',
    agency: 'a',
    startedBy: { applicant: true },
    parties: { applicant: {} },
    roles: { r: { title: text, sees: [] } },
    form: { schema: {}, pages: [] },
    flow: { initial: Object.keys(states)[0] ?? '', states },
    retention: {},
    ...more,
  } as unknown as ServiceBundle;
  return prove({ bundle, live: { connectors: {}, agencies: {} } }).failures;
}

describe('a state that no state leads to', () => {
  const states = {
    review: task({ yes: 'granted' }),
    granted: end('granted'),
    extra: end('extra', 'withdrawn'),
  };

  it('is reached by an applicant who withdraws, where it is that end', () => {
    expect(proved(states)).toEqual([]);
    expect(proved({ ...states, extra: end('extra', 'refused') })).toEqual(['unreachableState extra']);
  });

  it('is reached where silence means so, and by reopening a decided case', () => {
    const silence = task({ on: 'granted' });
    const term = (to: unknown) => ({
      decideWithin: {
        workingDays: 9,
        from: 'submitted',
        until: ['granted'],
        overdue: { meaning: 'consent', to },
      },
    });
    expect(proved({ ...states, silence }, term('silence'))).toEqual([]);
    expect(
      proved({ ...states, silence }, term([{ when: 'form.x = 1', to: 'silence' }, { to: 'granted' }])),
    ).toEqual([]);
    expect(proved({ ...states, silence }, { after: { reopen: { by: 'r', to: 'silence' } } })).toEqual([]);
    expect(proved({ ...states, silence })).toEqual(['unreachableState silence']);
  });
});

describe('a case that would never end', () => {
  const round = { a: task({ on: 'b' }), b: task({ on: 'a' }), granted: end('granted') };

  it('is not ended by withdrawing or reopening, but by a silence that decides it', () => {
    expect(proved({ ...round, gone: end('gone', 'withdrawn') }, { after: { reopen: { by: 'r' } } })).toEqual([
      'unreachableState granted',
      'neverEnds a',
    ]);
    const overdue = { meaning: 'consent', to: 'granted' };
    expect(
      proved(round, { decideWithin: { workingDays: 9, from: 'submitted', until: ['granted'], overdue } }),
    ).toEqual([]);
  });

  it('is found where two states lead to each other beside the way to both', () => {
    const states = {
      start: task({ left: 'a', right: 'b' }),
      a: task({ on: 'b' }),
      b: task({ on: 'a' }),
    };
    expect(proved(states)).toEqual(['neverEnds start']);
  });
});

describe('a way that can be used up', () => {
  const limited = (atMost: number) => {
    const stuck = task({ back: 'start' });
    if (stuck.type === 'task' && stuck.actions.back) stuck.actions.back.atMost = atMost;
    return { start: task({ on: 'stuck', away: 'granted' }), stuck, granted: end('granted') };
  };

  it('leaves the case stuck where it was used as often as it may be, not sooner', () => {
    const [found] = failuresOf(limited(2));
    expect(found).toMatchObject({ code: 'noWayOn', at: 'stuck', pointer: '/flow/states/stuck' });
    expect(found?.path.map((s) => `${s.at}.${s.action}`)).toEqual([
      'start.on',
      'stuck.back',
      'start.on',
      'stuck.back',
      'start.on',
    ]);
    expect(found?.circle).toBeUndefined();
  });

  it('is told of at the place where nothing is left, though the case was lost before', () => {
    const last = task({ again: 'last' });
    if (last.type === 'task' && last.actions.again) last.actions.again.atMost = 1;
    const [found] = failuresOf({
      start: task({ on: 'lost', away: 'granted' }),
      lost: task({ on: 'last' }),
      last,
      granted: end('granted'),
    });
    expect(found).toMatchObject({ code: 'noWayOn', at: 'last' });
    expect(found?.path.map((s) => s.at)).toEqual(['start', 'lost', 'last']);
  });
});

describe('actions with conditions', () => {
  const conditional = (one: string, other: string) => {
    const review = task({ yes: 'granted', no: 'refused' });
    if (review.type === 'task') {
      for (const [name, when] of [
        ['yes', one],
        ['no', other],
      ] as const) {
        const action = review.actions[name];
        if (action) action.when = when;
      }
    }
    return proved({ review, granted: end('granted'), refused: end('refused', 'refused') });
  };

  it('are no matter where one is the opposite of the other', () => {
    expect(conditional('form.a = 1', 'form.a != 1')).toEqual([]);
    expect(conditional('form.a != 1', 'form.a = 1')).toEqual([]);
    expect(conditional('form.ok', 'not(form.ok)')).toEqual([]);
    expect(conditional('not( form.ok )'.replaceAll(' ', ''), 'form.ok')).toEqual([]);
    expect(conditional('form.a = 1', 'form.a = 2')).toEqual(['noActionOffered review']);
    expect(conditional('form.a = 1', 'form.a = 1')).toEqual(['noActionOffered review']);
  });
});

describe('the shortest path', () => {
  it('counts the steps that a person would take, those inside a group too', () => {
    const chain = (name: string): Flow => ({
      initial: `${name}1`,
      states: {
        [`${name}1`]: task({ on: `${name}2` }),
        [`${name}2`]: task({ on: `${name}3` }),
        [`${name}3`]: task({ on: `${name}End` }),
        [`${name}End`]: { type: 'end', outcome: 'yes' } as State,
      },
    });
    const both = {
      type: 'parallel',
      branches: { a: chain('a'), b: chain('b') },
      join: { outcome: 'yes', need: 'all' },
      next: 'late',
      otherwise: 'late',
    } as State;
    const late = { type: 'wait', event: { connector: 'c', match: 'true' }, next: 'granted' } as State;
    const [found] = failuresOf({
      start: task({ group: 'both', walk: 'one' }),
      both,
      one: task({ on: 'two' }),
      two: task({ on: 'three' }),
      three: task({ on: 'late' }),
      late,
      granted: end('granted'),
    });
    expect(found?.code).toBe('noDeadline');
    expect(found?.path.map((s) => s.at)).toEqual(['start', 'one', 'two', 'three']);
  });
});

describe('a join by a condition', () => {
  const branch = (name: string, to: string): Flow => ({
    initial: name,
    states: { [name]: task({ on: to }), [`${name}End`]: { type: 'end', outcome: 'yes' } as State },
  });
  const group = (one: Flow) => ({
    both: {
      type: 'parallel',
      branches: { one, other: branch('other', 'otherEnd') },
      join: { when: 'outcomes.both.one = "yes"' },
      next: 'granted',
      otherwise: 'refused',
    } as State,
    granted: end('granted'),
    refused: end('refused', 'refused'),
  });

  it('may turn out either way once all have ended, and never does where one does not end', () => {
    expect(proved(group(branch('one', 'oneEnd')))).toEqual([]);
    expect(proved(group(branch('one', 'one')))).toEqual([
      'unreachableState granted',
      'unreachableState refused',
      'unreachableState both/one/oneEnd',
      'neverEnds both/one/one',
    ]);
  });
});

describe('what waits', () => {
  const wait = (state: object) =>
    proved({ wait: { next: 'granted', ...state } as unknown as State, granted: end('granted') });
  const asks = { connector: 'c', next: 'granted' };

  it.each([
    [
      'a system that says when it gives up',
      { type: 'call', ...asks, input: {}, failed: 'granted' },
      { c: { id: 'c', due: 'P1D' } },
    ],
    [
      'a registry by its connector',
      { type: 'reserve', registry: 'slots', where: 'true', as: 's', none: 'granted' },
      { slots: { id: 'slots', kind: 'registry', registry: 'slots', due: 'P1D' } },
    ],
    [
      'a signature by the one connector that signs',
      {
        type: 'sign',
        by: { party: 'applicant' },
        what: 'application',
        declined: 'granted',
        overdue: { to: 'granted' },
      },
      { s: { id: 's', kind: 'sign', due: 'P1D' } },
    ],
    [
      'a document by its connector',
      { type: 'issue', document: 'd', failed: 'granted' },
      { d: { id: 'd', kind: 'document', due: 'P1D' } },
    ],
  ])('has the deadline of %s', (_, state, connectors) => {
    const states = { wait: { next: 'granted', ...state } as unknown as State, granted: end('granted') };
    expect(proved(states, {}, { connectors })).toEqual([]);
    expect(proved(states)).toEqual(['noDeadline wait']);
  });

  it('needs none for what ends by itself', () => {
    expect(wait({ type: 'wait', for: 'P1D' })).toEqual([]);
    expect(wait({ type: 'publish', body: [] })).toEqual([]);
    expect(wait({ type: 'collect', service: 's', closes: 'form.day', as: 'bids' })).toEqual([]);
    expect(wait({ type: 'wait', event: { connector: 'c', match: 'true' } })).toEqual(['noDeadline wait']);
  });
});

it('a new service, as kladka new writes it, holds', () => {
  const agency = shipped.agencies['kyiv-city'];
  if (!agency) throw new Error('no agency');
  const service = { ...starter('new-one', agency, 'registrar', 'Нова'), version: 0 } as ServiceBundle;
  expect(prove({ bundle: service, live: shipped })).toMatchObject({
    held: true,
    failures: [],
    longest: null,
  });
});

it('says how many positions of the whole case those of single flows stand for', () => {
  const branch = (name: string): Flow => ({
    initial: name,
    states: { [name]: task({ on: `${name}End` }), [`${name}End`]: { type: 'end', outcome: 'yes' } as State },
  });
  const join = { outcome: 'yes', need: 'all' };
  const ways = { join, next: 'granted', otherwise: 'granted' };
  const standFor = (group: object) => {
    const states = { group: { ...ways, ...group } as unknown as State, granted: end('granted') };
    const bundle = {
      id: 'n',
      agency: 'a',
      startedBy: {},
      parties: {},
      form: {},
      flow: { initial: 'group', states },
    };
    return prove({ bundle: bundle as unknown as ServiceBundle, live: { connectors: {}, agencies: {} } })
      .explored.standFor;
  };
  // two places in each of three branches, and the end
  expect(standFor({ type: 'parallel', branches: { a: branch('a'), b: branch('b'), c: branch('c') } })).toBe(
    2 * 2 * 2 + 1,
  );
  // no item, one in two places, two in two places each, and the end
  expect(standFor({ type: 'each', of: 'form.l', as: 'i', key: 'i.k', flow: branch('a') })).toBe(
    1 + 2 + 4 + 1,
  );
});
