import { describe, expect, it } from 'vitest';
import { complete } from './complete.ts';
import { pageOf, resolveFields, uiAt, widgetOf } from './resolve-fields.ts';
import type { FormDefinition, Schema } from './types.ts';

const text = { type: 'string' };
const t = (uk: string) => ({ uk, en: uk });

describe('the pages of a form', () => {
  const empty: Schema = { type: 'object', properties: {} };
  const form: FormDefinition = {
    schema: {
      type: 'object',
      properties: { name: text, 'a/b': text, group: { type: 'object', properties: { one: text } }, empty },
    },
    pages: [
      { id: 'one', title: t('Один'), fields: ['/name', '/gone', '/group'] },
      { id: 'two', title: t('Два'), fields: ['/empty', '/gone'] },
      { id: 'three', title: t('Три'), fields: ['/a~1b'] },
    ],
  };

  it('are those on which something shows, with what shows', () => {
    expect(resolveFields(form, {}).pages).toEqual([
      { id: 'one', title: t('Один'), fields: ['/name', '/group'] },
      { id: 'three', title: t('Три'), fields: ['/a~1b'] },
    ]);
  });

  it('are one page of every field where the form names none', () => {
    expect(resolveFields({ schema: form.schema }, {}).pages).toEqual([
      { id: 'form', title: {}, fields: ['/name', '/a~1b', '/group'] },
    ]);
    expect(resolveFields({ schema: { type: 'object' } }, {}).pages).toEqual([]);
  });

  it('are found by any field that stands on them', () => {
    const { pages } = resolveFields(form, {});
    expect(pageOf(pages, '/group/one')?.id).toBe('one');
    expect(pageOf(pages, '/a~1b')?.id).toBe('three');
    expect(pageOf(pages, '/elsewhere')).toBeUndefined();
  });
});

describe('the files of a form', () => {
  const list = (more: object) => ({ type: 'array', items: { type: 'object' }, ...more });
  const file = (at: string, more: object = {}) => ({ at, types: [], each: 1, count: 3, ...more });
  const form: FormDefinition = {
    schema: {
      type: 'object',
      properties: { a: list({ minItems: 2 }), b: list({}), c: list({ minItems: 1 }) },
    },
    files: {
      a: file('/a', { min: 1 }),
      b: file('/b', { min: 3 }),
      c: file('/c', { skipWhen: 'form.b = []' }),
      hidden: file('/hidden', { min: 1 }),
      free: file('/b'),
    },
  };
  const needed = (...given: Parameters<typeof resolveFields>) =>
    resolveFields(...given).files.map((one) => `${one.name} ${one.needed}`);

  it('are needed in the greater number of the two that the definition says, where their field shows', () => {
    expect(needed(form, {})).toEqual(['a 2', 'b 3', 'c 1', 'free 0']);
    expect(needed({ schema: form.schema }, {})).toEqual([]);
  });

  it('are not needed where they may be left out, which is asked of no other file', () => {
    const asked: string[] = [];
    const skips = (source: string) => asked.push(source) > 0;
    expect(needed(form, {}, skips)).toEqual(['a 2', 'b 3', 'c 0', 'free 0']);
    expect(asked).toEqual(['form.b = []']);
  });
});

describe('what a field is drawn with', () => {
  const ui = {
    'ui:order': ['street'],
    street: { 'ui:widget': 'textarea' },
    owners: { items: { name: { 'ui:widget': 'person' } }, 'ui:options': { widget: 'cards' } },
    tuple: { 0: { 'ui:widget': 'first' }, items: { 'ui:widget': 'other' } },
    text: 'none',
    nothing: null,
  };
  const at = (pointer: string) => uiAt({ schema: {}, ui }, pointer);

  it('is found by its pointer; rows share what is said of them', () => {
    expect(at('')).toBe(ui);
    expect(at('/street')).toEqual({ 'ui:widget': 'textarea' });
    for (const row of ['0', '12', '*']) expect(at(`/owners/${row}/name`)).toEqual({ 'ui:widget': 'person' });
    expect(at('/tuple/0')).toEqual({ 'ui:widget': 'first' });
    expect(at('/tuple/1')).toEqual({ 'ui:widget': 'other' });
    for (const none of [
      '/owners/x',
      '/owners/1x',
      '/owners/x1',
      '/gone',
      '/gone/further',
      '/text',
      '/text/a',
      '/nothing',
      '/nothing/a',
    ])
      expect(at(none), none).toEqual({});
    expect(uiAt({ schema: {} }, '/street')).toEqual({});
  });

  it('is named in either way that rjsf knows', () => {
    expect(widgetOf(at('/street'))).toBe('textarea');
    expect(widgetOf(at('/owners'))).toBe('cards');
    expect(widgetOf({ 'ui:widget': 'a', 'ui:options': { widget: 'b' } })).toBe('a');
    expect(widgetOf({ 'ui:widget': () => null })).toBeUndefined();
    expect(widgetOf({})).toBeUndefined();
  });
});

describe('a computed value', () => {
  const number = { type: 'number' };
  const form: FormDefinition = {
    schema: {
      type: 'object',
      properties: { area: number, rate: number, sum: number, rounded: number },
      if: { properties: { sum: { minimum: 100 } }, required: ['sum'] },
      // biome-ignore lint/suspicious/noThenProperty: a JSON Schema keyword
      then: { properties: { why: text, fee: number } },
    },
    // what leans on another stands before it
    computed: { '/rounded': 'floor(form.sum)', '/fee': 'form.sum + 1', '/sum': 'form.area * form.rate' },
  };

  it('leans on others, wherever they are written, and brings with it what shows only then', () => {
    expect(complete(form, { area: 50.5, rate: 3, why: 'велика' }, {})).toEqual({
      area: 50.5,
      rate: 3,
      sum: 151.5,
      rounded: 151,
      fee: 152.5,
    });
    expect(complete(form, { area: 5, rate: 3 }, {})).toEqual({ area: 5, rate: 3, sum: 15, rounded: 15 });
  });

  it('is never what was entered there', () => {
    expect(complete(form, { area: 5, sum: 1000, rounded: 7 }, {})).toEqual({ area: 5 });
  });

  it('that never comes to rest is given up, not computed for ever', () => {
    const circle: FormDefinition = {
      schema: { type: 'object', properties: { a: number, b: number } },
      computed: {
        '/a': 'if form.b = null then 1 else form.b + 1',
        '/b': 'if form.a = null then 1 else form.a + 1',
      },
    };
    expect(complete(circle, {}, {})).toEqual({ a: 19, b: 20 });
  });
});
