import { describe, expect, it } from 'vitest';
import { type Flow, type ServiceBundle, type State, starter } from '#core/definition/index.ts';
import { shipped } from '#core/definition/shipped.testing.ts';
import { prove } from './prove.ts';
import { end, proofOf, proved, task } from './small-flow.testing.ts';

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

  it('is not reached by silence from where the term stands still', () => {
    const silence = task({ on: 'granted' });
    const standsStill = (pausedIn: string[]) => ({
      decideWithin: {
        ...{ workingDays: 9, from: 'submitted', until: ['granted'], pausedIn },
        overdue: { meaning: 'consent', to: 'silence' },
      },
    });
    const still = { ...states, review: task({ on: 'answer' }), answer: task({ yes: 'granted' }), silence };
    expect(proved(still, standsStill(['review']))).toEqual([]);
    expect(proved(still, standsStill(['review', 'answer']))).toEqual(['unreachableState silence']);
  });

  it('is told of once, as the group around it: what lies inside is not told again', () => {
    const inside = {
      initial: 'ask',
      states: { ask: task({ on: 'asked' }), asked: end('yes'), lost: end('no') },
    };
    const group = {
      ...{ type: 'each', of: 'form.l', as: 'i', key: 'i.k', flow: inside },
      ...{ join: { outcome: 'yes', need: 'all' }, next: 'granted', otherwise: 'granted' },
    } as unknown as State;
    expect(proved({ ...states, group })).toEqual(['unreachableState group']);
    expect(proved({ ...states, review: task({ yes: 'granted', all: 'group' }), group })).toEqual([
      'unreachableState group/*/lost',
    ]);
  });
});

describe('a join', () => {
  const flow = (to: string): Flow => ({
    initial: 'ask',
    states: { ask: task({ on: to }), no: end('no') },
  });
  const states = (group: object) => ({
    group: { ...{ next: 'granted', otherwise: 'granted' }, ...group } as unknown as State,
    granted: end('granted'),
  });

  it('of a list is out of reach where no item can bring what it needs', () => {
    const each = { type: 'each', of: 'form.l', as: 'i', key: 'i.k', flow: flow('no') };
    const found = proofOf(states({ ...each, join: { outcome: 'yes', need: 2 } })).failures;
    expect(found).toMatchObject([
      {
        ...{ code: 'joinOutOfReach', pointer: '/flow/states/group/join', at: 'group', path: [] },
        message: {
          en: 'The join of “group” can never be met: it needs “yes” 2, and not so many branches end like this',
        },
      },
    ]);
    // an empty list meets a join of all
    expect(proved(states({ ...each, join: { outcome: 'yes', need: 'all' } }))).toEqual([]);
  });

  it('is not told of where a branch never ends: that is told of itself', () => {
    const branches = { a: flow('ask'), b: flow('no') };
    const join = { outcome: 'yes', need: 'all' };
    expect(proved(states({ type: 'parallel', branches, join }))).toEqual(['unreachableState group/a/no']);
    expect(proved(states({ type: 'parallel', branches, join: { ...join, need: 'any' } }))).toEqual([
      ...['unreachableState granted', 'unreachableState group/a/no', 'neverEnds group/a/ask'],
    ]);
  });
});

describe('a definition that is still being written', () => {
  const whens = ['()', 'not()', 'if', 'form.list[', 'some in', '1 <', 'form.a =', '{', 'for x in return', ''];

  it('is proved as far as it goes: a beginning or a way that is not there leads nowhere', () => {
    const flow = { initial: 'gone', states: { review: task({ yes: 'nowhere' }), granted: end('granted') } };
    expect(proved({}, { flow })).toEqual(['unreachableState review', 'unreachableState granted']);
    expect(proved({ review: task({ yes: 'nowhere' }), granted: end('granted') })).toEqual([
      'unreachableState granted',
      'noWayOn review',
    ]);
    const group = {
      ...{ type: 'each', of: 'form.l', as: 'i', key: 'i.k', flow: { initial: 'none', states: {} } },
      ...{ join: { outcome: 'yes', need: 'all' }, next: 'nowhere', otherwise: 'granted', notify: ['none'] },
    } as unknown as State;
    expect(proved({ group, granted: end('granted') })).toEqual(['unreachableState granted', 'noWayOn group']);
    const stranger = {
      ...task({ on: 'granted' }),
      type: 'party',
      party: 'stranger',
      overdue: { to: 'granted' },
    };
    expect(proved({ stranger: stranger as unknown as State, granted: end('granted') })).toEqual([]);
  });

  it.each(whens)('goes on past a condition that cannot be read: %j', (when) => {
    const review = task({ yes: 'granted', no: 'granted' });
    if (review.type === 'task' && review.actions.yes)
      review.actions.yes.to = [
        { when, to: 'granted' },
        { when: `not(${when})`, to: 'granted' },
        { to: 'granted' },
      ];
    const say = { uk: `{{if ${when} then review.by else ""}}`, en: `{{${when}}}` };
    expect(proved({ review: { ...review, say } as State, granted: end('granted') })).toEqual(
      expect.not.arrayContaining(['unreachableState granted']),
    );
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
      'a signature by the connector that it names',
      {
        ...{ type: 'sign', connector: 'seal', by: { party: 'applicant' }, what: 'application' },
        ...{ declined: 'granted', overdue: { to: 'granted' } },
      },
      { other: { id: 'other', kind: 'sign' }, seal: { id: 'seal', kind: 'sign', due: 'P1D' } },
    ],
    [
      'a record by the connector of its registry',
      {
        ...{ type: 'issue', document: 'd', failed: 'granted' },
        record: { do: 'create', registry: 'people', key: '"1"', data: {} },
      },
      {
        slots: { id: 'slots', kind: 'registry', registry: 'slots' },
        people: { id: 'people', kind: 'registry', registry: 'people', due: 'P1D' },
      },
    ],
    [
      'related cases by the connector between cases, whatever its name',
      { type: 'start', cases: {}, overdue: { to: 'granted' } },
      { between: { id: 'between', kind: 'cases', due: 'P1D' } },
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
    return prove({
      bundle: bundle as unknown as ServiceBundle,
      live: { connectors: {}, agencies: {}, registries: {} },
    }).explored.standFor;
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
