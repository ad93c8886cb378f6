import type { FileField, Text } from '#core/definition/types.ts';
import type { Draft } from '../draft/draft.ts';
import type { Schema } from '../draft/test.ts';
import { fileList, fileTypes } from '../formio/kinds/files.ts';
import { type Loose, looseIn, looseOf, numberOf, textOf } from '../json.ts';
import type { Words } from '../words.ts';

/** How the value of a field is compared in a condition. */
export type Seen = 'text' | 'number' | 'flag' | 'one' | 'several' | 'day' | 'other';

export type Made = {
  readonly schema: Schema;
  readonly seen: Seen;
  readonly ui?: Draft['ui'];
  readonly options?: { readonly [value: string]: Words };
  readonly file?: Draft['file'];
  readonly inside?: Draft[];
  readonly must?: { readonly feel: (x: string) => string; readonly say: Words };
  readonly losses: readonly Text[];
};

type Tools = { readonly words: (source: unknown) => Words | undefined; readonly lists: readonly Loose[] };
type Kind = (component: Loose, tools: Tools) => Made;

/** Kinds of text between the fields, and what each says beside its content. */
export const CONTENT: readonly string[] = [
  'Html',
  'Para',
  'Details',
  'InsetText',
  'WarningText',
  'FlashCard',
  'List',
];

const optionsOf = (component: Loose): Loose => looseOf(component.options);
const schemaOf = (component: Loose): Loose => looseOf(component.schema);

function lengths(component: Loose): Schema {
  const { min, max, length, regex } = schemaOf(component);
  const [least, most, exact] = [numberOf(min), numberOf(max), numberOf(length)];
  const pattern = textOf(regex);
  return {
    ...(exact === undefined ? {} : { minLength: exact, maxLength: exact }),
    ...(least === undefined ? {} : { minLength: least }),
    ...(most === undefined ? {} : { maxLength: most }),
    ...(pattern === undefined ? {} : { pattern }),
  };
}

/** The most words that a text may have. */
function atMost(component: Loose): Pick<Made, 'must'> {
  const words = numberOf(optionsOf(component).maxWords);
  if (words === undefined) return {};
  return {
    must: {
      feel: (x) => `count(split(${x}, "[ \\n\\r\\t]+")[item != ""]) <= ${words}`,
      say: { uk: `Не більше ${words} слів`, en: `At most ${words} words` },
    },
  };
}

const text: Kind = (component) => ({
  schema: { type: 'string', ...lengths(component) },
  seen: 'text',
  ...atMost(component),
  losses: [],
});
const longText: Kind = (component, tools) => ({ ...text(component, tools), ui: { 'ui:widget': 'textarea' } });

const formatted =
  (format: string): Kind =>
  (component) => ({ schema: { type: 'string', format, ...lengths(component) }, seen: 'text', losses: [] });

const phone: Kind = (component) => ({
  schema: { type: 'string', pattern: '^[0-9\\s+()-]*$', ...lengths(component) },
  ui: { 'ui:options': { inputMode: 'tel' }, 'ui:autocomplete': 'tel' },
  seen: 'text',
  losses: [],
});

const number: Kind = (component) => {
  const { min, max, precision, integer } = schemaOf(component);
  const [least, most, places] = [numberOf(min), numberOf(max), numberOf(precision)];
  const whole = integer === true || places === 0;
  return {
    schema: {
      type: whole ? 'integer' : 'number',
      ...(least === undefined ? {} : { minimum: least }),
      ...(most === undefined ? {} : { maximum: most }),
      ...(places !== undefined && places > 0 ? { multipleOf: 10 ** -places } : {}),
    },
    seen: 'number',
    losses: [],
  };
};

const yesNo: Kind = () => ({
  schema: { type: 'boolean' },
  ui: { 'ui:widget': 'yesno' },
  seen: 'flag',
  losses: [],
});

function choice(component: Loose, { words, lists }: Tools, several: boolean, select = false): Made {
  const list = lists.find(({ name }) => name === component.list) ?? {};
  const items = looseIn(list.items, '').flatMap(([item]) => {
    const value = textOf(item.value) ?? (typeof item.value === 'number' ? String(item.value) : undefined);
    return value === undefined ? [] : [[value, words(item.text) ?? words(value) ?? { en: value }] as const];
  });
  const values = [...new Set(items.map(([value]) => value))];
  if (values.length === 0)
    return {
      schema: { type: 'string', maxLength: 300 },
      seen: 'other',
      losses: [
        {
          uk: `у джерелі немає переліку «${component.list}»`,
          en: `the source has no list “${component.list}”`,
        },
      ],
    };
  const options = Object.fromEntries(items);
  const described = looseIn(list.items, '').some(([item]) => textOf(item.description) !== undefined);
  const losses: Text[] = described
    ? [{ uk: 'пояснення до варіантів не перенесено', en: 'what is said of the choices did not come over' }]
    : [];
  if (!several)
    return {
      schema: { type: 'string', enum: values },
      options,
      seen: 'one',
      ...(select ? { ui: { 'ui:widget': 'select' } } : {}),
      losses,
    };
  const least = optionsOf(component).required === false ? {} : { minItems: 1 };
  return {
    schema: {
      type: 'array',
      items: { type: 'string', enum: values },
      uniqueItems: true,
      ...least,
      maxItems: values.length,
    },
    options,
    seen: 'several',
    losses,
  };
}

