import type { Migrate, ServiceBundle } from '#core/definition/types.ts';

// Versions of a service that differ only by what things are called: only tests import this

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Names = { readonly [old: string]: string };
/** Names of the flow and parties, and fields of the form, that get others. */
export type Renames = { names: Names; fields: Names };

const isObject = (value: Json): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where keys are names that may be another. */
const NAMED = new Set(['states', 'branches', 'parties']);

/** The service with other names, and the migration that says so. */
export function renamedService(bundle: ServiceBundle, { names, fields }: Renames): ServiceBundle {
  const { form, version, ...rest } = bundle as unknown as { [word: string]: Json };
  const { schema, texts, ...others } = form as { [word: string]: Json };
  const walk = (value: Json, under: string): Json => {
    if (typeof value === 'string') return said(value, under);
    if (Array.isArray(value)) return value.map((one) => walk(one, under));
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        NAMED.has(under) ? (names[key] ?? key) : pointer(key, fields),
        walk(inner, key),
      ]),
    );
  };
  const said = (text: string, under: string): string => {
    // what people read holds expressions between {{ }} alone
    if (under === 'uk' || under === 'en')
      return text.replace(/\{\{[\s\S]+?\}\}/g, (feel) => inFeel(feel, names, fields));
    if (under === 'type' || under === 'kind' || under === 'outcome') return text;
    return pointer(inFeel(text, names, fields), fields);
  };
  const migrate: Migrate = {
    from: Number(version),
    renamed: names,
    data: {
      form: {
        move: Object.fromEntries(Object.entries(fields).map(([a, b]) => [`/${a}`, `/${b}`])),
      },
    },
  };
  if (Object.keys(fields).length === 0) delete migrate.data;
  const changed = walk(rest, '') as object;
  return {
    ...changed,
    form: {
      ...(walk(others, '') as object),
      ui: withKeys((others.ui ?? {}) as Json, fields),
      schema: inSchema(schema ?? {}, fields),
      texts: walk(texts ?? {}, ''),
    },
    version: Number(version) + 1,
    migrate,
  } as unknown as ServiceBundle;
}

/** A pointer of the form, where the text is one. */
function pointer(text: string, fields: Names): string {
  const [empty, first = '', ...more] = text.split('/');
  const other = empty === '' ? fields[first] : undefined;
  return other === undefined ? text : ['', other, ...more].join('/');
}

function inFeel(text: string, names: Names, fields: Names): string {
  let next = text;
  for (const [old, name] of Object.entries(names))
    next = next.replace(
      new RegExp(`(?<![\\w./-])(outcomes\\.(?:\\w+\\.)?)?${old}(?![\\w/-])`, 'g'),
      (_, before = '') => `${before}${name}`,
    );
  for (const [old, name] of Object.entries(fields))
    next = next.replace(new RegExp(`(?<![\\w.])(form|application)\\.${old}\\b`, 'g'), `$1.${name}`);
  return next;
}

const withKeys = (value: Json, keys: Names): Json =>
  isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [keys[key] ?? key, inner]))
    : value;

/** The schema with other names for the fields at its top, in its conditions too. */
function inSchema(schema: Json, fields: Names): Json {
  if (Array.isArray(schema)) return schema.map((one) => inSchema(one, fields));
  if (!isObject(schema)) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([word, value]) => {
      if (word === 'properties') return [word, withKeys(value, fields)];
      if (word === 'required' && Array.isArray(value))
        return [word, value.map((name) => fields[String(name)] ?? name)];
      return ['allOf', 'anyOf', 'oneOf', 'if', 'then', 'else', 'not'].includes(word)
        ? [word, inSchema(value, fields)]
        : [word, value];
    }),
  );
}
