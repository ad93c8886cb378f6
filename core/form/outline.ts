import { merged } from './flatten.ts';
import { steps } from './pointer.ts';
import type { Schema } from './types.ts';

const kept = new WeakMap<Schema, Schema>();

const object = (value: unknown): Schema | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Schema) : undefined;

/** Depth at which a schema that contains itself is cut off. */
const DEEPEST = 12;

function all(given: Schema, root: Schema, depth: number): Schema {
  if (depth > DEEPEST) return {};
  let schema: Schema = { ...given };
  if (typeof given.$ref === 'string' && given.$ref.startsWith('#')) {
    const target = steps(decodeURIComponent(given.$ref.slice(1))).reduce<unknown>(
      (at, step) => object(at)?.[step],
      root,
    );
    if (object(target)) schema = merged(object(target) ?? {}, { ...given, $ref: undefined });
  }
  const inner = [
    ...(['allOf', 'oneOf', 'anyOf'] as const).flatMap((keyword) =>
      Array.isArray(schema[keyword]) ? (schema[keyword] as unknown[]) : [],
    ),
    schema.then,
    schema.else,
    ...Object.values(object(schema.dependentSchemas) ?? {}),
  ];
  const outline: { [keyword: string]: unknown } = {};
  if (schema.type !== undefined) outline.type = schema.type;
  if (object(schema.items)) outline.items = all(object(schema.items) ?? {}, root, depth + 1);
  if (schema.properties)
    outline.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([name, property]) => [
        name,
        all(object(property) ?? {}, root, depth + 1),
      ]),
    );
  let whole = outline as Schema;
  for (const one of inner)
    if (object(one)) {
      const { type, ...more } = all(object(one) ?? {}, root, depth + 1);
      whole = merged(whole, whole.type === undefined && type !== undefined ? { type, ...more } : more);
    }
  return whole;
}

/** Every field that a schema may ever have, whatever its conditions: names and types only. */
export function outline(schema: Schema): Schema {
  let known = kept.get(schema);
  if (!known) {
    known = all(schema, schema, 0);
    kept.set(schema, known);
  }
  return known;
}
