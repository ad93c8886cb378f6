import { OPTION_VALUES } from '#core/definition/option-values.ts';
import { isRecord } from '#core/expression/record.ts';
import type { Json, Text } from './types.ts';

/** A value that may be chosen, and what it is called. */
export type OptionItem = { readonly value: string | number | boolean; readonly title: Text };

type Fields = { readonly [name: string]: Json };

/** The words under which a person keeps their name. */
const PERSON = ['surname', 'name', 'patronymic'];

/** A choice that an item of data is: the item itself, or the `value` (`id`, `key`, `code`) of one that has fields; none where it is empty. */
export function optionOf(item: Json): OptionItem[] {
  if (isScalar(item)) return item === '' ? [] : [{ value: item, title: plain(item) }];
  if (!isRecord(item)) return [];
  const value = OPTION_VALUES.map((name) => item[name]).find((one) => isScalar(one) && one !== '');
  return isScalar(value) ? [{ value, title: named(item) ?? plain(value) }] : [];
}

/** What a row is headed by: the item itself; of one that has fields its `title`, its name, else its first text. */
export function headOf(item: Json): Text {
  if (isScalar(item)) return plain(item);
  if (!isRecord(item)) return {};
  const first = Object.values(item).find((one) => typeof one === 'string' && one !== '');
  return named(item) ?? (isScalar(first) ? plain(first) : {});
}

function named(item: Fields): Text | undefined {
  const { title } = item;
  if (isText(title)) return title;
  if (isScalar(title) && title !== '') return plain(title);
  if (isText(item.name)) return item.name;
  const name = PERSON.map((part) => item[part]).filter((part) => isScalar(part) && part !== '');
  return name.length > 0 ? plain(name.join(' ')) : undefined;
}

const plain = (value: string | number | boolean): Text => ({ uk: String(value), en: String(value) });

const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

const isText = (value: unknown): value is Text => isRecord(value) && typeof value.uk === 'string';
