import { describe, expect, it } from 'vitest';
import { checked, type Type, typeOfSchema } from './index.ts';

/** What an expression would be told of a form with this one schema; fields not said to be required may be absent. */
function told(schema: unknown, source: string): string[] {
  const { type, implications } = typeOfSchema(schema, 'form');
  const names = { form: type };
  const { findings } = checked(source, { names, implications, strict: true }, { empty: true });
  return findings.map(({ code, from, to }) => `${code} ${source.slice(from, to)}`);
}

const field = (schema: unknown): unknown => ({ type: 'object', properties: { a: schema }, required: ['a'] });
const typeOfField = (schema: unknown): Type | undefined => {
  const { type } = typeOfSchema(field(schema), 'form');
  return type.kind === 'context' ? type.fields.a : undefined;
};

describe('of what kind a field is, its schema says', () => {
  it.each<[string, unknown, Type]>([
    ['a whole number is a number', { type: 'integer' }, { kind: 'number' }],
    ['what may be null may be absent', { type: ['string', 'null'] }, { kind: 'string', empty: true }],
    ['of what nothing is said, it may be anything', {}, { kind: 'any' }],
    ['of what may be either, it may be anything', { type: ['string', 'number'] }, { kind: 'any' }],
    [
      'what has fields is an object',
      { properties: { b: { type: 'number' } } },
      { kind: 'context', fields: { b: { kind: 'number', empty: true } } },
    ],
    [
      'an object of which no field is told is open',
      { type: 'object' },
      { kind: 'context', fields: {}, open: true },
    ],
    ['what has items is a list', { items: { type: 'number' } }, { kind: 'list', of: { kind: 'number' } }],
    [
      'a list of which no item is told may hold anything',
      { type: 'array' },
      { kind: 'list', of: { kind: 'any' } },
    ],
    [
      'a list of at least one has a first',
      { type: 'array', minItems: 1, items: { type: 'string' } },
      { kind: 'list', of: { kind: 'string' }, some: true },
    ],
    ['one value that is written is of its kind', { const: 'yes' }, { kind: 'string', values: ['yes'] }],
    ['so are several', { enum: [1, 2] }, { kind: 'number', values: [1, 2] }],
    [
      'what is of another kind can never be chosen',
      { type: 'string', enum: ['x', {}, 7] },
      { kind: 'string', values: ['x'] },
    ],
    [
      'null among them: it may be absent',
      { enum: ['x', null] },
      { kind: 'string', values: ['x'], empty: true },
    ],
    [
      'choices with their titles',
      {
        type: 'string',
        oneOf: [
          { const: 'x', title: 'X' },
          { const: 'y', title: 'Y' },
        ],
      },
      { kind: 'string', values: ['x', 'y'] },
    ],
    [
      'choices that are no values say nothing of them',
      { type: 'string', anyOf: [{ minLength: 2 }, { const: '' }] },
      { kind: 'string' },
    ],
    [
      'what two say, both say',
      { allOf: [{ enum: ['x', 'y'] }, { enum: ['y', 'z'] }] },
      { kind: 'string', values: ['y'] },
    ],
    ['a day', { type: 'string', format: 'date' }, { kind: 'string', format: 'date' }],
    [
      'a number of a register is digits',
      { type: 'string', format: 'rnokpp' },
      { kind: 'string', format: 'digits' },
    ],
    [
      'a pattern of digits alone is digits',
      { type: 'string', pattern: '^\\d{4}$' },
      { kind: 'string', format: 'digits' },
    ],
    ['another pattern is none', { type: 'string', pattern: '^[A-Z]+$' }, { kind: 'string' }],
    [
      'a file format that no expression reads is none',
      { type: 'string', format: 'email' },
      { kind: 'string' },
    ],
  ])('%s', (_, schema, type) => {
    expect(typeOfField(schema)).toEqual(type);
  });

  it('a part elsewhere in the schema is what it refers to, by its escaped name too', () => {
    const schema = { ...(field({ $ref: '#/$defs/a~1b' }) as object), $defs: { 'a/b': { type: 'number' } } };
    const { type } = typeOfSchema(schema, 'form');
    expect(type).toMatchObject({ fields: { a: { kind: 'number' } } });
  });

  it.each(['#/$defs/nowhere/at/all', 'https://example.org/part'])(
    'what refers to %s may be anything',
    ($ref) => {
      expect(typeOfField({ $ref })).toEqual({ kind: 'any' });
    },
  );

  it('what refers to itself comes to an end', () => {
    const tree = {
      type: 'object',
      properties: { below: { $ref: '#' }, n: { type: 'number' } },
      required: ['n'],
    };
    const { type } = typeOfSchema(tree, 'form');
    expect(type).toMatchObject({
      fields: { n: { kind: 'number' }, below: { fields: { n: { kind: 'number' } } } },
    });
    expect(told(tree, 'if form.below.n != null then form.below.n + 1 else 0')).toEqual([]);
  });

  it('what only one of two conditions declares, each for itself, is either', () => {
    const branch = (a: unknown) => ({ properties: { a } });
    const schema = {
      type: 'object',
      oneOf: [branch({ const: 'x' }), branch({ const: 'y' })],
    };
    expect(typeOfSchema(schema, 'form').type).toMatchObject({
      fields: { a: { values: ['x', 'y'], empty: true } },
    });
  });
});

