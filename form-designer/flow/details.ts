import { type Control, said } from '../described/control.ts';

const outcomes = [
  ['granted', 'задоволено', 'granted'],
  ['partly', 'задоволено частково', 'granted in part'],
  ['refused', 'відмовлено', 'refused'],
  ['left', 'залишено без розгляду', 'left without decision'],
  ['withdrawn', 'відкликано', 'withdrawn'],
  ['cancelled', 'скасовано', 'cancelled'],
] as const;

const remind: Control = {
  is: 'list',
  name: 'remind',
  words: said(
    'Нагадування',
    'Reminders',
    'Лист до того, як строк мине.',
    'A letter before the deadline passes.',
  ),
  add: said('Додати нагадування', 'Add a reminder'),
  fresh: { before: 'P1D', message: '' },
  called: 'message',
  inner: [
    {
      is: 'duration',
      name: 'before',
      words: said('За скільки до строку', 'How long before the deadline'),
      required: true,
    },
    {
      is: 'reference',
      name: 'message',
      from: 'messages',
      words: said('Яке повідомлення', 'Which message'),
      required: true,
    },
  ],
};
/** What of a passed deadline is set beside where it leads and who is told. */
export const overdueDetails: readonly Control[] = [
  {
    is: 'references',
    name: 'notify',
    from: 'messages',
    words: said('Кого тоді сповістити', 'Whom to tell then'),
  },
];

/** What of an action is set beside its words, where it leads and the grounds. */
export const actionDetails: readonly Control[] = [
  {
    is: 'feel',
    name: 'when',
    words: said('Лише якщо', 'Only if', 'Порожньо: можна завжди.', 'Empty: it can always be done.'),
  },
  {
    is: 'number',
    name: 'atMost',
    min: 1,
    words: said(
      'Скільки разів щонайбільше',
      'How many times at most',
      'В одній справі. Порожньо: без межі.',
      'In one case. Empty: no limit.',
    ),
  },
  {
    is: 'texts',
    name: 'confirm',
    words: said(
      'Про що перепитати',
      'What is asked before it is done',
      'Порожньо: не перепитують.',
      'Empty: nothing is asked.',
    ),
  },
];

