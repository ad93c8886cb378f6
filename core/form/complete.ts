import { evaluated, seen } from './expressions.ts';
import { schemaAt } from './flatten.ts';
import { valueAt, withValue } from './pointer.ts';
import { settled } from './resolve-fields.ts';
import type { Entered, FormDefinition, Names } from './types.ts';

/** Computed values may lean on each other: so many rounds until nothing changes. */
const ROUNDS = 10;

/**
 * What is really sent: without what does not show and what is blank, with every computed value computed anew
 * (what was entered there is thrown away). Throws ExpressionError for an expression that is broken.
 */
export function complete(form: FormDefinition, data: Entered, names: Names): Record<string, unknown> {
  let { flat, kept: now } = settled(form.schema, data);
  const computed = Object.entries(form.computed ?? {});
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = now;
    for (const [pointer, source] of computed) {
      if (!schemaAt(flat, pointer)) continue;
      const value = evaluated(source, seen(form, withValue(now, pointer, undefined), names));
      if (!alike(valueAt(now, pointer), value)) now = withValue(now, pointer, value ?? undefined);
    }
    if (now === before) break;
    ({ flat, kept: now } = settled(form.schema, now));
  }
  return now as Record<string, unknown>;
}

const alike = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