const line = (title: string, more: Partial<Draft> = {}, most = 100): Omit<Draft, 'name'> => ({
  schema: { type: 'string', maxLength: most },
  required: true,
  title: { en: title },
  shows: [],
  ...more,
});

/** A British address, with the lines that the runner of these forms gives it. */
const address: Kind = (_, { words }) => {
  const said = (title: string, name: string, most: number, required: boolean, more: Schema = {}): Draft => ({
    ...line(title, { required }, most),
    name,
    title: words(title),
    schema: { type: 'string', maxLength: most, ...more },
  });
  return {
    schema: { type: 'object' },
    seen: 'other',
    inside: [
      said('Address line 1', 'addressLine1', 100, true),
      said('Address line 2', 'addressLine2', 100, false),
      said('Town or city', 'town', 100, true),
      said('County', 'county', 100, false),
      said('Postcode', 'postcode', 10, true, {
        pattern: '^([Gg][Ii][Rr] ?0[Aa]{2}|[A-Za-z]{1,2}[0-9][A-Za-z0-9]? ?[0-9][A-Za-z]{2})$',
      }),
    ],
    losses: [],
  };
};

const files: Kind = (component) => {
  const { dropzoneConfig, minimumRequiredFiles, required } = optionsOf(component);
  const { acceptedFiles, maxFiles, maxFilesize } = looseOf(dropzoneConfig);
  const { types, losses } = fileTypes(textOf(acceptedFiles) ?? '');
  const count = Math.min(100, numberOf(maxFiles) ?? 10);
  const least = numberOf(minimumRequiredFiles) ?? (required === false ? 0 : 1);
  return {
    schema: fileList(least, count),
    file: {
      types: types as FileField['types'],
      each: (numberOf(maxFilesize) ?? 50) * 2 ** 20,
      count,
      min: least,
    },
    seen: 'other',
    losses,
  };
};

const day: Kind = (component) => {
  const { maxDaysInPast, maxDaysInFuture } = optionsOf(component);
  const [past, future] = [numberOf(maxDaysInPast), numberOf(maxDaysInFuture)];
  const limits = (x: string) =>
    [
      ...(past === undefined ? [] : [`date(${x}) >= date(today) - duration("P${past}D")`]),
      ...(future === undefined ? [] : [`date(${x}) <= date(today) + duration("P${future}D")`]),
    ].join(' and ');
  return {
    schema: { type: 'string', format: 'date' },
    seen: 'day',
    ...(past === undefined && future === undefined
      ? {}
      : {
          must: {
            feel: limits,
            say: { uk: 'Дата поза дозволеними межами', en: 'The date is out of bounds' },
          },
        }),
    losses: [],
  };
};

const kinds: { readonly [type: string]: Kind } = {
  TextField: text,
  FreeTextField: longText,
  MultilineTextField: longText,
  EmailAddressField: formatted('email'),
  WebsiteField: formatted('uri'),
  TelephoneNumberField: phone,
  NumberField: number,
  YesNoField: yesNo,
  RadiosField: (component, tools) => choice(component, tools, false),
  SelectField: (component, tools) => choice(component, tools, false, true),
  AutocompleteField: (component, tools) => choice(component, tools, false, true),
  CheckboxesField: (component, tools) => choice(component, tools, true),
  UkAddressField: address,
  ClientSideFileUploadField: files,
  FileUploadField: files,
  DatePartsField: day,
  DateField: day,
  TimeField: () => ({
    schema: { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' },
    seen: 'text',
    losses: [],
  }),
};

const unknown: Kind = (component) => ({
  schema: { type: 'string', maxLength: 2000 },
  seen: 'other',
  losses: [
    {
      uk: `поля виду «${component.type}» тут немає: вводиться текст`,
      en: `there is no field of the kind “${component.type}” here: a text is entered`,
    },
  ],
});

/** What a component of the source becomes. */
export function made(component: Loose, tools: Tools): Made {
  const type = textOf(component.type) ?? '';
  return ((Object.hasOwn(kinds, type) ? kinds[type] : undefined) ?? unknown)(component, tools);
}
