import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgetsOf, usedOf } from './budgets.ts';
import type { Edge } from './flow-graph.ts';

/** `a>b`, `a>b 3` (an action that may be taken three times), `a>b 3 named` (two entries of one action have its name). */
function flow(...written: string[]) {
  const edges = written.map((one): Edge => {
    const [way = '', most, action = way] = one.split(' ');
    const [from = '', to = ''] = way.split('>');
    const limited = most === undefined ? {} : { atMost: Number(most), action };
    return { from, to, kind: 'act', pointer: '', steps: [], alone: null, ...limited };
  });
  const states = [...new Set(edges.flatMap((e) => [e.from, e.to]))];
  const { of, tooMany, knotOf } = budgetsOf(states[0] ?? '', states, (s) =>
    edges.filter((e) => e.from === s),
  );
  const named = [...of].map(([edge, budget]) => [written[edges.indexOf(edge)] ?? 'no way', budget] as const);
  return {
    budgets: new Map(named),
    tooMany,
    knotOf,
    most: named.map(([way, { most }]) => `${way}: ${most}`),
  };
}

describe('how often a way may be used on the longest path', () => {
  it.each<[string, string[], string[]]>([
    ['once, where it closes a circle', ['a>b', 'b>a', 'b>end'], ['b>a: 1']],
    ['once, where a state leads to itself', ['a>a', 'a>end'], ['a>a: 1']],
    ['as often as is said', ['a>b 3', 'b>a', 'b>end'], ['a>b 3: 3']],
    ['as often as is said, where it closes the circle too', ['a>b', 'b>a 3', 'b>end'], ['b>a 3: 3']],
    [
      'as often as one will, where it leads out of its circle or into it',
      ['s>a 2', 'a>b', 'b>a', 'b>end 5'],
      ['b>a: 1'],
    ],
    [
      'as often as one will, between two circles or where there is none',
      ['a>a', 'a>m 2', 'm>n 7', 'n>b 2', 'b>b', 'b>end'],
      ['a>a: 1', 'b>b: 1'],
    ],
    [
      'once more for each limited way that leads to it',
      ['a>b 2', 'a>b', 'b>a', 'b>end'],
      ['a>b 2: 2', 'b>a: 3'],
    ],
    [
      'not more for limited ways of other circles',
      ['a>b', 'b>a', 'b>c', 'c>c 4', 'c>end'],
      ['c>c 4: 4', 'b>a: 1'],
    ],
  ])('%s', (_, ways, most) => {
    expect(flow(...ways).most).toEqual(most);
  });

  it('is one count for all entries of an action, another for each action', () => {
    const { budgets } = flow('a>b 2 ask', 'a>c 2 ask', 'a>c 3 call', 'b>a 1 ask', 'c>a', 'c>end');
    expect(budgets.get('a>b 2 ask')).toEqual({ most: 2, unit: 1 });
    expect(budgets.get('a>c 2 ask')).toBe(budgets.get('a>b 2 ask'));
    expect(budgets.get('a>c 3 call')).toEqual({ most: 3, unit: 3 });
    expect(budgets.get('b>a 1 ask')).toEqual({ most: 1, unit: 12 });
  });

  it('is counted anew in each knot of circles', () => {
    const { budgets, knotOf } = flow('a>a 4', 'a>b', 'b>b 2', 'b>end');
    expect(budgets.get('a>a 4')?.unit).toBe(1);
    expect(budgets.get('b>b 2')?.unit).toBe(1);
    expect(knotOf.get('a')).not.toBe(knotOf.get('b'));
    expect(knotOf.has('end')).toBe(false);
  });

  it('is found for every flow of choices, however many paths there are through it', () => {
    const choices = Array.from({ length: 60 }, (_, n) => [
      `s${n}>s${n + 1}`,
      `s${n}>t${n}`,
      `t${n}>s${n + 1}`,
    ]);
    expect(flow(...choices.flat()).most).toEqual([]);
    expect(flow(...choices.flat(), 's60>s0').most).toEqual(['s60>s0: 1']);
  });

  it('is none for a way that the number has no room for, which is said', () => {
    const ways = Array.from({ length: 9 }, (_, n) => `a>a 99 way${n}`);
    const { most, tooMany } = flow(...ways, 'a>a 4 last', 'a>a 99 more', 'a>end');
    // seven digits of a hundred, and one of five
    expect(most.map((m) => m.split(': ')[1])).toEqual([
      '99',
      '99',
      '99',
      '99',
      '99',
      '99',
      '99',
      '0',
      '0',
      '4',
      '0',
    ]);
    expect(tooMany).toBe(true);
    expect(flow(...ways.slice(0, 7), 'a>end').tooMany).toBe(false);
  });
});

it('what was used of each way is read from one number', () => {
  const limits = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(limits, fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), (most, some) => {
      const ways = most.map((n, i) => `a>a ${n} way${i}`);
      const { budgets } = flow(...ways);
      const used = most.map((n, i) => (some[i] ?? 0) % (n + 1));
      const all = ways.map((way) => budgets.get(way) ?? { most: 0, unit: 0 });
      const sum = all.reduce((so, { unit }, i) => so + unit * (used[i] ?? 0), 0);
      expect(all.map((budget) => usedOf(sum, budget))).toEqual(used);
    }),
    { numRuns: 50 },
  );
});
