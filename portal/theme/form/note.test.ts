import { expect, it } from 'vitest';
import { check } from '#core/definition/index.ts';
import { shipped } from '#core/definition/shipped.testing.ts';
import { starter } from '#core/definition/starter.ts';
import type { Agency } from '#core/definition/types.ts';
import { resolveFields } from '#core/form/resolve-fields.ts';
import { validate } from '#core/form/validate.ts';
import { drawPage } from './draw.ts';

const both = (uk: string, en: string) => ({ uk, en });
const form = {
  schema: {
    type: 'object',
    properties: { kind: { type: 'string', enum: ['a', 'b'] } },
    required: ['kind'],
    allOf: [
      {
        if: { properties: { kind: { const: 'a' } }, required: ['kind'] },
        // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
        then: { properties: { note: { type: 'null' } } },
      },
    ],
  },
  texts: {
    '/kind': {
      title: both('Вид', 'Kind'),
      options: { a: both('А', 'A'), b: both('Б', 'B') },
    },
    '/note': { hint: both('Візьміть із собою паспорт.', 'Bring your passport.') },
  },
  pages: [{ id: 'one', title: both('Сторінка', 'Page'), fields: ['/kind', '/note'] }],
};
const drawn = (data: object) =>
  drawPage(form, resolveFields(form, { ...data }), ['/kind', '/note'], data, { language: 'en' }).ui.note;

it('a note is drawn with its words and without a control, while its condition holds', () => {
  expect(drawn({ kind: 'a' })).toMatchObject({
    'ui:field': 'Note',
    'ui:options': { hint: 'Bring your passport.', own: true },
  });
  expect(drawn({ kind: 'b' })).toBeUndefined();
});

it('a note asks for nothing and needs no title, but it must say something', () => {
  expect(validate(form, { kind: 'a' }, {})).toEqual([]);
  const service = starter('noted', shipped.agencies['kyiv-city'] as Agency, 'registrar', 'Noted');
  const found = (made: object) =>
    check(
      { ...shipped, services: { noted: { ...service, form: made } as typeof service } },
      { kind: 'service', id: 'noted' },
    ).map(({ code }) => code);
  expect(found(form)).toEqual([]);
  expect(found({ ...form, texts: { '/kind': form.texts['/kind'] } })).toEqual(['noTitle']);
});
