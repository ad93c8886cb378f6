import { isRecord } from '#core/expression/record.ts';
import { segments } from './place.ts';
import type { JsonSchema, Library, Part } from './types.ts';

/** A part that a schema refers to: where in the data, and what came along. */
export type Found = { pointer: string; part: Part };

/** What keeps a $ref from being resolved. */
export class PartError extends Error {
  readonly code: 'unknownPart' | 'circularPart';
  readonly part: string;
  constructor(code: 'unknownPart' | 'circularPart', part: string) {
    super(`${code}: ${part}`);
    this.name = 'PartError';
    this.code = code;
    this.part = part;
  }
}

const same = new Set([
  'if',
  'then',
  'else',
  'not',
  'contains',
  'unevaluatedProperties',
  'additionalProperties',
]);
const sameEach = new Set(['allOf', 'anyOf', 'oneOf']);

/** The part that a $ref names: `../../parts/<name>/schema.json`, from a part `../<name>/schema.json`. */
export const partNamed = (ref: string): string | undefined =>
  /(?:^|\/)([A-Za-z0-9-]+)\/schema\.json$/.exec(
    ref.replace(/^https:\/\/kladka\.example\/parts\/([A-Za-z0-9-]+)$/, '$1/schema.json'),
  )?.[1];

/**
 * A schema with every $ref to a part replaced by the part; `found` gets each, outer ones first. References inside the schema (#/…) stay.
 * @throws PartError
 */
export function inline(
  schema: unknown,
  library: Pick<Library, 'parts'>,
  found: Found[],
  pointer = '',
  trail: readonly string[] = [],
): unknown {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return schema;
  const { $ref, ...rest } = schema as JsonSchema;
  const go = (value: unknown, at: string, names = trail) => inline(value, library, found, at, names);
  const out: Record<string, unknown> = {};
  if (typeof $ref === 'string' && !$ref.startsWith('#')) {
    const name = partNamed($ref) ?? $ref;
    const part = Object.hasOwn(library.parts, name) ? library.parts[name] : undefined;
    if (!part) throw new PartError('unknownPart', name);
    if (trail.includes(name)) throw new PartError('circularPart', name);
    found.push({ pointer, part });
    const { $id: _id, $schema: _schema, ...body } = part.schema;
    Object.assign(out, go(body, pointer, [...trail, name]));
  } else if ($ref !== undefined) out.$ref = $ref;
  for (const [key, value] of Object.entries(rest)) {
    if (key === 'properties' || key === 'dependentSchemas' || key === '$defs')
      out[key] = mapValues(value, (v, k) =>
        go(v, key === 'properties' ? `${pointer}/${escaped(k)}` : pointer),
      );
    else if (key === 'items') out[key] = go(value, `${pointer}/*`);
    else if (sameEach.has(key) && Array.isArray(value)) out[key] = value.map((v) => go(v, pointer));
    else out[key] = same.has(key) ? go(value, pointer) : value;
  }
  return out;
}

const escaped = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');

function mapValues(value: unknown, map: (value: unknown, key: string) => unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, map(v, k)]));
}

/** `over` upon `under`: objects are merged, anything else is replaced. */
export function merged(under: unknown, over: unknown): unknown {
  if (!isRecord(under) || !isRecord(over)) return over === undefined ? under : over;
  const out: Record<string, unknown> = { ...under };
  for (const [key, value] of Object.entries(over))
    out[key] = key in under ? merged(under[key], value) : value;
  return out;
}

/** The ui of a part at the place of its data: rows stand under `items`. */
export function uiAt(pointer: string, ui: unknown): unknown {
  return segments(pointer).reduceRight<unknown>(
    (inner, step) => ({ [step === '*' ? 'items' : step]: inner }),
    ui,
  );
}
