import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFields } from './check-fields.ts';
import { withObjects } from './entered.ts';
import { schemaAt, UnresolvedReference } from './flatten.ts';
import { valueAt, withValue } from './pointer.ts';
import { resolveFields, settled } from './resolve-fields.ts';
import { data, schema } from './schemas.testing.ts';
import type { Schema } from './types.ts';
import { fits } from './verdict.ts';

describe('a schema resolved for what is entered', () => {
  it('leaves no condition and no reference', () => {
    fc.assert(
      fc.property(schema, data, (given, entered) => {
        const { flat } = settled(given, entered);
        expect(JSON.stringify(flat)).not.toMatch(/"(if|then|else|allOf|\$ref|dependentRequired)":/);
      }),
    );
  });

  it('is settled at once: what was kept keeps everything', () => {
    fc.assert(
      fc.property(schema, data, (given, entered) => {
        const { kept } = settled(given, entered);
        const again = settled(given, kept);
        expect(again.kept).toEqual(kept);
        expect(again.gone).toEqual([]);
      }),
    );
  });

  it('keeps only what shows', () => {
    fc.assert(
      fc.property(schema, data, (given, entered) => {
        const { flat, kept } = settled(given, entered);
        for (const one of Object.keys(kept)) expect(schemaAt(flat, `/${one}`)).toBeDefined();
      }),
    );
  });

  it('judges as the whole schema does: no mistake is said exactly when the data fit', () => {
    fc.assert(
      fc.property(schema, data, (given, entered) => {
        const { flat, kept } = settled(given, entered);
        const mistakes = checkFields({ schema: given }, entered);
        expect(mistakes.length === 0).toBe(fits(given, given, withObjects(flat, kept)));
      }),
      { numRuns: 300 },
    );
  });

  it('refuses a reference that leads nowhere, by name', () => {
    const broken = { type: 'object', properties: { a: { $ref: '#/$defs/none' } } } as Schema;
    expect(() => resolveFields({ schema: broken }, {})).toThrow(UnresolvedReference);
    const circle = {
      $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } },
      properties: { a: { $ref: '#/$defs/a' } },
    } as Schema;
    expect(() => resolveFields({ schema: circle }, {})).toThrow(UnresolvedReference);
  });
});

describe('a value at its pointer', () => {
  const pointer = fc
    .array(fc.constantFrom('a', 'b/c', 'd~e'), { minLength: 1, maxLength: 3 })
    .map((steps) => steps.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''));

  it('is read back as it was put, and nothing else changes', () => {
    fc.assert(
      fc.property(pointer, fc.integer(), (at, n) => {
        expect(valueAt(withValue({}, at, n), at)).toBe(n);
        expect(withValue(withValue({}, at, n), at, n)).toEqual(withValue({}, at, n));
      }),
    );
  });

  it('adds a row at the end and takes one out', () => {
    expect(withValue({ rows: [1] }, '/rows/1', 2)).toEqual({ rows: [1, 2] });
    expect(withValue({ rows: [1, 2] }, '/rows/0', undefined)).toEqual({ rows: [2] });
  });

  it('never reaches a prototype', () => {
    expect(withValue({}, '/__proto__/polluted', true)).toEqual({});
    expect(valueAt({}, '/constructor/name')).toBeUndefined();
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
