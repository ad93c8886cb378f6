import type { Json, JsonObject } from './types.ts';

type Schema = { [keyword: string]: unknown };

/**
 * Completes data for FEEL from their schema: objects present, lists empty, any other absent value null, so that an expression
 * never meets an unknown name. Looks into `$ref` (local), `allOf`, `anyOf`, `oneOf`, `then` and `else`: what any of them may hold.
 */
export function filled(schema: unknown, data: Json | undefined, root: unknown = schema): Json {
  const shapes = shapesOf(schema, root, 0);
  return fill(shapes, data, root, 0);
}

/** `filled` for an object. */
export function filledObject(schema: unknown, data: JsonObject | undefined): JsonObject {
  const value = filled(schema, data ?? {});
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {};
}

const DEEPEST = 20;

function fill(shapes: Schema[], data: Json | undefined, root: unknown, depth: number): Json {
  if (depth > DEEPEST) return data ?? null;
  const types = shapes.flatMap((s) => (Array.isArray(s.type) ? s.type : [s.type]));
  if (Array.isArray(data)) {
    const items = shapes.flatMap((s) => shapesOf(s.items, root, 0));
    return data.map((item) => fill(items, item, root, depth + 1));
  }
  if (data === undefined || data === null) {
    if (types.includes('array') || shapes.some((s) => s.items !== undefined)) return [];
    if (!types.includes('object') && !shapes.some((s) => s.properties !== undefined)) return null;
  }
  if (data !== undefined && data !== null && typeof data !== 'object') return data;
  const result: JsonObject = { ...(data ?? {}) };
  for (const name of new Set(shapes.flatMap((s) => Object.keys(asSchema(s.properties))))) {
    const inner = shapes.flatMap((s) => shapesOf(asSchema(s.properties)[name], root, 0));
    result[name] = fill(inner, result[name], root, depth + 1);
  }
  return result;
}

/** The schema and all that it may add, flat. */
function shapesOf(schema: unknown, root: unknown, depth: number): Schema[] {
  const here = asSchema(schema);
  if (depth > DEEPEST || Object.keys(here).length === 0) return [];
  const found = [here];
  const also = (s: unknown) => found.push(...shapesOf(s, root, depth + 1));
  if (typeof here.$ref === 'string') also(resolved(here.$ref, root));
  for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
    const list = here[keyword];
    if (Array.isArray(list)) for (const s of list) also(s);
  }
  also(here.then);
  also(here.else);
  return found;
}

function resolved(ref: string, root: unknown): unknown {
  if (!ref.startsWith('#')) return undefined;
  let at: unknown = root;
  for (const part of ref.split('/').slice(1)) {
    const key = decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
    at = asSchema(at)[key];
  }
  return at;
}

function asSchema(value: unknown): Schema {
  return value !== null && typeof value === 'object' ? (value as Schema) : {};
}
