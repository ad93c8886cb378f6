import { isRecord } from '#core/expression/record.ts';
import { any, context, orEmpty, type Type, typeOfSchema, unknown } from '#core/expression/types/index.ts';
import { contractOf, type Use } from '../contract.ts';
import { inline, PartError } from '../inline.ts';
import type { Library, Registry, Service } from '../types.ts';

/** A schema with its parts put in; undefined where one is missing (told elsewhere). */
export function wholeSchema(schema: unknown, library: Library): unknown {
  try {
    return inline(schema, library, []);
  } catch (error) {
    if (error instanceof PartError) return undefined;
    throw error;
  }
}

/** The names that a schema requires; of one that is half drawn, those that are names. */
export function requiredIn(schema: unknown): string[] {
  const required = isRecord(schema) ? schema.required : undefined;
  return Array.isArray(required) ? required.filter((name) => typeof name === 'string') : [];
}

/**
 * The answer of a connector under its name. `certain`: it has surely come; else its objects are there and their values may be absent.
 * @param loose the name is null as a whole where nothing was asked (lookups of a form)
 */
export function answerOf(library: Library, use: Use, given: { certain: boolean; loose?: boolean }): Type {
  const { output } = contractOf(library, use);
  const schema = output && wholeSchema(output, library);
  // of what no schema tells nothing is known; it has come all the same
  if (!schema) return given.certain ? any : unknown;
  const { type } = typeOfSchema(schema, 'answer');
  if (given.certain) return type;
  return given.loose ? orEmpty(type) : emptied(type);
}

/** The same shape with nothing in it: objects and empty lists. */
export function emptied(type: Type): Type {
  if (type.kind === 'context')
    return {
      ...type,
      fields: Object.fromEntries(Object.entries(type.fields).map(([n, t]) => [n, emptied(t)])),
    };
  if (type.kind === 'list') {
    const { some: _, ...rest } = type;
    return rest;
  }
  return orEmpty(type);
}

/** A record of a registry as expressions see it. */
export function recordOf(library: Library, registry: Registry | undefined): Type {
  const schema = registry?.versions.at(-1)?.schema;
  return schema ? typeOfSchema(wholeSchema(schema, library) ?? {}, 'record').type : unknown;
}

/** Parameters by name, of the kinds that their values have. */
export function parametersOf(service: Service): Type {
  const fields = Object.entries(service.parameters ?? {}).map(([name, values]): [string, Type] => {
    const kinds = new Set(values.map(({ value }) => (Array.isArray(value) ? 'array' : typeof value)));
    const [kind] = kinds;
    const known = kinds.size === 1 && kind !== undefined && kind !== 'object';
    return [name, known ? typeOfSchema({ type: kind }, name).type : { kind: 'any' }];
  });
  return context(Object.fromEntries(fields));
}
