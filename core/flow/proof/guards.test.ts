import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, ExpressionError, evaluate } from '#core/expression/index.ts';
import type { Knowledge } from './facts.ts';
import { assured, rootsOf, turnsOut } from './guards.ts';
import { read } from './mentions.ts';

const NAMES = ['r'];
const runs = (seed: number) => (process.env.MODE === 'thorough' ? { numRuns: 2000 } : { numRuns: 500, seed });

/** What `r` may be: a name, a number, a yes or no, a list; any of them may be absent. */
const told = fc.record({
  a: fc.constantFrom('x', 'y', null),
  b: fc.constantFrom(0, 1, 2, null),
  c: fc.constantFrom(true, false, null),
  l: fc.constantFrom([], ['x'], ['x', 'y']),
});
type Told = typeof told extends fc.Arbitrary<infer T> ? T : never;

const atom = fc.oneof(
  fc.constantFrom('r.c', 'not(r.c)', 'is defined(r.a)', 'r.a = r.a', 'r.b = r.b'),
  fc
    .tuple(fc.constantFrom('=', '!='), fc.constantFrom('"x"', '"z"', 'null'), fc.boolean())
    .map(([op, value, turned]) => (turned ? `${value} ${op} r.a` : `r.a ${op} ${value}`)),
  fc
    .tuple(fc.constantFrom('=', '!=', '<', '<=', '>', '>='), fc.constantFrom('0', '1', '2'), fc.boolean())
    .map(([op, value, turned]) => (turned ? `${value} ${op} r.b` : `r.b ${op} ${value}`)),
  fc.constantFrom('r.c = true', 'r.c != null', 'r.b = null', '1 < 2', 'r.b + 1 > 1'),
  fc.constantFrom('list contains(r.l, "x")', 'count(r.l) > 1', 'some i in r.l satisfies i = "y"'),
);
const { condition } = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    atom,
    fc
      .tuple(tie('condition'), fc.constantFrom('and', 'or'), tie('condition'))
      .map(([a, op, b]) => `(${a}) ${op} (${b})`),
    tie('condition').map((one) => `not(${one})`),
    tie('condition').map((one) => `(${one})`),
  ),
}));

/** What a proof knows of it: all but what is hidden. */
function knowing(r: Told, hidden: readonly string[]): Knowledge {
  return ([, field]) => {
    if (field === undefined) return { there: true, value: r.l.length === 0 ? 'none' : 'x' };
    if (hidden.includes(field)) return { there: null };
    const value = r[field as keyof Told];
    return typeof value === 'string' || typeof value === 'number'
      ? { there: true, value }
      : { there: value !== null };
  };
}

/** What the condition gives; null where it cannot be worked out. */
function givenBy(source: string, r: Told): unknown {
  try {
    return evaluate(compile(source, NAMES), { r });
  } catch (error) {
    if (error instanceof ExpressionError) return null;
    throw error;
  }
}

describe('a condition', () => {
  it('turns out as it is worked out, wherever a proof says how', () => {
    let said = 0;
    fc.assert(
      fc.property(condition, told, fc.subarray(['a', 'b', 'c', 'l']), (source, r, hidden) => {
        const truth = turnsOut(read(source, NAMES), source, knowing(r, hidden));
        const given = givenBy(source, r);
        if (truth === null || given === null) return;
        said += 1;
        expect([source, r, given]).toEqual([source, r, truth]);
      }),
      runs(5),
    );
    expect(said).toBeGreaterThan(80);
  });

  it('that turned out so or so leaves no name absent that it is said to assure', () => {
    let assures = 0;
    fc.assert(
      fc.property(condition, told, (source, r) => {
        const given = givenBy(source, r);
        if (typeof given !== 'boolean') return;
        const names = assured({ node: read(source, NAMES), source, truth: given });
        assures += names.length;
        for (const name of names)
          expect([source, name, r, r[name.replace('r.', '') as keyof Told] === null]).toEqual([
            ...[source, name, r, false],
          ]);
      }),
      runs(6),
    );
    expect(assures).toBeGreaterThan(80);
  });

  it.each([
    ['review.action = "approve" and outcomes.both.a = "yes"', ['review', 'outcomes.both']],
    ['if a.b then c.d else e', ['a', 'c', 'e']],
    ['1 < 2', []],
  ])('%s looks at %j', (source, names) => {
    const node = read(source, ['review', 'outcomes', 'a', 'c', 'e']);
    expect(rootsOf({ node, source, truth: true })).toEqual(names);
  });
});
