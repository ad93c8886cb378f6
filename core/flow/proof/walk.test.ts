import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgetsOf } from './budgets.ts';
import type { Edge, Limit } from './flow-graph.ts';
import { type Ground, longestWalk } from './walk.ts';

const STATES = ['a', 'b', 'c', 'd', 'end'];
type Way = [from: string, to: string, atMost?: number];

/** The ground of these ways; a case stays in each state for so long. */
function ground(ways: readonly Way[], stays: { [state: string]: number }): Ground {
  const all = ways.map(([from, to, atMost], n): Edge => {
    const limited = atMost === undefined ? {} : { atMost, action: `do${n}` };
    return { from, to, kind: 'act', pointer: '', steps: [], alone: null, ...limited };
  });
  const edges = (state: string) => all.filter((e) => e.from === state);
  return { edges, budgets: budgetsOf('a', STATES, edges), stays: (state) => stays[state] ?? 0 };
}
const none = (): Limit => ({ most: 100_000, seen: 0, reached: false });

/** Every walk gone through one by one, without remembering any: the lengths of those that come to an end. */
function lengths(state: string, on: Ground, used: ReadonlyMap<object, number> = new Map()): number[] {
  const edges = on.edges(state);
  if (edges.length === 0) return [on.stays(state)];
  return edges.flatMap((edge) => {
    const budget = on.budgets.of.get(edge);
    const times = budget ? (used.get(budget) ?? 0) : 0;
    if (budget && times >= budget.most) return [];
    const after = budget ? new Map(used).set(budget, times + 1) : used;
    return lengths(edge.to, on, after).map((rest) => on.stays(state) + rest);
  });
}

describe('the longest walk', () => {
  it('is as long as the longest of all that there are', () => {
    const way = fc.tuple(
      fc.constantFrom('a', 'b', 'c', 'd'),
      fc.constantFrom(...STATES),
      fc.option(fc.integer({ min: 1, max: 2 }), { nil: undefined, freq: 2 }),
    );
    const stays = fc.record(Object.fromEntries(STATES.map((s) => [s, fc.integer({ min: 0, max: 9 })])));
    fc.assert(
      fc.property(fc.array(way, { minLength: 2, maxLength: 6 }), stays, (ways, stay) => {
        const on = ground(ways as Way[], stay);
        const all = lengths('a', on);
        const walk = longestWalk('a', on, none());
        expect(walk?.length ?? null).toBe(all.length === 0 ? null : Math.max(...all));
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it('is told by its ways, each with what is left from there on', () => {
    const ways: Way[] = [
      ['a', 'b'],
      ['b', 'a', 1],
      ['b', 'end'],
    ];
    const walk = longestWalk('a', ground(ways, { a: 1, b: 2, end: 4 }), none());
    const told: string[] = [];
    for (let here = walk; here; here = here.next)
      told.push(`${here.edge?.from ?? 'over'} ${here.length} ${here.steps}`);
    expect(told).toEqual(['a 10 4', 'b 9 3', 'a 7 2', 'b 6 1', 'over 4 0']);
  });

  it('is none where every way leads round', () => {
    expect(
      longestWalk(
        'a',
        ground(
          [
            ['a', 'b'],
            ['b', 'a'],
          ],
          {},
        ),
        none(),
      ),
    ).toBeNull();
  });

  it('goes through no circle once the limit is reached, and says so', () => {
    const ways: Way[] = [
      ['a', 'a', 2],
      ['a', 'end'],
    ];
    const at = (most: number) => {
      const limit = { most, seen: 0, reached: false };
      return { length: longestWalk('a', ground(ways, { a: 1 }), limit)?.length, ...limit };
    };
    // three times in a, and the end
    expect(at(4)).toEqual({ length: 3, most: 4, seen: 4, reached: false });
    expect(at(3)).toEqual({ length: 3, most: 3, seen: 4, reached: true });
    expect(at(1)).toEqual({ length: 2, most: 1, seen: 3, reached: true });
  });
});
