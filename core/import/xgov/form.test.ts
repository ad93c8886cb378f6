import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { whole } from '#core/definition/index.ts';
import { shipped } from '#core/definition/shipped.testing.ts';
import { schemaAt } from '#core/form/flatten.ts';
import { resolveFields } from '#core/form/resolve-fields.ts';
import type { FormDefinition } from '#core/form/types.ts';
import { type Loose, looseIn, looseOf, textOf } from '../json.ts';
import { plainName } from '../names.ts';
import { importXgov } from './form.ts';

const yes = (name: string, field: string, value: string) => ({
  name,
  value: {
    conditions: [
      { field: { name: field, type: 'YesNoField' }, operator: 'is', value: { type: 'Value', value } },
    ],
  },
});
const small = {
  name: 'A grant',
  startPage: '/a',
  pages: [
    {
      path: '/a',
      title: 'Start',
      components: [{ type: 'YesNoField', name: 'other', title: 'Another name?' }],
      next: [{ path: '/c' }, { path: '/b', condition: 'hasOther' }],
    },
    {
      path: '/b',
      title: 'Other name',
      components: [{ type: 'FreeTextField', name: 'which', title: 'Which?', options: { maxWords: '3' } }],
      next: [{ path: '/c' }],
    },
    {
      path: '/c',
      title: 'Costs',
      components: [
        {
          type: 'MultiInputField',
          name: 'costs',
          title: 'Costs',
          children: [{ type: 'NumberField', name: 'sum', title: 'Sum', options: { prefix: '£' } }],
        },
      ],
      next: [{ path: '/end' }],
    },
    { path: '/end', title: 'Summary', controller: './pages/summary.js', components: [], next: [] },
    {
      path: '/nowhere',
      title: 'Nowhere',
      components: [{ type: 'TextField', name: 'lost', title: 'Lost' }],
      next: [],
    },
  ],
  lists: [],
  conditions: [yes('hasOther', 'other', 'true')],
};

it('a page of one way shows for the answer that leads there, one of every way always', () => {
  const { form } = importXgov(small, { languages: ['uk', 'en'] });
  expect(form.pages.map(({ fields }) => fields)).toEqual([['/other'], ['/which'], ['/costs']]);
  expect(form.schema.required).toEqual(['other', 'costs']);
  expect(form.schema.allOf).toMatchObject([
    { if: { properties: { other: { const: true } }, required: ['other'] } },
  ]);
  expect(form.texts?.['/costs/*/sum']?.title?.en).toBe('Sum (£)');
  expect(form.rules?.[0]?.must).toContain('<= 3');
});

it('a page to which nothing leads is left, and so is said of its fields', () => {
  const { report } = importXgov(small, { languages: ['en'] });
  expect(report).toContainEqual(
    expect.objectContaining({ what: 'field', verdict: 'left', source: '/pages/4/components/0' }),
  );
});

it('is read as far as it says what it is: pages without words, fields without names, choices not needed', () => {
  const odd = {
    startPage: '/a',
    pages: [
      {
        path: '/a',
        components: [
          { type: 'TextField', title: 'Unnamed' },
          { type: 'Unheard', name: 'what', title: 'What' },
          { type: 'Html', name: 'note', content: '<b>Read</b> this' },
          { type: 'Html', name: 'odd', content: { toString: 0 } },
          { type: 'Details', name: 'fold', title: 'More', content: '' },
          { type: 'Para', name: 'nothing' },
          { type: 'CheckboxesField', name: 'some', list: 'l', options: { required: false } },
          {
            type: 'FreeTextField',
            name: 'essay',
            title: 'Essay',
            options: { maxWords: '2', required: false },
          },
        ],
        next: [{ path: '/nowhere' }, {}],
      },
    ],
    lists: [{ name: 'l', items: [{ value: 'v' }] }],
    sections: [
      { name: 's', title: 'Section' },
      { name: 'h', title: 'Hidden', hideTitle: true },
    ],
    conditions: [{ name: 'c', value: {} }],
  };
  const { form, report, title } = importXgov(odd, { languages: ['en', 'uk'] });
  expect(title).toBeUndefined();
  expect(form.pages[0]?.title).toMatchObject({ en: '/a' });
  expect(form.schema.properties).toMatchObject({
    field: { type: 'string' },
    what: { type: 'string' },
    some: { type: 'array', items: { enum: ['v'] } },
  });
  expect(form.schema.properties).not.toHaveProperty('some.minItems');
  expect(form.rules?.[0]?.must).toContain('form.essay');
  const told = (source: string) => report.filter((item) => item.source === source);
  expect(told('/pages/0/components/1')[0]?.verdict).toBe('approximated');
  expect(told('/pages/0/components/2')[0]).toMatchObject({ what: 'text', verdict: 'approximated' });
  expect(report.filter(({ shown }) => shown === 'Section' || shown === 'Hidden')).toHaveLength(1);
});

