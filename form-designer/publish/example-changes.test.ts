import { expect, test } from 'vitest';
import type { Scenario } from '#core/definition/types.ts';
import { exampleChanges } from './example-changes.ts';

const example = (uk: string): Scenario => ({
  title: { uk, en: uk },
  submittedAt: '2026-03-02T08:00:00Z',
  applicant: { person: 'olena', assurance: 'substantial' },
  form: {},
  steps: [],
  expect: {},
});

test('examples that are new, changed and gone since the last version are told, the others not', () => {
  const frozen = { kept: example('Той самий'), changed: example('Було'), gone: example('Зник') };
  const now = { kept: example('Той самий'), changed: example('Стало'), added: example('Новий') };
  expect(exampleChanges(frozen, now).map(({ name, how }) => `${how} ${name}`)).toEqual([
    'changed changed',
    'new added',
    'gone gone',
  ]);
  expect(exampleChanges(now, now)).toEqual([]);
});
