import { isRecord } from '#core/expression/record.ts';
import { type Outline, outline } from './outline.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/**
 * Data completed for FEEL from their schema, so that an expression never meets an unknown name: objects present, lists
 * empty, every other absent value null (docs/format.md, "Expressions"). What is of another shape than the schema says
 * counts as absent; fields of branches that do not show are there too.
 */
export function filled(schema: unknown, data: unknown): Json {
  return fill(outline(schema), data);
}

/** `filled` for a schema of an object. */
export function filledObject(schema: unknown, data: unknown): { [key: string]: Json } {
  const value = filled(schema, data ?? {});
  return isRecord(value) ? (value as { [key: string]: Json }) : {};
}

function fill({ shape, properties, items }: Outline, data: unknown): Json {
  if (shape === 'object') {
    const full: { [name: string]: unknown } = isRecord(data) ? { ...data } : {};
    for (const [name, inner] of properties) full[name] = fill(inner, full[name]);
    return full as Json;
  }
  if (shape === 'list') return Array.isArray(data) ? data.map((row) => fill(items, row)) : [];
  return (data ?? null) as Json;
}
