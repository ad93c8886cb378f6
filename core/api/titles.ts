import type { Answers } from './operations.ts';

type Words = { readonly uk: string; readonly en: string };

/** What each operation does, by its id. Documentation alone: no function carries it. */
export const titles: { readonly [operation: string]: Words } = {
  login: { uk: 'Перейти до входу', en: 'Go to the identity provider to sign in' },
  signedIn: { uk: 'Повернутися після входу', en: 'Come back from the identity provider' },
  token: { uk: 'Отримати маркер доступу', en: 'Get an access token for the cookie of the session' },
  logout: { uk: 'Вийти', en: 'End the session' },
  keys: { uk: 'Ключі для перевірки маркерів', en: 'The keys by which access tokens are verified' },

  services: { uk: 'Перелік послуг', en: 'List the services' },
  service: { uk: 'Послуга та її форма', en: 'A service with its form' },
  collections: {
    uk: 'Конкурси, на які зараз приймають заяви цієї послуги',
    en: 'List the collections that applications of the service may be sent to',
  },
  news: { uk: 'Оголошення', en: 'List the announcements of a place, the newest first' },
  status: { uk: 'Стан справи за номером', en: 'Where the case of a reference stands' },
  territories: { uk: 'Регіони або частини території', en: 'The regions, or what lies in a territory' },
  territoriesIn: { uk: 'Частини території', en: 'What lies in a territory' },
  mine: { uk: 'Мої заяви', en: 'List my drafts and applications, the last changed first' },
  verify: { uk: 'Перевірити документ', en: 'Verify a document' },
  verifyFile: { uk: 'Перевірити файл документа', en: 'Verify a document and compare a file by its SHA-256' },

  openDraft: { uk: 'Почати заяву', en: 'Open a draft, filled in with what is known' },
  application: { uk: 'Чернетка або заява', en: 'Read a draft or an application' },
  saveDraft: { uk: 'Зберегти чернетку', en: 'Replace what a draft holds' },
  deleteDraft: { uk: 'Видалити чернетку', en: 'Delete a draft' },
  submit: { uk: 'Подати заяву', en: 'Submit a draft: it becomes a case under the same id' },
  lookup: { uk: 'Спитати реєстр, поки заповнюють', en: 'Ask a registry while the form is filled in' },
  upload: { uk: 'Додати файл', en: 'Announce a file and learn where to post it' },
  file: { uk: 'Завантажити файл', en: 'Get an address of a file' },
  document: { uk: 'Завантажити документ', en: 'Get an address of an issued document' },
  accesses: { uk: 'Хто переглядав справу', en: 'Who looked at the case, and for what' },
  partyAct: { uk: 'Відповісти на запит', en: 'Take an action that the party is asked for' },
  partyMessage: { uk: 'Написати повідомлення', en: 'Write a message' },
  withdraw: { uk: 'Відкликати заяву', en: 'Withdraw the application' },
  partyDuplicate: { uk: 'Замовити дублікат документа', en: 'Ask for a duplicate of a document' },
  appeal: { uk: 'Оскаржити рішення', en: 'Appeal the decision: a complaint is begun as a draft' },
  renew: { uk: 'Поновити отримане', en: 'Renew what was granted: a draft filled in from this case' },

  lookupFor: {
    uk: 'Спитати реєстр, поки заповнюють на місці',
    en: 'Ask a registry while a form is filled in at the counter',
  },
  openFor: { uk: 'Прийняти заяву на місці', en: 'Open a case at the counter for a person present' },
  initiate: {
    uk: 'Почати справу з ініціативи органу',
    en: 'Begin a case of the agency’s own motion',
  },
  lookupForMotion: {
    uk: 'Спитати реєстр, поки починають справу з ініціативи органу',
    en: 'Ask a registry while a case of the agency’s own motion is begun',
  },
  rehearseMigration: {
    uk: 'Що буде з відкритими справами на поточній версії',
    en: 'What would become of open cases on the current version',
  },
  proposeMigration: { uk: 'Запропонувати перенесення справ', en: 'Propose that open cases come over' },
  migrateCases: { uk: 'Перенести сторінку справ', en: 'Take a page of open cases over' },
  case: { uk: 'Справа', en: 'Read a case' },
  events: { uk: 'Історія справи', en: 'List the events of a case, in order' },
  caseAccesses: { uk: 'Хто переглядав справу, поіменно', en: 'Who looked at the case, by name' },
  caseFile: { uk: 'Завантажити файл справи', en: 'Get an address of a file of the case' },
  caseDocument: { uk: 'Завантажити документ справи', en: 'Get an address of a document of the case' },
  claim: { uk: 'Взяти завдання', en: 'Claim a task' },
  release: { uk: 'Відпустити завдання', en: 'Release a task' },
  assign: { uk: 'Призначити виконавця', en: 'Assign a task to an officer' },
  act: { uk: 'Виконати дію завдання', en: 'Take an action of a task' },
  consult: { uk: 'Запитати думку', en: 'Ask the opinion of another role' },
  answerConsult: { uk: 'Надати думку', en: 'Give an opinion that was asked for' },
  transfer: { uk: 'Передати завдання', en: 'Transfer a task to another office' },
  extend: { uk: 'Продовжити строк розгляду', en: 'Extend the term of the case' },
  officerMessage: { uk: 'Написати стороні', en: 'Write a message to a party' },
  reopen: { uk: 'Відкрити справу знову', en: 'Reopen a decided case' },
  revoke: { uk: 'Скасувати рішення', en: 'Revoke the decision' },
  duplicate: { uk: 'Видати дублікат документа', en: 'Issue a duplicate of a document' },
  correct: { uk: 'Виправити помилку в рішенні', en: 'Correct a mistake in a decided case' },

  me: { uk: 'Хто я', en: 'Who is signed in, with their appointments' },
  tasks: { uk: 'Завдання', en: 'List tasks of my roles, the most urgent first' },
  findCase: { uk: 'Знайти справу за номером', en: 'Find a case by its reference' },
  counts: { uk: 'Стан справ в офісі', en: 'How cases stand in my offices' },
  agencies: { uk: 'Органи, офіси, ролі', en: 'List agencies with their offices and roles' },
  appointments: { uk: 'Призначення', en: 'List who is appointed in an agency' },
  grant: { uk: 'Призначити на роль', en: 'Appoint a person to a role' },
  endAppointment: { uk: 'Припинити призначення', en: 'End an appointment' },
  deadEffects: { uk: 'Невиконані дії', en: 'List effects that were given up' },
  replayEffect: { uk: 'Спробувати дію ще раз', en: 'Try an effect again' },

  definitions: { uk: 'Перелік визначень', en: 'List the definitions' },
  designerLibrary: { uk: 'На що спираються визначення', en: 'What definitions lean on' },
  readDefinition: { uk: 'Чернетка визначення', en: 'Read the draft of a definition' },
  saveDefinition: { uk: 'Зберегти чернетку визначення', en: 'Save the draft of a definition' },
  checkDefinition: { uk: 'Перевірити визначення', en: 'Check a definition: the one sent, else its draft' },
  publishDefinition: { uk: 'Опублікувати визначення', en: 'Publish the draft of a definition' },
  publication: { uk: 'Як стоїть публікація', en: 'How the publishing of a draft stands' },
  proposePublication: { uk: 'Запропонувати публікацію', en: 'Propose that a draft be published' },
  returnPublication: { uk: 'Повернути пропозицію', en: 'Give a proposal back with a reason' },
  readScenarios: { uk: 'Приклади послуги', en: 'Read the scenarios of a service' },
  saveScenarios: { uk: 'Зберегти приклади послуги', en: 'Save the scenarios of a service' },
  publishedDefinition: { uk: 'Опублікована версія', en: 'Read a published version' },
};

