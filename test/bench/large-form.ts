// One form of 574 fields on one page, 50 of them conditional, as ours and as the peer's editor takes it.

type Kind = 'text' | 'choice' | 'date' | 'yes';
type Field = {
  key: string;
  kind: Kind;
  label: string;
  required: boolean;
  when?: { key: string; is: string };
};

const FIELDS = 574;
const CONDITIONS = 50;
const KINDS: readonly Kind[] = [
  'text',
  'text',
  'text',
  'text',
  'text',
  'choice',
  'choice',
  'date',
  'yes',
  'text',
];
const OPTIONS = ['one', 'two', 'three', 'four', 'five', 'six'];

const fields: readonly Field[] = Array.from({ length: FIELDS }, (_, n) => {
  const kind = KINDS[n % KINDS.length] ?? 'text';
  const conditional = n % 11 === 10 && n / 11 < CONDITIONS;
  return {
    key: `f${n}`,
    kind,
    label: `Question number ${n}`,
    required: !conditional && n % 3 === 0 && n > 0,
    ...(conditional ? { when: { key: `f${n - 10}`, is: 'x' } } : {}),
  };
});

export const SERVICE = 'bench-574';

const text = (words: string) => ({ uk: words, en: words });
const shapes: Record<Kind, object> = {
  text: { type: 'string', minLength: 1, maxLength: 100 },
  choice: { type: 'string', enum: OPTIONS },
  date: { type: 'string', format: 'date' },
  yes: { type: 'boolean' },
};

/** The form as one of our services. */
export const service: Record<string, unknown> = {
  format: 1,
  id: SERVICE,
  agency: 'kyiv-city',
  title: text('574'),
  summary: text('574'),
  startedBy: { applicant: true },
  parties: { applicant: { who: ['person'] } },
  roles: { registrar: { title: text('Реєстратор'), sees: ['form'] } },
  form: {
    schema: {
      type: 'object',
      properties: Object.fromEntries(
        fields.filter(({ when }) => !when).map(({ key, kind }) => [key, shapes[kind]]),
      ),
      required: fields.filter(({ required }) => required).map(({ key }) => key),
      allOf: fields.flatMap(({ key, kind, when }) =>
        when
          ? [
              {
                if: { properties: { [when.key]: { const: when.is } }, required: [when.key] },
                // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
                then: { properties: { [key]: shapes[kind] } },
              },
            ]
          : [],
      ),
    },
    texts: Object.fromEntries(
      fields.map(({ key, kind, label }) => [
        `/${key}`,
        {
          title: text(label),
          ...(kind === 'choice'
            ? { options: Object.fromEntries(OPTIONS.map((one) => [one, text(one)])) }
            : {}),
        },
      ]),
    ),
    pages: [{ id: 'all', title: text('Усі'), fields: fields.map(({ key }) => `/${key}`) }],
  },
  flow: { initial: 'ended', states: { ended: { type: 'end', outcome: 'granted', kind: 'granted' } } },
  retention: {},
};

const drawn: Record<Kind, object> = {
  text: { type: 'textfield' },
  choice: { type: 'select', values: OPTIONS.map((one) => ({ label: one, value: one })) },
  date: { type: 'datetime', subtype: 'date' },
  yes: { type: 'checkbox' },
};

/** The form as form-js takes it. */
export const formJs = {
  type: 'default',
  id: 'Form',
  schemaVersion: 18,
  components: fields.map(({ key, kind, label, required, when }) => ({
    id: key,
    key,
    ...(kind === 'date' ? { dateLabel: label } : {}),
    label,
    ...drawn[kind],
    validate: required ? { required: true } : {},
    ...(when ? { conditional: { hide: `=${when.key} != "${when.is}"` } } : {}),
  })),
};
