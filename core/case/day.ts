import { Temporal } from 'temporal-polyfill';
import { sayDay } from '#core/expression/index.ts';
import type { Instant } from '#core/flow/types.ts';

/** The zone in which days of the law begin. */
const ZONE = 'Europe/Kyiv';

/** A zone's rules are slow to read, and change at full hours of UTC only: read once for an hour that is asked for again and again. */
let known = { hour: '', ahead: 0 };

/** The day (YYYY-MM-DD) of an instant, in Ukraine. @throws RangeError for what is no instant in UTC */
export function dayOf(instant: Instant): string {
  const hour = instant.slice(0, 13);
  if (known.hour !== hour) {
    const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE);
    known = { hour, ahead: zoned.offsetNanoseconds / 1_000_000 };
  }
  return new Date(Date.parse(instant) + known.ahead).toISOString().slice(0, 10);
}

/** The day of an instant, in Ukraine, as people write it in a language. @throws RangeError for what is no instant in UTC */
export const daySaid = (at: Instant, language: 'uk' | 'en'): string => sayDay(dayOf(at), language);

/** The full years from a birth date to a day not before it; null where it is no date. Who was born on 29 February is older on 1 March. */
export function ageOn(birthDate: string, day: string): number | null {
  if (!/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(birthDate)) return null;
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** How far durations move the instants of an hour, in milliseconds: one for all of them, and slow to work out by the calendar. */
const moves = new Map<string, number>();
const MOST_MOVES = 100;
const HOUR = 3_600_000;

function moveOf(instant: Instant, duration: string): number {
  const from = Temporal.Instant.from(instant);
  const to = from.toZonedDateTimeISO(ZONE).add(Temporal.Duration.from(duration));
  return to.epochMilliseconds - from.epochMilliseconds;
}

/**
 * An instant moved on (or back) by an ISO 8601 duration, by the calendar of Ukraine, to the millisecond.
 * @throws RangeError for what is no instant, or no duration
 */
export function plus(instant: Instant, duration: string): Instant {
  const at = Date.parse(instant);
  const key = `${Math.floor(at / HOUR)} ${duration}`;
  let by = moves.get(key);
  if (by === undefined) {
    by = moveOf(instant, duration);
    if (moves.size >= MOST_MOVES) moves.clear();
    moves.set(key, by);
  }
  // as Temporal writes an instant: no more decimals than there are
  return new Date(at + by).toISOString().replace(/\.?0+Z$/, 'Z');
}
