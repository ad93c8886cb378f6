import type { CaseEvent } from '../event.ts';

/** An event as some version stored it. */
export type Stored = { type: string; v: number; [field: string]: unknown };

/** Lifts an event of one type by one version. Pure; never touches `hash`: the chain is checked on what was stored. */
export type Lift = (event: Stored) => Omit<Stored, 'v'>;

/** By type and the version that is lifted: `submitted@1` makes a version 2 of a `submitted` of version 1. */
export type Lifts = { readonly [typeAndVersion: string]: Lift };

/**
 * The event in its newest shape: one lift after the other, as far as there are any for its type; version 1 for a type that
 * was never changed.
 * @throws Error for a version newer than the lifts know (an older release must not guess), and where one is missing
 */
export function liftedBy(lifts: Lifts, event: CaseEvent): CaseEvent {
  let stored: Stored = { ...event };
  const goal = newestOf(lifts, stored.type);
  if (stored.v > goal) throw new Error(`${stored.type} of version ${stored.v} is newer than ${goal}`);
  while (stored.v < goal) {
    const lift = lifts[`${stored.type}@${stored.v}`];
    if (!lift) throw new Error(`nothing lifts ${stored.type} of version ${stored.v}`);
    const { type, v } = stored;
    stored = { ...lift(stored), type, v: v + 1 };
  }
  return stored as CaseEvent;
}

/** The newest version of a type: one more than the last that is lifted. */
function newestOf(lifts: Lifts, type: string): number {
  const lifted = Object.keys(lifts)
    .map((key) => key.split('@'))
    .filter(([of]) => of === type)
    .map(([, version]) => Number(version));
  return Math.max(0, ...lifted) + 1;
}
