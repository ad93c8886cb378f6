import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, ExpressionError, evaluate } from '#core/expression/index.ts';
import type { Knowledge, Known } from './facts.ts';
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
  fc.constantFrom('list contains(r.l, "x")', 'list contains(r.l, r.a)', 'contains(r.a, "x")'),
  fc.constantFrom('count(r.l) > 1', 'some i in r.l satisfies i = "y"'),
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

describe('how a condition turns out', () => {
  /** `here` has these fields; of `done` nothing has happened, of anything else nothing is known. */
  const fields: { [field: string]: Known } = {
    word: { there: true, value: 'x' },
    count: { there: true, value: 1 },
    told: { there: true },
    gone: { there: false },
  };
  const known: Knowledge = ([name, field]) => {
    if (name === 'done' && field === undefined) return { there: true, value: 'none' };
    return (name === 'here' && fields[field ?? '']) || { there: null };
  };
  const turned = (source: string) => turnsOut(read(source, ['here', 'done', 'more']), source, known);

  it.each([
    ['here.word = "x"', true],
    ['"x" = here.word', true],
    ['here.word = "y"', false],
    ['here.word != "x"', false],
    ['here.word = ""x"', false],
    ['here.count = 1', true],
    ['2 = here.count', false],
    ['here.word = true', false],
    // a value that is there, but may be any
    ['here.told = "x"', null],
    ['here.told != "x"', null],
    ['here.told = null', false],
    ['here.told != null', true],
    // what is not there is nothing, and no value
    ['here.gone = null', true],
    ['null != here.gone', false],
    ['here.gone = "x"', false],
    ['here.gone != 1', true],
    ['here.gone = more.word', null],
    ['more.word = null', null],
    ['more.word = "x"', null],
    ['here.word = here.word', null],
    ['here.count = 0 + 1', null],
    ['here.word = string("x")', null],
    ['"x" = "x"', null],
  ] as const)('%s, compared for being the same: %s', (source, truth) => {
    expect(turned(source)).toBe(truth);
  });

  it.each([
    ['here.count > 0', true],
    ['here.count > 1', false],
    ['here.count >= 1', true],
    ['here.count >= 2', false],
    ['here.count < 2', true],
    ['here.count < 1', false],
    ['here.count <= 1', true],
    ['here.count <= 0', false],
    ['0 < here.count', null],
    ['here.count > more.count', null],
    ['here.word > 0', null],
    ['here.told > 0', null],
    ['here.count in [1]', null],
    ['1 + 1 > 1', null],
  ] as const)('%s, compared by order: %s', (source, truth) => {
    expect(turned(source)).toBe(truth);
  });

  it.each([
    ['here.word = "x" and here.count = 1', true],
    ['here.word = "x" and more.a = 1', null],
    ['more.a = 1 and here.word = "y"', false],
    ['here.word = "y" or here.count = 2', false],
    ['here.word = "y" or more.a = 1', null],
    ['more.a = 1 or here.word = "x"', true],
    ['(here.word = "x")', true],
    ['not(here.word = "x")', false],
    ['not(here.word = "y")', true],
    ['not(more.a = 1)', null],
    ['here.word', null],
    ['true', null],
    ['if here.word = "x" then true else false', null],
  ] as const)('%s, by what it is made of: %s', (source, truth) => {
    expect(turned(source)).toBe(truth);
  });

  it.each([
    ['list contains(done.grounds, "late")', false],
    ['list contains(here.list, "late")', null],
    ['list contains([1], 1)', null],
    ['count(done.grounds)', null],
    ['contains(done.reason, "late")', null],
  ] as const)('%s: nothing is in the list of what has not happened: %s', (source, truth) => {
    expect(turned(source)).toBe(truth);
  });
});

describe('what is surely there', () => {
  const assures = (source: string) =>
    [true, false].map((truth) => assured({ node: read(source, ['a', 'b']), source, truth }));
  const always = (...names: string[]) => [names, names];

  it.each([
    ['a.x', always('a.x')],
    ['(a.x)', always('a.x')],
    ['not(a.x)', always('a.x')],
    ['a.x = 1', [['a.x'], []]],
    ['"x" = a.x', [['a.x'], []]],
    ['a.x = true', [['a.x'], []]],
    ['a.x != 1', [[], ['a.x']]],
    ['a.x = null', [[], ['a.x']]],
    ['null != a.x', [['a.x'], []]],
    ['not(a.x = null)', [['a.x'], []]],
    ['(a.x != null)', [['a.x'], []]],
    // both may be absent, and are the same then
    ['a.x = b.x', always()],
    ['a.x = b.x + 1', always()],
    // an order is none with what is absent
    ['a.x < 1', always('a.x')],
    ['a.x >= b.x', always('a.x', 'b.x')],
    ['1 < 2', always()],
    ['contains(a.x, b.x)', always('a.x', 'b.x')],
    // a list may well not contain what is absent
    ['list contains(a.list, b.x)', always('a.list')],
    ['a.x != null and b.x != null', [['a.x', 'b.x'], []]],
    ['a.x = null or b.x = null', [[], ['a.x', 'b.x']]],
    ['not(a.x = null or b.x = null)', [['a.x', 'b.x'], []]],
    ['if a.x then true else false', always()],
    ['some i in a.x satisfies i = 1', always()],
  ])('where %s has turned out true, or false: %j', (source, names) => {
    expect(assures(source)).toEqual(names);
  });
});

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
