import { describe, expect, it } from 'vitest';
import { compile, ExpressionError, evaluate, interpolate } from './index.ts';

const value = (source: string, names: Record<string, unknown> = {}) =>
  evaluate(compile(source, Object.keys(names)), names);
const code = (source: string, names: Record<string, unknown> = {}) => {
  try {
    return `no error: ${JSON.stringify(value(source, names))}`;
  } catch (error) {
    if (error instanceof ExpressionError) return error.code;
    throw error;
  }
};

describe('an expression', () => {
  it.each([
    ['x = null', { x: null }, true],
    ['x.y = null', { x: null }, true],
    ['x != null and x > 3', { x: null }, false],
    ['x = null or x > 3', { x: null }, true],
    ['x = 1', { x: null }, false],
    ['if x > 3 then "a" else "b"', { x: 5 }, 'a'],
    ['round half up(x / count(m), 0)', { x: 10, m: [1, 2, 3] }, 3],
    ['total(m.a)', { m: [{ a: 1 }, { a: 2 }] }, 3],
    ['total(m)', { m: [] }, 0],
    ['m[a > 1]', { m: [{ a: 1 }, { a: 2 }] }, [{ a: 2 }]],
    ['m[item.a > 1].a', { m: [{ a: 1 }, { a: 2 }] }, [2]],
    ['m[1].a', { m: [{ a: 1 }] }, 1],
    ['some i in m satisfies i.a > 1', { m: [{ a: 2 }] }, true],
    ['for i in m return i.a + 1', { m: [{ a: 2 }] }, [3]],
    [
      'every c in m satisfies years and months duration(date(c), date(t)).years < 14',
      { m: ['2020-01-01'], t: '2026-01-01' },
      true,
    ],
    ['date(d) + duration("P1M")', { d: '2024-01-31' }, '2024-02-29'],
    ['sort(m, function(a, b) a < b)', { m: [2, 1] }, [1, 2]],
    ['a + " " + b', { a: 'x', b: 'y' }, 'x y'],
    ['not(list contains(m, "a"))', { m: ['b'] }, true],
    ['near(c)', { near: (c: unknown) => (c === 'k' ? 'office' : null), c: 'z' }, null],
    ['x in [1..5]', { x: 3 }, true],
    ['x between 1 and 5', { x: 3 }, true],
    ['-x', { x: 3 }, -3],
    ['{ a: x, b: a + 1 }.b', { x: 1 }, 2],
    ['concatenate(a, b)', { a: [1], b: [] }, [1]],
    ['if a = "x" then [b] else []', { a: 'x', b: { c: 1 } }, [{ c: 1 }]],
    ['a and b or c', { a: true, b: false, c: true }, true],
    ['a - b - c', { a: 10, b: 3, c: 2 }, 5],
    ['(a + b) * c', { a: 1, b: 2, c: 3 }, 9],
    ['дохід + 1', { дохід: 1 }, 2],
  ])('%s with %j gives %j', (source, names, expected) => {
    expect(value(source, names)).toEqual(expected);
  });

  it.each([
    ['x > 3', { x: null }, 'null'],
    ['x + 1', { x: null }, 'null'],
    ['if x then 1 else 2', { x: null }, 'null'],
    ['x and true', { x: null }, 'null'],
    ['x between 1 and 5', { x: null }, 'null'],
    ['x in [1..5]', { x: null }, 'null'],
    ['not(x)', { x: null }, 'null'],
    ['substring(x, 1, 2)', { x: null }, 'null'],
    ['date(x)', { x: 'soon' }, 'null'],
    ['x / 0', { x: 1 }, 'null'],
    ['total(m.a)', { m: [{ a: null }] }, 'null'],
    ['m[1].a + 1', { m: [] }, 'null'],
    ['some i in m satisfies i.a > 1', { m: [{ a: null }] }, 'null'],
    ['if x then 1 else 2', { x: 'yes' }, 'type'],
    ['date(d) < e', { d: '2024-01-01', e: '2025-01-01' }, 'type'],
    ['1 = "a"', {}, 'type'],
    ['matches("a", "a", "x")', {}, 'type'],
    ['[1] < [2]', {}, 'type'],
    ['x < y', { x: { a: 1 }, y: { a: 2 } }, 'type'],
    ['true < false', {}, 'type'],
    ['[1..2] < [1..3]', {}, 'type'],
    ['date and time("2026-01-01T10:00:00") < date("2026-01-01")', {}, 'type'],
    ['time("10:00:00") = duration("PT10H")', {}, 'type'],
    ['total(x)', { x: 'a' }, 'type'],
    ['total(x)', { x: null }, 'null'],
    ['total(["a"])', {}, 'type'],
    ['x.a.b', { x: { a: 1 } }, 'unknownName'],
    ['[1..2]', {}, 'type'],
    ['x', { x: () => 1 }, 'type'],
    ['date("-0001-01-01")', {}, 'type'],
    ['x.a = null', { x: { b: 1 } }, 'unknownName'],
    ['"a" + 1', {}, 'type'],
    ['x.b = 1', { x: { a: 1 } }, 'unknownName'],
    ['y + 1', { x: 1 }, 'unknownName'],
    ['nothing(x)', { x: 1 }, 'unknownName'],
    ['1 +', {}, 'syntax'],
    ['', {}, 'syntax'],
    ['if x then 1', { x: true }, 'syntax'],
    ['today()', {}, 'tooComplex'],
    ['('.repeat(3000), {}, 'tooComplex'],
    [`${'('.repeat(65)}1${')'.repeat(65)}`, {}, 'tooComplex'],
    ['for i in 1..2000000 return i', {}, 'tooComplex'],
    ['for i in 1..x return i', { x: 9 }, 'tooComplex'],
    ['for a in m, b in m, c in m return a', { m: [1] }, 'tooComplex'],
    ['(function(a) a)(1)', {}, 'tooComplex'],
    ['matches(x, "^(a+)+$")', { x: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaa!' }, 'tooComplex'],
    ['matches(x, x)', { x: 'a' }, 'tooComplex'],
  ])('%s with %j is refused: %s', (source, names, expected) => {
    expect(code(source, names)).toBe(expected);
  });

  it('says where it fails', () => {
    expect(() => value('1 + nobody', {})).toThrow(expect.objectContaining({ position: { from: 4, to: 10 } }));
  });
});

describe('a text with expressions', () => {
  it('is filled in, an absent value leaves nothing', () => {
    expect(interpolate('Шановна {{ a }}{{ b }}!', { a: 'Олено', b: null })).toBe('Шановна Олено!');
  });
  it('lists what a list holds, and writes down what has parts', () => {
    expect(interpolate('{{ l }}; {{ c }}', { l: ['а', 'б'], c: { n: 1 } })).toBe('а, б; {"n":1}');
  });
  it('money that is no whole number of kopiikas is none', () => {
    expect(interpolate('{{ money(n) }}', { n: 1200 }).replace(/\s/g, ' ')).toBe('12,00 ₴');
    expect(() => interpolate('{{ money(n) }}', { n: 1.5 })).not.toThrow();
    expect(interpolate('{{ money(n) }}', { n: 1.5 }, 'uk')).toBe('');
  });
  it('what only looks like a day is left as it is', () => {
    expect(interpolate('{{ d }}', { d: '2026-99-99' }, 'uk')).toBe('2026-99-99');
    expect(interpolate('{{ d }}', { d: '2026-03-02' }, 'en')).toBe('2 March 2026');
  });
  it('writes days and money as people do', () => {
    expect(interpolate('{{ d }}: {{ money(12975) }}', { d: '2026-11-24' }, 'uk')).toMatch(
      /^24\.11\.2026: 129,75\s₴$/,
    );
  });
});
