import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { bundle, type ServiceBundle } from '#core/definition/index.ts';
import { shipped } from '#core/definition/shipped.testing.ts';
import { contract } from '../contract.ts';
import type { Shape } from '../gathered.ts';
import { operations } from '../operations.ts';
import { titles } from '../titles.ts';
import { openApi } from './document.ts';

const services = Object.keys(shipped.services);
const documentOf = (id: string) => openApi(bundle(shipped, id, 0));
const [some = ''] = services;

type Schemas = { [name: string]: Shape };
const schemasIn = (document: ReturnType<typeof openApi>): Schemas =>
  (document.components as { schemas: Schemas }).schemas;

/** Every reference that stands in a document. */
function references(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(references);
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === '$ref' && typeof value === 'string' ? [value] : references(value),
  );
}
const leadsTo = (document: unknown, reference: string): unknown =>
  reference
    .replace('#/', '')
    .split('/')
    .reduce<unknown>((at, step) => (at as { [name: string]: unknown } | undefined)?.[step], document);

/** The service with a form that shares a schema inside, as one may be drawn. */
function withShared(): ServiceBundle {
  const service = structuredClone(bundle(shipped, some, 0));
  const schema = {
    $id: 'https://kladka.example/form',
    type: 'object',
    properties: { home: { $ref: '#/$defs/place' }, work: { $ref: '#/$defs/place' } },
    $defs: { place: { type: 'object', properties: { inner: { $ref: '#/$defs/place' } } } },
  };
  service.form = { ...service.form, schema } as ServiceBundle['form'];
  return service;
}

describe.each(services)('the OpenAPI document of %s', (id) => {
  it('is one by the schema of OpenAPI 3.1', async () => {
    const { errors } = await new Validator().validate(documentOf(id));
    expect(errors).toBeUndefined();
  });

  it('leads nowhere with a reference that is not there', () => {
    const document = documentOf(id);
    for (const reference of new Set(references(document)))
      expect(leadsTo(document, reference), reference).toBeDefined();
  });

  it('has schemas that a validator of JSON Schema takes', () => {
    const document = documentOf(id);
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'https://kladka.example/openapi', ...document });
    for (const name of Object.keys(schemasIn(document)))
      expect(ajv.getSchema(`https://kladka.example/openapi#/components/schemas/${name}`), name).toBeTypeOf(
        'function',
      );
  });
});

describe('the published contract', () => {
  it('names every operation in Ukrainian and English, and no other', () => {
    expect(Object.keys(titles).sort()).toEqual(operations.map(({ id }) => id).sort());
    for (const { uk, en } of Object.values(titles)) expect(uk && en).toBeTruthy();
  });

  it('says what each operation takes and answers by the same schemas', () => {
    const { paths } = documentOf(some) as { paths: { [path: string]: { [method: string]: unknown } } };
    const at = `/api/services/${some}/applications`;
    expect(paths[at]?.post).toMatchObject({
      requestBody: {
        content: { 'application/json': { schema: { $ref: '#/components/schemas/DraftAsked' } } },
      },
      responses: {
        201: {
          headers: { ETag: {}, Location: {} },
          content: { 'application/json': { schema: { $ref: '#/components/schemas/DraftView' } } },
        },
        429: { $ref: '#/components/responses/429.tooManyWrites' },
      },
    });
    expect(paths[`${at}/{id}`]?.delete).toMatchObject({ responses: { 204: { description: 'Done.' } } });
    expect(paths['/api/tasks']?.get).toMatchObject({
      parameters: expect.arrayContaining([expect.objectContaining({ name: 'cursor', in: 'query' })]),
      security: [{ officer: [] }],
    });
  });

  it('shows the form of the service with what people read at its fields', () => {
    const { Form, ApplicationView } = schemasIn(documentOf(some));
    const { form, title } = bundle(shipped, some, 0);
    expect(Form?.title).toBe(title.uk);
    expect(Object.keys(Form?.properties as object)).toEqual(
      Object.keys((form.schema as { properties: object }).properties),
    );
    expect(JSON.stringify(ApplicationView)).toContain('"#/components/schemas/Entered"');
  });

  it('holds a form that shares schemas inside', async () => {
    const document = openApi(withShared());
    expect((await new Validator().validate(document)).errors).toBeUndefined();
    expect(schemasIn(document).Form).not.toHaveProperty('$id');
    for (const reference of new Set(references(document)))
      expect(leadsTo(document, reference), reference).toBeDefined();
  });

  it('describes everything that crosses the wire', () => {
    const silent = Object.entries(contract.$defs).flatMap(([name, shape]) => undescribed(shape, name));
    expect(silent).toEqual([]);
  });
});

/** Where a property has neither a description nor a reference to what has one. */
function undescribed(node: unknown, at: string): string[] {
  if (node === null || typeof node !== 'object') return [];
  const { properties = {}, ...rest } = node as { properties?: object };
  return [
    ...Object.entries(properties).flatMap(([name, one]: [string, Shape]) => [
      ...(one.description || one.$ref ? [] : [`${at}/${name}`]),
      ...undescribed(one, `${at}/${name}`),
    ]),
    ...Object.entries(rest).flatMap(([key, one]) => undescribed(one, `${at}/${key}`)),
  ];
}
