import { isRecord } from '#core/expression/record.ts';
import { steps, valueAt, withValue } from './pointer.ts';
import type { Entered, FormDefinition, RowItem } from './types.ts';

type Row = { readonly [name: string]: unknown };

/**
 * What was entered, with one row for each item in every list of `items`, in their order. A row keeps what was entered
 * for its item; what row and item both have by name is taken over from the item.
 */
export function withRows<E extends Entered>(form: FormDefinition, data: E): E {
  return Object.entries(form.items ?? {}).reduce(
    (all, [pointer, items]) =>
      placesOf(pointer, all).reduce((at, place) => {
        const before = valueAt(at, place);
        const rows = fitted(Array.isArray(before) ? (before as unknown[]) : [], items);
        return isSame(before, rows) ? at : withValue(at, place, rows);
      }, all),
    data,
  );
}

/**
 * What was sent: where rows are missing or too many, nobody knows which of them is of which item, so the list is left
 * as it is, for the schema to refuse; one that was not sent at all has rows in which nothing was entered.
 */
export function withSentRows<E extends Entered>(form: FormDefinition, data: E): E {
  const counted = Object.entries(form.items ?? {}).filter(([pointer, items]) =>
    placesOf(pointer, data).every((place) => {
      const sent = valueAt(data, place);
      return sent === undefined || (Array.isArray(sent) && sent.length === items.length);
    }),
  );
  return withRows({ ...form, items: Object.fromEntries(counted) }, data);
}

function fitted(rows: readonly unknown[], items: readonly RowItem[]): unknown[] | undefined {
  if (items.length === 0) return undefined;
  return items.map(({ values }, n) => {
    const here = rows[n];
    const row =
      here !== undefined && isOf(here, values)
        ? here
        : rows.find((one) => isOf(one, values) && tells(one, values));
    if (isRecord(row)) return { ...row, ...values };
    return row ?? { ...values };
  });
}

/** Whether a row may be of an item: it says nothing else than the item where both have the field. */
const isOf = (row: unknown, values: Row): boolean =>
  !isRecord(row) ||
  Object.entries(values).every(([name, value]) => !(name in row) || isSame(row[name], value));

const tells = (row: unknown, values: Row): boolean =>
  isRecord(row) && Object.keys(values).some((name) => name in row);

/** The places that a pointer stands for in the data: its stars are rows. */
function placesOf(pointer: string, data: unknown): string[] {
  const [before, ...after] = pointer.split('/*');
  return after.reduce<string[]>(
    (places, rest) =>
      places.flatMap((place) => {
        const rows = valueAt(data, place);
        return Array.isArray(rows) ? rows.map((_, n) => `${place}/${n}${rest}`) : [];
      }),
    [before ?? ''],
  );
}

/** Whether a field of a row is taken over from the item that the row is of. */
export function isTakenOver(form: FormDefinition, pointer: string): boolean {
  return Object.entries(form.items ?? {}).some(([list, items]) => {
    const [outer, inner] = [steps(list), steps(pointer)];
    const isIn = inner.length > outer.length && outer.every((step, n) => step === '*' || step === inner[n]);
    const [row, name] = inner.slice(outer.length);
    return isIn && name !== undefined && Object.hasOwn(items[Number(row)]?.values ?? {}, name);
  });
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
