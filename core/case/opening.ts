import type { Duration, Remind, Target } from '#core/definition/types.generated.ts';
import { flowOf } from '#core/flow/position.ts';
import type { Instant, JsonObject, Path } from '#core/flow/types.ts';
import { before, dueAt } from './due.ts';
import type { PartyData, PartyMeta } from './event.ts';
import { isTrue } from './feel.ts';
import type { Place } from './place.ts';
import type { ServiceRuntime } from './runtime.ts';
import type { Turn } from './turn.ts';
import type { Case } from './types.ts';

/** What opening a place needs of the walk, and notes in it. */
export type Opening = {
  readonly turn: Turn;
  readonly case: Case;
  names(flow: Path): JsonObject;
  readonly asks: { [path: Path]: JsonObject };
  readonly parties: { [key: string]: { meta: PartyMeta; data: PartyData } };
};

/** What entering a state comes to: a place where the case waits, or straight on. */
export type Opened = { place: Place } | { to: Target };

/** What every waiting place has. `visit` and effect ids are set when the move is said. */
export type Base = { path: Path; state: string; type: string; visit: number; since: string };

type At = { agency: string; office: string };

/** By when a state must be left, by the calendar of an office. */
export function dueIn(walk: Opening, at: At, state: { due?: Duration }): string | undefined {
  return state.due === undefined ? undefined : dueAt(walk.turn.service, at, walk.turn.now, state.due);
}

/** A place with its deadline and reminders (those that would lie in the past are left out). */
export function withDue(
  walk: Opening,
  place: Place,
  due: string | undefined,
  reminders: Remind[] | undefined,
): Place {
  if (due === undefined) return place;
  const { service, now } = walk.turn;
  return { ...place, due, ...remindersAhead(service, walk.case.office, due, now, reminders) };
}

/** The reminders of a deadline that are still to come, by their ordinal. */
export function remindersAhead(
  service: ServiceRuntime,
  at: At,
  due: Instant,
  now: Instant,
  reminders: readonly Remind[] = [],
): { remind?: { [n: string]: Instant } } {
  const ahead = reminders
    .map((one, n): [string, Instant] => [String(n), before(service, at, due, one.before)])
    .filter(([, falls]) => falls > now);
  return ahead.length > 0 ? { remind: Object.fromEntries(ahead) } : {};
}

/** Whether the state may be skipped by one of its exemptions. */
export function exempted(walk: Opening, path: Path, exempt: { when: string }[]): boolean {
  return exempt.some((e) => isTrue(walk.turn.service, e.when, walk.names(flowOf(path)), path));
}