/** What can be set of a state of a type beside what stands first in its panel. */
export const stateDetails: { readonly [type: string]: readonly Control[] } = {
  task: [
    remind,
    {
      is: 'pick',
      name: 'assign',
      words: said('Як завдання знаходить виконавця', 'How the task finds its officer'),
      options: [
        ['claim', 'хто візьме сам', 'whoever claims it'],
        ['leastLoaded', 'у кого менше справ', 'whoever has fewest'],
        ['random', 'навмання', 'at random'],
        ['byHead', 'призначає керівник', 'the head assigns it'],
      ],
    },
    {
      is: 'references',
      name: 'not',
      from: 'decided',
      words: said(
        'Хто тут діяти не може',
        'Who may not act here',
        'Хто вже вирішував там: правило чотирьох очей.',
        'Whoever decided there: four eyes.',
      ),
    },
    {
      is: 'references',
      name: 'edits',
      from: 'fields',
      words: said(
        'Що в заяві можна змінити',
        'What of the application may be changed',
        'Заявник побачить старе значення поруч із новим.',
        'The applicant sees the old value beside the new.',
      ),
    },
  ],
  party: [remind],
  call: [
    {
      is: 'reference',
      name: 'operation',
      from: 'operations',
      words: said('Яка дія системи', 'Which operation of the system'),
    },
    {
      is: 'reference',
      name: 'purpose',
      from: 'purposes',
      words: said(
        'З якою метою',
        'For what purpose',
        'Її бачить той, чиї це дані.',
        'Whoever the data is about sees it.',
      ),
    },
    {
      is: 'duration',
      name: 'retryFor',
      calendar: true,
      words: said(
        'Скільки пробувати знову',
        'How long to try again',
        'Лише потім справа йде шляхом «не вдалося».',
        'Only then the case takes the way “it fails”.',
      ),
    },
    remind,
  ],
  parallel: [remind],
  each: [remind],
  wait: [
    {
      is: 'group',
      name: 'event',
      fresh: { connector: '', match: 'true' },
      words: said(
        'Чекати, доки інша система повідомить',
        'Wait until another system tells',
        'Замість строку чи дня.',
        'Instead of a term or a day.',
      ),
      inner: [
        {
          is: 'reference',
          name: 'connector',
          from: 'connectors',
          required: true,
          words: said('Через який конектор', 'By which connector'),
        },
        {
          is: 'feel',
          name: 'match',
          words: said(
            'Яка це подія',
            'Which event it is',
            'Умова над event і справою, наприклад event.number = case.reference.',
            'A condition over event and the case, for example event.number = case.reference.',
          ),
        },
        { is: 'line', name: 'as', words: said('Імʼя події у виразах', 'Name of the event in expressions') },
      ],
    },
    remind,
  ],
  pay: [
    {
      is: 'reference',
      name: 'party',
      from: 'parties',
      words: said('Хто платить', 'Who pays', 'Не сказано: заявник.', 'Not said: the applicant.'),
    },
    {
      is: 'list',
      name: 'exempt',
      words: said('Кому платити не треба', 'Who need not pay'),
      add: said('Додати пільгу', 'Add an exemption'),
      fresh: { when: 'false', title: { uk: 'Пільга', en: 'Exemption' } },
      called: 'title',
      inner: [
        { is: 'texts', name: 'title', required: true, words: said('Як вона зветься', 'What it is called') },
        { is: 'feel', name: 'when', words: said('Кого стосується', 'Whom it concerns') },
      ],
    },
    {
      is: 'several',
      name: 'refund',
      options: outcomes,
      words: said(
        'Коли гроші повертають',
        'When it is paid back',
        'Після яких вислідів справи.',
        'After which outcomes of the case.',
      ),
    },
    remind,
  ],
  sign: [
    {
      is: 'reference',
      name: 'connector',
      from: 'connectors',
      words: said('Чим підписують', 'By which connector it is signed'),
    },
    remind,
  ],
  issue: [
    {
      is: 'group',
      name: 'record',
      fresh: { do: 'create', registry: '', key: 'case.reference', data: {} },
      words: said('Записати в реєстр', 'Write into a registry'),
      inner: [
        {
          is: 'pick',
          name: 'do',
          required: true,
          words: said('Що зробити із записом', 'What is done with the record'),
          options: [
            ['create', 'створити', 'create'],
            ['change', 'змінити', 'change'],
            ['close', 'закрити', 'close'],
            ['revoke', 'скасувати', 'revoke'],
          ],
        },
        {
          is: 'reference',
          name: 'registry',
          from: 'registries',
          required: true,
          words: said('Реєстр', 'Registry'),
        },
        {
          is: 'feel',
          name: 'key',
          words: said(
            'Ключ запису',
            'Key of the record',
            'Чим записи відрізняються, наприклад form.person.rnokpp.',
            'What tells records apart, for example form.person.rnokpp.',
          ),
        },
        { is: 'feelMap', name: 'data', known: 'record', words: said('Що записати', 'What is written') },
      ],
    },
    remind,
  ],
  reserve: [
    {
      is: 'duration',
      name: 'hold',
      calendar: true,
      words: said(
        'Скільки тримати місце',
        'How long a place is held',
        'Поки людина вибирає.',
        'While it is chosen.',
      ),
    },
    {
      is: 'tick',
      name: 'waitingList',
      words: said('Якщо місць немає, стати в чергу', 'If there is none, wait in line'),
    },
    {
      is: 'several',
      name: 'release',
      options: outcomes,
      words: said(
        'Коли місце звільнити',
        'When the place is given back',
        'Після яких вислідів справи.',
        'After which outcomes of the case.',
      ),
    },
    remind,
  ],
  start: [
    {
      is: 'map',
      name: 'cases',
      words: said('Які справи почати', 'Which cases are started'),
      add: said('Додати справу', 'Add a case'),
      fresh: () => ({ service: '' }),
      called: 'service',
      inner: [
        {
          is: 'reference',
          name: 'service',
          from: 'services',
          required: true,
          words: said('Якої послуги', 'Of which service'),
        },
        {
          is: 'feel',
          name: 'when',
          words: said('Лише якщо', 'Only if', 'Порожньо: завжди.', 'Empty: always.'),
        },
        {
          is: 'feelMap',
          name: 'form',
          words: said(
            'Дані її заяви',
            'Data of its application',
            'Поле тієї форми (як /person/name) і вираз, що його дає.',
            'A field of that form (like /person/name) and the expression that gives it.',
          ),
        },
        {
          is: 'pairs',
          from: 'parties',
          name: 'parties',
          words: said(
            'Її учасники',
            'Its parties',
            'Імʼя учасника там і імʼя учасника тут.',
            'The name of a party there and that of a party here.',
          ),
        },
      ],
    },
    remind,
  ],
  collect: [
    {
      is: 'feel',
      name: 'opens',
      words: said('З якого дня приймати', 'From when it is open', 'Порожньо: відразу.', 'Empty: at once.'),
    },
    {
      is: 'number',
      name: 'min',
      min: 1,
      words: said(
        'Скільки заяв потрібно',
        'How many are needed',
        'Якщо менше, справа йде шляхом «замало».',
        'With fewer the case takes the way “too few”.',
      ),
    },
    {
      is: 'tick',
      name: 'replaceable',
      words: said('Заяву можна замінити, поки приймають', 'It may be replaced while it is open'),
    },
    {
      is: 'lines',
      name: 'sealed',
      words: said(
        'Чого ніхто не бачить до закриття',
        'What nobody sees before it closes',
        'Поля тієї форми, як /offer/price.',
        'Fields of that form, like /offer/price.',
      ),
    },
    remind,
  ],
  publish: [
    { is: 'blocks', name: 'body', words: said('Що оприлюднити', 'What is made public') },
    {
      is: 'lines',
      name: 'in',
      words: said(
        'Де це зʼявиться',
        'Where it appears',
        'Ідентифікатори сторінок чи стрічок. Порожньо: на сторінці послуги.',
        'Identifiers of pages or feeds. Empty: on the page of the service.',
      ),
    },
    {
      is: 'feel',
      name: 'until',
      words: said('До якого дня', 'Until when', 'Порожньо: безстроково.', 'Empty: without end.'),
    },
    remind,
  ],
  end: [],
};

/** The condition of a join that is no count. */
export const joinCondition: readonly Control[] = [
  {
    is: 'feel',
    name: 'when',
    words: said(
      'Умова над вислідами',
      'Condition over the outcomes',
      'Питають, коли всі скінчили, наприклад outcomes.approvals.head = "approved".',
      'Asked when all have ended, for example outcomes.approvals.head = "approved".',
    ),
  },
];

/** What of a state is drawn or stands in its panel by itself. */
export const drawn = ['type', 'title', 'shown', 'form', 'branches', 'flow', 'kind'] as const;
