import { describe, expect, it } from 'vitest';
import { steps } from './pointer.ts';
import { changedAt } from './schema-change.ts';
import type { Schema } from './types.ts';

const changed = (schema: Schema, pointer: string) =>
  changedAt(schema, schema, steps(pointer), (one) => ({ ...one, enum: ['x'] }));
const text = { type: 'string' };
const chosen = { type: 'string', enum: ['x'] };

describe('a place of a schema that is changed', () => {
  it('is changed wherever it is declared, and nothing else is', () => {
    const declared = (a: object) => ({
      properties: { a, b: text },
      allOf: [{ properties: { a } }, true],
      anyOf: [{ properties: { a } }],
      oneOf: [{ properties: { b: text } }, { properties: { a } }],
      // biome-ignore lint/suspicious/noThenProperty: a JSON Schema keyword
      then: { properties: { a } },
      else: { properties: { a } },
      if: { properties: { a: text } },
    });
    expect(changed(declared(text) as Schema, '/a')).toEqual(declared(chosen));
  });

  it('is each row of a list, where the pointer says so; a field by the name of a star is a field', () => {
    const list = { properties: { a: { type: 'array', items: text } } };
    expect(changed(list, '/a/*')).toEqual({ properties: { a: { type: 'array', items: chosen } } });
    expect(changed(list, '/a/b')).toEqual(list);
    expect(changed({ items: true }, '/*')).toEqual({ items: true });
    expect(changed({ properties: { '*': text } }, '/*')).toEqual({ properties: { '*': chosen } });
  });

  it('is put in the place of a reference on the way, so that what else refers to it stays', () => {
    const $defs = { home: { type: 'object', properties: { street: text } } };
    const ref = { $ref: '#/$defs/home' };
    const made = changed({ $defs, properties: { live: ref, born: ref } }, '/live/street');
    expect(made).toEqual({
      $defs,
      properties: { live: { type: 'object', properties: { street: chosen } }, born: ref },
    });
  });

  it('that is not there changes nothing', () => {
    const schema = { properties: { a: text, yes: true } };
    for (const pointer of ['/gone', '/toString', '/yes', '/a/b'])
      expect(changed(schema, pointer), pointer).toEqual(schema);
    expect(changed(text, '')).toEqual(chosen);
  });
});
