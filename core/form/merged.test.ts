import { describe, expect, it } from 'vitest';
import { flatten, merged, places, schemaAt, UnresolvedReference } from './flatten.ts';
import type { Schema } from './types.ts';

const text = { type: 'string' };
const flat = (schema: Schema, data: unknown = {}) => flatten(schema, schema, data);
const properties = (schema: Schema, data: unknown = {}) => Object.keys(flat(schema, data).properties ?? {});

describe('two schemas at once', () => {
  it('hold the stricter of two limits', () => {
    const lower = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'];
    const upper = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'];
    for (const word of lower)
      for (const [a, b] of [[1, 2] as const, [2, 1] as const])
        expect(merged({ [word]: a }, { [word]: b }), word).toEqual({ [word]: 2 });
    for (const word of upper)
      for (const [a, b] of [[1, 2] as const, [2, 1] as const])
        expect(merged({ [word]: a }, { [word]: b }), word).toEqual({ [word]: 1 });
    expect(merged({ minimum: 'wrong' }, { minimum: 1 })).toEqual({ minimum: 1 });
    expect(merged({ minimum: 1 }, { minimum: 'wrong' })).toEqual({ minimum: 'wrong' });
  });

  it('ask for all that either asks for, and take only what both take', () => {
    expect(merged({ required: ['a', 'b'] }, { required: ['b', 'c'] })).toEqual({ required: ['a', 'b', 'c'] });
    expect(merged({ enum: ['a', 1, { k: 1 }] }, { enum: [1, { k: 1 }, 'z'] })).toEqual({
      enum: [1, { k: 1 }],
    });
    expect(merged({ enum: [] }, { enum: ['z'] })).toEqual({ enum: ['z'] });
    expect(merged({ allOf: [{ a: 1 }] }, { allOf: [{ b: 1 }, 'none'] })).toEqual({
      allOf: [{ a: 1 }, { b: 1 }],
    });
  });

  it('have the fields and rows of both, each by both schemas', () => {
    const one: Schema = { properties: { a: { minLength: 1 }, b: text, c: true }, items: { minLength: 1 } };
    const other: Schema = { properties: { a: { maxLength: 5 }, b: false, c: text }, items: { maxLength: 5 } };
    expect(merged(one, other)).toEqual({
      properties: { a: { minLength: 1, maxLength: 5 }, b: false, c: text },
      items: { minLength: 1, maxLength: 5 },
    });
    expect(merged({ items: true }, { items: text })).toEqual({ items: text });
    expect(merged({ items: text }, { items: false })).toEqual({ items: false });
  });

  it('are otherwise as the later one says', () => {
    expect(merged({ type: 'string', title: 'a' }, { title: 'b', format: 'date' })).toEqual({
      type: 'string',
      title: 'b',
      format: 'date',
    });
    expect(merged({ not: { a: 1 } }, { not: { b: 1 } })).toEqual({ not: { b: 1 } });
  });
});

describe('a reference', () => {
  it('is followed as far as it leads, and what stands beside it counts too', () => {
    const schema: Schema = {
      $defs: {
        'a/b': { type: 'object', properties: { c: { type: 'string', minLength: 2 } } },
        again: { $ref: '#/$defs/a~1b' },
      },
      type: 'object',
      properties: { one: { $ref: '#/$defs/again', title: 'Один' }, two: { $ref: '#/$defs/a%7E1b' } },
    };
    expect(flat(schema)).toEqual({
      type: 'object',
      properties: {
        one: { type: 'object', properties: { c: { type: 'string', minLength: 2 } }, title: 'Один' },
        two: { type: 'object', properties: { c: { type: 'string', minLength: 2 } } },
      },
    });
  });

  it('that leads out of the form, nowhere or in a circle is named', () => {
    const broken =
      (ref: string, $defs: object = {}) =>
      () =>
        flat({ $defs, properties: { a: { $ref: ref } } });
    expect(broken('https://example.org/a')).toThrow(
      '$ref "https://example.org/a" cannot be followed inside the form',
    );
    expect(broken('#/$defs/gone/further')).toThrow('$ref "#/$defs/gone/further" points at nothing');
    expect(broken('#/$defs/list', { list: [] })).toThrow('points at nothing');
    expect(broken('#/$defs/a', { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } })).toThrow(
      'cannot be followed',
    );
    expect(new UnresolvedReference('').code).toBe('unresolved-reference');
  });
});

