import { steps, under } from './pointer.ts';
import type { Schema } from './types.ts';
import { fits } from './verdict.ts';

/** A `$ref` that points nowhere or in a circle: the bundle should not have come into being. */
export class UnresolvedReference extends Error {
  readonly code = 'unresolved-reference';
}

type Mutable = { [keyword: string]: unknown };

const object = (value: unknown): Mutable | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Mutable) : undefined;

const schemas = (value: unknown): Schema[] =>
  Array.isArray(value) ? value.filter((one) => object(one) !== undefined) : [];

const names = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** Follows a local reference, as far as it leads. */
export function dereferenced(schema: Schema, root: Schema, seen: readonly string[] = []): Schema {
  const ref = schema.$ref;
  if (typeof ref !== 'string') return schema;
  if (!ref.startsWith('#') || seen.includes(ref))
    throw new UnresolvedReference(`$ref ${JSON.stringify(ref)} cannot be followed inside the form`);
  const target = steps(decodeURIComponent(ref.slice(1))).reduce<unknown>(
    (at, step) => object(at)?.[step],
    root,
  );
  const found = object(target);
  if (!found) throw new UnresolvedReference(`$ref ${JSON.stringify(ref)} points at nothing`);
  const { $ref: _, ...beside } = schema;
  return merged(dereferenced(found as Schema, root, [...seen, ref]), beside);
}

const strictest: { [keyword: string]: (a: number, b: number) => number } = {
  minimum: Math.max,
  exclusiveMinimum: Math.max,
  minLength: Math.max,
  minItems: Math.max,
  minProperties: Math.max,
  maximum: Math.min,
  exclusiveMaximum: Math.min,
  maxLength: Math.min,
  maxItems: Math.min,
  maxProperties: Math.min,
};

/** Both schemas at once: properties joined, `required` joined, the stricter limit, else the later one's keyword. */
export function merged(first: Schema, second: Schema): Schema {
  const both: Mutable = { ...first };
  for (const [keyword, value] of Object.entries(second)) {
    const before = both[keyword];
    const limit = strictest[keyword];
    if (before === undefined) both[keyword] = value;
    else if (keyword === 'properties') both[keyword] = mergedEach(object(before) ?? {}, object(value) ?? {});
    else if (keyword === 'required') both[keyword] = [...new Set([...names(before), ...names(value)])];
    else if (keyword === 'allOf') both[keyword] = [...schemas(before), ...schemas(value)];
    else if (keyword === 'enum') both[keyword] = names(before).length ? intersection(before, value) : value;
    else if (limit && typeof before === 'number' && typeof value === 'number')
      both[keyword] = limit(before, value);
    else if (keyword === 'items' && object(before) && object(value))
      both[keyword] = merged(before as Schema, value as Schema);
    else both[keyword] = value;
  }
  return both;
}

const intersection = (a: unknown, b: unknown): unknown[] => {
  const right = new Set((b as unknown[]).map((one) => JSON.stringify(one)));
  return (a as unknown[]).filter((one) => right.has(JSON.stringify(one)));
};

function mergedEach(first: Mutable, second: Mutable): Mutable {
  const both = { ...first };
  for (const [name, value] of Object.entries(second)) {
    const before = object(both[name]);
    both[name] = before && object(value) ? merged(before as Schema, value as Schema) : value;
  }
  return both;
}

/** The alternative that the data mean: by their constants (`kind: "flat"`), else the first that they fit. */
function chosen(alternatives: readonly Schema[], root: Schema, data: unknown): Schema | undefined {
  const byConstants = alternatives.find((one) => {
    const fixed = constants(one);
    return fixed.length > 0 && fixed.every(([name, value]) => object(data)?.[name] === value);
  });
  return byConstants ?? alternatives.find((one) => constants(one).length === 0 && fits(one, root, data));
}

function constants(schema: Schema): [string, unknown][] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]): [string, unknown][] => {
    const inner = object(property);
    return inner && 'const' in inner ? [[name, inner.const]] : [];
  });
}

