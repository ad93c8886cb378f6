/** A JSON value as it is edited: never changed in place. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export type JsonObject = { readonly [name: string]: Json };

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const isList = (value: unknown): value is readonly Json[] => Array.isArray(value);

/** What is there as an object; an empty one where it is not. */
export const objectOf = (value: unknown): JsonObject => (isObject(value) ? value : {});
/** What is there as a list; an empty one where it is not. */
export const listOf = (value: unknown): readonly Json[] => (isList(value) ? value : []);

/**
 * Whether two values are the same JSON, order of names included: what is written down would be the same. What both hold as one object
 * is not looked into, so that two states of a definition are compared in the time of what differs.
 */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (isList(a)) return isList(b) && a.length === b.length && a.every((one, n) => same(one, b[n]));
  if (!isObject(a) || !isObject(b)) return false;
  const [names, others] = [Object.keys(a), Object.keys(b)];
  return (
    names.length === others.length && names.every((name, n) => name === others[n] && same(a[name], b[name]))
  );
}

/** An object with an entry put at a place among its names. */
export function withEntry(object: JsonObject, name: string, value: Json, index?: number): JsonObject {
  if (Object.hasOwn(object, name)) return { ...object, [name]: value };
  const entries = Object.entries(object);
  entries.splice(index ?? entries.length, 0, [name, value]);
  return Object.fromEntries(entries);
}

export function withoutEntry(object: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([other]) => other !== name));
}

/** A list with what stands at `from` moved to `to`. */
export function shifted<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list];
  const [taken] = next.splice(from, 1);
  if (taken !== undefined) next.splice(to, 0, taken);
  return next;
}

/** Every string of a value, changed; with `names` also names that are pointers. What is not changed stays the same object. */
export function changedStrings(value: Json, change: (text: string) => string, names = false): Json {
  if (typeof value === 'string') return change(value);
  if (isList(value)) {
    const next = value.map((one) => changedStrings(one, change, names));
    return next.every((one, n) => one === value[n]) ? value : next;
  }
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(
    ([name, one]) =>
      [names && name.startsWith('/') ? change(name) : name, changedStrings(one, change, names)] as const,
  );
  return entries.every(([name, one]) => one === value[name]) ? value : Object.fromEntries(entries);
}