describe('alternatives', () => {
  const card = {
    type: 'object',
    properties: { kind: { const: 'card', title: 'Вид' }, number: text },
    required: ['kind', 'number'],
  };
  const none = { type: 'object', properties: { kind: { const: 'none' }, why: text }, required: ['kind'] };
  const told: Schema = { type: 'object', oneOf: [card, none], title: 'Документ' };

  it('are chosen by the field that tells them apart, which offers them all', () => {
    expect(flat(told, { kind: 'card' })).toEqual({
      type: 'object',
      title: 'Документ',
      properties: { kind: { title: 'Вид', enum: ['card', 'none'] }, number: text },
      required: ['kind', 'number'],
    });
    expect(properties(told, { kind: 'none' })).toEqual(['kind', 'why']);
    expect(properties(told, {})).toEqual(['kind']);
    expect(properties(told, undefined)).toEqual(['kind']);
    expect(properties(told, { kind: 'other' })).toEqual(['kind']);
  });

  it('must be told apart only where every one of them asks for it', () => {
    const { required: _, ...open } = none;
    expect(flat({ oneOf: [card, open] }, {}).required ?? []).toEqual([]);
    expect(flat({ oneOf: [card, none] }, {}).required).toEqual(['kind']);
  });

  it('that several fields tell apart are chosen when all of them do', () => {
    const of = (kind: string, abroad: boolean, name: string): Schema => ({
      properties: { kind: { const: kind }, abroad: { const: abroad }, [name]: text },
    });
    const both: Schema = { anyOf: [of('card', false, 'a'), of('card', true, 'b')] };
    expect(properties(both, { kind: 'card', abroad: true })).toEqual(['kind', 'abroad', 'b']);
    expect(properties(both, { kind: 'card' })).toEqual(['kind', 'abroad']);
  });

  it('that no field tells apart are chosen by what fits first', () => {
    const a: Schema = { type: 'object', properties: { a: text }, required: ['a'] };
    const b: Schema = { type: 'object', properties: { b: text }, required: ['b'] };
    expect(properties({ anyOf: [a, b] }, { b: 'x' })).toEqual(['b']);
    expect(properties({ anyOf: [a, b] }, { a: 'x', b: 'x' })).toEqual(['a']);
    expect(properties({ anyOf: [a, b] }, {})).toEqual([]);
    // one that is told apart is not taken for what merely fits
    expect(
      properties({ anyOf: [{ properties: { kind: { const: 'card' }, c: text } }, b] }, { b: 'x' }),
    ).toEqual(['kind', 'b']);
  });

  it('stay as they are where they are no objects: they are choices', () => {
    const choices = {
      type: 'string',
      oneOf: [
        { const: 'a', title: 'А' },
        { const: 'b', title: 'Б' },
      ],
    };
    expect(flat(choices, 'a')).toEqual(choices);
    const mixed = { anyOf: [{ type: 'object', properties: { a: text } }, { type: 'null' }] };
    expect(flat(mixed, {})).toEqual(mixed);
  });

  it('may be references and have conditions inside', () => {
    // biome-ignore lint/suspicious/noThenProperty: a JSON Schema keyword
    const issued = { if: { required: ['number'] }, then: { properties: { issued: text } } };
    const schema: Schema = {
      $defs: { card: { ...card, allOf: [issued] }, none },
      oneOf: [{ $ref: '#/$defs/card' }, { $ref: '#/$defs/none' }],
    };
    expect(properties(schema, { kind: 'card', number: '1' })).toEqual(['kind', 'number', 'issued']);
    expect(properties(schema, { kind: 'card' })).toEqual(['kind', 'number']);
  });
});

