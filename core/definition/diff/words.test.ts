import { expect, it } from 'vitest';
import { shipped } from '../shipped.testing.ts';
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
  [
    (s) => {
      delete s.decideWithin;
    },
    'Строк рішення за законом: скасовано (було до 1 робочого дня)',
    'Term in law for the decision: lifted (it was 1 working day)',
    'agency',
  ],
  [
    (s) => {
      if (s.decideWithin) s.decideWithin.pausedIn = ['correction'];
    },
    'Строк рішення за законом: коли зупинено: додано «Виправлення заяви»',
    'Term in law for the decision: when it stands still: added “Correction of the application”',
    'agency',
  ],
  [
    (s) => {
      if (s.after?.reopen) s.after.reopen = { ...s.after.reopen, by: 'registrar' };
    },
    'Після рішення: поновлення розгляду: хто: «Керівник органу реєстрації» → «Реєстратор»',
    'After the decision: reopening: by whom: “Head of the registration body” → “Registrar”',
    'agency',
  ],
  [
    (s) => {
      if (s.after?.revoke) s.after.revoke = { ...s.after.revoke, grounds: ['falseData'] };
    },
    'Після рішення: скасування: підстави: вилучено «Рішення суду, що набрало законної сили»',
    'After the decision: revocation: grounds: removed “A court decision in force”',
    'agency',
  ],
  [
    (s) => {
      s.parameters = { ...s.parameters };
      delete s.parameters.feePercent;
    },
    'Вилучено параметр «feePercent»',
    'Removed the parameter “feePercent”',
    'everyone',
  ],
  [
    (s) => {
      const [first] = s.needs ?? [];
      if (first) first.when = 'form.whose = "self"';
    },
    'Що потрібно мати: «Документ, що посвідчує особу, і РНОКПП»: за якої умови: додано: «form.whose = "self"»',
    'What one must have: “Identity document and RNOKPP”: condition: added: “form.whose = "self"”',
    'party/applicant',
  ],
  [
    (s) => {
      s.legalBasis?.pop();
    },
    'Правові підстави: вилучено «Порядок декларування та реєстрації місця проживання (перебування), затверджений постановою Кабінету Міністрів України в…»',
    'Legal basis: removed “Procedure of declaration and registration of residence, Resolution of the Cabinet of Ministers No. 265 of 7 February 20…”',
    'party/applicant',
  ],
  [
    (s) => {
      state<'task'>(s, 'review').not = ['case.enteredBy', 'refusing.by'];
    },
    'Стан «Розгляд заяви»: хто не може виконати: додано «refusing.by»',
    'State “Review of the application”: who may not do it: added “refusing.by”',
    'role/registrar',
  ],
  [
    (s) => {
      state<'party'>(s, 'correction').pages = ['person', 'children', 'represented', 'previous'];
    },
    'Стан «Виправлення заяви»: сторінки: вилучено «Документи»',
    'State “Correction of the application”: pages: removed “Documents”',
    'party/applicant',
  ],
  [
    (s) => {
      state<'task'>(s, 'review').notify = ['toReview', 'late'];
    },
    'Стан «Розгляд заяви»: повідомлення: додано «Заява {{case.reference}}: строк минув»',
    'State “Review of the application”: messages: added “Application {{case.reference}} is late”',
    'role/registrar',
  ],
  [
    (s) => {
      const { branches } = state<'parallel'>(s, 'approval');
      delete branches.lawyer;
    },
    'Вилучено у стані «Погодження спірної справи» гілку «lawyer»',
    'Removed in the state “Approval of the contested case” the branch “lawyer”',
    'process',
  ],
  [
    (s) => {
      state<'each'>(s, 'consents').flow.initial = 'agreed';
    },
    'Стан «Згода власників»: початок: «Чи згодні ви, щоб людина зареєструвалася у вашому житлі?» → «agreed»',
    'State “Consent of the owners”: beginning: “Do you consent to the registration in your dwelling?” → “agreed”',
    'process',
  ],
  [
    (s) => {
      s.flow.states.abandoned = { type: 'wait', for: 'P1D', next: 'withdrawn' };
    },
    'Стан «Заяву залишено без розгляду»: тепер це очікування',
    'State “Application left without review”: is now a wait',
    'process',
  ],
  [
    (s) => {
      const texts = s.form.texts as Record<string, { title?: object }>;
      texts['/whose'] = { ...texts['/whose'], title: { uk: 'Чиє?', en: 'Whose?' } };
    },
    'Поле «Чиє?»: тексти: назва: «Чиє місце проживання реєструєте?» → «Чиє?»',
    'Field “Whose?”: texts: title: “Whose residence are you registering?” → “Whose?”',
    'party/applicant',
  ],
  [
    (s) => {
      state<'call'>(s, 'dwellingCheck').next = [
        { when: 'rights.found', to: 'personCheck' },
        { to: 'review' },
      ];
    },
    'Стан «Перевірка права на житло»: куди далі: «Перевірка в реєстрі населення» → якщо rights.found — «Перевірка в реєстрі населення»; інакше «Розгляд заяви»',
    'State “Check of the right to the dwelling”: where next: “Check in the population registry” → if rights.found — “Check in the population registry”; else “Review of the application”',
    'process',
  ],
  [
    (s) => {
      s.channels = ['counter', 'portal'];
    },
    'Як подати: змінено порядок',
    'How to apply: the order changed',
    'party/applicant',
  ],
  [
    (s) => {
      const overdue = state<'task'>(s, 'refusing').overdue as { raise?: string };
      delete overdue.raise;
      Object.assign(overdue, { to: 'review' });
    },
    'Стан «Підготовка рішення про відмову»: кому скажуть, коли строк мине: «Керівник органу реєстрації» → нічого',
    'State “Drawing up the refusal”: who is told when the deadline passes: “Head of the registration body” → nothing',
    'role/registrar',
  ],
];

it.each(edits)('%#: says what was done, and for whom', (edit, uk, en, affects) => {
  const { changes, groups } = difference(residence(), residence(edit));
  expect(changes[0]?.says).toEqual({ uk, en });
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

it('tells of agencies, connectors and registries in the same words', () => {
  const agency = shipped.agencies['kyiv-city'];
  const changed = structuredClone(agency);
  if (changed) changed.fallback = 'other';
  const { changes, groups } = difference(agency, changed);
  expect(changes[0]?.says.uk).toMatch(/^Установа: .*«.*» → «other»$/);
  expect(groups.map((g) => g.title.en)).toEqual(['The agency']);
  const connector = shipped.connectors.document;
  const slower = { ...structuredClone(connector), due: 'P9D' };
  expect(difference(connector, slower).changes[0]?.says.en).toMatch(
    /^The connector: deadline: extended from .* to 9 days$/,
  );
});
