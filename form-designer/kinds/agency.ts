import { type Control, said } from '../described/control.ts';
import type { Sheet } from './sheet.ts';

const contacts: readonly Control[] = [
  {
    is: 'line',
    name: 'phone',
    words: said('Телефон', 'Telephone', 'З кодом країни: +380…', 'With the code of the country: +380…'),
  },
  { is: 'line', name: 'email', words: said('Пошта', 'E-mail') },
  { is: 'line', name: 'url', words: said('Вебсайт', 'Web site') },
  { is: 'texts', name: 'hours', words: said('Коли приймають', 'When they can be reached') },
];

const between = (from: string, to: string): readonly Control[] => [
  { is: 'line', type: 'time', name: 'from', required: true, words: said(from, 'From') },
  { is: 'line', type: 'time', name: 'to', required: true, words: said(to, 'To') },
];
const weekDay = (name: string, uk: string, en: string): Control => ({
  is: 'group',
  name,
  fresh: { from: '09:00', to: '18:00', break: { from: '13:00', to: '13:45' } },
  row: true,
  words: said(uk, en),
  inner: [
    ...between('З', 'До'),
    {
      is: 'group',
      name: 'break',
      fresh: { from: '13:00', to: '13:45' },
      row: true,
      words: said('Перерва', 'Break'),
      inner: between('З', 'До'),
    },
  ],
});

const calendar: readonly Control[] = [
  {
    is: 'group',
    name: 'week',
    words: said(
      'Робочий тиждень',
      'Working week',
      'Непозначений день вихідний.',
      'A day that is not ticked is off.',
    ),
    inner: [
      weekDay('monday', 'Понеділок', 'Monday'),
      weekDay('tuesday', 'Вівторок', 'Tuesday'),
      weekDay('wednesday', 'Середа', 'Wednesday'),
      weekDay('thursday', 'Четвер', 'Thursday'),
      weekDay('friday', 'Пʼятниця', 'Friday'),
      weekDay('saturday', 'Субота', 'Saturday'),
      weekDay('sunday', 'Неділя', 'Sunday'),
    ],
  },
  {
    is: 'pick',
    name: 'country',
    words: said(
      'Чиї державні свята',
      'Whose public holidays',
      'Не сказано: України.',
      'Not said: of Ukraine.',
    ),
    options: [
      ['UA', 'України', 'of Ukraine'],
      ['none', 'жодних', 'none'],
    ],
  },
  {
    is: 'line',
    name: 'zone',
    words: said('Часовий пояс', 'Time zone', 'Порожньо: Europe/Kyiv.', 'Empty: Europe/Kyiv.'),
  },
  {
    is: 'list',
    name: 'days',
    called: 'date',
    fresh: { date: '2026-01-01', works: false },
    words: said(
      'Дні не як завжди',
      'Days that differ',
      'Перенесені робочі дні, місцеві свята.',
      'Moved working days, local holidays.',
    ),
    add: said('Додати день', 'Add a day'),
    inner: [
      { is: 'line', type: 'date', name: 'date', required: true, words: said('День', 'Day') },
      { is: 'tick', name: 'works', required: true, words: said('Працюють', 'Work is done') },
      { is: 'texts', name: 'why', words: said('Чому', 'Why') },
      { is: 'line', name: 'act', words: said('Яким актом', 'By which act') },
    ],
  },
  {
    is: 'line',
    type: 'date',
    name: 'until',
    words: said(
      'Дні відомі до',
      'Days are known until',
      'Перевірка нагадає за рік.',
      'The check warns a year before.',
    ),
  },
];

