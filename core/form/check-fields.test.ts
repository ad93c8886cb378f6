import { describe, expect, it } from 'vitest';
import { checkFields, inOrder } from './check-fields.ts';
import { resolveFields } from './resolve-fields.ts';
import type { FormDefinition, Schema } from './types.ts';

const form: FormDefinition = {
  schema: {
    type: 'object',
    $defs: {
      person: {
        $id: 'https://example.org/person',
        type: 'object',
        properties: {
          name: { type: 'string', minLength: 2 },
          rnokpp: { type: 'string', format: 'rnokpp' },
          document: {
            oneOf: [
              {
                type: 'object',
                properties: { kind: { const: 'card' }, number: { type: 'string', pattern: '^[0-9]{9}$' } },
                required: ['kind', 'number'],
              },
              {
                type: 'object',
                properties: { kind: { const: 'none' }, why: { type: 'string' } },
                required: ['kind', 'why'],
              },
            ],
          },
        },
        required: ['name', 'rnokpp'],
      },
    },
    properties: {
      for: { type: 'string', enum: ['self', 'child'] },
      person: { $ref: '#/$defs/person' },
      email: { type: 'string', format: 'email' },
      phone: { type: 'string', format: 'phone' },
      agreed: { type: 'boolean', const: true },
    },
    required: ['for', 'person', 'agreed'],
    dependentRequired: { phone: ['email'] },
    allOf: [
      {
        if: { properties: { for: { const: 'child' } }, required: ['for'] },
        // biome-ignore lint/suspicious/noThenProperty: a JSON Schema keyword
        then: {
          properties: { children: { type: 'array', minItems: 1, items: { $ref: '#/$defs/person' } } },
          required: ['children'],
        },
      },
      {
        if: { properties: { children: { minItems: 1 } }, required: ['children'] },
        // biome-ignore lint/suspicious/noThenProperty: a JSON Schema keyword
        then: { properties: { otherParent: { type: 'string' } }, required: ['otherParent'] },
      },
    ],
  },
  texts: {
    '/children/*/name': { errors: { required: { uk: 'Як звати дитину?', en: 'The name of the child?' } } },
  },
  pages: [
    { id: 'one', title: { uk: 'Один' }, fields: ['/for', '/person'] },
    { id: 'two', title: { uk: 'Два' }, fields: ['/children', '/otherParent'] },
    { id: 'three', title: { uk: 'Три' }, fields: ['/email', '/phone', '/agreed'] },
  ],
};

const codes = (data: object, only?: string[]) =>
  checkFields(form, data as never, only).map(({ pointer, code }) => `${pointer} ${code}`);

describe('what is wrong with an entry', () => {
  it('says every missing field by itself, also of an object that was never begun', () => {
    expect(codes({})).toEqual([
      '/for required',
      '/person/name required',
      '/person/rnokpp required',
      '/agreed required',
    ]);
  });

  it('speaks of the fields of one page only, when asked so', () => {
    expect(codes({}, ['/email', '/phone', '/agreed'])).toEqual(['/agreed required']);
  });

  it('takes blanks for nothing', () => {
    expect(codes({ for: 'self', person: { name: '   ', rnokpp: '1759013776' }, agreed: true })).toEqual([
      '/person/name required',
    ]);
  });

  it('asks for what another entry makes necessary', () => {
    const data = {
      for: 'self',
      person: { name: 'Оксана', rnokpp: '1759013776' },
      agreed: true,
      phone: '+380441234567',
    };
    expect(codes(data)).toEqual(['/email dependentRequired']);
  });

  it('checks the digits of an identifier', () => {
    expect(codes({ for: 'self', person: { name: 'Оксана', rnokpp: '1759013770' }, agreed: true })).toEqual([
      '/person/rnokpp format',
    ]);
  });

  it('says the mistake of a row at the row, in the words of the definition', () => {
    const [problem] = checkFields(form, { children: [{ rnokpp: '1759013776' }], for: 'child' }, [
      '/children',
    ]);
    expect(problem).toEqual({
      pointer: '/children/0/name',
      code: 'required',
      message: { uk: 'Як звати дитину?', en: 'The name of the child?' },
    });
  });

  it('takes the alternative that the telling field names', () => {
    const person = { name: 'Оксана', rnokpp: '1759013776', document: { kind: 'card', number: '12' } };
    expect(codes({ for: 'self', agreed: true, person })).toEqual(['/person/document/number pattern']);
  });
});

describe('what shows', () => {
  it('follows what was entered, and so do the pages', () => {
    expect(resolveFields(form, { for: 'self' }).pages.map((page) => page.id)).toEqual(['one', 'three']);
    expect(resolveFields(form, { for: 'child' }).pages.map((page) => page.id)).toEqual([
      'one',
      'two',
      'three',
    ]);
  });

  it('takes out what hides, and what showed only because of that', () => {
    const resolved = resolveFields(form, { for: 'self', children: [{ name: 'Іра' }], otherParent: 'Петро' });
    expect(resolved.kept).toEqual({ for: 'self' });
    expect([...resolved.gone].sort()).toEqual(['/children', '/otherParent']);
  });

  it('offers every value of the telling field, and the fields of the chosen alternative', () => {
    const { schema } = resolveFields(form, { person: { document: { kind: 'none' } } });
    const person = schema.properties?.person as { properties: { document: object } };
    expect(person.properties.document).toMatchObject({
      properties: { kind: { enum: ['card', 'none'] }, why: { type: 'string' } },
      required: ['kind', 'why'],
    });
  });
});

