// The work that the peer was measured with, as one of our definitions: some 3 kB of form data, and a task for an officer.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../stack/stack.ts';

export const SERVICE = 'bench-application';
const folder = join(ROOT, 'service-definitions/services', SERVICE);
const text = (uk: string, en: string) => ({ uk, en });

/** Sixteen long answers, a condition, a computed value and a rule. */
const LONG = Array.from({ length: 16 }, (_, n) => `answer${n + 1}`);
/** What is entered: 3.2 kB. */
export const form = {
  ...Object.fromEntries(LONG.map((name) => [name, 'Відповідь заявника на запитання форми. '.repeat(2)])),
  amount: 12_000,
  people: 3,
  hasBenefit: true,
  benefit: 'Учасник бойових дій',
};
/** Five fields that a save changes. */
export const five = (n: number) =>
  Object.fromEntries(LONG.slice(0, 5).map((name) => [name, `Змінена відповідь ${n} на запитання форми.`]));

const definition = {
  $schema: 'https://kladka.example/schema/1/service.json',
  format: 1,
  id: SERVICE,
  agency: 'kyiv-city',
  title: text('Заява для вимірювання', 'Application to measure with'),
  summary: text('Лише для вимірювання швидкодії.', 'For measuring speed only.'),
  startedBy: { applicant: true },
  channels: ['portal'],
  deliver: ['portal'],
  parties: { applicant: { who: ['person'], through: ['self'], assurance: 'substantial' } },
  roles: {
    registrar: {
      title: text('Реєстратор', 'Registrar'),
      office: '"central"',
      ifNoOffice: 'central',
      sees: ['form'],
    },
  },
  grounds: {
    notEntitled: {
      title: text('Немає права', 'Not entitled'),
      act: 'Закон України «Про адміністративну процедуру», ст. 72',
    },
  },
  form: {
    schema: {
      type: 'object',
      properties: {
        ...Object.fromEntries(LONG.map((name) => [name, { type: 'string', minLength: 1, maxLength: 500 }])),
        amount: { type: 'integer', minimum: 0 },
        people: { type: 'integer', minimum: 1, maximum: 20 },
        each: { type: 'number' },
        hasBenefit: { type: 'boolean' },
      },
      required: [...LONG, 'amount', 'people', 'hasBenefit'],
      if: { properties: { hasBenefit: { const: true } }, required: ['hasBenefit'] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: {
        properties: { benefit: { type: 'string', minLength: 1, maxLength: 200 } },
        required: ['benefit'],
      },
    },
    computed: { '/each': 'form.amount / form.people' },
    rules: [
      {
        at: '/amount',
        must: 'form.amount <= 1000000',
        say: text('Сума до 1 000 000', 'The amount is at most 1,000,000'),
      },
    ],
    texts: Object.fromEntries(
      [...LONG, 'amount', 'people', 'each', 'hasBenefit', 'benefit'].map((name) => [
        `/${name}`,
        { title: text(`Запитання ${name}`, `Question ${name}`) },
      ]),
    ),
    pages: [
      {
        id: 'all',
        title: text('Запитання', 'Questions'),
        fields: [...LONG, 'amount', 'people', 'each', 'hasBenefit', 'benefit'].map((name) => `/${name}`),
      },
    ],
  },
  flow: {
    initial: 'review',
    states: {
      review: {
        type: 'task',
        role: 'registrar',
        due: { workingDays: 5 },
        overdue: { raise: 'registrar' },
        actions: {
          approve: { to: 'granted' },
          refuse: { to: 'refused', grounds: ['notEntitled'], explain: true },
        },
      },
      granted: { type: 'end', outcome: 'granted', kind: 'granted', say: text('Задоволено', 'Granted') },
      refused: { type: 'end', outcome: 'refused', kind: 'refused', say: text('Відмовлено', 'Refused') },
    },
  },
  retention: {
    granted: 'P5Y',
    refused: 'P5Y',
    left: 'P1Y',
    withdrawn: 'P1Y',
    cancelled: 'P1Y',
    draft: 'P30D',
  },
};

/** Puts the service among the definitions of the checkout; answers how to take it out again. */
export function addService(): () => void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'service.json'), JSON.stringify(definition, null, 2));
  return () => rmSync(folder, { recursive: true, force: true });
}