describe('what is there because of another', () => {
  const when = (test: unknown, then: unknown) => ({ if: test, then });
  const schema = (more: object) => ({
    type: 'object',
    properties: {
      kind: { type: 'string', enum: ['x', 'y', 'z'] },
      n: { type: 'number' },
      list: { type: 'array', items: { type: 'number' } },
      part: { type: 'object', properties: { deep: { type: 'number' } } },
    },
    required: ['kind'],
    ...more,
  });
  const needsN = { required: ['n'] };

  it.each<[string, object, string]>([
    [
      'a value',
      when({ properties: { kind: { const: 'x' } } }, needsN),
      'if form.kind = "x" then form.n + 1 else 0',
    ],
    [
      'one of some values',
      when({ properties: { kind: { enum: ['x', 'y'] } } }, needsN),
      'if form.kind in ("x", "y") then form.n + 1 else 0',
    ],
    [
      'a value of another part',
      { $defs: { p: needsN }, ...when({ properties: { kind: { const: 'x' } } }, { $ref: '#/$defs/p' }) },
      'if form.kind = "x" then form.n + 1 else 0',
    ],
    [
      'a list with something in it',
      when(
        { properties: { kind: { const: 'x' } } },
        { properties: { list: { minItems: 1 } }, required: ['list'] },
      ),
      'if form.kind = "x" then sum(form.list) else 0',
    ],
    [
      'a field of a part',
      when(
        { properties: { kind: { const: 'x' } } },
        { properties: { part: { required: ['deep'] } }, required: ['part'] },
      ),
      'if form.kind = "x" then form.part.deep + 1 else 0',
    ],
    [
      'another that is there',
      { dependentRequired: { n: ['part'] } },
      'if form.n != null then (if form.part = null then 1 else 2) else 0',
    ],
  ])('because of %s', (_, more, source) => {
    expect(
      told(schema(more), source).filter((t) => t.startsWith('mayBeEmpty') || t.startsWith('listMay')),
    ).toEqual([]);
  });

  it.each<[string, object]>([
    ['two fields at once', when({ properties: { kind: { const: 'x' }, n: { const: 1 } } }, needsN)],
    ['no field at all', when({ required: ['kind'] }, needsN)],
    ['a condition that says more', when({ properties: { kind: { const: 'x' } }, minProperties: 2 }, needsN)],
    ['a test that is no list of values', when({ properties: { kind: { minLength: 2 } } }, needsN)],
    ['values and something else', when({ properties: { kind: { const: 'x', minLength: 2 } } }, needsN)],
    ['nothing that follows', when({ properties: { kind: { const: 'x' } } }, {})],
    ['others that are no list', { dependentRequired: { kind: 'n' } }],
  ])('nothing is concluded from %s', (_, more) => {
    expect(told(schema(more), 'if form.kind = "x" then form.n + 1 else 0')).toContain('mayBeEmpty form.n');
  });
});
