import { describe, expect, it } from 'vitest';
import type { Schema } from './types.ts';
import { breaches, fits } from './verdict.ts';

const said = (schema: Schema, data: unknown, root = schema) =>
  breaches(schema, root, data).map(({ pointer, keyword }) => `${pointer} ${keyword}`);

describe('the interpreting validator', () => {
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

  it('follows references of a part of a form into the definitions of the whole', () => {
    const part: Schema = {
      properties: { a: { $ref: '#/$defs/short' }, b: { $ref: '#/$defs/own' } },
      $defs: { own: { type: 'number' } },
    };
    const root: Schema = { $defs: { short: { maxLength: 2 } }, properties: { part } };
    expect(fits(part, root, { a: 'ab', b: 1 })).toBe(true);
    expect(fits(part, root, { a: 'abc', b: 1 })).toBe(false);
    expect(fits(part, root, { a: 'ab', b: 'c' })).toBe(false);
  });

  it('judges one part by each form that it stands in', () => {
    const part: Schema = { $ref: '#/$defs/of' };
    const texts: Schema = { $defs: { of: { type: 'string' } } };
    const numbers: Schema = { $defs: { of: { type: 'number' } } };
    for (let again = 0; again < 2; again += 1) {
      expect(fits(part, texts, 'a')).toBe(true);
      expect(fits(part, numbers, 'a')).toBe(false);
    }
  });

  it('takes a group in which nothing was entered for an empty one', () => {
    expect(fits({ type: 'object' }, {}, undefined)).toBe(true);
    expect(fits({ required: ['a'] }, {}, undefined)).toBe(false);
    expect(fits(true, {}, 'anything')).toBe(true);
    expect(fits(false, {}, 'anything')).toBe(false);
  });

  it('says each thing once, at the field that it is about', () => {
    const schema: Schema = {
      type: 'object',
      properties: { a: { type: 'string', minLength: 2, pattern: '^x' }, 'b/c': { type: 'number' } },
      required: ['a', 'd~e'],
      allOf: [{ required: ['a'] }],
    };
    expect(said(schema, {}).sort()).toEqual(['/a required', '/d~0e required']);
    expect(said(schema, { a: 'y', 'd~e': 1, 'b/c': 'z' }).sort()).toEqual([
      '/a minLength',
      '/a pattern',
      '/b~1c type',
    ]);
    expect(said({ dependentRequired: { a: ['b'] } }, { a: 1 })).toEqual(['/b dependentRequired']);
    expect(said({ properties: { Ім: { type: 'number' } } }, { Ім: 'я' })).toEqual(['/Ім type']);
    expect(
      said({ properties: { rows: { type: 'array', items: { required: ['a'] } } } }, { rows: [{}] }),
    ).toEqual(['/rows/0/a required']);
  });

  it('knows how identifiers and addresses are written', () => {
    const right: [format: string, text: string][] = [
      ['rnokpp', '1759013776'],
      ['phone', '+380441234567'],
      ['date', '2026-02-28'],
      ['email', 'o.petrenko+1@mail.example.com.ua'],
      ['email', `${'a'.repeat(64)}@b.ua`],
      ['email', `a@${'b'.repeat(249)}.ua`],
    ];
    for (const [format, text] of right) expect(fits({ format }, {}, text), text).toBe(true);
    const wrong: [format: string, text: string][] = [
      ['rnokpp', '1759013770'],
      ['phone', '0441234567'],
      ['date', '2026-02-30'],
      ['email', 'petrenko'],
      ['email', 'petrenko@mail'],
      ['email', 'petrenko@.ua'],
      ['email', 'petrenko@mail.'],
      ['email', 'petrenko@mail..ua'],
      ['email', '@mail.ua'],
      ['email', 'o petrenko@mail.ua'],
      ['email', 'o@petrenko@mail.ua'],
      ['email', 'petrenko@ma il.ua'],
      ['email', 'petrenko@mail.u a'],
      ['email', 'petrenko@mail.ua '],
      ['email', '<petrenko@mail.ua'],
      ['email', `${'a'.repeat(65)}@b.ua`],
      ['email', `a@${'b'.repeat(250)}.ua`],
    ];
    for (const [format, text] of wrong) expect(fits({ format }, {}, text), text).toBe(false);
    for (const [format] of right) expect(fits({ format }, {}, 5), format).toBe(true);
  });
});
