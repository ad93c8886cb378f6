import { steps, under } from '#core/form/pointer.ts';
import { isList, isObject, type Json, type JsonObject, objectOf } from '../commands/json.ts';

/** What is asked of one field. */
export type Test =
  | { readonly field: string; readonly is: 'equals' | 'notEquals'; readonly value: Json }
  | { readonly field: string; readonly is: 'oneOf' | 'notOneOf'; readonly value: readonly Json[] }
  | {
      readonly field: string;
      readonly is: 'atLeast' | 'atMost' | 'moreThan' | 'lessThan';
      readonly value: number;
    }
  | { readonly field: string; readonly is: 'filled' | 'hasRows' };

/** A sentence: «show when … and …». */
export interface Condition {
  readonly join: 'and' | 'or';
  readonly tests: readonly Test[];
}

const limits = {
  atLeast: 'minimum',
  atMost: 'maximum',
  moreThan: 'exclusiveMinimum',
  lessThan: 'exclusiveMaximum',
} as const;

/** The schema of the field that holds where the test does. */
function schemaOf(test: Test): JsonObject {
  switch (test.is) {
    case 'equals':
      return { const: test.value };
    case 'oneOf':
      return { enum: test.value };
    case 'notEquals':
      return { not: { const: test.value } };
    case 'notOneOf':
      return { not: { enum: test.value } };
    case 'hasRows':
      return { minItems: 1 };
    case 'filled':
      return {};
    default:
      return { [limits[test.is]]: test.value };
  }
}

function nested(path: readonly string[], schema: JsonObject): JsonObject {
  const [name, ...rest] = path;
  if (name === undefined) return schema;
  return { properties: { [name]: nested(rest, schema) }, required: [name] };
}

/** The steps from an object to a field inside it. */
const inside = (object: string, field: string): string[] => steps(field).slice(steps(object).length);

function together(a: JsonObject, b: JsonObject): JsonObject {
  const properties = { ...objectOf(a.properties) } as Record<string, Json>;
  for (const [name, schema] of Object.entries(objectOf(b.properties)))
    properties[name] = name in properties ? together(objectOf(properties[name]), objectOf(schema)) : schema;
  const required = [
    ...new Set([...(isList(a.required) ? a.required : []), ...(isList(b.required) ? b.required : [])]),
  ];
  const { properties: _p, required: _r, ...rest } = { ...a, ...b };
  return {
    ...rest,
    ...(Object.keys(properties).length > 0 ? { properties } : {}),
    ...(required.length > 0 ? { required } : {}),
  };
}

/** Two tests of one field cannot stand in one schema side by side. */
function clash(tests: readonly Test[]): boolean {
  return new Set(tests.map(({ field }) => field)).size < tests.length;
}

/** A sentence as the `if` of a JSON Schema, for the schema of `object` (a pointer above every field it names). */
export function written({ join, tests }: Condition, object: string): JsonObject {
  const each = tests.map((test) => nested(inside(object, test.field), schemaOf(test)));
  const [first, ...rest] = each;
  if (!first || rest.length === 0) return first ?? {};
  if (join === 'or') return { anyOf: each };
  return clash(tests) ? { allOf: each } : rest.reduce(together, first);
}

const only = (schema: JsonObject, ...keywords: string[]): boolean =>
  Object.keys(schema).every((keyword) => keywords.includes(keyword));

function testOf(field: string, schema: JsonObject): Test | null {
  if (only(schema)) return { field, is: 'filled' };
  if (only(schema, 'const') && schema.const !== undefined)
    return { field, is: 'equals', value: schema.const };
  if (only(schema, 'enum') && isList(schema.enum)) return { field, is: 'oneOf', value: schema.enum };
  if (only(schema, 'minItems') && schema.minItems === 1) return { field, is: 'hasRows' };
  for (const [is, keyword] of Object.entries(limits) as [keyof typeof limits, string][]) {
    const value = schema[keyword];
    if (only(schema, keyword) && typeof value === 'number') return { field, is, value };
  }
  const { not } = schema;
  if (!only(schema, 'not') || !isObject(not)) return null;
  if (only(not, 'const') && not.const !== undefined) return { field, is: 'notEquals', value: not.const };
  return only(not, 'enum') && isList(not.enum) ? { field, is: 'notOneOf', value: not.enum } : null;
}

function testsOf(schema: JsonObject, object: string): Test[] | null {
  if (isList(schema.allOf) && only(schema, 'allOf')) {
    const each = schema.allOf.map((one) => (isObject(one) ? testsOf(one, object) : null));
    return each.every((tests) => tests !== null) ? each.flat() : null;
  }
  if (!only(schema, 'properties', 'required', 'type') || !isObject(schema.properties)) return null;
  const required = isList(schema.required) ? schema.required : [];
  const found: Test[] = [];
  for (const [name, inner] of Object.entries(schema.properties)) {
    // without `required` an empty field would fit: another sentence than «is»
    if (!isObject(inner) || !required.includes(name)) return null;
    const tests = isObject(inner.properties)
      ? testsOf(inner, under(object, name))
      : [testOf(under(object, name), inner)];
    for (const test of tests ?? [null]) {
      if (!test) return null;
      found.push(test);
    }
  }
  return required.every((name) => typeof name === 'string' && name in objectOf(schema.properties))
    ? found
    : null;
}

/** The sentence that an `if` says; null where it says what no sentence can. */
export function read(schema: Json | undefined, object: string): Condition | null {
  if (!isObject(schema)) return null;
  if (isList(schema.anyOf) && only(schema, 'anyOf')) {
    const each = schema.anyOf.map((one) => (isObject(one) ? testsOf(one, object) : null));
    if (!each.every((tests) => tests?.length === 1)) return null;
    return { join: 'or', tests: each.flatMap((tests) => tests ?? []) };
  }
  const tests = testsOf(schema, object);
  return tests && tests.length > 0 ? { join: 'and', tests } : null;
}

/** The object above all of these fields: where a condition over them must stand. A row's fields stay in the row. */
export function commonObject(fields: readonly string[]): string {
  const paths = fields.map((field) => steps(field).slice(0, -1));
  const [first = [], ...rest] = paths;
  const length = rest.reduce((most, path) => {
    let n = 0;
    while (n < most && n < path.length && path[n] === first[n]) n += 1;
    return n;
  }, first.length);
  return first.slice(0, length).reduce<string>(under, '');
}
