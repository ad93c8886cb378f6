import type { CaseEvent } from '../event.ts';

/** An event as some version stored it. */
type Stored = { type: string; v: number; [field: string]: unknown };
/** Lifts an event of one type by one version. Pure; never touches `hash`: the chain is checked on what was stored. */
type Lift = (event: Stored) => Stored;

/** By type and the version that is lifted: `submitted@1` makes a version 2 of a `submitted` of version 1. Never edited, only added to. */
const lifts: { [typeAndVersion: string]: Lift } = {};

/** The newest version of every type that was ever changed; 1 for the others. */
const newest: { [type: string]: number } = {};

/** Every old shape that is still lifted, as `type@version`: each stands in `test/corpus/` for ever. */
export const oldShapes: readonly string[] = Object.keys(lifts);

/** The event in its newest shape. @throws Error for a version newer than this code knows: an older release must not guess. */
export function lifted(event: CaseEvent): CaseEvent {
  let stored: Stored = { ...event };
  const goal = newest[stored.type] ?? 1;
  if (stored.v > goal) throw new Error(`${stored.type} of version ${stored.v} is newer than ${goal}`);
  while (stored.v < goal) {
    const lift = lifts[`${stored.type}@${stored.v}`];
    if (!lift) throw new Error(`nothing lifts ${stored.type} of version ${stored.v}`);
    stored = lift(stored);
  }
  return stored as CaseEvent;
}
