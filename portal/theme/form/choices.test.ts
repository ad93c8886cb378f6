import { expect, it } from 'vitest';
import { withChoices } from '#core/form/options.ts';
import { resolveFields } from '#core/form/resolve-fields.ts';
import type { FormDefinition } from '#core/form/types.ts';
import { drawPage } from './draw.ts';
import { meant, searched } from './search.ts';

const form: FormDefinition = {
  schema: {
    type: 'object',
    properties: {
      community: { type: 'string' },
      street: { type: 'string' },
      near: { type: 'array', items: { type: 'string' } },
    },
  },
  texts: { '/community': { title: { uk: 'Громада', en: 'Community' } } },
  lookups: { streets: { connector: 'streets', input: { community: 'form.community' } } },
  options: { '/street': 'streets.items', '/near': 'streets.items' },
};
const drawn = (given: FormDefinition, data: object = {}) =>
  drawPage(given, resolveFields(given, { ...data }), ['/street', '/near'], data, { language: 'en' }).ui as {
    [field: string]: {
      'ui:widget'?: string;
      'ui:options': { choices?: object[]; offered?: { nothing?: string } };
    };
  };
const answered = (items: string[]) => withChoices(form, {}, { streets: { items } });

it('a list that data give is drawn as a select, and is searched where it is long', () => {
  expect(drawn(answered(['a', 'b'])).street?.['ui:widget']).toBe('k-select');
  const many = Array.from({ length: 30 }, (_, n) => `street ${n}`);
  expect(drawn(answered(many)).street).toMatchObject({
    'ui:widget': 'k-search',
    'ui:options': { choices: { length: 30 }, offered: {} },
  });
});

it('an empty list says why, in place of a line of text', () => {
  const { street, near } = drawn(withChoices(form, {}, { streets: null }));
  expect(street).toMatchObject({
    'ui:widget': 'k-select',
    'ui:options': { choices: [], offered: { nothing: 'First fill in “Community”: the list depends on it' } },
  });
  expect(near?.['ui:options'].offered?.nothing).toContain('Community');
});

it('until the choices are worked out it says that they are on their way', () => {
  expect(drawn(form).street).toMatchObject({
    'ui:widget': 'k-select',
    'ui:options': { offered: { nothing: 'Loading the choices…' } },
  });
});

const streets = [
  'вулиця Лесі Українки',
  'вулиця Соборна',
  'провулок Лесі Українки',
  'вулиця В’ячеслава Чорновола',
].map((label, value) => ({ value, label }));

it('a long list is searched by any words of a name, whatever their case and apostrophe', () => {
  expect(searched(streets, 'українки лесі').map(({ value }) => value)).toEqual([0, 2]);
  expect(searched(streets, "в'ячеслава").map(({ value }) => value)).toEqual([3]);
  expect(searched(streets, 'провулок')[0]?.value).toBe(2);
  expect(searched(streets, '  ')).toEqual(streets);
});

it('a whole name that is typed is that choice; a part of one is none', () => {
  expect(meant(streets, 'Вулиця соборна')?.value).toBe(1);
  expect(meant(streets, 'вулиця')).toBeUndefined();
});
