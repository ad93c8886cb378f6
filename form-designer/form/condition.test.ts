import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Schema } from '#core/form/types.ts';
import { fits } from '#core/form/verdict.ts';
import type { Json } from '../commands/json.ts';
import { type Condition, commonObject, read, type Test, written } from './condition.ts';

const field = fc.constantFrom('/kind', '/person/age', '/children', '/person/name');
const value = fc.constantFrom<Json>('a', 'b', 3, true);
const test: fc.Arbitrary<Test> = fc.oneof(
  fc.record({ field, is: fc.constantFrom('equals' as const, 'notEquals' as const), value }),
  fc.record({
    field,
    is: fc.constantFrom('oneOf' as const, 'notOneOf' as const),
    value: fc.array(value, { minLength: 1 }),
  }),
  fc.record({ field, is: fc.constantFrom('atLeast' as const, 'lessThan' as const), value: fc.nat(9) }),
  fc.record({ field, is: fc.constantFrom('filled' as const, 'hasRows' as const) }),
);
const condition: fc.Arbitrary<Condition> = fc.record({
  join: fc.constantFrom('and' as const, 'or' as const),
  tests: fc.array(test, { minLength: 1, maxLength: 4 }),
});

describe('a condition as a sentence', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(condition, (sentence) => {
        const back = read(written(sentence, ''), '');
        expect(back).not.toBeNull();
        // the order of fields inside one object may differ, what is asked may not
        const asked = ({ tests }: Condition) => tests.map((one) => JSON.stringify(one)).sort();
        if (back) expect(asked(back)).toEqual(asked(sentence));
        if (back && sentence.tests.length > 1) expect(back.join).toBe(sentence.join);
      }),
    );
  });

  it('holds for what it says', () => {
    const adult = written({ join: 'and', tests: [{ field: '/person/age', is: 'atLeast', value: 18 }] }, '');
    const holds = (data: object) => fits(adult as Schema, adult as Schema, data);
    expect(holds({ person: { age: 18 } })).toBe(true);
    expect(holds({ person: { age: 17 } })).toBe(false);
    expect(holds({})).toBe(false);
  });

  it('that no sentence can say is told so, not bent', () => {
    expect(read({ properties: { kind: { const: 'a' } } }, '')).toBeNull();
    expect(read({ properties: { kind: { pattern: '^a' } }, required: ['kind'] }, '')).toBeNull();
    expect(read({ not: { required: ['kind'] } }, '')).toBeNull();
  });

  it('every condition of the shipped service can be read', () => {
    const path = resolve(
      import.meta.dirname,
      '../../service-definitions/services/residence-registration/service.json',
    );
    const { form } = JSON.parse(readFileSync(path, 'utf8')) as {
      form: { schema: { allOf: { if: Json }[] } };
    };
    for (const { if: condition } of form.schema.allOf) expect(read(condition, '')).not.toBeNull();
  });

  it('stands at the object above all that it names', () => {
    expect(commonObject(['/a/b/c', '/a/d'])).toBe('/a');
    expect(commonObject(['/list/*/x', '/list/*/y'])).toBe('/list/*');
    expect(commonObject(['/x', '/a/b'])).toBe('');
  });
});
