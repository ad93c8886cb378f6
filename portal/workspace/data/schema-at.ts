import type { Schema } from '#core/form/types.ts';

const LIMIT = 12;

function list(value: unknown): Schema[] {
  return Array.isArray(value) ? (value as Schema[]) : [];
}

function local(root: Schema, shape: Schema): Schema | undefined {
  const at = shape.$ref;
  if (typeof at !== 'string' || !at.startsWith('#/$defs/')) return undefined;
  return (root.$defs as Record<string, Schema> | undefined)?.[at.slice('#/$defs/'.length)];
}

/** The parts of a schema that may add properties: itself, what it refers to, every branch of its conditions. */
function parts(root: Schema, shape: Schema, depth = 0): Schema[] {
  if (depth > LIMIT) return [];
  const inner = [
    local(root, shape),
    shape.then as Schema | undefined,
    shape.else as Schema | undefined,
    ...list(shape.allOf),
    ...list(shape.anyOf),
    ...list(shape.oneOf),
  ];
  return [shape, ...inner.filter((one) => one !== undefined).flatMap((one) => parts(root, one, depth + 1))];
}

/** The names of an object's properties in the order in which the schema states them, conditional ones last. */
export function namesOf(root: Schema, shape: Schema | undefined): string[] {
  if (!shape) return [];
  return [...new Set(parts(root, shape).flatMap((part) => Object.keys(part.properties ?? {})))];
}

/**
 * The schema one step inwards (a property's name, an index of a list), whatever condition states it: data of a
 * case are shown as they were accepted, and what an officer may not see must not change how the rest is read.
 */
export function stepInto(root: Schema, shape: Schema | undefined, step: string): Schema | undefined {
  if (!shape) return undefined;
  let found: Schema | undefined;
  for (const part of parts(root, shape)) {
    const next = part.properties?.[step] ?? (/^(\d+|\*)$/.test(step) ? part.items : undefined);
    if (typeof next === 'object') found = found ? { ...found, ...next } : next;
  }
  const named = found && local(root, found);
  return named ? { ...named, ...found } : found;
}
