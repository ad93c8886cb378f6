import { describe, expect, test } from 'vitest';
import { type FormFrame, pagesOf } from './pages.ts';
import { showValue } from './show-value.ts';

const frame: FormFrame = {
  schema: {
    type: 'object',
    properties: {
      for: { type: 'string', enum: ['self', 'child'] },
      fee: { type: 'integer' },
    },
    $defs: {
      child: {
        type: 'object',
        properties: { name: { type: 'string' }, born: { type: 'string', format: 'date' } },
      },
    },
    allOf: [
      {
        if: { properties: { for: { const: 'child' } } },
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
        then: { properties: { children: { type: 'array', items: { $ref: '#/$defs/child' } } } },
      },
    ],
  },
  ui: { fee: { 'ui:widget': 'money' } },
  texts: {
    '/for': { title: { uk: 'Для кого' }, options: { child: { uk: 'Для дитини' } } },
    '/fee': { title: { uk: 'Збір' } },
    '/children': { title: { uk: 'Діти' } },
    '/children/*/name': { title: { uk: 'Імʼя' } },
    '/children/*/born': { title: { uk: 'Народилася' } },
  },
  pages: [
    { id: 'who', title: { uk: 'Хто' }, fields: ['/for', '/children'] },
    { id: 'fee', title: { uk: 'Збір' }, fields: ['/fee'] },
  ],
};

const data = { for: 'child', children: [{ born: '2018-03-09', name: 'Марко' }], fee: 12970 };

describe('data of a case, page by page', () => {
  test('rows of a list keep the order of the schema and are numbered', () => {
    const rows = pagesOf(frame, data, 'uk')[0]?.rows ?? [];
    expect(rows.map((row) => [row.titles.join(' › '), showValue(row, 'uk').replace(/\s/g, ' ')])).toEqual([
      ['Для кого', 'Для дитини'],
      ['Діти › 1 › Імʼя', 'Марко'],
      ['Діти › 1 › Народилася', '9 березня 2018 р.'],
    ]);
  });

  test('the order that the definition states for the screen holds here too', () => {
    const other = { ...frame, ui: { children: { items: { 'ui:order': ['born', '*'] } } } };
    const titles = pagesOf(other, data, 'uk')[0]?.rows.map((row) => row.titles.at(-1));
    expect(titles).toEqual(['Для кого', 'Народилася', 'Імʼя']);
  });

  test('money reads in hryvnias', () => {
    const row = pagesOf(frame, data, 'uk')[1]?.rows[0];
    expect(row && showValue(row, 'uk').replace(/\s/g, ' ')).toBe('129,70 ₴');
  });

  test('what an officer may not see leaves no row and no page', () => {
    expect(pagesOf(frame, { for: 'child' }, 'uk').map((page) => page.rows.length)).toEqual([1]);
  });
});
