import {
  dereference,
  type OutputUnit,
  type Schema as ValidatorSchema,
  validate,
} from '@cfworker/json-schema';
import { formats } from './formats.ts';
import { under } from './pointer.ts';
import type { Pointer, Schema } from './types.ts';

/** One breach of a schema: where in the data, which keyword, and for `required` the missing property is in the pointer. */
export type Breach = { readonly pointer: Pointer; readonly keyword: string; readonly schemaPath: string };

type Prepared = { readonly schema: ValidatorSchema; readonly lookup: ReturnType<typeof dereference> };

const byObject = new WeakMap<object, WeakMap<object, Prepared>>();

/** The validator marks the schema it is given, so it gets a copy; `$defs` of the root come along. */
function prepare(schema: Schema, root: Schema): Prepared {
  const ofRoot = byObject.get(root) ?? new WeakMap<object, Prepared>();
  byObject.set(root, ofRoot);
  const kept = ofRoot.get(schema);
  if (kept) return kept;
  // a part that stands in two places carries its $id twice, which the validator takes for a collision
  const copy = JSON.parse(JSON.stringify(schema), (name, value) =>
    name === '$id' && typeof value === 'string' ? undefined : value,
  ) as ValidatorSchema;
  if (schema !== root && root.$defs) copy.$defs = { ...(root.$defs as object), ...copy.$defs };
  const prepared = { schema: copy, lookup: dereference(copy) };
  ofRoot.set(schema, prepared);
  return prepared;
}

function run(schema: Schema, root: Schema, data: unknown, short: boolean) {
  formats();
  const { schema: prepared, lookup } = prepare(schema, root);
  return validate(data, prepared, '2020-12', lookup, short);
}

/** True when the data fit the schema (draft 2020-12, with Kladka's formats). */
export function fits(schema: Schema | boolean, root: Schema, data: unknown): boolean {
  if (typeof schema === 'boolean') return schema;
  // a group in which nothing was entered yet is an empty one
  return run(schema, root, data === undefined ? {} : data, true).valid;
}

/** Keywords that only repeat what their inside says. */
const structural = new Set([
  'properties',
  'patternProperties',
  'items',
  'prefixItems',
  'allOf',
  'anyOf',
  'if',
  '$ref',
  'dependentSchemas',
  'propertyNames',
]);

function located(unit: OutputUnit): Breach | null {
  if (structural.has(unit.keyword)) return null;
  let pointer = unit.instanceLocation.slice(1);
  if (/^(required|dependentRequired)$/.test(unit.keyword)) {
    const name = [...unit.error.matchAll(/"([^"]+)"/g)].at(-1)?.[1];
    if (name) pointer = under(pointer, name);
  }
  return { pointer: decodeURI(pointer), keyword: unit.keyword, schemaPath: unit.keywordLocation };
}

/** Everything in which the data do not fit the schema, each place and keyword once. */
export function breaches(schema: Schema, root: Schema, data: unknown): Breach[] {
  const seen = new Map<string, Breach>();
  for (const unit of run(schema, root, data, false).errors) {
    const breach = located(unit);
    if (breach) seen.set(`${breach.pointer} ${breach.keyword}`, breach);
  }
  return [...seen.values()];
}
