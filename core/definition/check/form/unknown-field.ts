import { nearest } from '#core/expression/types/index.ts';
import type { JsonPatch, Problem } from '../../types.ts';
import { mistake } from '../problem.ts';
import type { Fields } from './fields.ts';

/** A pointer that leads to no field; the nearest field is meant. */
export function missingField(
  field: string,
  at: string,
  fields: Fields,
  taken: ReadonlySet<string> = new Set(),
): Problem[] {
  if (fields.has(field)) return [];
  const free = [...fields.keys()].filter((pointer) => !taken.has(pointer));
  const near = nearest(field, free);
  const mend: JsonPatch | undefined =
    near === undefined ? undefined : [{ op: 'replace', path: at, value: near }];
  return [mistake('unknownField', at, { name: field }, mend)];
}

/** The same of the keys of a map: each is moved under the field that is meant. */
export function missingKeys(
  map: { readonly [field: string]: unknown } | undefined,
  at: string,
  fields: Fields,
): Problem[] {
  return Object.keys(map ?? {}).flatMap((field) => {
    if (fields.has(field)) return [];
    const from = `${at}/${escaped(field)}`;
    const near = nearest(field, [...fields.keys()]);
    const free = near !== undefined && map !== undefined && !Object.hasOwn(map, near);
    const mend: JsonPatch | undefined = free
      ? [{ op: 'move', from, path: `${at}/${escaped(near)}` }]
      : undefined;
    return [mistake('unknownField', from, { name: field }, mend)];
  });
}

const escaped = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');
