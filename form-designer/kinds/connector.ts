import { type Control, said } from '../described/control.ts';
import type { Sheet } from './sheet.ts';

const request: Control = {
  is: 'group',
  name: 'request',
  fresh: { method: 'POST' },
  words: said(
    'Запит не такий, як завжди',
    'The request is not the usual one',
    'Завжди: надіслати введене як є.',
    'Usually: what goes in is sent as it is.',
  ),
  inner: [
    {
      is: 'pick',
      name: 'method',
      words: said('Дія', 'Method', 'Не сказано: POST.', 'Not said: POST.'),
      options: [
        ['GET', 'GET: прочитати', 'GET: read'],
        ['POST', 'POST: надіслати', 'POST: send'],
        ['PUT', 'PUT: замінити', 'PUT: replace'],
        ['PATCH', 'PATCH: змінити', 'PATCH: change'],
        ['DELETE', 'DELETE: вилучити', 'DELETE: delete'],
      ],
    },
    {
      is: 'line',
      name: 'path',
      words: said(
        'Що додати до адреси',
        'Added to the address',
        'Вираз у фігурних дужках, наприклад /persons/{{ input.unzr }}.',
        'An expression in curly brackets, for example /persons/{{ input.unzr }}.',
      ),
    },
    { is: 'feelMap', name: 'query', words: said('Параметри запиту', 'Query') },
    { is: 'feelMap', name: 'headers', words: said('Заголовки', 'Headers') },
    {
      is: 'feel',
      name: 'body',
      words: said('Тіло', 'Body', 'Порожньо: усе, що надсилають.', 'Empty: all that is sent.'),
    },
  ],
};

const standIn: Control = {
  is: 'group',
  name: 'standIn',
  fresh: { answers: [{ answer: {} }] },
  words: said('Відповідати у «Спробувати» замість системи', 'Answer in “Try it” in place of the system'),
  inner: [
    {
      is: 'list',
      name: 'answers',
      stays: true,
      fresh: { answer: {} },
      called: 'when',
      words: said(
        'Відповіді',
        'Answers',
        'Перша, чия умова справджується.',
        'The first whose condition holds.',
      ),
      add: said('Додати відповідь', 'Add an answer'),
      inner: [
        {
          is: 'feel',
          name: 'when',
          words: said(
            'Якщо',
            'If',
            'Порожньо: завжди. Наприклад: input.number = "1".',
            'Empty: always. For example: input.number = "1".',
          ),
        },
        { is: 'answer', name: 'answer', words: said('Що відповідає', 'What it answers') },
        {
          is: 'group',
          name: 'fail',
          fresh: { code: 'unreachable', again: true },
          words: said('Не відповідає, а відмовляє', 'It fails instead'),
          inner: [
            { is: 'line', name: 'code', required: true, words: said('Назва відмови', 'Name of the failure') },
            { is: 'tick', name: 'again', words: said('Варто пробувати знову', 'Trying again may help') },
          ],
        },
        {
          is: 'line',
          name: 'after',
          words: said(
            'Через скільки',
            'How long it takes',
            'Порожньо: відразу. Наприклад PT2S: дві секунди.',
            'Empty: at once. For example PT2S: two seconds.',
          ),
        },
      ],
    },
  ],
};

const contract: readonly Control[] = [
  {
    is: 'schema',
    name: 'input',
    words: said(
      'Що надсилають',
      'What is sent',
      'Ці імена заповнюють вирази тієї послуги, що питає.',
      'These names are filled in by expressions of the service that asks.',
    ),
  },
  { is: 'schema', name: 'output', words: said('Що відповідають', 'What is answered') },
  request,
  {
    is: 'feel',
    name: 'result',
    words: said(
      'Як із відповіді зробити результат',
      'How the answer is made of the response',
      'Порожньо: тіло відповіді. Інакше вираз над response, наприклад response.body.items[1].',
      'Empty: its body. Else an expression over response, for example response.body.items[1].',
    ),
  },
  {
    is: 'feel',
    name: 'failed',
    words: said(
      'Коли це відмова',
      'When it is a failure',
      'Якої повторення не виправить, наприклад response.status = 404.',
      'That no repetition mends, for example response.status = 404.',
    ),
  },
];

/** How long one try may take and the like: ISO 8601, of which hours, minutes and seconds are seldom said as days. */
const short = (
  name: string,
  uk: string,
  en: string,
  helpUk = 'PT10S: десять секунд, PT5M: пʼять хвилин.',
  helpEn = 'PT10S: ten seconds, PT5M: five minutes.',
): Control => ({
  is: 'line',
  name,
  words: said(uk, en, helpUk, helpEn),
});

