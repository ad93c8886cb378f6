import { isLoose, wordOf } from '../json.ts';

/** What was changed, where: for the report of an import. */
export type Change = {
  pointer: string;
  /** `dropped`: older drafts ignore what stands beside a $ref. */
  code: 'renamed' | 'split' | 'bound' | 'dropped';
  keyword: string;
};

const LATEST = 'https://json-schema.org/draft/2020-12/schema';
const EACH_NAMED = ['properties', 'patternProperties', '$defs', 'dependentSchemas'];
const EACH = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const ONE = [
  ...['items', 'additionalProperties', 'not', 'if', 'then', 'else', 'contains', 'propertyNames'],
  ...['unevaluatedItems', 'unevaluatedProperties'],
];
/** What may stand beside a $ref of an older draft without meaning anything. */
const WORDS = ['title', 'description', 'default', 'examples', '$comment'];

const under = (pointer: string, step: string | number) =>
  `${pointer}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/**
 * A JSON Schema of draft 4, 6 or 7 as one of draft 2020-12, meaning the same (json-schema.org, "Migration"). One of
 * 2020-12 stays as it is. Only references inside the schema are followed by a form, so only those are rewritten.
 */
export function upgraded(schema: unknown): { schema: unknown; changes: Change[] } {
  const changes: Change[] = [];
  const latest = isLoose(schema) && wordOf(schema.$schema).startsWith(LATEST);
  return { schema: latest ? schema : upgrade(schema, '', changes), changes };
}

function upgrade(given: unknown, pointer: string, changes: Change[]): unknown {
  if (!isLoose(given)) return given;
  const schema: { [keyword: string]: unknown } = { ...given };
  const note = (code: Change['code'], keyword: string) => changes.push({ pointer, code, keyword });
  const rename = (from: string, to: string) => {
    if (schema[from] === undefined) return;
    schema[to] = schema[from];
    delete schema[from];
    note('renamed', from);
  };

  if (pointer === '') schema.$schema = LATEST;
  if (typeof schema.$ref === 'string') {
    for (const keyword of Object.keys(schema)) {
      if (['$ref', '$schema', 'definitions', '$defs', ...WORDS].includes(keyword)) continue;
      delete schema[keyword];
      note('dropped', keyword);
    }
    const ref = schema.$ref.replace(/^#\/definitions\//, '#/$defs/');
    if (ref !== schema.$ref) note('renamed', '$ref');
    schema.$ref = ref;
  }
  if (typeof schema.id === 'string') rename('id', '$id');
  rename('definitions', '$defs');
  bounds(schema, note);
  if (Array.isArray(schema.items)) {
    rename('items', 'prefixItems');
    rename('additionalItems', 'items');
  } else if (schema.additionalItems !== undefined) {
    delete schema.additionalItems;
    note('dropped', 'additionalItems');
  }
  dependencies(schema, note);

  for (const keyword of EACH_NAMED) {
    const inner = schema[keyword];
    if (isLoose(inner))
      schema[keyword] = Object.fromEntries(
        Object.entries(inner).map(([name, one]) => [
          name,
          upgrade(one, under(under(pointer, keyword), name), changes),
        ]),
      );
  }
  for (const keyword of EACH) {
    const inner = schema[keyword];
    if (Array.isArray(inner))
      schema[keyword] = inner.map((one, n) => upgrade(one, under(under(pointer, keyword), n), changes));
  }
  for (const keyword of ONE)
    if (isLoose(schema[keyword]))
      schema[keyword] = upgrade(schema[keyword], under(pointer, keyword), changes);
  return schema;
}

type Note = (code: Change['code'], keyword: string) => void;

/** Draft 4: `exclusiveMinimum: true` makes `minimum` exclusive; since draft 6 it is the bound itself. */
function bounds(schema: { [keyword: string]: unknown }, note: Note): void {
  for (const [exclusive, bound] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    if (typeof schema[exclusive] !== 'boolean') continue;
    if (schema[exclusive] === true && typeof schema[bound] === 'number') {
      schema[exclusive] = schema[bound];
      delete schema[bound];
    } else delete schema[exclusive];
    note('bound', exclusive);
  }
}

/** `dependencies` of names become `dependentRequired`, of schemas `dependentSchemas`. */
function dependencies(schema: { [keyword: string]: unknown }, note: Note): void {
  const all = schema.dependencies;
  if (!isLoose(all)) return;
  delete schema.dependencies;
  note('split', 'dependencies');
  const names = Object.entries(all).filter(([, one]) => Array.isArray(one));
  const schemas = Object.entries(all).filter(([, one]) => !Array.isArray(one));
  if (names.length > 0) schema.dependentRequired = { ...Object.fromEntries(names) };
  if (schemas.length > 0) schema.dependentSchemas = { ...Object.fromEntries(schemas) };
}
