import type { State } from '#core/definition/types.ts';
import { nameOf } from '#core/flow/position.ts';
import { isAsk } from '#core/flow/states.ts';
import type { Instant, JsonObject, Path } from '#core/flow/types.ts';
import { drawnFrom } from '../draws.ts';
import { dueAt } from '../due.ts';
import { officeOf } from '../office.ts';
import { openFields } from '../open.ts';
import { remindersAhead } from '../opening.ts';
import type { Place, TaskPlace } from '../place.ts';
import type { ServiceRuntime } from '../runtime.ts';
import type { Case } from '../types.ts';
import type { Renaming } from './renaming.ts';

/** What carrying a place leans on. `names`: what expressions of the new version see there. */
export type Carrying = {
  to: ServiceRuntime;
  /** As the new version has it, its places still to come. */
  kase: Case;
  renaming: Renaming;
  now: Instant;
  names: JsonObject;
};

/**
 * A place as the new version has it: who has it, since when and by when stay; its reminders are those of the new version.
 * A deadline that the earlier version did not know begins now.
 */
export function carriedPlace(given: Carrying, place: Place, path: Path, old: State, state: State): Place {
  const { remind: _, ...rest } = place;
  const common = { ...rest, path, state: nameOf(path) } as Place;
  const due = place.due ?? newDue(given, place, state);
  const remind = due === undefined || place.overdue ? {} : remindersOf(given, due, state);
  const carried = { ...common, ...(due === undefined ? {} : { due }), ...remind };
  switch (carried.kind) {
    case 'task':
      return carriedTask(given, carried, old, state);
    case 'party': {
      if (state.type !== 'party') return carried;
      const { to, kase, renaming } = given;
      return { ...carried, party: renaming.path(carried.party), open: openFields(to, kase, state) };
    }
    case 'ask':
      return 'as' in state && state.as !== undefined ? { ...carried, as: state.as } : carried;
    default:
      return carried;
  }
}

function carriedTask(
  { to, renaming, names, now }: Carrying,
  place: TaskPlace,
  old: State,
  state: State,
): TaskPlace {
  if (old.type !== 'task' || state.type !== 'task') return place;
  const { raisedTo, claimedBy, consults, draw, ...task } = place;
  const { assign = 'claim' } = state;
  const raise = state.overdue?.raise;
  const common = {
    ...task,
    assign,
    ...(raisedTo === undefined || raise === undefined ? {} : { raisedTo: raise }),
    ...(consults === undefined ? {} : { consults: consultsOf(consults, renaming) }),
  };
  const free = drawnFrom(assign, draw ?? now);
  if (old.role === state.role) return { ...common, ...(claimedBy === undefined ? free : { claimedBy }) };
  // another role: its own office, and whoever of it takes the task
  return { ...common, ...officeOf(to, state.role, names, place.path), role: state.role, ...free };
}

const consultsOf = (consults: NonNullable<TaskPlace['consults']>, renaming: Renaming) =>
  Object.fromEntries(
    Object.entries(consults).map(([id, consult]) => [
      id,
      { ...consult, fields: consult.fields.map((field) => renaming.pointer(field)) },
    ]),
  );

/** A deadline that the new version sets where nothing ran. */
function newDue({ to, kase, now }: Carrying, place: Place, state: State): Instant | undefined {
  const own = 'due' in state ? state.due : undefined;
  const length =
    own ?? (place.kind === 'ask' && isAsk(state) ? to.live.connectors[place.connector]?.due : undefined);
  if (length === undefined) return undefined;
  return dueAt(to, place.kind === 'task' ? place : kase.office, now, length);
}

/** The reminders of the new version that are still to come. */
const remindersOf = ({ to, kase, now }: Carrying, due: Instant, state: State) =>
  remindersAhead(to, kase.office, due, now, 'remind' in state ? state.remind : undefined);
