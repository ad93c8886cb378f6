import { expect, it } from 'vitest';
import type { ServiceBundle, State } from '../types.ts';
import { difference } from './difference.ts';
import { residence } from './residence.testing.ts';

const state = <T extends State['type']>(service: ServiceBundle, name: string) =>
  service.flow.states[name] as Extract<State, { type: T }>;

/** What an analyst did, what is said of it, and for whom. */
const edits: [edit: (s: ServiceBundle) => void, uk: string, en: string, affects: string][] = [
  [
    (s) => {
      s.form.pages.splice(2, 0, { id: 'pets', title: { uk: 'Тварини', en: 'Pets' }, fields: ['/pets'] });
    },
    'Додано сторінку «Тварини»',
    'Added the page “Pets”',
    'party/applicant',
  ],
  [
    (s) => {
      const [first] = s.form.pages.splice(0, 1);
      if (first) s.form.pages.splice(1, 0, first);
    },
    'Сторінку «Діти» переставлено на місце 1',
    'The page “Children” moved to place 1',
    'party/applicant',
  ],
  [
    (s) => {
      state<'task'>(s, 'review').due = { workingDays: 3 };
    },
    'Стан «Розгляд заяви»: строк подовжено з 1 до 3 робочих днів',
    'State “Review of the application”: the deadline is extended from 1 to 3 working days',
    'role/registrar',
  ],
  [
    (s) => {
      state<'party'>(s, 'correction').due = { workingDays: 5 };
    },
    'Стан «Виправлення заяви»: строк змінено з 14 днів до 5 робочих днів',
    'State “Correction of the application”: the deadline is changed from 14 days to 5 working days',
    'party/applicant',
  ],
  [
    (s) => {
      const { lawyer } = s.roles ?? {};
      if (lawyer) lawyer.sees = lawyer.sees.filter((path) => path !== 'form.address');
    },
    '«Юрист»: більше не бачить: «Нова адреса»',
    '“Lawyer”: no longer sees “New address”',
    'role/lawyer',
  ],
  [
    (s) => {
      if (s.decideWithin) s.decideWithin = { ...s.decideWithin, workingDays: 5 };
    },
    'Строк рішення за законом: подовжено з 1 до 5 робочих днів',
    'Term in law for the decision: extended from 1 to 5 working days',
    'agency',
  ],
  [
    (s) => {
      const action = state<'task'>(s, 'review').actions.refuse;
      if (action) action.reason = true;
    },
    'Стан «Розгляд заяви»: дія «Відмовити»: тепер потрібно: причина',
    'State “Review of the application”: action “Refuse”: now needs a reason',
    'role/registrar',
  ],
  [
    (s) => {
      state<'issue'>(s, 'refusalIssue').failed = 'review';
    },
    'Стан «Видача рішення про відмову»: якщо не вдалося: «Підготовка рішення про відмову» → «Розгляд заяви»',
    'State “Issue of the refusal”: if it fails: “Drawing up the refusal” → “Review of the application”',
    'process',
  ],
  [
    (s) => {
      s.retention.refused = 'P3Y';
    },
    'Зберігання справ: відмовлено: скорочено з 5 до 3 років',
    'Retention of cases: refused: shortened from 5 to 3 years',
    'agency',
  ],
  [
    (s) => {
      s.title = { ...s.title, en: 'Residence' };
    },
    'Послуга: назва: «Registration of residence» → «Residence» (en)',
    'The service: title: “Registration of residence” → “Residence”',
    'everyone',
  ],
  [
    (s) => {
      s.parameters?.feePercent?.push({ from: '2027-01-01', value: 2, act: 'Закон' });
    },
    'Параметр «feePercent»: додано 2 з 2027-01-01 (Закон)',
    'Parameter “feePercent”: added 2 from 2027-01-01 (Закон)',
    'everyone',
  ],
  [
    (s) => {
      s.messages = { ...s.messages };
      delete s.messages.late;
    },
    'Вилучено повідомлення «Заява {{case.reference}}: строк минув»',
    'Removed the message “Application {{case.reference}} is late”',
    'role/head',
  ],
];

it.each(edits)('%#: says what was done, and for whom', (edit, uk, en, affects) => {
  const { changes, groups } = difference(residence(), residence(edit));
  expect(changes.map((c) => c.says)).toEqual([{ uk, en }]);
  expect(groups.map((g) => g.affects)).toContain(affects);
});

it('groups by who is affected, applicants before officers, under their titles', () => {
  const { groups } = difference(
    residence(),
    residence((s) => {
      state<'task'>(s, 'review').due = { workingDays: 3 };
      s.parties.owner?.sees?.push('form.lease');
      s.channels = ['portal'];
    }),
  );
  expect(groups.map((g) => g.title.uk)).toEqual(['Заявники', 'Співвласник житла', 'Реєстратор']);
});

it('tells of a field with its texts and whether it must be filled in', () => {
  const { changes } = difference(
    residence(),
    residence((s) => {
      const schema = s.form.schema as { properties: Record<string, unknown>; required?: string[] };
      schema.properties.pets = { type: 'string' };
      schema.required = [...(schema.required ?? []), 'pets'];
      s.form.texts = { ...s.form.texts, '/pets': { title: { uk: 'Кличка', en: 'Name of the pet' } } };
    }),
  );
  expect(changes.map((c) => c.says.en)).toEqual([
    'Added the field “Name of the pet” (required)',
    'The list of required fields follows the fields',
    'Field “Name of the pet”: texts: added: title “Name of the pet”',
  ]);
});
