import { whyWrong } from './identifier-messages.ts';
import { anyRow } from './pointer.ts';
import type { FieldTexts, FormDefinition, Schema, Text } from './types.ts';

/** The texts of a field: its row's own, else those of each row (`*`). */
export function textsOf(form: FormDefinition, pointer: string): FieldTexts {
  return form.texts?.[pointer] ?? form.texts?.[anyRow(pointer)] ?? {};
}

const both = (uk: string, en: string): Text => ({ uk, en });

/** What to do about a value that is missing, by the kind of field. */
function missing(schema: Schema, isFile: boolean): Text {
  if (isFile) return both('Додайте файл', 'Attach a file');
  if (schema.const === true) return both('Поставте позначку, щоб підтвердити', 'Tick the box to confirm');
  if (schema.type === 'boolean') return both('Виберіть «так» або «ні»', 'Choose yes or no');
  if (Array.isArray(schema.enum) || Array.isArray(schema.oneOf))
    return both('Виберіть один варіант', 'Choose one option');
  if (schema.format === 'date')
    return both('Введіть дату: день, місяць, рік', 'Enter a date: day, month, year');
  if (schema.format === 'katottg') return both('Виберіть населений пункт', 'Choose a settlement');
  if (schema.type === 'array') return both('Додайте хоча б один запис', 'Add at least one entry');
  if (schema.type === 'integer' || schema.type === 'number') return both('Введіть число', 'Enter a number');
  return both('Заповніть це поле', 'Fill in this field');
}

const formats: { readonly [format: string]: Text } = {
  date: both(
    'Такої дати немає: перевірте день, місяць і рік',
    'There is no such date: check day, month and year',
  ),
  email: both(
    'Перевірте адресу: вона має вигляд imia@poshta.ua',
    'Check the address: it looks like name@example.com',
  ),
  katottg: both('Виберіть населений пункт зі списку', 'Choose a settlement from the list'),
  time: both('Введіть час як 14:30', 'Enter a time like 14:30'),
  uri: both('Введіть адресу, що починається з https://', 'Enter an address that begins with https://'),
};

const letters = new Intl.PluralRules('uk');
function count(n: number, one: string, few: string, many: string): string {
  const form = letters.select(n);
  return `${n} ${form === 'one' ? one : form === 'few' ? few : many}`;
}
const signs = (n: number) => count(n, 'знак', 'знаки', 'знаків');
const entries = (n: number) => count(n, 'запис', 'записи', 'записів');
const characters = (n: number) => (n === 1 ? '1 character' : `${n} characters`);
const entriesEn = (n: number) => (n === 1 ? '1 entry' : `${n} entries`);

function amount(schema: Schema, keyword: string, widget: unknown): { uk: string; en: string } {
  const limit = Number(schema[keyword]);
  if (widget !== 'money') return { uk: String(limit).replace('.', ','), en: String(limit) };
  return { uk: `${(limit / 100).toFixed(2).replace('.', ',')} грн`, en: `UAH ${(limit / 100).toFixed(2)}` };
}

/** What a breach of a keyword means for the one who fills in. */
function general(keyword: string, schema: Schema, widget: unknown, isFile: boolean, value: unknown): Text {
  const limit = Number(schema[keyword]);
  switch (keyword) {
    case 'required':
    case 'dependentRequired':
      return missing(schema, isFile);
    case 'format':
      return (
        whyWrong(schema.format, value) ??
        formats[String(schema.format)] ??
        both('Перевірте, як це записано', 'Check how this is written')
      );
    case 'minLength':
      return both(`Потрібно щонайменше ${signs(limit)}`, `Enter at least ${characters(limit)}`);
    case 'maxLength':
      return both(`Скоротіть: не більше ніж ${signs(limit)}`, `Shorten it to at most ${characters(limit)}`);
    case 'minItems':
      return isFile && limit === 1
        ? missing(schema, true)
        : both(`Додайте щонайменше ${entries(limit)}`, `Add at least ${entriesEn(limit)}`);
    case 'maxItems':
      return both(`Залиште не більше ніж ${entries(limit)}`, `Keep at most ${entriesEn(limit)}`);
    case 'minimum':
    case 'exclusiveMinimum': {
      const { uk, en } = amount(schema, keyword, widget);
      return keyword === 'minimum'
        ? both(`Має бути не менше ніж ${uk}`, `Must be ${en} or more`)
        : both(`Має бути більше ніж ${uk}`, `Must be more than ${en}`);
    }
    case 'maximum':
    case 'exclusiveMaximum': {
      const { uk, en } = amount(schema, keyword, widget);
      return keyword === 'maximum'
        ? both(`Має бути не більше ніж ${uk}`, `Must be ${en} or less`)
        : both(`Має бути менше ніж ${uk}`, `Must be less than ${en}`);
    }
    case 'multipleOf':
      return both(`Має ділитися на ${limit} без остачі`, `Must be a multiple of ${limit}`);
    case 'uniqueItems':
      return both('Два записи однакові: приберіть один', 'Two entries are the same: remove one');
    case 'const':
      return schema.const === true
        ? both('Поставте позначку, щоб підтвердити', 'Tick the box to confirm')
        : both('Виберіть інший варіант', 'Choose another option');
    case 'enum':
    case 'oneOf':
    case 'anyOf':
      return both('Виберіть один із варіантів', 'Choose one of the options');
    case 'type':
      return schema.type === 'integer' || schema.type === 'number'
        ? both('Введіть число цифрами', 'Enter a number in digits')
        : missing(schema, isFile);
    case 'pattern':
      return both('Перевірте, як це записано', 'Check how this is written');
    default:
      return both('Перевірте це поле', 'Check this field');
  }
}

/** The message of a breach: the definition's own for that keyword, else a general one. */
export function messageFor(
  form: FormDefinition,
  pointer: string,
  keyword: string,
  schema: Schema,
  widget: unknown,
  isFile: boolean,
  value: unknown,
): Text {
  return textsOf(form, pointer).errors?.[keyword] ?? general(keyword, schema, widget, isFile, value);
}
