import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bundle, UnknownService } from './bundle.ts';
import { hash } from './hash.ts';
import { PartError } from './inline.ts';
import { library } from './library.ts';
import type { Service } from './types.ts';

const text = (uk: string) => ({ uk, en: uk });
const files = (form: object, parts: Record<string, object> = {}) => ({
  'services/a/service.json': JSON.stringify({ id: 'a', form, flow: { initial: 'x', states: {} } }),
  ...Object.fromEntries(
    Object.entries(parts).map(([path, body]) => [`parts/${path}.json`, JSON.stringify(body)]),
  ),
});
const person = {
  'person/schema': {
    $id: 'x',
    type: 'object',
    properties: { name: { type: 'string' }, paper: { $ref: '../paper/schema.json' } },
  },
  'person/ui': { name: { 'ui:autofocus': true, 'ui:help': 'part' } },
  'person/texts': {
    '/name': { title: text('Імʼя'), hint: text('Як у паспорті') },
    '/paper/number': { title: text('Номер паспорта') },
  },
  'paper/schema': { type: 'object', properties: { number: { type: 'string' } } },
  'paper/texts': { '/number': { title: text('Номер') } },
};
const form = {
  schema: {
    type: 'object',
    properties: { people: { type: 'array', items: { $ref: '../../parts/person/schema.json' } } },
  },
  ui: { people: { items: { name: { 'ui:help': 'own' } } } },
  texts: { '/people/*/name': { title: text('Імʼя дитини') } },
  pages: [],
};
const formOf = (read: ReturnType<typeof library>): Service['form'] => bundle(read.library, 'a', 1).form;

it('brings the ui and texts of parts to their place; outer ones and the form override', () => {
  const { schema, ui, texts } = formOf(library(files(form, person)));
  expect(schema).toMatchObject({
    properties: { people: { items: { properties: { paper: { properties: { number: {} } } } } } },
  });
  expect(JSON.stringify(schema)).not.toContain('$ref');
  expect(ui).toEqual({ people: { items: { name: { 'ui:autofocus': true, 'ui:help': 'own' } } } });
  expect(texts).toEqual({
    '/people/*/name': { title: text('Імʼя дитини'), hint: text('Як у паспорті') },
    '/people/*/paper/number': { title: text('Номер паспорта') },
  });
});

it('refuses a part that does not exist or holds itself', () => {
  expect(() => formOf(library(files(form)))).toThrow(PartError);
  const circle = { 'person/schema': { properties: { again: { $ref: '../person/schema.json' } } } };
  expect(() => formOf(library(files(form, circle)))).toThrow('circularPart');
});

it('tells the line and column of what is no JSON', () => {
  const { problems } = library({ 'registries/b.json': '{\n  "id": "b",,\n}' });
  expect(problems[0]).toMatchObject({ code: 'notJson', file: 'registries/b.json', line: 2, column: 13 });
});

it('hashes the same whatever the order of properties', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse());
      return hash(turned) === hash(value);
    }),
  );
});

it('a service that is not there, and a part by a name that none can have, are named', () => {
  const { library: read } = library(files(form, person));
  expect(() => bundle(read, 'b', 1)).toThrow(new UnknownService('b'));
  const strange = { ...form, schema: { properties: { people: { $ref: 'person.json' } } } };
  const { library: other } = library(files(strange, person));
  expect(() => bundle(other, 'a', 1)).toThrow(new PartError('unknownPart', 'person.json'));
});
