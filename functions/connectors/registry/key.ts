type Data = Record<string, unknown>;

/** The value at a JSON Pointer, or undefined. */
export const at = (data: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((here, part) => (here as Data | null | undefined)?.[part], data);

/** One part of a key as text in which nothing can be mistaken for a separator. */
const part = (value: unknown): string =>
  encodeURIComponent(typeof value === 'string' ? value : JSON.stringify(value ?? null));

/** A key as one text: a single value, a list of them, or an object's values by sorted name. @throws TypeError where it is empty */
export function keyText(key: unknown): string {
  const parts = Array.isArray(key)
    ? key
    : typeof key === 'object' && key !== null
      ? Object.keys(key)
          .sort()
          .map((name) => (key as Data)[name])
      : [key];
  if (parts.length === 0 || parts.some((one) => one === null || one === undefined || one === ''))
    throw new TypeError('a record needs a key without empty parts');
  return parts.map(part).join('|');
}

/** The text under which an index finds a record; null where a field of it is absent. */
export function indexText(fields: readonly string[], data: Data): string | null {
  const values = fields.map((pointer) => at(data, pointer));
  return values.some((value) => value === null || value === undefined || value === '')
    ? null
    : values.map(part).join('|');
}
