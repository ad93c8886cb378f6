import { compile, type JSONSchema } from 'json-schema-to-typescript';

type Json = Record<string, unknown>;
/** What is generated beside one type for each of the `$defs`. */
export type Asked = {
  /** The type that gives each named type by its name: its own name and what it is. */
  index: { name: string; description: string };
  /** `$defs` whose type is written elsewhere: the name there, and the module where it is not TypeScript's own. */
  elsewhere?: { readonly [definition: string]: { readonly type: string; readonly from?: string } };
};

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list of alternatives that only says which words must stand together: no matter for types. */
const onlyRequires = (list: unknown): boolean =>
  Array.isArray(list) && list.every((s) => isObject(s) && Object.keys(s).every((k) => k === 'required'));

type Elsewhere = NonNullable<Asked['elsewhere']>;

/** A $ref keeps its own description if it is written as the name of the type it leads to. */
function named(node: unknown, elsewhere: Elsewhere): unknown {
  if (Array.isArray(node)) return node.map((one) => named(one, elsewhere));
  if (!isObject(node)) return node;
  if (node.type === 'object' && Object.keys(node).every((k) => k === 'type' || k === 'description'))
    return { ...node, additionalProperties: true };
  if (typeof node.$ref === 'string') {
    const name = node.$ref.split('/').at(-1) ?? '';
    return { tsType: elsewhere[name]?.type ?? name, description: node.description };
  }
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key, value]) => !(/^(anyOf|oneOf)$/.test(key) && onlyRequires(value)))
      .filter(([key]) => key !== 'propertyNames' && key !== 'format')
      .map(([key, value]) => [
        key,
        key === 'properties' && isObject(value) ? properties(value, elsewhere) : named(value, elsewhere),
      ]),
  );
}

const properties = (all: Json, elsewhere: Elsewhere): Json =>
  Object.fromEntries(Object.entries(all).map(([k, v]) => [k, named(v, elsewhere)]));

/** Lines that import the types that are written elsewhere. */
function imports(elsewhere: Elsewhere): string {
  const modules = Map.groupBy(Object.values(elsewhere), ({ from }) => from);
  return [...modules]
    .flatMap(([from, all]) => (from === undefined ? [] : [{ from, all }]))
    .sort((one, other) => (one.from < other.from ? -1 : 1))
    .map(({ from, all }) => {
      const types = [...new Set(all.map(({ type }) => type))].sort();
      return `import type { ${types.join(', ')} } from '${from}';\n`;
    })
    .join('');
}

/**
 * TypeScript types of JSON Schemas: one type for each of the given schemas that describes an object (by title) and for each
 * of their `$defs`. Names of `$defs` are unique over all schemas.
 */
export async function generateTypes(schemas: readonly Json[], asked: Asked): Promise<string> {
  const { index, elsewhere = {} } = asked;
  const definitions: Json = {};
  for (const schema of schemas) {
    for (const [name, body] of Object.entries((schema.$defs ?? {}) as Json))
      if (!Object.hasOwn(elsewhere, name)) definitions[name] = named(body, elsewhere);
    const { $defs: _, $schema: _s, $id: _i, ...own } = schema;
    if (own.type === 'object') definitions[String(own.title)] = named(own, elsewhere);
  }
  const kinds = schemas.filter((s) => s.type === 'object').map((s) => String(s.title));
  // where the schemas are only lists of named ones, the index is of these
  const indexed: [key: string, type: string][] =
    kinds.length > 0
      ? kinds.map((kind) => [kind.toLowerCase(), kind])
      : schemas.flatMap((schema) =>
          Object.keys((schema.$defs ?? {}) as Json).map((name): [string, string] => [
            name,
            elsewhere[name]?.type ?? name,
          ]),
        );
  const root: Json = {
    title: index.name,
    description: index.description,
    type: 'object',
    properties: Object.fromEntries(indexed.map(([key, tsType]) => [key, { tsType }])),
    required: indexed.map(([key]) => key),
    additionalProperties: false,
    $defs: definitions,
  };
  const imported = imports(elsewhere);
  const types = await compile(root as JSONSchema, index.name, {
    bannerComment: `/* Made from the JSON Schemas beside this file by \`npm run types\`. Change the schemas, not this file. */${imported && `\n${imported}`}`,
    unreachableDefinitions: true,
    ignoreMinAndMaxItems: true,
    additionalProperties: false,
    style: { singleQuote: true, printWidth: 110 },
  });
  const referenced = new RegExp(
    `\\n \\*\\n \\* This interface was referenced by \`${index.name}\`'s JSON-Schema\\n \\* via the \`definition\` "\\w+"\\.`,
    'g',
  );
  return types.replace(referenced, '');
}
