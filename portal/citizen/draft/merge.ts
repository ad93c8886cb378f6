import { withValue } from '#core/form/pointer.ts';

/** What was entered. */
export type Data = Record<string, unknown>;

/** A part of a draft that was changed here and elsewhere, differently. */
export interface Conflict {
  /** Name of the part: a top field of the form. */
  readonly part: string;
  readonly mine: unknown;
  readonly theirs: unknown;
}

/** Equality of JSON values; the order of names does not matter, absent equals undefined. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = a as Data;
  const right = b as Data;
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((name) =>
    same(left[name], right[name]),
  );
}

/**
 * Two changes of one draft, part by part (parts are the top fields): what changed on one side only is taken
 * from there; what changed on both sides to different values is a conflict, and holds mine until it is chosen.
 */
export function merge(base: Data, mine: Data, theirs: Data): { merged: Data; conflicts: Conflict[] } {
  let merged: Data = {};
  const conflicts: Conflict[] = [];
  for (const part of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    const [was, here, there] = [base[part], mine[part], theirs[part]];
    let value = here;
    if (same(was, here)) value = there;
    else if (!same(was, there) && !same(here, there)) conflicts.push({ part, mine: here, theirs: there });
    if (value !== undefined) merged = { ...merged, [part]: value };
  }
  return { merged, conflicts };
}

/** Lays the choices over the merged draft. */
export function settle(merged: Data, choices: ReadonlyMap<string, unknown>): Data {
  let settled = merged;
  for (const [part, value] of choices) settled = withValue(settled, `/${part}`, value);
  return settled;
}
