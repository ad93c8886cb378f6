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