/** An agency in the words of those who run it. */
export const agencySheets: readonly Sheet[] = [
  {
    tab: 'agency',
    sections: [
      {
        words: said('Орган', 'The agency'),
        controls: [
          { is: 'texts', name: 'title', required: true, words: said('Назва', 'Name') },
          { is: 'texts', name: 'short', words: said('Коротка назва', 'Short name') },
          {
            is: 'line',
            name: 'edrpou',
            required: true,
            words: said('Код ЄДРПОУ', 'Code (EDRPOU)', 'Вісім цифр.', 'Eight digits.'),
          },
          {
            is: 'line',
            name: 'katottg',
            required: true,
            words: said('Територія, код КАТОТТГ', 'Territory, code (KATOTTG)'),
          },
          {
            is: 'lines',
            name: 'languages',
            words: said(
              'Мови текстів',
              'Languages of its texts',
              'Коди: uk, en. Кожен текст має бути кожною з них.',
              'Codes: uk, en. Every text must be there in each.',
            ),
          },
        ],
      },
      {
        words: said('Як звернутися', 'How to reach it'),
        controls: [{ is: 'group', name: 'contacts', words: said('Контакти', 'Contacts'), inner: contacts }],
      },
      {
        words: said('Вигляд', 'How it looks'),
        controls: [
          {
            is: 'group',
            name: 'look',
            fresh: {},
            words: said('Власний вигляд сторінок і документів', 'A look of its own for pages and documents'),
            inner: [
              { is: 'line', type: 'color', name: 'colour', words: said('Головний колір', 'Main colour') },
              { is: 'image', name: 'logo', words: said('Знак органу', 'Logo', 'PNG чи SVG.', 'PNG or SVG.') },
              {
                is: 'image',
                name: 'emblem',
                words: said(
                  'Герб',
                  'Coat of arms',
                  'PNG чи SVG, друкується на документах.',
                  'PNG or SVG, printed on documents.',
                ),
              },
            ],
          },
        ],
      },
    ],
  },
  {
    tab: 'offices',
    sections: [
      {
        words: said('Підрозділи', 'Offices'),
        controls: [
          {
            is: 'list',
            name: 'offices',
            stays: true,
            called: 'title',
            fresh: {
              id: 'new-office',
              title: { uk: 'Новий підрозділ', en: 'New office' },
              katottg: ['UA80000000000093317'],
            },
            words: said(
              'Хто де приймає',
              'Who works where',
              'Справу веде підрозділ, чия територія її покриває.',
              'A case goes to the office whose territory covers it.',
            ),
            add: said('Додати підрозділ', 'Add an office'),
            inner: [
              {
                is: 'texts',
                name: 'title',
                required: true,
                words: said('Назва підрозділу', 'Name of the office'),
              },
              {
                is: 'line',
                name: 'id',
                required: true,
                words: said(
                  'Ідентифікатор',
                  'Identifier',
                  'Латинські літери, цифри й дефіси; стоїть в адресах і записах, потім не міняється.',
                  'Latin letters, digits and hyphens; part of addresses and records, never changes.',
                ),
              },
              {
                is: 'reference',
                name: 'parent',
                from: 'offices',
                words: said('Кому підпорядкований', 'The office it belongs to'),
              },
              {
                is: 'lines',
                name: 'katottg',
                words: said(
                  'Які території обслуговує',
                  'Which territories it serves',
                  'Коди КАТОТТГ, з усім, що в них лежить.',
                  'Codes (KATOTTG), with all that lies in them.',
                ),
              },
              {
                is: 'line',
                name: 'index',
                words: said('Індекс у номерах документів', 'Index in numbers of documents'),
              },
              { is: 'texts', name: 'address', words: said('Адреса', 'Address') },
              {
                is: 'group',
                name: 'contacts',
                fresh: {},
                words: said('Власні контакти', 'Contacts of its own'),
                inner: contacts,
              },
              {
                is: 'references',
                name: 'roles',
                from: 'agencyRoles',
                words: said(
                  'Які ролі тут є',
                  'Which roles it has',
                  'Жодної не позначено: усі.',
                  'None ticked: all.',
                ),
              },
              {
                is: 'group',
                name: 'calendar',
                fresh: { week: {} },
                words: said('Власний календар', 'A calendar of its own'),
                inner: calendar,
              },
            ],
          },
          {
            is: 'reference',
            name: 'fallback',
            from: 'offices',
            required: true,
            words: said('Хто бере те, чого не бере ніхто', 'Which office takes what no other does'),
          },
        ],
      },
      {
        words: said('Хто що може', 'Who may what'),
        controls: [
          {
            is: 'pick',
            name: 'publishedBy',
            words: said(
              'Скільки людей публікує',
              'How many persons publish',
              'Удвох: один пропонує, другий підтверджує. Не сказано: одна людина.',
              'Two: one proposes, another confirms. Not said: one.',
            ),
            options: [
              ['one', 'одна людина', 'one'],
              ['two', 'двоє', 'two'],
            ],
          },
          {
            is: 'map',
            name: 'roles',
            called: 'title',
            fresh: (title) => ({ title: { uk: title, en: title } }),
            words: said(
              'Ролі',
              'Roles',
              'Кого призначено, тут не записують: це роблять наказом у робочому місці.',
              'Who is appointed is not written here: that is done by an order, in the workspace.',
            ),
            add: said('Додати роль', 'Add a role'),
            inner: [
              { is: 'texts', name: 'title', required: true, words: said('Назва ролі', 'What it is called') },
              {
                is: 'several',
                name: 'may',
                words: said('Що може, крім своїх завдань', 'What it may beside its tasks'),
                options: [
                  ['define', 'креслити послуги', 'draw services'],
                  ['publish', 'публікувати послуги', 'publish services'],
                  ['assign', 'призначати завдання іншим', 'assign tasks to others'],
                  ['extend', 'подовжувати строки', 'extend terms'],
                  ['counts', 'бачити показники', 'see the counts'],
                  ['appoint', 'призначати на ролі', 'appoint to roles'],
                  ['counter', 'приймати заяви у приймальні', 'open cases at the counter'],
                  ['audit', 'бачити, хто дивився справи', 'see who looked at cases'],
                  ['dead', 'повторювати те, що не надіслалося', 'replay what could not be sent'],
                ],
              },
            ],
          },
        ],
      },
    ],
  },
  {
    tab: 'calendar',
    sections: [
      {
        words: said('Коли працюють', 'When work is done'),
        controls: [
          {
            is: 'group',
            name: 'calendar',
            words: said('Календар органу', 'Calendar of the agency'),
            inner: calendar,
          },
        ],
      },
      {
        words: said('Коли зачинено', 'When it is closed'),
        controls: [
          {
            is: 'list',
            name: 'closures',
            called: 'why',
            fresh: { from: '2026-01-01', to: '2026-01-01', why: { uk: 'Зачинено', en: 'Closed' } },
            words: said('Зачинені підрозділи', 'Closed offices'),
            add: said('Додати період', 'Add a period'),
            inner: [
              { is: 'texts', name: 'why', required: true, words: said('Чому', 'Why') },
              {
                is: 'line',
                type: 'date',
                name: 'from',
                required: true,
                words: said('Перший день', 'First day'),
              },
              {
                is: 'line',
                type: 'date',
                name: 'to',
                required: true,
                words: said('Останній день', 'Last day'),
              },
              {
                is: 'references',
                name: 'offices',
                from: 'offices',
                words: said(
                  'Які підрозділи',
                  'Which offices',
                  'Жодного не позначено: усі.',
                  'None ticked: all.',
                ),
              },
              {
                is: 'reference',
                name: 'instead',
                from: 'offices',
                words: said('Хто приймає замість', 'Which office serves meanwhile'),
              },
            ],
          },
        ],
      },
      {
        words: said('Особливі режими', 'Special regimes'),
        controls: [
          {
            is: 'list',
            name: 'regimes',
            called: 'title',
            fresh: {
              id: 'regime',
              title: { uk: 'Особливий режим', en: 'Special regime' },
              act: 'Вкажіть акт',
              from: '2026-01-01',
            },
            words: said(
              'Режими за законом',
              'Regimes in law',
              'Наприклад, воєнний стан: від них залежать строки.',
              'For example martial law: terms depend on them.',
            ),
            add: said('Додати режим', 'Add a regime'),
            inner: [
              { is: 'texts', name: 'title', required: true, words: said('Назва', 'What it is called') },
              { is: 'line', name: 'id', required: true, words: said('Ідентифікатор', 'Identifier') },
              { is: 'line', name: 'act', required: true, words: said('Яким актом', 'The act') },
              {
                is: 'line',
                type: 'date',
                name: 'from',
                required: true,
                words: said('З якого дня', 'Since when'),
              },
              {
                is: 'line',
                type: 'date',
                name: 'to',
                words: said('До якого дня', 'Until when', 'Порожньо: досі діє.', 'Empty: still in force.'),
              },
              {
                is: 'tick',
                name: 'holidaysWorked',
                words: said('Свята робочі', 'Public holidays are working days'),
              },
              { is: 'tick', name: 'termsSuspended', words: said('Строки зупинено', 'Terms stand still') },
              {
                is: 'references',
                name: 'services',
                from: 'services',
                words: said(
                  'Лише для цих послуг',
                  'Only for these services',
                  'Жодної не позначено: для всіх.',
                  'None ticked: for all.',
                ),
              },
            ],
          },
        ],
      },
    ],
  },
];
