import type { Json, JsonObject, Pointer } from './types.ts';

/** The parts of a JSON Pointer. */
export function partsOf(pointer: Pointer): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value at a pointer, or undefined. */
export function at(data: Json | undefined, pointer: Pointer): Json | undefined {
  let here: Json | undefined = data;
  for (const part of partsOf(pointer)) {
    if (here === null || typeof here !== 'object') return undefined;
    here = Array.isArray(here) ? here[Number(part)] : Object.hasOwn(here, part) ? here[part] : undefined;
  }
  return here;
}

/** The data with the value at a pointer set anew (undefined removes it); objects on the way are made. */
export function withAt(data: JsonObject, pointer: Pointer, value: Json | undefined): JsonObject {
  const result = set(data, partsOf(pointer), value);
  return result !== null && typeof result === 'object' && !Array.isArray(result) ? result : {};
}

function set(here: Json | undefined, parts: string[], value: Json | undefined): Json {
  const [part, ...rest] = parts;
  if (part === undefined) return value ?? null;
  if (Array.isArray(here)) {
    const index = Number(part);
    if (!Number.isInteger(index) || index < 0 || index > here.length) return here;
    if (rest.length === 0 && value === undefined) return here.filter((_, i) => i !== index);
    const list = [...here];
    list[index] = set(here[index], rest, value);
    return list;
  }
  const object = here !== null && typeof here === 'object' ? here : {};
  if (rest.length > 0) return { ...object, [part]: set(object[part], rest, value) };
  const { [part]: _, ...others } = object;
  return value === undefined ? others : { ...others, [part]: value };
}

/** The data with each of these values set anew, by pointer; null takes one out. */
export const withChanges = (data: JsonObject, changes: { readonly [pointer: Pointer]: Json }): JsonObject =>
  Object.entries(changes).reduce<JsonObject>(
    (now, [pointer, value]) => withAt(now, pointer, value ?? undefined),
    data,
  );

/** What is said by pointer as the form it is of; null says nothing, at any depth. */
export function fromPointers(values: JsonObject): JsonObject {
  return Object.entries(values).reduce<JsonObject>(
    (form, [pointer, value]) => (value === null ? form : withAt(form, pointer, withoutNull(value))),
    {},
  );
}

function withoutNull(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutNull);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => (one === null ? [] : [[name, withoutNull(one)]])),
  );
}

/** Whether a pointer is another one or lies in it; `*` in `outer` stands for any row. */
export function within(pointer: Pointer, outer: Pointer): boolean {
  const inner = partsOf(pointer);
  return partsOf(outer).every((part, i) => inner[i] !== undefined && (part === '*' || part === inner[i]));
}