const folder = join(process.env.KLADKA_TEST_DATA ?? '', 'xgov-forms');
const there = process.env.KLADKA_TEST_DATA !== undefined && existsSync(folder);
if (!there) console.log('xgov-forms: skipped, KLADKA_TEST_DATA names no folder with xgov-forms/');

/** Whether a named condition of the source holds, as its runner decides. */
function holds(given: Loose, name: string, answers: Loose): boolean {
  const one = looseIn(given.conditions, '').find(([condition]) => condition.name === name)?.[0];
  const list = looseIn(looseOf(one?.value).conditions, '').map(([condition]) => condition);
  return list.reduce((before, { field, operator, value, coordinator }) => {
    const answer = answers[textOf(looseOf(field).name)?.split('.').at(-1) ?? ''];
    const wanted = String(looseOf(value).value);
    const fits =
      operator === 'contains'
        ? (Array.isArray(answer) ? answer : []).includes(wanted)
        : String(answer) === wanted;
    return coordinator === 'or' ? before || fits : before && fits;
  }, true);
}

/** The pages that one walks through with these answers. */
function walked(given: Loose, answers: Loose): Set<string> {
  const pages = new Map(looseIn(given.pages, '').map(([page]) => [textOf(page.path), page]));
  const seen = new Set<string>();
  for (let path = textOf(given.startPage); path !== undefined && !seen.has(path); ) {
    seen.add(path);
    const links = looseIn(pages.get(path)?.next, '').map(([link]) => link);
    const taken = links.find(
      ({ condition }) => textOf(condition) && holds(given, String(condition), answers),
    );
    path = textOf((taken ?? links.find(({ condition }) => !textOf(condition)))?.path);
  }
  return seen;
}

describe.skipIf(!there)('forty forms of grants', () => {
  const files = there ? globSync('**/*.json', { cwd: folder }).sort() : [];
  it.each(files)('%s shows what one would walk through', (file) => {
    const given = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Loose;
    const { form, report } = importXgov(given, { languages: ['en'] });
    if (report.some(({ what, verdict }) => what === 'condition' && verdict === 'left')) return;
    const lists = new Map(
      looseIn(given.lists, '').map(([list]) => [
        list.name,
        looseIn(list.items, '').map(([one]) => one.value),
      ]),
    );
    const components = looseIn(given.pages, '').flatMap(([page]) =>
      looseIn(page.components, '').map(([one]) => [textOf(page.path) ?? '', one] as const),
    );
    for (let turn = 0; turn < 24; turn += 1) {
      const answers: { [name: string]: unknown } = {};
      for (const [n, [, one]] of components.entries()) {
        const values = lists.get(one.list) ?? [];
        const choice = (turn * 7 + n * 3 + (turn >> 2)) % Math.max(2, values.length);
        if (one.type === 'YesNoField') answers[String(one.name)] = choice % 2 === 0;
        if (one.type === 'RadiosField') answers[String(one.name)] = values[choice];
        if (one.type === 'CheckboxesField')
          answers[String(one.name)] = values.filter((_, m) => (m + turn) % 3 === 0);
      }
      const pages = walked(given, answers);
      // what was answered on a way that is not taken was never asked
      const asked = components.filter(([path, one]) => pages.has(path) && one.name !== undefined);
      const ours = Object.fromEntries(
        asked.map(([, one]) => [plainName(String(one.name)), answers[String(one.name)]]),
      );
      const { schema } = resolveFields(whole(form, shipped) as unknown as FormDefinition, ours);
      const shown = new Set(
        components
          .filter(([, one]) => schemaAt(schema, `/${plainName(String(one.name))}`))
          .map(([path]) => path),
      );
      const isAsked = new Set(
        components
          .filter(
            ([path, one]) =>
              pages.has(path) && !['Html', 'Para', 'Details', 'InsetText'].includes(String(one.type)),
          )
          .map(([path]) => path),
      );
      expect([...shown].sort()).toEqual([...isAsked].sort());
    }
  });
});