describe('what is told of many wrong fields', () => {
  const rows: FormDefinition = {
    schema: {
      type: 'object',
      properties: {
        // the later name of the alphabet stands first in the form
        z: { type: 'string', pattern: '^[0-9]+$', minLength: 2 },
        rows: {
          type: 'array',
          items: { type: 'object', properties: { n: { type: 'number' }, a: { type: 'number' } } },
        },
        a: { type: 'string', enum: ['x'] },
      },
      required: ['z'],
    },
    pages: [{ id: 'one', title: { uk: 'Один' }, fields: ['/z', '/rows', '/a'] }],
  };
  const told = (data: object, only?: string[]) =>
    checkFields(rows, data as Parameters<typeof checkFields>[1], only).map(
      ({ pointer, code }) => `${pointer} ${code}`,
    );

  it('one thing a field: how long it is before how it is written', () => {
    expect(told({ z: 'b' })).toEqual(['/z minLength']);
    expect(told({ z: 'bb' })).toEqual(['/z pattern']);
    expect(told({ z: 1 })).toEqual(['/z type']);
  });

  it('in the order of the form, row after row', () => {
    const wrong = { n: 'x', a: 'y' };
    const data = { a: 'w', rows: Array.from({ length: 12 }, (_, n) => (n === 2 || n === 10 ? wrong : {})) };
    expect(told(data)).toEqual([
      '/z required',
      '/rows/2/n type',
      '/rows/2/a type',
      '/rows/10/n type',
      '/rows/10/a type',
      '/a enum',
    ]);
  });

  it('of a page only what stands on it', () => {
    expect(told({ a: 'w', rows: [{ n: 'x' }] }, ['/rows'])).toEqual(['/rows/0/n type']);
    expect(told({ a: 'w' }, [])).toEqual([]);
  });

  it('one thing a field, whatever the order of the words in the schema: kind, choice, length, writing, the rest', () => {
    const told = (field: Schema, value: unknown) =>
      checkFields({ schema: { type: 'object', properties: { a: field } } }, { a: value }).map(
        ({ code }) => code,
      );
    expect(told({ multipleOf: 5, maximum: 1, enum: [1], type: 'string' }, 7)).toEqual(['type']);
    expect(told({ multipleOf: 5, maximum: 1, enum: [1] }, 7)).toEqual(['enum']);
    expect(told({ maxLength: 1, format: 'rnokpp', pattern: '^x', minLength: 9 }, 'ab')).toEqual([
      'minLength',
    ]);
    expect(told({ maxLength: 1, format: 'rnokpp', pattern: '^x' }, 'ab')).toEqual(['pattern']);
    expect(told({ maxLength: 1, format: 'rnokpp' }, 'ab')).toEqual(['format']);
    expect(told({ const: 'a' }, 'b')).toEqual(['const']);
    expect(told({ const: 'a' }, 'a')).toEqual([]);
    expect(told({ const: 5, type: 'number' }, 6)).toEqual(['const']);
  });

  it('not what a whole group breaks where something in it says more', () => {
    const group: Schema = { type: 'object', properties: { n: { type: 'number' } }, not: { required: ['n'] } };
    const told = (value: object) =>
      checkFields({ schema: { type: 'object', properties: { group } } }, { group: value }).map(
        ({ pointer, code }) => `${pointer} ${code}`,
      );
    expect(told({ n: 'x' })).toEqual(['/group/n type']);
    expect(told({ n: 5 })).toEqual(['/group not']);
  });

  it('in the words of a file where a file is missing, in the money of a field of money', () => {
    const form: FormDefinition = {
      schema: {
        type: 'object',
        properties: {
          scan: { type: 'array', minItems: 1 },
          other: { type: 'array', minItems: 1 },
          fee: { type: 'integer', minimum: 100 },
        },
        required: ['scan', 'other'],
      },
      ui: { fee: { 'ui:widget': 'money' } },
      files: {
        photo: { at: '/photo', types: [], each: 1, count: 1 },
        scan: { at: '/scan', types: [], each: 1, count: 1 },
      },
    };
    expect(checkFields(form, { fee: 5 }).map(({ message }) => message.uk)).toEqual([
      'Додайте файл',
      'Додайте хоча б один запис',
      'Має бути не менше ніж 1,00 грн',
    ]);
  });
});

describe('the order of what is told', () => {
  const flat: Schema = {
    properties: {
      z: {},
      group: { properties: { y: {}, '2b': {}, x: {}, b2: {} } },
      rows: { items: { properties: { d: {}, c: {} } } },
      a: {},
    },
  };
  const sorted = (...pointers: string[]) =>
    inOrder(
      pointers.map((pointer) => ({ pointer, code: '', message: {} })),
      flat,
    ).map(({ pointer }) => pointer);

  it('is that of the form, at every depth; the whole before its parts, what it does not have first', () => {
    const right = [
      '',
      '/z',
      '/group',
      '/group/y',
      '/group/2b',
      '/group/x',
      '/group/b2',
      '/rows',
      '/rows/2/d',
      '/rows/2/c',
      '/rows/10/d',
      '/a',
    ];
    expect(sorted(...right)).toEqual(right);
    expect(sorted(...right.toReversed())).toEqual(right);
    expect(sorted('/a', '/z', '/gone')).toEqual(['/gone', '/z', '/a']);
  });

  it('leaves as they came those of one field', () => {
    const twice = [
      { pointer: '/a', code: 'one', message: {} },
      { pointer: '/a', code: 'two', message: {} },
    ];
    expect(inOrder(twice, flat)).toEqual(twice);
    expect(inOrder(twice.toReversed(), flat)).toEqual(twice.toReversed());
    expect(sorted('/gone/deep/b', '/gone/deep/a')).toEqual(['/gone/deep/b', '/gone/deep/a']);
  });
});
