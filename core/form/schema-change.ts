import { isRecord } from '#core/expression/record.ts';
import { dereferenced } from './flatten.ts';
import type { Schema } from './types.ts';

type Change = (schema: Schema) => Schema;

/**
 * A copy of a schema in which a place is changed wherever it is declared: in alternatives and under conditions too.
 * What stands behind a `$ref` on the way is put in its place, so that nothing else that refers to it changes.
 * @param steps of a pointer; `*` is each row
 */
export function changedAt(schema: Schema, root: Schema, steps: readonly string[], change: Change): Schema {
  const [step, ...rest] = steps;
  if (step === undefined) return change(schema);
  const copy: { [keyword: string]: unknown } = { ...dereferenced(schema, root) };
  const { properties, items } = copy as Schema;
  const inner = properties && Object.hasOwn(properties, step) ? properties[step] : undefined;
  if (isRecord(inner)) copy.properties = { ...properties, [step]: changedAt(inner, root, rest, change) };
  if (step === '*' && isRecord(items)) copy.items = changedAt(items, root, rest, change);
  for (const keyword of ['allOf', 'anyOf', 'oneOf'] as const)
    if (Array.isArray(copy[keyword]))
      copy[keyword] = copy[keyword].map((one) => (isRecord(one) ? changedAt(one, root, steps, change) : one));
  for (const keyword of ['then', 'else'] as const)
    if (isRecord(copy[keyword])) copy[keyword] = changedAt(copy[keyword], root, steps, change);
  return copy;
}