/** A connector in the words of those who answer for the connection. */
export const connectorSheets: readonly Sheet[] = [
  {
    tab: 'connector',
    sections: [
      {
        words: said('Конектор', 'The connector'),
        controls: [
          { is: 'texts', name: 'title', required: true, words: said('Назва', 'Name') },
          {
            is: 'pick',
            name: 'kind',
            required: true,
            words: said('Якою мовою говорить', 'What it speaks'),
            options: [
              ['xroad', 'Трембіта (X-Road)', 'X-Road (Trembita)'],
              ['rest', 'вебсервіс (REST)', 'web service (REST)'],
              ['registry', 'наш реєстр', 'a registry of ours'],
              ['payment', 'оплата', 'payments'],
              ['email', 'пошта', 'e-mail'],
              ['sms', 'SMS', 'SMS'],
              ['document', 'документи PDF', 'PDF documents'],
              ['sign', 'підпис', 'signatures'],
              ['cases', 'інші справи', 'other cases'],
              ['publish', 'оприлюднення', 'publication'],
            ],
          },
          {
            is: 'reference',
            name: 'agency',
            from: 'agencies',
            words: said('Хто відповідає за звʼязок', 'The agency that answers for the connection'),
          },
          { is: 'texts', name: 'owner', words: said('Чия це система', 'Whose system it is') },
          {
            is: 'line',
            name: 'purpose',
            words: said('Мета, яку кажуть тій системі', 'The purpose told to the other system'),
          },
          {
            is: 'line',
            name: 'address',
            words: said(
              'Адреса',
              'Address',
              'Вебадреса системи; standin: чи …example означає, що відповідає заступник.',
              'The web address of the system; standin: or …example means that the stand-in answers.',
            ),
          },
          {
            is: 'reference',
            name: 'registry',
            from: 'registries',
            words: said(
              'Який наш реєстр',
              'Which registry of ours',
              'Для виду «наш реєстр».',
              'For the kind “a registry of ours”.',
            ),
          },
          {
            is: 'line',
            name: 'sender',
            words: said('Від кого листи', 'Who sends', 'Для пошти та SMS.', 'For e-mail and SMS.'),
          },
          {
            is: 'group',
            name: 'xroad',
            fresh: { client: '', service: '' },
            words: said('Через Трембіту', 'By X-Road'),
            inner: [
              {
                is: 'line',
                name: 'client',
                required: true,
                words: said(
                  'Хто питає',
                  'Who asks',
                  'INSTANCE/CLASS/MEMBER/SUBSYSTEM',
                  'INSTANCE/CLASS/MEMBER/SUBSYSTEM',
                ),
              },
              {
                is: 'line',
                name: 'service',
                required: true,
                words: said(
                  'Кого питають',
                  'What is asked',
                  'INSTANCE/CLASS/MEMBER/SUBSYSTEM/CODE',
                  'INSTANCE/CLASS/MEMBER/SUBSYSTEM/CODE',
                ),
              },
              {
                is: 'pick',
                name: 'protocol',
                words: said('Протокол', 'Protocol', 'Не сказано: REST.', 'Not said: REST.'),
                options: [
                  ['rest', 'REST', 'REST'],
                  ['soap', 'SOAP', 'SOAP'],
                ],
              },
            ],
          },
          {
            is: 'group',
            name: 'auth',
            fresh: { kind: 'bearer', secret: '' },
            words: said('Система має знати, що це ми', 'The system must know that it is us'),
            inner: [
              {
                is: 'pick',
                name: 'kind',
                required: true,
                words: said('Як саме', 'How'),
                options: [
                  ['none', 'ніяк', 'not at all'],
                  ['bearer', 'маркер (bearer)', 'a token (bearer)'],
                  ['basic', 'імʼя й пароль', 'name and password'],
                  ['apiKey', 'ключ у заголовку', 'a key in a header'],
                  ['hmac', 'підпис HMAC', 'a signature (HMAC)'],
                  ['mtls', 'сертифікат (mTLS)', 'a certificate (mTLS)'],
                ],
              },
              {
                is: 'line',
                name: 'header',
                words: said('Заголовок', 'Header', 'Для ключа та HMAC.', 'For a key and HMAC.'),
              },
              {
                is: 'line',
                name: 'secret',
                words: said(
                  'Назва секрету',
                  'Name of the secret',
                  'Лише назва: самого секрету у визначенні бути не може.',
                  'The name alone: a secret never stands in a definition.',
                ),
              },
            ],
          },
        ],
      },
      {
        words: said('Скільки чекати і як часто', 'How long to wait, how often'),
        controls: [
          short(
            'timeout',
            'Скільки чекати одну відповідь',
            'How long one try may take',
            'Порожньо: PT10S, десять секунд.',
            'Empty: PT10S, ten seconds.',
          ),
          {
            is: 'group',
            name: 'retries',
            fresh: { times: 5, wait: 'PT5S', longest: 'PT30M' },
            words: said('Пробувати знову', 'Try again'),
            inner: [
              {
                is: 'number',
                name: 'times',
                min: 1,
                required: true,
                words: said('Скільки разів', 'How many times'),
              },
              short(
                'wait',
                'Перша пауза',
                'The first pause',
                'Кожна наступна вдвічі довша.',
                'Each next is twice as long.',
              ),
              short('longest', 'Найдовша пауза', 'The longest pause'),
            ],
          },
          {
            is: 'group',
            name: 'breaker',
            fresh: { failures: 5, wait: 'PT1M' },
            words: said('Дати системі спокій, коли вона впала', 'Leave the system in peace when it is down'),
            inner: [
              {
                is: 'number',
                name: 'failures',
                min: 1,
                required: true,
                words: said('Після скількох відмов поспіль', 'After how many failures in a row'),
              },
              short('wait', 'На скільки', 'For how long'),
            ],
          },
          {
            is: 'group',
            name: 'rate',
            fresh: { perSecond: 10 },
            words: said('Не частіше ніж', 'No more often than'),
            inner: [
              {
                is: 'number',
                name: 'perSecond',
                min: 0,
                required: true,
                words: said('Запитів на секунду', 'Requests a second'),
              },
              { is: 'number', name: 'burst', min: 1, words: said('Скільки відразу', 'How many at once') },
            ],
          },
          {
            is: 'number',
            name: 'concurrency',
            min: 1,
            words: said('Скільки запитів водночас', 'How many at a time', 'Порожньо: 5.', 'Empty: 5.'),
          },
          {
            is: 'number',
            name: 'lookups',
            min: 0,
            words: said(
              'Частка для запитів під час заповнення',
              'The share for lookups while filling in',
              'Від 0 до 1; порожньо: 0,3.',
              'From 0 to 1; empty: 0.3.',
            ),
          },
          {
            is: 'duration',
            name: 'due',
            words: said(
              'Коли відповідь прострочено',
              'When an answer is overdue',
              'Якщо стан не каже свого строку.',
              'If the state has no deadline of its own.',
            ),
          },
        ],
      },
      {
        words: said('Коли система озивається сама', 'When the system speaks first'),
        controls: [
          {
            is: 'group',
            name: 'callback',
            fresh: { secret: '' },
            words: said('Система повідомляє нас сама', 'It tells us of its own accord'),
            inner: [
              {
                is: 'line',
                name: 'secret',
                required: true,
                words: said('Назва секрету, яким підписано', 'Name of the secret that signs'),
              },
              short(
                'tolerance',
                'Скільки повідомлення дійсне',
                'How old a message may be',
                'Порожньо: PT5M, пʼять хвилин.',
                'Empty: PT5M, five minutes.',
              ),
            ],
          },
        ],
      },
    ],
  },
  {
    tab: 'exchange',
    sections: [
      { words: said('Що надсилають і що відповідають', 'What is sent and answered'), controls: contract },
      {
        words: said('Кілька дій', 'Several operations'),
        controls: [
          {
            is: 'map',
            name: 'operations',
            called: 'title',
            fresh: (title) => ({ title: { uk: title, en: title } }),
            words: said(
              'Дії системи',
              'Operations of the system',
              'Якщо система вміє кілька справ, кожна зі своїм обміном.',
              'If the system does several things, each with its own exchange.',
            ),
            add: said('Додати дію', 'Add an operation'),
            inner: [
              { is: 'texts', name: 'title', words: said('Що робить', 'What it does') },
              ...contract,
              standIn,
              {
                is: 'fieldTitles',
                name: 'texts',
                words: said('Назви полів відповіді', 'Names of the fields of the answer'),
              },
            ],
          },
        ],
      },
      {
        words: said('Як звуться поля відповіді', 'What the fields of the answer are called'),
        controls: [
          {
            is: 'fieldTitles',
            name: 'texts',
            words: said(
              'Назви для людей',
              'Names for people',
              'Їх бачать посадовці й заявник.',
              'Officers and the applicant see them.',
            ),
          },
        ],
      },
    ],
  },
  {
    tab: 'standin',
    sections: [{ words: said('Відповіді у «Спробувати»', 'Answers in “Try it”'), controls: [standIn] }],
  },
];
