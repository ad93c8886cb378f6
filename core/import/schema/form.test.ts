import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '#core/definition/index.ts';
import { shipped } from '#core/definition/shipped.testing.ts';
import { starter } from '#core/definition/starter.ts';
import type { Agency, Service } from '#core/definition/types.ts';
import { breaches } from '#core/form/verdict.ts';
import { counted, isField } from '../report.ts';
import { importSchema, isFormSchema, wordsOf } from './form.ts';

describe('a form made of a plain schema', () => {
  const { form, report } = importSchema(
    {
      $schema: 'http://json-schema.org/draft-07/schema#',
      title: 'Claim',
      type: 'object',
      definitions: { date: { type: 'string', format: 'date', title: 'Date' } },
      required: ['fullName'],
      properties: {
        fullName: { type: 'string', title: 'Your name', description: 'As in the passport' },
        born: { $ref: '#/definitions/date' },
        children: {
          type: 'array',
          items: { type: 'object', properties: { bornOn: { $ref: '#/definitions/date' } } },
        },
        branch: { type: 'string', enum: ['coast-guard'] },
      },
    },
    { languages: ['uk', 'en'] },
  );

  it('has its fields in its order, a page for a list of groups and one for what stands between', () => {
    expect(form.pages.map((page) => page.fields)).toEqual([
      ['/fullName', '/born'],
      ['/children'],
      ['/branch'],
    ]);
    expect(form.schema.required).toEqual(['fullName']);
    // the list is one too
    expect(counted(report, isField)).toMatchObject({ exact: 5, all: 5 });
  });

  it('has each definition in its place, but for what contains itself', () => {
    expect(form.schema.$defs).toBeUndefined();
    expect(form.schema.properties).toMatchObject({ born: { type: 'string', format: 'date' } });
    const tree = { properties: { inner: { $ref: '#/$defs/node' } } };
    const { form: circular } = importSchema(
      { properties: tree.properties, $defs: { node: tree } },
      { languages: ['uk'] },
    );
    expect(circular.schema).toMatchObject({
      properties: { inner: { properties: { inner: { $ref: '#/$defs/node' } } } },
      $defs: { node: tree },
    });
  });

  it('has choices by the titles that they bring, numbers too; alternatives without a title have none', () => {
    const { form: chosen } = importSchema(
      {
        properties: {
          size: {
            title: 'Size',
            oneOf: [
              { const: 1, title: 'Small' },
              { const: 2, title: 'Big' },
            ],
          },
          kind: {
            title: 'Kind',
            anyOf: [
              { const: 'a', title: 'First' },
              { const: true, title: 'No' },
            ],
          },
          odd: { title: 'Odd', oneOf: [{ const: 'x' }, { type: 'number' }] },
        },
      },
      { languages: ['en'] },
    );
    expect(chosen.texts).toEqual({
      '/size': { title: { en: 'Size' }, options: { '1': { en: 'Small' }, '2': { en: 'Big' } } },
      '/kind': { title: { en: 'Kind' }, options: { a: { en: 'First' } } },
      '/odd': { title: { en: 'Odd' } },
    });
  });

  it('tells of every field that another requires; a name of signs alone stays as it is', () => {
    const { form: plain, report: told } = importSchema(
      {
        properties: { a: { type: 'string' }, b: { type: 'string' }, __: { type: 'string' } },
        dependentRequired: { a: ['b'] },
      },
      { languages: ['en'] },
    );
    expect(told.filter(({ what }) => what === 'condition').map(({ source }) => source)).toEqual([
      '/dependentRequired/a',
    ]);
    expect(plain.texts?.['/__']?.title).toEqual({ en: '__' });
  });

  it('leaves what lies too deep to be drawn without a field, and a reference into nothing as it stands', () => {
    const deep = (depth: number): object =>
      depth === 0 ? { type: 'string' } : { type: 'object', properties: { in: deep(depth - 1) } };
    const { form: nested } = importSchema(
      {
        properties: {
          top: deep(12),
          gone: { $ref: '#/$defs/nobody' },
          odd: { $ref: '#/properties/top/type' },
        },
      },
      { languages: ['en'] },
    );
    expect(Object.keys(nested.texts ?? {}).length).toBeLessThan(14);
    expect(nested.schema.properties).toMatchObject({ gone: { $ref: '#/$defs/nobody' } });
  });

  it('is read though its title, its draft or a format is no text', () => {
    const odd = { toString: 0 };
    const { form: read } = importSchema(
      { $schema: odd, title: odd, properties: { a: { type: 'string', title: 'A', format: odd } } },
      { languages: ['en'] },
    );
    expect(read.schema.properties).toEqual({ a: { type: 'string', title: 'A' } });
  });

  it('takes its words from the schema, else from the names, and says so', () => {
    expect(form.texts?.['/fullName']).toEqual({
      title: { uk: 'Your name', en: 'Your name' },
      hint: { uk: 'As in the passport', en: 'As in the passport' },
    });
    expect(form.texts?.['/children/*/bornOn']?.title?.en).toBe('Date');
    expect(form.texts?.['/branch']?.options?.['coast-guard']?.en).toBe('Coast guard');
    expect(report.filter(({ what }) => what === 'text').map(({ source }) => source)).toEqual([
      '/children',
      '/branch/enum',
      '/branch',
    ]);
  });

  it('keeps what no field draws and references to other documents, and names both', () => {
    const { report, form } = importSchema(
      { properties: { a: { $ref: 'other.json' } }, patternProperties: { '^x': { type: 'string' } } },
      { languages: ['uk'] },
    );
    expect(form.schema.patternProperties).toBeDefined();
    expect(report.filter(isField)).toMatchObject([
      { source: '/patternProperties', verdict: 'approximated', shown: 'patternProperties' },
      { source: '/a', verdict: 'left', shown: 'other.json' },
    ]);
  });

  it('has what depends on a field as a condition, which a form can draw', () => {
    const { form, report } = importSchema(
      {
        properties: { a: { type: 'string' } },
        dependentSchemas: { a: { properties: { b: { type: 'string' } } } },
      },
      { languages: ['uk'] },
    );
    expect(form.schema.allOf).toEqual([
      // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
      { if: { required: ['a'] }, then: { properties: { b: { type: 'string' } } } },
    ]);
    expect(report).toContainEqual(expect.objectContaining({ what: 'condition', verdict: 'exact' }));
  });
});