describe('conditions', () => {
  const asks: Schema = {
    properties: { a: text },
    if: { required: ['a'] },
    // biome-ignore lint/suspicious/noThenProperty: a JSON Schema keyword
    then: { properties: { yes: text }, if: { required: ['yes'] }, then: { properties: { deep: text } } },
    else: { properties: { no: text } },
    dependentRequired: { a: ['yes', 'b'], gone: ['never'] },
  };

  it('bring one way or the other, with what is asked for inside', () => {
    expect(properties(asks, { a: '1' })).toEqual(['a', 'yes']);
    expect(properties(asks, { a: '1', yes: '2' })).toEqual(['a', 'yes', 'deep']);
    expect(properties(asks, {})).toEqual(['a', 'no']);
    expect(properties({ properties: { a: text }, if: { required: ['a'] } }, { a: '1' })).toEqual(['a']);
  });

  it('leave nothing of themselves behind', () => {
    expect(flat(asks, { a: '1' })).toEqual({ properties: { a: text, yes: text }, required: ['yes', 'b'] });
    expect(flat(asks, {})).toEqual({ properties: { a: text, no: text } });
    expect(flat({ ...asks, required: ['a'] }, { a: '1' }).required).toEqual(['a', 'yes', 'b']);
  });

  it('may differ from row to row', () => {
    const rows = flat({ type: 'array', items: asks }, [{ a: '1' }, {}]);
    expect((rows.rows as Schema[]).map((row) => Object.keys(row.properties ?? {}))).toEqual([
      ['a', 'yes'],
      ['a', 'no'],
    ]);
    expect(Object.keys((rows.items as Schema).properties ?? {})).toEqual(['a', 'no']);
    expect(flat({ type: 'array', items: asks }, 'text')).not.toHaveProperty('rows');
    expect(flat({ type: 'array', items: true }, [1])).toEqual({ type: 'array', items: true });
  });
});

describe('a place in a form', () => {
  const schema: Schema = {
    type: 'object',
    properties: {
      name: text,
      any: true,
      no: false,
      address: { type: 'object', properties: { street: text } },
      owners: { type: 'array', items: { type: 'object', properties: { name: text, any: true } } },
      '0': text,
    },
  };
  const form = () => flat(schema, { owners: [{}, {}] });

  it('is found by its pointer', () => {
    const here = form();
    expect(schemaAt(here, '')).toBe(here);
    expect(schemaAt(here, '/address/street')).toEqual(text);
    expect(schemaAt(here, '/0')).toEqual(text);
    expect(schemaAt(here, '/any')).toEqual({});
    for (const row of ['0', '1', '7', '*']) expect(schemaAt(here, `/owners/${row}/name`), row).toEqual(text);
    expect(schemaAt(here, '/owners/0')).toBe(
      (here.properties as { owners: { rows: Schema[] } }).owners.rows[0],
    );
  });

  it('is not there where nothing shows', () => {
    const here = form();
    for (const none of [
      '/gone',
      '/no',
      '/name/deeper',
      '/owners/x',
      '/owners/1x',
      '/owners/x1',
      '/constructor',
      '/any/deeper',
      '/address/gone/further',
    ])
      expect(schemaAt(here, none), none).toBeUndefined();
  });

  it('is one of those that can hold a value, rows that were entered among them', () => {
    expect(places(form())).toEqual([
      '/0',
      '/name',
      '/any',
      '/address',
      '/address/street',
      '/owners',
      '/owners/0',
      '/owners/0/name',
      '/owners/0/any',
      '/owners/1',
      '/owners/1/name',
      '/owners/1/any',
    ]);
    expect(places(flat({ properties: { list: { type: 'array' } } }))).toEqual(['/list']);
  });
});
