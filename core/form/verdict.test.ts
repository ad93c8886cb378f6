import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { data, schema } from './schemas.testing.ts';
import { breaches, fits } from './verdict.ts';

describe('the interpreting validator', () => {
  it('says the same as a compiling one', () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    fc.assert(
      fc.property(schema, data, (given, entered) => {
        const compiled = ajv.compile(given);
        expect(fits(given, given, entered)).toBe(compiled(entered));
        expect(breaches(given, given, entered).length === 0).toBe(compiled(entered));
      }),
      { numRuns: 300 },
    );
  });

  it('knows a part that stands in two places under one $id', () => {
    const part = { $id: 'https://example.org/part', type: 'object', properties: { a: { type: 'integer' } } };
    const twice = { type: 'object', properties: { one: part, two: structuredClone(part) } };
    expect(fits(twice, twice, { one: { a: 1 }, two: { a: 2 } })).toBe(true);
    expect(breaches(twice, twice, { two: { a: 'x' } })).toMatchObject([
      { pointer: '/two/a', keyword: 'type' },
    ]);
  });

  it('leaves the schema that it was given as it was', () => {
    const given = Object.freeze({
      type: 'object',
      properties: Object.freeze({ a: Object.freeze({ type: 'string' }) }),
    });
    expect(fits(given, given, { a: 'b' })).toBe(true);
    expect(Object.keys(given)).toEqual(['type', 'properties']);
  });
});
