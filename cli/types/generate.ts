import { compile, type JSONSchema } from 'json-schema-to-typescript';

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list of alternatives that only says which words must stand together: no matter for types. */
const onlyRequires = (list: unknown): boolean =>
  Array.isArray(list) && list.every((s) => isObject(s) && Object.keys(s).every((k) => k === 'required'));

/** A $ref keeps its own description if it is written as the name of the type it leads to. */
function named(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(named);
  if (!isObject(node)) return node;
  if (node.type === 'object' && Object.keys(node).every((k) => k === 'type' || k === 'description'))
    return { ...node, additionalProperties: true };
  if (typeof node.$ref === 'string')
    return { tsType: node.$ref.split('/').at(-1), description: node.description };
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key, value]) => !(/^(anyOf|oneOf)$/.test(key) && onlyRequires(value)))
      .filter(([key]) => key !== 'propertyNames' && key !== 'format')
      .map(([key, value]) => [
        key,
        key === 'properties' && isObject(value) ? properties(value) : named(value),
      ]),
  );
}

const properties = (all: Json): Json =>
  Object.fromEntries(Object.entries(all).map(([k, v]) => [k, named(v)]));

/**
 * TypeScript types of the definition formats: one type for each of the given schemas (by title) and for each of their `$defs`.
 * Names of `$defs` are unique over all schemas.
 */
export async function generateTypes(schemas: readonly Json[]): Promise<string> {
  const definitions: Json = {};
  for (const schema of schemas) {
    for (const [name, body] of Object.entries((schema.$defs ?? {}) as Json)) definitions[name] = named(body);
    const { $defs: _, $schema: _s, $id: _i, ...own } = schema;
    if (own.type === 'object') definitions[String(own.title)] = named(own);
  }
  const kinds = schemas.filter((s) => s.type === 'object').map((s) => String(s.title));
  const root: Json = {
    title: 'DefinitionOf',
    description: 'The type of a definition, by its kind.',
    type: 'object',
    properties: Object.fromEntries(kinds.map((kind) => [kind.toLowerCase(), { tsType: kind }])),
    required: kinds.map((kind) => kind.toLowerCase()),
    additionalProperties: false,
    $defs: definitions,
  };
  const types = await compile(root as JSONSchema, 'DefinitionOf', {
    bannerComment:
      '/* Made from the JSON Schemas beside this file by `npm run types`. Change the schemas, not this file. */',
    unreachableDefinitions: true,
    ignoreMinAndMaxItems: true,
    additionalProperties: false,
    style: { singleQuote: true, printWidth: 110 },
  });
  return types.replace(
    /\n \*\n \* This interface was referenced by `DefinitionOf`'s JSON-Schema\n \* via the `definition` "\w+"\./g,
    '',
  );
}
