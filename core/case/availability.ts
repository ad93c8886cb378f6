import type { Instant } from '#core/flow/types.ts';
import { isDay } from '#core/reference/identifiers.ts';

type Availability = {
  readonly opens?: string;
  readonly closes?: string;
  readonly suspended?: { readonly since: string };
};

/** Why applications are not taken now: `at` is the day or instant that the service names. */
export type Closed = { is: 'suspended' } | { is: 'notYet' | 'over'; at: string };

/** An instant, and its day (YYYY-MM-DD) in Ukraine. */
export type Now = { instant: Instant; day: string };

const isBefore = (now: Now, at: string): boolean =>
  isDay(at) ? now.day < at : Date.parse(now.instant) < Date.parse(at);
const isAfter = (now: Now, at: string): boolean =>
  isDay(at) ? now.day > at : Date.parse(now.instant) > Date.parse(at);

/** Whether applications are taken: days are whole days in Ukraine, instants are meant to the second. Null where they are. */
export function closed({ suspended, opens, closes }: Availability = {}, now: Now): Closed | null {
  if (suspended && !isBefore(now, suspended.since)) return { is: 'suspended' };
  if (opens !== undefined && isBefore(now, opens)) return { is: 'notYet', at: opens };
  return closes !== undefined && isAfter(now, closes) ? { is: 'over', at: closes } : null;
}
