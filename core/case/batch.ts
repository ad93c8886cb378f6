import type { State } from '#core/definition/types.generated.ts';
import type { Place } from './place.ts';

/** More places than this are never opened by one command. */
export const MOST_PLACES = 25;
/** Of the hundred writes that one transaction of the store takes, so many may go to what is opened; the rest go to the case. */
const MOST_WRITES = 75;

/** What a state of an item writes when it is entered: its task or party, its term, its reminders; groups what is inside. */
function writes(state: State | undefined): number {
  if (state === undefined || state.type === 'end') return 0;
  const own = 1 + ('due' in state ? 1 : 0);
  const reminders = 'remind' in state ? (state.remind?.length ?? 0) : 0;
  const inside =
    state.type === 'parallel'
      ? Object.values(state.branches).reduce((sum, flow) => sum + writes(flow.states[flow.initial]), 0)
      : 0;
  return own + reminders + inside;
}

/** How many items of an `each` one command opens: at least one. */
export function batchOf(state: Extract<State, { type: 'each' }>): number {
  const item = Math.max(1, writes(state.flow.states[state.flow.initial]));
  return Math.max(1, Math.min(MOST_PLACES, Math.floor(MOST_WRITES / item)));
}

/** Whether a command that opens these places can open another item: what lies in a list in a list is known only then. */
export function hasRoom(opened: Iterable<Place>): boolean {
  let sum = 0;
  for (const { due, remind } of opened)
    sum += 1 + (due === undefined ? 0 : 1) + Object.keys(remind ?? {}).length;
  return sum < MOST_WRITES;
}
