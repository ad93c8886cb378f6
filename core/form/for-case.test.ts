import { expect, it } from 'vitest';
import { forCase } from './for-case.ts';
import { withRows, withSentRows } from './rows.ts';
import { judged } from './validate.ts';

const form = {
  schema: {
    type: 'object',
    properties: {
      checks: { type: 'array', items: { $ref: '#/$defs/check' } },
      speaker: { type: 'string' },
      invited: { type: 'array', items: { type: 'string' }, uniqueItems: true },
    },
    required: ['speaker'],
    $defs: {
      check: {
        type: 'object',
        properties: { rnokpp: { type: 'string' }, fine: { type: 'boolean' } },
        required: ['fine'],
      },
    },
  },
  rows: { '/checks': 'form.partners' },
  options: {
    '/speaker': 'for p in form.partners return { value: p.rnokpp, title: p.name }',
    '/invited': 'form.partners.name',
  },
};
const partners = [
  { name: 'Петро', rnokpp: '1' },
  { name: 'Олена', rnokpp: '2' },
];
const names = { form: { partners } };
const sent = (data: { [name: string]: unknown }, seen: object = names) => {
  const here = forCase(form, seen as typeof names);
  const { whole, problems } = judged(here, withSentRows(here, data), { ...seen, application: {} });
  return problems.length > 0 ? problems : whole;
};

it('a list has one row for each item, in its order, with what both have by name', () => {
  expect(sent({ speaker: '1', checks: [{ fine: true }, { fine: false }] })).toEqual({
    speaker: '1',
    checks: [
      { rnokpp: '1', fine: true },
      { rnokpp: '2', fine: false },
    ],
  });
});

it('rows that were added or removed by hand are refused, in both languages', () => {
  for (const checks of [[], [{ fine: true }], [{ fine: true }, { fine: true }, { fine: true }]])
    expect(sent({ speaker: '1', checks })).toMatchObject([
      {
        pointer: '/checks',
        message: { uk: expect.stringContaining('стільки'), en: expect.stringContaining('as many rows') },
      },
    ]);
});

it('rows that were not sent are asked for one by one', () => {
  expect(sent({ speaker: '1' })).toMatchObject([
    { pointer: '/checks/0/fine', code: 'required' },
    { pointer: '/checks/1/fine', code: 'required' },
  ]);
  expect(sent({}, { form: { partners: [] } })).toMatchObject([{ pointer: '/speaker' }]);
});

it('what a row takes over from its item cannot be entered', () => {
  const row = { rnokpp: '9', fine: true };
  expect(sent({ speaker: '1', checks: [row, { fine: true }] })).toMatchObject([
    { pointer: '/checks/0/fine', code: 'required' },
  ]);
});

it('what a row takes over and its field cannot hold is told as a fault of the service, not of whoever decides', () => {
  const seen = { form: { partners: [{ name: 'Петро', rnokpp: 1 }] } };
  expect(sent({ speaker: '1', checks: [{ fine: true }] }, { ...seen, other: 1 })).toMatchObject([
    {
      ...{ pointer: '/checks/0/rnokpp', code: 'type' },
      message: { uk: expect.stringContaining('розробників'), en: expect.stringContaining('maintain') },
    },
    { pointer: '/speaker' },
  ]);
});

it('a choice is one of what the case has, and is called as it is called there', () => {
  const checks = [{ fine: true }, { fine: true }];
  expect(sent({ checks, speaker: '3' })).toMatchObject([
    { pointer: '/speaker', code: 'enum', message: { uk: expect.stringContaining('немає') } },
  ]);
  expect(sent({ checks, speaker: '2', invited: ['Олена', 'Іван'] })).toMatchObject([
    { pointer: '/invited/1', code: 'enum', message: { en: expect.stringContaining('no such option') } },
  ]);
  expect(sent({ checks, speaker: '2', invited: ['Олена'] })).toMatchObject({ invited: ['Олена'] });
  expect(forCase(form, names).texts?.['/speaker']?.options).toEqual({
    '1': { uk: 'Петро', en: 'Петро' },
    '2': { uk: 'Олена', en: 'Олена' },
  });
});

it('where the case has nothing to choose from, that is said before it is sent', () => {
  const none = forCase(form, { form: { partners: [] } });
  expect(none.offered?.['/speaker']?.nothing?.uk).toContain('немає з чого');
});

it('what was entered stays with its item when the items change', () => {
  const draft = {
    checks: [
      { rnokpp: '1', fine: true },
      { rnokpp: '2', fine: false },
    ],
  };
  const now = (list: object[]) => withRows(forCase(form, { form: { partners: list } }), draft).checks;
  const [petro, olena] = partners as [object, object];
  expect(now([petro, olena])).toBe(draft.checks);
  expect(now([olena])).toEqual([{ rnokpp: '2', fine: false }]);
  expect(now([olena, { name: 'Іван', rnokpp: '3' }, petro])).toEqual([
    { rnokpp: '2', fine: false },
    { rnokpp: '3' },
    { rnokpp: '1', fine: true },
  ]);
  expect(now([])).toBeUndefined();
});

it('a row is headed by what it is of', () => {
  const heads = (list: unknown[]) =>
    forCase({ ...form, options: {} }, { form: { partners: list } }).items?.['/checks']?.map(
      ({ title }) => title.uk,
    );
  expect(
    heads([
      'Ціна',
      { title: { uk: 'Досвід', en: 'Experience' } },
      { surname: 'Коваль', name: 'Ірина', rnokpp: '1' },
      { rnokpp: '2' },
    ]),
  ).toEqual(['Ціна', 'Досвід', 'Коваль Ірина', '2']);
});
