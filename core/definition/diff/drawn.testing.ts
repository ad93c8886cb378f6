import { expect } from 'vitest';
import { difference } from './difference.ts';
import { applied } from './patch.ts';

// A service as it is being drawn, any part of it missing or not yet what it should be: only tests import this

export const t = (uk: string, en: string) => ({ uk, en });

/** What an analyst did: values by where they stand; undefined takes one away. */
export type Edit = { readonly [pointer: string]: unknown };
/** What was done, how, and what is said of it in English. */
export type Told = readonly [does: string, edit: Edit, ...says: (string | RegExp)[]];

export const service = {
  title: t('Місце', 'Stall'),
  channels: ['portal'],
  deliver: ['post'],
  startedBy: { counter: { role: 'clerk' } },
  parties: {
    applicant: { sees: ['form'] },
    partner: { title: t('Співвласник', 'Partner'), sees: ['form.name'] },
  },
  roles: { clerk: { title: t('Діловод', 'Clerk'), sees: ['form.name'] }, head: { sees: ['review'] } },
  parameters: { rent: [{ from: '2026-01-01', value: 5 }] },
  grounds: { occupied: { title: t('Немає місць', 'No stall is free') } },
  documents: { permit: { title: t('Дозвіл', 'Permit') } },
  messages: {
    done: { to: 'applicant', subject: t('Готово', 'Done') },
    late: { to: 'head', body: t('Пізно', 'Late') },
  },
  form: {
    schema: {
      type: 'object',
      properties: {
        name: { type: 'string', maxLength: 50 },
        goods: { type: 'string', enum: ['food', 'books'] },
        partners: { type: 'array', items: { type: 'object', properties: { email: { type: 'string' } } } },
      },
      required: ['name'],
    },
    texts: { '/name': { title: t('Імʼя', 'Name') }, '/goods': { title: { uk: 'Товар' } } },
    ui: { name: { 'ui:widget': 'text' }, partners: { items: { email: { 'ui:widget': 'email' } } } },
    pages: [
      { id: 'one', title: t('Перша', 'First'), fields: ['/name'] },
      { id: 'two', fields: ['/goods'] },
    ],
    computed: { '/name': '"x"' },
    files: { proof: { at: '/name', count: 1 } },
    lookups: { person: { connector: 'c', input: {} } },
    rules: [{ must: 'form.name != null', say: { uk: 'Назвіться' } }],
  },
  flow: {
    initial: 'review',
    states: {
      review: {
        ...{ type: 'task', role: 'clerk', title: t('Розгляд', 'Review'), due: 'P3D', edits: ['/name'] },
        overdue: { raise: 'head', notify: ['late'] },
        form: {
          schema: { properties: { note: { type: 'string' } } },
          texts: { '/note': { title: t('Думка', 'Opinion') } },
        },
        actions: {
          approve: { to: 'fee', reason: true, grounds: ['occupied'] },
          refuse: { to: 'refused', title: t('Відмовити', 'Refuse') },
        },
      },
      fee: { type: 'pay', title: { uk: 'Плата' }, connector: 'bank', next: 'signing' },
      signing: { type: 'sign', by: { role: 'head' }, next: 'granted', declined: 'refused' },
      granted: { type: 'end', outcome: 'granted', title: t('Надано', 'Granted') },
      refused: { type: 'end', outcome: 'refused', title: t('Відмовлено', 'Refused') },
    },
  },
  decideWithin: { days: 30, from: 'submitted', until: ['granted'] },
  after: { correct: { by: 'head', reissues: 'permit' }, reopen: { by: 'head', to: 'review' } },
  retention: { granted: 'P5Y' },
  legalBasis: [{ title: t('Закон', 'Law'), url: 'a' }],
};

export const edited = (edit: Edit): unknown =>
  Object.entries(edit).reduce<unknown>(
    (here, [path, value]) =>
      applied(here, [value === undefined ? { op: 'remove', path } : { op: 'add', path, value }]),
    service,
  );

/** What is said of an edit; and of its undoing, that it can be read. */
export function toldOf(edit: Edit, says: readonly (string | RegExp)[]): void {
  const after = edited(edit);
  const { changes, groups } = difference(service, after);
  expect(changes.map((change) => change.says.en)).toEqual(
    says.map((one) => (typeof one === 'string' ? one : expect.stringMatching(one))),
  );
  // everyone who is affected has a heading, and every change stands under one
  expect(new Set(groups.flatMap((group) => group.changes)).size).toBe(changes.length);
  for (const { title } of groups) expect([title.uk, title.en]).not.toContain('');
  for (const change of [...changes, ...difference(after, service).changes])
    expect(`${change.says.uk} ${change.says.en}`).not.toMatch(/undefined|\[object/);
}
