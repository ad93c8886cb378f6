import { under, valueAt } from '#core/form/pointer.ts';
import { isFile } from '../../data/pages.ts';

/** A value that was changed: old beside new; undefined where there is none. */
export interface Change {
  readonly from: unknown;
  readonly to: unknown;
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;

const blank = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (fieldsOf(value) && Object.values(value).every(blank)) === true;

/** What differs between two states of a form, field by field; a list is one field. */
export function changesOf(from: unknown, to: unknown, at = ''): Record<string, Change> {
  if (blank(from) && blank(to)) return {};
  const [before, after] = [fieldsOf(from), fieldsOf(to)];
  if (at !== '' && (!before || !after))
    return JSON.stringify(from) === JSON.stringify(to) ? {} : { [at]: { from, to } };
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return Object.assign(
    {},
    ...[...names].map((name) => changesOf(before?.[name], after?.[name], under(at, name))),
  );
}

const holdsFile = (value: unknown): boolean =>
  isFile(value) ||
  (Array.isArray(value) ? value.some(holdsFile) : Object.values(fieldsOf(value) ?? {}).some(holdsFile));

/** The fields among `pointers` that hold something and may be changed by hand: files are not, so they are left out. */
export function changeable(form: unknown, pointers: readonly string[]): string[] {
  return pointers.flatMap((pointer) => {
    const value = valueAt(form, pointer);
    if (value === undefined) return [];
    if (!holdsFile(value)) return [pointer];
    const inside = Object.keys(fieldsOf(value) ?? {}).map((name) => under(pointer, name));
    return changeable(form, inside);
  });
}
