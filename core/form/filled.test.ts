import { describe, expect, it } from 'vitest';
import { filled, filledObject } from './filled.ts';
import { outline } from './outline.ts';

const text = { type: 'string' };

describe('what a condition sees of a form', () => {
  it('has every field: objects and lists that are empty, null for the rest', () => {
    const schema = {
      type: 'object',
      properties: {
        name: text,
        address: { type: 'object', properties: { street: text } },
        open: { type: 'object' },
        bare: { properties: { a: text } },
        owners: { type: 'array', items: { type: 'object', properties: { name: text } } },
        list: { type: 'array' },
        untyped: { items: text },
      },
    };
    expect(filled(schema, undefined)).toStrictEqual({
      name: null,
      address: { street: null },
      open: {},
      bare: { a: null },
      owners: [],
      list: [],
      untyped: [],
    });
    expect(filled(schema, { owners: [{}, { name: 'Петро' }], name: 0, extra: 1 })).toMatchObject({
      owners: [{ name: null }, { name: 'Петро' }],
      name: 0,
      extra: 1,
    });
  });

  it('takes what is of another shape for absent', () => {
    const schema = {
      type: 'object',
      properties: { a: { type: 'object', properties: { b: text } }, l: { type: 'array' } },
    };
    for (const wrong of ['text', null, [1]])
      expect(filled(schema, { a: wrong, l: 'text' })).toStrictEqual({ a: { b: null }, l: [] });
    for (const wrong of ['text', null, [1]]) expect(filled(schema, wrong)).toMatchObject({ l: [] });
  });

  it('has the fields of every alternative and of both ways of a condition', () => {
    const one = (name: string) => ({ properties: { [name]: text } });
    const schema = {
      allOf: [one('all')],
      oneOf: [one('one')],
      anyOf: [one('any')],
      if: one('never'),
      // biome-ignore lint/suspicious/noThenProperty: a JSON Schema keyword
      then: { ...one('yes'), allOf: [one('deep')] },
      else: one('no'),
      dependentSchemas: { all: one('leaning') },
    };
    expect(Object.keys(filled(schema, {}) as object).sort()).toEqual(
      ['all', 'any', 'deep', 'leaning', 'no', 'one', 'yes'].sort(),
    );
  });

  it('has the fields that a reference brings, also under a name that is escaped', () => {
    const schema = {
      $defs: {
        person: { properties: { name: text } },
        'a/b': { properties: { c: text } },
        list: { items: text },
      },
      properties: {
        person: { $ref: '#/$defs/person' },
        other: { $ref: '#/$defs/a~1b' },
        list: { $ref: '#/$defs/list' },
        gone: { $ref: '#/$defs/gone/further' },
        outside: { $ref: 'https://example.org/person' },
      },
    };
    expect(filled(schema, {})).toStrictEqual({
      person: { name: null },
      other: { c: null },
      list: [],
      gone: null,
      outside: null,
    });
  });

  it('ends where a schema contains itself', () => {
    const node: Record<string, unknown> = {
      $defs: { node: { type: 'object', properties: { child: { $ref: '#/$defs/node' } } } },
      $ref: '#/$defs/node',
    };
    let depth = 0;
    for (let at: unknown = filled(node, {}); at; at = (at as { child?: unknown }).child) depth += 1;
    expect(depth).toBe(13);
    const circle = { $ref: '#' };
    expect(filled(circle, {})).toEqual({});
  });

  it('is what there is where the schema says nothing', () => {
    for (const none of [undefined, null, true, []]) {
      expect(filled(none, 'a')).toBe('a');
      expect(outline(none).shape).toBe('value');
      expect(outline(none).items.shape).toBe('value');
    }
  });

  it('is looked for once in a schema', () => {
    const schema = { properties: { a: text } };
    expect(outline(schema)).toBe(outline(schema));
    expect(outline(schema)).not.toBe(outline({ ...schema }));
  });

  it('is an object where one is asked for, whatever there is', () => {
    const schema = { type: 'object', properties: { a: text } };
    expect(filledObject(schema, undefined)).toEqual({ a: null });
    expect(filledObject(schema, { a: 'b' })).toEqual({ a: 'b' });
    expect(filledObject(true, { a: 'b' })).toEqual({ a: 'b' });
    for (const wrong of ['text', [1], null]) expect(filledObject(true, wrong)).toEqual({});
  });
});