/** Operations by the function that answers: what each group is called, and is about. */
export const groups: { readonly [answers in Answers]: { readonly name: string; readonly about: Words } } = {
  session: { name: 'Вхід', about: { uk: 'Вхід і вихід.', en: 'Signing in and out.' } },
  catalogue: {
    name: 'Послуги',
    about: {
      uk: 'Послуги, території, стан справи за номером, мої заяви.',
      en: 'Services, territories, the status of a reference, my applications.',
    },
  },
  verify: {
    name: 'Перевірка документів',
    about: { uk: 'Чи справжній документ.', en: 'Whether a document is genuine.' },
  },
  applicant: {
    name: 'Заяви',
    about: { uk: 'Чернетки й заяви очима сторони.', en: 'Drafts and applications as a party sees them.' },
  },
  officer: {
    name: 'Справи',
    about: { uk: 'Справи очима посадовця.', en: 'Cases as an officer sees them.' },
  },
  workspace: {
    name: 'Робоче місце',
    about: {
      uk: 'Завдання, призначення, стан справ, невиконані дії.',
      en: 'Tasks, appointments, counts, effects that were given up.',
    },
  },
  definitions: {
    name: 'Визначення',
    about: { uk: 'Визначення послуг та їх публікація.', en: 'Definitions and their publishing.' },
  },
};

/** What the names in paths mean. */
export const pathNames: { readonly [name: string]: string } = {
  id: 'Id of the draft, case, definition or effect.',
  reference: 'Reference of a case, with or without hyphens.',
  parent: 'KATOTTG code of a territory.',
  document: 'Id of a document.',
  file: 'Id of a file.',
  action: 'Action of the state that waits.',
  task: 'Path of the task, as its list names it.',
  consult: 'Id of the question.',
  person: 'Key of the person.',
  agency: 'Id of the agency.',
  office: 'Id of the office.',
  role: 'Id of the role.',
  kind: 'Kind of the definition: service, registry, connector or agency.',
  version: 'Number of the version.',
};
