import { type Library, library } from '#core/definition/index.ts';

/** What every generated service finds around it: agencies, connectors, registries and the services that it starts or collects. */
const t = (text: string) => ({ uk: text, en: text });
const hours = { from: '09:00', to: '18:00' };
const week = { monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours };
const head = { format: 1 };

const city = {
  ...head,
  id: 'city',
  title: t('Місто'),
  edrpou: '00000000',
  katottg: 'UA80000000000093317',
  contacts: { email: 'info@city.example' },
  offices: [
    {
      id: 'central',
      title: t('Центр'),
      katottg: ['UA80000000000093317'],
      contacts: { email: 'central@city.example' },
    },
    { id: 'north', title: t('Північ'), parent: 'central', katottg: ['UA80000000000126643'] },
  ],
  fallback: 'central',
  roles: {
    clerk: { title: t('Адміністратор'), may: ['counter'] },
    registrar: { title: t('Реєстратор') },
    lawyer: { title: t('Юрист') },
    chief: { title: t('Керівник'), may: ['assign', 'extend', 'audit'] },
  },
  calendar: { country: 'UA', zone: 'Europe/Kyiv', week, until: '2036-12-31' },
};
const ministry = {
  ...head,
  id: 'ministry',
  title: t('Міністерство'),
  edrpou: '00000001',
  katottg: 'UA80000000000093317',
  contacts: { email: 'info@ministry.example' },
  offices: [{ id: 'main', title: t('Головний'), katottg: ['UA80000000000093317'] }],
  fallback: 'main',
  roles: { expert: { title: t('Експерт') }, secretary: { title: t('Секретар'), may: ['assign', 'audit'] } },
  calendar: { country: 'UA', zone: 'Europe/Kyiv', week, until: '2036-12-31' },
};

const found = {
  type: 'object',
  properties: {
    found: { type: 'boolean' },
    name: { type: 'string', maxLength: 100 },
    level: { type: 'integer', minimum: 0, maximum: 9 },
  },
  required: ['found', 'level'],
};
const titled = {
  '/found': { title: t('Знайдено') },
  '/name': { title: t('Назва') },
  '/level': { title: t('Рівень') },
};
const connector = (id: string, kind: string, more: object = {}) => ({
  ...head,
  id,
  title: t(id),
  kind,
  due: 'P2D',
  ...more,
});
const connectors = [
  connector('population', 'rest', {
    address: 'https://population.example/',
    input: { type: 'object', properties: { key: { type: ['string', 'null'], maxLength: 100 } } },
    output: found,
    texts: titled,
  }),
  connector('court', 'rest', {
    address: 'https://court.example/',
    output: found,
    texts: titled,
    callback: { secret: 'court/key' },
  }),
  connector('mail', 'email', { sender: 'no-reply@city.example' }),
  connector('phone', 'sms', { sender: 'City', address: 'https://sms.example/' }),
  connector('papers', 'document'),
  connector('bank', 'payment', { address: 'https://bank.example/' }),
  connector('seal', 'sign', { address: 'https://sign.example/' }),
  connector('people', 'registry', { registry: 'people' }),
  connector('slots', 'registry', { registry: 'slots' }),
];

const registry = (id: string, properties: object, more: object = {}) => ({
  ...head,
  id,
  agency: 'city',
  title: t(id),
  versions: [
    {
      version: 1,
      from: '2026-01-01',
      schema: { type: 'object', properties },
      texts: Object.fromEntries(Object.keys(properties).map((name) => [`/${name}`, { title: t(name) }])),
    },
  ],
  key: '/key',
  readers: { roles: [{ role: 'registrar', fields: ['/'] }] },
  ...more,
});
const text = { type: ['string', 'null'], maxLength: 400 };
const registries = [
  registry('people', { key: text, name: text }),
  registry('slots', { key: text, place: text, level: { type: 'integer' } }, { capacity: { places: 2 } }),
];

/** A service of one task: what is started, collected, complained to. */
const plain = (id: string) => ({
  ...head,
  id,
  agency: 'city',
  title: t(id),
  summary: t(id),
  startedBy: { applicant: true },
  parties: { applicant: { who: ['person'] } },
  roles: { registrar: { title: t('Реєстратор'), sees: ['form'] } },
  form: {
    schema: { type: 'object', properties: { about: { type: 'string', maxLength: 100 } } },
    texts: { '/about': { title: t('Про що') } },
    pages: [{ id: 'main', title: t('Дані'), fields: ['/about'] }],
  },
  flow: {
    initial: 'look',
    states: {
      look: {
        type: 'task',
        role: 'registrar',
        due: 'P5D',
        overdue: { raise: 'registrar' },
        actions: { done: { title: t('Готово'), to: 'granted' } },
      },
      granted: { type: 'end', outcome: 'granted', kind: 'granted' },
    },
  },
  retention: { granted: 'P5Y', withdrawn: 'P1Y', draft: 'P30D' },
});

const files: [string, { id: string }][] = [
  ...[city, ministry].map((one): [string, { id: string }] => [`agencies/${one.id}.json`, one]),
  ...connectors.map((one): [string, { id: string }] => [`connectors/${one.id}.json`, one]),
  ...registries.map((one): [string, { id: string }] => [`registries/${one.id}.json`, one]),
  ...['child', 'bid', 'complaint'].map((id): [string, { id: string }] => [
    `services/${id}/service.json`,
    plain(id),
  ]),
];

const { library: known } = library(
  Object.fromEntries(files.map(([file, one]) => [file, JSON.stringify(one)])),
);
/** What a file is in a form. */
const file = {
  schema: {
    type: 'object',
    properties: {
      id: { type: 'string', minLength: 1, maxLength: 64 },
      name: { type: 'string', minLength: 1, maxLength: 255 },
      type: { type: 'string', maxLength: 100 },
      size: { type: 'integer', minimum: 1 },
    },
    required: ['id', 'name', 'size'],
  },
  ui: { 'ui:widget': 'file' },
  texts: {
    '': { title: t('Файл') },
    ...Object.fromEntries(['id', 'name', 'type', 'size'].map((name) => [`/${name}`, { title: t(name) }])),
  },
};
export const world: Library = { ...known, parts: { file } };