describe('words of a name', () => {
  it.each([
    ['veteranFullName', 'Veteran full name'],
    ['SSN_last-four', 'SSN last four'],
    ['дата', 'Дата'],
  ])('%s is %s', (name, words) => expect(wordsOf(name)).toBe(words));
});

const folder = join(process.env.KLADKA_TEST_DATA ?? '', 'va-schemas');
const there = process.env.KLADKA_TEST_DATA !== undefined && existsSync(folder);
if (!there) console.log('va-schemas: skipped, KLADKA_TEST_DATA names no folder with va-schemas/');

/** Faults that these schemas have themselves: fields required and nowhere declared, references that lead nowhere, and so on. */
const OWN_FAULTS: readonly string[] = [
  ...['requiredUnknown', 'unknownRef', 'fieldWithoutType', 'unboundedPattern', 'badFieldName'],
];

describe.skipIf(!there)('real schemas of benefit forms', () => {
  const names = there ? readdirSync(folder).filter((name) => name.endsWith('-schema.json')) : [];
  it.each(names)('%s becomes a form that the check reads', (name) => {
    const schema: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    // some describe an answer's value or its headers, not an object that a person fills in
    if (!isFormSchema(schema)) return expect((schema as { type?: string }).type).not.toBe('object');
    const { form, report } = importSchema(schema, { languages: ['uk', 'en'] });
    expect(counted(report, isField).exact).toBeGreaterThan(0);
    const agency = shipped.agencies['kyiv-city'] as Agency;
    const service = { ...starter('imported', agency, 'registrar', 'Imported'), form } as unknown as Service;
    const found = check({ ...shipped, services: { imported: service } }, { kind: 'service', id: 'imported' });
    expect(found.map(({ code }) => code).filter((code) => !OWN_FAULTS.includes(code))).toEqual([]);
  });

  type Listed = { schema: string; examples: { file: string; valid: boolean }[] };
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const listed: Listed[] = there ? read('examples.json') : [];
  it.each(listed)(
    '$schema: the form takes the examples that its authors take, and no other',
    ({ schema, examples }) => {
      const given: unknown = read(schema);
      if (!isFormSchema(given)) return;
      const { form } = importSchema(given, { languages: ['uk', 'en'] });
      for (const { file, valid } of examples)
        expect([file, breaches(form.schema, form.schema, read(file)).length === 0]).toEqual([file, valid]);
    },
  );
});
