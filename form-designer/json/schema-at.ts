import { allSchemas } from '#core/definition/schemas.ts';
import type { Kind } from '#core/definition/types.ts';
import { steps } from '#core/form/pointer.ts';
import { isObject, type Json, type JsonObject, listOf, objectOf } from '../commands/json.ts';

/** A schema with the file in which its references are resolved. */
interface Placed {
  readonly schema: JsonObject;
  readonly file: string;
}

/** What a reference leads to: `common.json#/$defs/Text`, `#/$defs/Role`. */
function follow({ schema, file }: Placed): Placed {
  const { $ref } = schema;
  if (typeof $ref !== 'string') return { schema, file };
  const [path = '', pointer = ''] = $ref.split('#');
  const name = path === '' ? file : path.replace(/\.json$/, '');
  const target = steps(pointer).reduce<Json | undefined>(
    (at, step) => objectOf(at)[step],
    allSchemas[name] as unknown as Json | undefined,
  );
  if (!isObject(target)) return { schema, file };
  const { $ref: _, ...beside } = schema;
  return follow({ schema: { ...target, ...beside }, file: name });
}

/** The shapes that a schema allows: itself, and each of its alternatives; of states that of the type which is there. */
function shapes(placed: Placed, value: unknown): Placed[] {
  const found = follow(placed);
  const { schema, file } = found;
  const alternatives = [...listOf(schema.oneOf), ...listOf(schema.anyOf), ...listOf(schema.allOf)]
    .filter(isObject)
    .flatMap((one) => shapes({ schema: one, file }, value));
  const type = objectOf(value).type;
  const fitting = alternatives.filter(
    ({ schema: one }) => objectOf(objectOf(one.properties).type).const === type,
  );
  return [found, ...(fitting.length > 0 ? fitting : alternatives)];
}

/** The schemas of the place at a path of a definition. */
export function schemasAt(kind: Kind, definition: unknown, path: readonly (string | number)[]): JsonObject[] {
  let here: Placed[] = shapes({ schema: allSchemas[kind] as unknown as JsonObject, file: kind }, definition);
  let value = definition;
  for (const step of path) {
    value = isObject(value) ? value[String(step)] : Array.isArray(value) ? value[Number(step)] : undefined;
    here = here.flatMap(({ schema, file }) => {
      const inner =
        typeof step === 'number'
          ? schema.items
          : (objectOf(schema.properties)[step] ?? schema.additionalProperties);
      return isObject(inner) ? shapes({ schema: inner, file }, value) : [];
    });
  }
  return here.map(({ schema }) => schema);
}

/** The names that an object at a path may have, with what the schema says of each. */
export function namesAt(
  kind: Kind,
  definition: unknown,
  path: readonly (string | number)[],
): Map<string, string> {
  return new Map(
    schemasAt(kind, definition, path).flatMap((schema) =>
      Object.entries(objectOf(schema.properties)).map(
        ([name, one]) => [name, String(objectOf(one).description ?? '')] as const,
      ),
    ),
  );
}

/** The values that the schema lists for a place. */
export function valuesAt(kind: Kind, definition: unknown, path: readonly (string | number)[]): Json[] {
  return schemasAt(kind, definition, path).flatMap((schema) => [
    ...listOf(schema.enum),
    ...('const' in schema && schema.const !== undefined ? [schema.const] : []),
    ...(schema.type === 'boolean' ? [true, false] : []),
  ]);
}
