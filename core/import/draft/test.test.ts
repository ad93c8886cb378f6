import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ALWAYS,
  above,
  alternatives,
  both,
  either,
  leansOn,
  NEVER,
  negated,
  schemaOf,
  type Test,
} from './test.ts';

const row: Test = { field: '/rows/*/a', is: { const: 1 } };
const form: Test = { field: '/b', is: { const: 2 } };
const other: Test = { field: '/c', is: { const: 3 } };

describe('conditions joined', () => {
  it('are as flat as they can be, and what always or never holds decides', () => {
    expect(both([form])).toBe(form);
    expect(both([both([form, other]), ALWAYS])).toEqual({ all: [form, other] });
    expect(either([form])).toBe(form);
    expect(either([either([form, other]), NEVER])).toEqual({ any: [form, other] });
    expect(either([form, ALWAYS])).toBe(ALWAYS);
    expect(negated(negated(form))).toBe(form);
  });

  it('lean on every field that they name', () => {
    expect(leansOn({ all: [{ not: row }, { any: [form, { some: '/list', row: other }] }] })).toEqual([
      ...['/rows/*/a', '/b', '/list'],
    ]);
  });
});

describe('a condition in JSON Schema', () => {
  it.each<[Test, object]>([
    [form, { properties: { b: { const: 2 } }, required: ['b'] }],
    [
      { some: '/list', row: { field: '/x', is: { const: 1 } } },
      {
        properties: { list: { contains: { properties: { x: { const: 1 } }, required: ['x'] } } },
        required: ['list'],
      },
    ],
    [{ not: NEVER }, { not: { not: {} } }],
    [ALWAYS, {}],
    [{ any: [ALWAYS] }, { anyOf: [{}] }],
    [{ all: [form] }, { properties: { b: { const: 2 } }, required: ['b'] }],
  ])('%j', (test, schema) => expect(schemaOf(test, '')).toEqual(schema));

  it('stands at the object above all that it names', () => {
    expect(above(['/x/y/a', '/x/y/b', '/x/z/c'])).toBe('/x');
    expect(above(['/x/y/a'])).toBe('/x/y');
    expect(above(['/a', '/x/y'])).toBe('');
    expect(above([])).toBe('');
    expect(schemaOf({ field: '/x/y', is: {} }, '/x')).toEqual({ properties: { y: {} }, required: ['y'] });
  });
});

describe('a condition of a row and of the whole form', () => {
  it.each<[Test, readonly (readonly Test[])[]]>([
    [form, [[form]]],
    [{ all: [row, form] }, [[row, form]]],
    [{ any: [row, form] }, [[row], [form]]],
    [
      { all: [{ any: [row, form] }, other] },
      [
        [row, other],
        [form, other],
      ],
    ],
    [{ not: { not: { any: [row, form] } } }, [[row], [form]]],
    [{ not: { all: [row, form] } }, [[{ not: row }], [{ not: form }]]],
    [{ not: { any: [row, form] } }, [[{ not: row }, { not: form }]]],
  ])('%j is asked in parts', (test, parts) => expect(alternatives(test)).toEqual(parts));

  it('is not asked where that takes too many parts', () => {
    const pairs = Array.from({ length: 7 }, (): Test => ({ any: [row, form] }));
    expect(alternatives({ all: pairs })).toBeUndefined();
    expect(alternatives({ all: pairs.slice(0, 6) })).toHaveLength(64);
    expect(alternatives({ any: [{ all: pairs }, form] })).toBeUndefined();
    expect(alternatives({ all: [{ all: pairs }, form] })).toBeUndefined();
  });

  it('comes to the same in parts as as a whole, whatever holds', () => {
    const { test } = fc.letrec<{ test: Test }>((tie) => ({
      test: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom(row, form, other),
        fc.array(tie('test'), { maxLength: 3 }).map((all) => ({ all })),
        fc.array(tie('test'), { maxLength: 3 }).map((any) => ({ any })),
        tie('test').map((not) => ({ not })),
      ),
    }));
    const holds = (one: Test, there: readonly Test[]): boolean => {
      if ('all' in one) return one.all.every((part) => holds(part, there));
      if ('any' in one) return one.any.some((part) => holds(part, there));
      return 'not' in one ? !holds(one.not, there) : there.includes(one);
    };
    fc.assert(
      fc.property(test, fc.subarray([row, form, other]), (whole, there) => {
        const parts = alternatives(whole);
        if (!parts) return;
        expect(parts.some((each) => each.every((part) => holds(part, there)))).toBe(holds(whole, there));
        // a row and what is around it are never asked at once
        for (const part of parts.flat())
          expect(new Set(leansOn(part).map((at) => at.includes('*'))).size).toBeLessThan(2);
      }),
      { numRuns: 300 },
    );
  });
});
