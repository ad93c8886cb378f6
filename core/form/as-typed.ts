import { isRecord } from '#core/expression/record.ts';
import { valueAt, withValue } from './pointer.ts';
import type { Entered, FormDefinition } from './types.ts';

function overlaid(kept: unknown, typed: unknown): unknown {
  if (typeof kept === 'string') return typeof typed === 'string' ? typed : kept;
  if (Array.isArray(kept)) return Array.isArray(typed) ? kept.map((row, n) => overlaid(row, typed[n])) : kept;
  if (!isRecord(kept) || !isRecord(typed)) return kept;
  return Object.fromEntries(
    Object.entries(kept).map(([name, value]) => [name, overlaid(value, typed[name])]),
  );
}

/**
 * What a form is drawn with while someone writes: what is kept of it (`completed`), but texts as they are typed. A blank at the
 * end of a text is not kept, and whoever types it is in the middle of a name. Computed values are those of `completed`.
 */
export function asTyped(form: FormDefinition, completed: Entered, typed: Entered): Record<string, unknown> {
  return Object.keys(form.computed ?? {}).reduce<Record<string, unknown>>(
    (all, pointer) => withValue(all, pointer, valueAt(completed, pointer)) as Record<string, unknown>,
    overlaid(completed, typed) as Record<string, unknown>,
  );
}
