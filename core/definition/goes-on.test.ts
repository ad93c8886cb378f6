import { expect, it } from 'vitest';
import { goesOn } from './goes-on.ts';
import type { State } from './types.ts';

const same = (name: string) => name;
const anew = (name: string) => `${name}Anew`;
const t = { uk: 'т' };

/** Of each kind of state: what a case may go on waiting for, and the changes by which it is something else. */
const waits: [type: string, state: object, others: object[], untouched: object[]][] = [
  ['task', { role: 'clerk' }, [], [{ role: 'head' }]],
  ['wait', { for: 'P1D' }, [{ for: undefined, event: { connector: 'c' } }], [{ for: 'P2D' }]],
  [
    'wait',
    { event: { connector: 'c' } },
    [{ event: { connector: 'd' } }],
    [{ event: { connector: 'c', as: 'x' } }],
  ],
  ['party', { party: 'owner' }, [{ party: 'other' }], [{ due: 'P1D' }]],
  ['call', { connector: 'c' }, [{ connector: 'd' }, { operation: 'find' }], [{ input: { a: '1' } }]],
  [
    'pay',
    { connector: 'c' },
    [{ connector: 'd' }, { party: 'owner' }],
    [{ party: 'applicant' }, { amount: '2' }],
  ],
  [
    'sign',
    { by: { party: 'owner' }, what: 'application' },
    [{ connector: 'c' }, { by: { role: 'head' } }, { what: 'paper' }],
    [{ due: 'P1D' }],
  ],
  [
    'sign',
    { connector: 'c', by: { role: 'head' }, what: 'paper' },
    [{ connector: undefined }, { by: { role: 'clerk' } }],
    [],
  ],
  [
    'issue',
    { document: 'paper', record: { do: 'create', registry: 'r' } },
    [
      { document: 'other' },
      { record: undefined },
      { record: { do: 'change', registry: 'r' } },
      { record: { do: 'create', registry: 's' } },
    ],
    [{ failed: 'x' }],
  ],
  ['issue', { record: { do: 'create', registry: 'r' } }, [{ document: 'paper' }], []],
  ['reserve', { registry: 'r' }, [{ registry: 's' }], [{ as: 'x' }]],
  ['collect', { service: 's' }, [{ service: 'o' }], [{ closes: '1' }]],
  [
    'start',
    { cases: { a: { service: 's' } } },
    [{ cases: { a: { service: 'o' } } }, { await: 'any' }],
    [{ cases: { b: { service: 's' } } }, { await: 'all' }],
  ],
  ['publish', { place: 'p' }, [], [{ place: 'q' }]],
];

it.each(waits)(
  'a case that waits in a %s %j goes on as long as it waits for the same',
  (type, state, others, untouched) => {
    const before = { type, title: t, ...state } as unknown as State;
    for (const more of [{}, ...untouched])
      expect([more, goesOn(before, { ...before, ...more } as State, same)]).toEqual([more, 'yes']);
    for (const more of others)
      expect([more, goesOn(before, { ...before, ...more } as State, same)]).toEqual([more, 'asked']);
    expect(goesOn(before, { type: 'end', outcome: 'over' } as State, same)).toBe('kind');
  },
);

it('knows parties and documents by the names of the later version', () => {
  const sign = (party: string, what: string) => ({ type: 'sign', by: { party }, what }) as unknown as State;
  expect(goesOn(sign('owner', 'paper'), sign('ownerAnew', 'paperAnew'), anew)).toBe('yes');
  expect(goesOn(sign('owner', 'paper'), sign('owner', 'paper'), anew)).toBe('asked');
});
