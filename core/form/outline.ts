import { steps } from './pointer.ts';

type Schema = { readonly [keyword: string]: unknown };

/** Every field that a schema may ever have, whatever its conditions: names and shapes only. */
export type Outline = {
  readonly shape: 'object' | 'list' | 'value';
  readonly properties: readonly (readonly [name: string, inner: Outline])[];
  readonly items: Outline;
};

/** Depth at which a schema that contains itself is cut off. */
const DEEPEST = 12;

const NOTHING: Outline = {
  shape: 'value',
  properties: [],
  get items() {
    return NOTHING;
  },
};

const kept = new WeakMap<object, Outline>();

/** The outline of a schema whose references lead into itself; made once for a schema. */
export function outline(schema: unknown): Outline {
  const whole = object(schema);
  if (!whole) return NOTHING;
  const known = kept.get(whole);
  if (known) return known;
  const made = joined(parts(whole, whole, 0), whole, 0);
  kept.set(whole, made);
  return made;
}

/** The outline of what is at a place; `*` is each row. */
export const outlineAt = (whole: Outline, path: readonly string[]): Outline | undefined =>
  path.reduce<Outline | undefined>(
    (at, step) => (step === '*' ? at?.items : at?.properties.find(([name]) => name === step)?.[1]),
    whole,
  );

function joined(all: readonly Schema[], root: Schema, depth: number): Outline {
  if (depth > DEEPEST || all.length === 0) return NOTHING;
  const types = new Set(all.flatMap(({ type }) => type));
  const lists = all.flatMap(({ items }) => parts(items, root, 0));
  const names = new Set(all.flatMap(({ properties }) => Object.keys(object(properties) ?? {})));
  const inner = (name: string) =>
    joined(
      all.flatMap(({ properties }) => parts(object(properties)?.[name], root, 0)),
      root,
      depth + 1,
    );
  const isObject = names.size > 0 || types.has('object');
  const isList = types.has('array') || all.some(({ items }) => items !== undefined);
  return {
    shape: isObject ? 'object' : isList ? 'list' : 'value',
    properties: [...names].map((name) => [name, inner(name)] as const),
    items: joined(lists, root, depth + 1),
  };
}

/** A schema and all that it may add: what it refers to, its alternatives and both ways of its conditions. */
function parts(given: unknown, root: Schema, depth: number): Schema[] {
  const schema = object(given);
  if (!schema || depth > DEEPEST) return [];
  const referred =
    typeof schema.$ref === 'string' && schema.$ref.startsWith('#')
      ? steps(decodeURIComponent(schema.$ref.slice(1))).reduce<unknown>(
          (at, step) => object(at)?.[step],
          root,
        )
      : undefined;
  const added = [
    referred,
    ...['allOf', 'oneOf', 'anyOf'].flatMap((keyword) => {
      const list = schema[keyword];
      return Array.isArray(list) ? (list as unknown[]) : [];
    }),
    schema.then,
    schema.else,
    ...Object.values(object(schema.dependentSchemas) ?? {}),
  ];
  return [schema, ...added.flatMap((one) => parts(one, root, depth + 1))];
}

const object = (value: unknown): Schema | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Schema) : undefined;