/** Alternatives of objects become one object: the telling field with every value, and the fields of the chosen one. */
function withAlternative(base: Schema, alternatives: readonly Schema[], root: Schema, data: unknown): Schema {
  const resolved = alternatives.map((one) => dereferenced(one, root));
  const telling: Mutable = {};
  for (const one of resolved)
    for (const [name, value] of constants(one)) {
      const { const: _, ...rest } = object(one.properties?.[name]) ?? {};
      const known = object(telling[name]);
      telling[name] = { ...rest, ...known, enum: [...names(known?.enum), value] };
    }
  const choice = chosen(resolved, root, data);
  const required = Object.keys(telling).filter((name) =>
    resolved.every((one) => one.required?.includes(name)),
  );
  const open = merged(base, { properties: telling as Record<string, Schema>, required });
  if (!choice) return open;
  const own = Object.fromEntries(
    Object.entries(choice.properties ?? {}).filter(([name]) => !(name in telling)),
  );
  return merged(open, { ...choice, properties: own });
}

const isObject = (schema: Schema): boolean =>
  schema.type === 'object' || (schema.type === undefined && schema.properties !== undefined);

/** One level with its conditions decided; conditions inside what a condition brought are decided in turn. */
function level(given: Schema, root: Schema, data: unknown): Schema {
  const { allOf, if: condition, then, else: otherwise, ...flat } = dereferenced(given, root) as Mutable;
  let schema = flat as Schema;
  if (object(condition)) {
    const branch = fits(condition as Schema, root, data) ? then : otherwise;
    if (object(branch)) schema = merged(schema, level(branch as Schema, root, data));
  }
  for (const part of schemas(allOf)) schema = merged(schema, level(part, root, data));
  for (const keyword of ['oneOf', 'anyOf'] as const) {
    const alternatives = schemas(schema[keyword]).map((one) => dereferenced(one, root));
    if (alternatives.length > 0 && alternatives.every(isObject)) {
      const { [keyword]: _, ...base } = schema;
      schema = level(withAlternative(base, alternatives, root, data), root, data);
    }
  }
  const { dependentRequired, ...rest } = schema as Mutable;
  const asked = Object.entries(object(dependentRequired) ?? {}).flatMap(([name, others]) =>
    object(data)?.[name] === undefined ? [] : names(others),
  );
  return asked.length > 0 ? merged(rest, { required: asked }) : (rest as Schema);
}

/**
 * The schema as it stands for the data: every condition decided, every reference followed, alternatives of
 * objects chosen. Rows may differ from each other, so an array keeps its rows' schemas in `rows`.
 */
export function flatten(given: Schema, root: Schema, data: unknown): Schema {
  const { $defs: _, ...schema } = level(given, root, data) as Mutable;
  const flat: Mutable = schema;
  const properties = object(schema.properties);
  if (properties)
    flat.properties = Object.fromEntries(
      Object.entries(properties)
        .filter(([, property]) => property !== false)
        .map(([name, property]) => [
          name,
          object(property) ? flatten(property as Schema, root, object(data)?.[name]) : property,
        ]),
    );
  if (object(schema.items)) {
    const items = schema.items as Schema;
    flat.items = flatten(items, root, undefined);
    if (Array.isArray(data)) flat.rows = data.map((row) => flatten(items, root, row));
  }
  return flat as Schema;
}

/** The flat schema of a place, or undefined where nothing shows there. */
export function schemaAt(flat: Schema, pointer: string): Schema | undefined {
  let at: Schema | undefined = flat;
  for (const step of steps(pointer)) {
    const rows = at?.rows as readonly Schema[] | undefined;
    const next: unknown =
      at?.items !== undefined && /^(\d+|\*)$/.test(step)
        ? (rows?.[Number(step)] ?? at.items)
        : at?.properties && Object.hasOwn(at.properties, step)
          ? at.properties[step]
          : undefined;
    if (next === undefined || next === false) return undefined;
    at = next === true ? {} : (next as Schema);
  }
  return at;
}

/** Every place of the flat schema that can hold a value of its own, rows of the data included. */
export function places(flat: Schema, at = ''): string[] {
  if (flat.properties) {
    const inner = Object.entries(flat.properties).flatMap(([name, property]) =>
      typeof property === 'boolean' ? [under(at, name)] : places(property, under(at, name)),
    );
    return at === '' ? inner : [at, ...inner];
  }
  const rows = (flat.rows as readonly Schema[] | undefined) ?? [];
  return [at, ...rows.flatMap((row, n) => places(row, under(at, n)))];
}
