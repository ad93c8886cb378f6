import { Temporal } from 'temporal-polyfill';
import type { Instant } from '#core/flow/types.ts';

/** The zone in which days of the law begin. */
const ZONE = 'Europe/Kyiv';

/** One command asks for the day of one instant again and again, and a zone's rules are slow to read. */
let last = { instant: '', day: '' };

/** The day (YYYY-MM-DD) of an instant, in Ukraine. */
export function dayOf(instant: Instant): string {
  if (last.instant !== instant) last = { instant, day: readDay(instant) };
  return last.day;
}

function readDay(instant: Instant): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE).toPlainDate().toString();
}

/** The full years from a birth date to a day; null where it is no date. */
export function ageOn(birthDate: string, day: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(birthDate)) return null;
  return Temporal.PlainDate.from(birthDate).until(day, { largestUnit: 'year' }).years;
}

/** An instant moved on (or back) by an ISO 8601 duration, by the calendar of Ukraine. */
export function plus(instant: Instant, duration: string): Instant {
  const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE);
  return zoned.add(Temporal.Duration.from(duration)).toInstant().toString();
}
