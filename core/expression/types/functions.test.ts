import { describe, expect, it } from 'vitest';
import { builtins, ours } from '../builtins.ts';
import { compile, evaluate } from '../index.ts';
import { signatures } from './functions.ts';
import { checked, type Type } from './index.ts';

/** An example of every function, with what it gives as JSON. */
const examples: [source: string, gives: unknown][] = [
  ['string(12)', '12'],
  ['number("1 234,5", " ", ",")', 1234.5],
  ['number("12")', 12],
  ['date("2026-11-24")', '2026-11-24'],
  ['date(2026, 11, 24)', '2026-11-24'],
  ['date(date and time("2026-11-24T10:00:00"))', '2026-11-24'],
  ['time("10:00:00")', '10:00:00'],
  ['time(10, 0, 0)', '10:00:00'],
  ['date and time("2026-11-24T10:00:00")', '2026-11-24T10:00:00'],
  ['date and time(date("2026-11-24"), time("10:00:00"))', '2026-11-24T10:00:00'],
  ['duration("P1D")', 'P1D'],
  ['years and months duration(date("2020-01-01"), date("2026-11-24")).years', 6],
  ['day of week(date("2026-11-24"))', 'Tuesday'],
  ['day of year(date("2026-01-02"))', 2],
  ['month of year(date("2026-11-24"))', 'November'],
  ['week of year(date("2026-01-05"))', 2],
  ['not(true)', false],
  ['substring("кладка", 1, 3)', 'кла'],
  ['string length("кладка")', 6],
  ['upper case("а")', 'А'],
  ['lower case("А")', 'а'],
  ['substring before("a-b", "-")', 'a'],
  ['substring after("a-b", "-")', 'b'],
  ['contains("abc", "b")', true],
  ['starts with("abc", "a")', true],
  ['ends with("abc", "c")', true],
  ['matches("a1", "^[a-z][0-9]$")', true],
  ['replace("a1", "[0-9]", "x")', 'ax'],
  ['split("a,b", ",")', ['a', 'b']],
  ['string join(["a", "b"], "-")', 'a-b'],
  ['list contains([1, 2], 2)', true],
  ['count([1, 2])', 2],
  ['min([2, 1])', 1],
  ['max(2, 1)', 2],
  ['sum([2, 1])', 3],
  ['mean([2, 4])', 3],
  ['median([1, 2, 9])', 2],
  ['mode([1, 1, 2])', [1]],
  ['product([2, 4])', 8],
  ['all([true, false])', false],
  ['any([true, false])', true],
  ['sublist([1, 2, 3], 2, 1)', [2]],
  ['append([1], 2, 3)', [1, 2, 3]],
  ['concatenate([1], [2])', [1, 2]],
  ['union([1], [1, 2])', [1, 2]],
  ['insert before([1], 1, 2)', [2, 1]],
  ['remove([1, 2], 1)', [2]],
  ['reverse([1, 2])', [2, 1]],
  ['index of([1, 2, 1], 1)', [1, 3]],
  ['distinct values([1, 1])', [1]],
  ['flatten([[1], [2]])', [1, 2]],
  ['sort([2, 1], function(a, b) a < b)', [1, 2]],
  ['decimal(1.26, 1)', 1.3],
  ['floor(1.5)', 1],
  ['ceiling(1.5)', 2],
  ['round up(1.21, 1)', 1.3],
  ['round down(1.29, 1)', 1.2],
  ['round half up(2.5, 0)', 3],
  ['round half down(2.5, 0)', 2],
  ['abs(-1)', 1],
  ['modulo(7, 3)', 1],
  ['even(2)', true],
  ['odd(2)', false],
  ['get value({ a: 1 }, "a")', 1],
  ['total([])', 0],
  ['substring(string: "abc", start position: 2)', 'bc'],
];

const kindsOf: { readonly [kind in Type['kind']]?: string } = {
  number: 'number',
  boolean: 'boolean',
  list: 'object',
  context: 'object',
};

describe('every function of a definition', () => {
  it.each(examples)('%s gives %j, of the kind that the check says', (source, gives) => {
    const { findings, type } = checked(source, { names: {}, strict: true }, { empty: true });
    expect(findings).toEqual([]);
    expect(evaluate(compile(source, []), {})).toEqual(gives);
    if (type.kind !== 'any') expect(typeof gives).toBe(kindsOf[type.kind] ?? 'string');
  });

  it('has its example and its signature', () => {
    const all = [...builtins, ...ours].filter((name) => name !== 'money');
    expect(all.filter((name) => !examples.some(([source]) => source.includes(`${name}(`)))).toEqual([]);
    expect([...builtins, ...ours].filter((name) => !signatures.has(name))).toEqual([]);
  });
});

describe('kinds that go together', () => {
  it.each([
    ['date("2026-01-31") + duration("P1M")', 'date'],
    ['duration("P1M") + date("2026-01-31")', 'date'],
    ['date("2026-01-31") - duration("P1M")', 'date'],
    ['date("2026-01-31") - date("2026-01-30")', 'duration'],
    ['duration("P1D") + duration("P1D")', 'duration'],
    ['duration("P2D") - duration("P1D")', 'duration'],
    ['date and time("2026-01-31T10:00:00") + duration("PT1H")', 'date and time'],
    ['@"2026-01-31"', 'date'],
    ['@"10:00:00"', 'time'],
    ['@"2026-01-31T10:00:00"', 'date and time'],
    ['@"P1D"', 'duration'],
    ['2 ** 3', 'number'],
    ['-1', 'number'],
    ['"a" + "b"', 'string'],
    ['1 in [1..5]', 'boolean'],
    ['1 in (1, 2)', 'boolean'],
    ['1 in > 3', 'boolean'],
    ['1 between 0 and 2', 'boolean'],
    ['1 instance of number', 'boolean'],
    ['{ a: 1, b: a + 1 }', 'context'],
    ['for x in 1..3 return x', 'list'],
    ['date("2026-01-31").year', 'number'],
    ['if 1 < 2 then 1 else 2', 'number'],
    ['if 1 < 2 then null else 2', 'number'],
    ['[1, 2][1]', 'number'],
    ['[1, 2][item > 1]', 'list'],
    ['["a"][item = "a"]', 'list'],
    ['[{ a: 1 }][a = 1].a', 'list'],
  ])('%s is a %s', (source, kind) => {
    const { findings, type } = checked(source, { names: {}, strict: true }, { empty: true });
    expect(findings).toEqual([]);
    expect(type.kind).toBe(kind);
    expect(() => evaluate(compile(source, []), {})).not.toThrow();
  });
});
