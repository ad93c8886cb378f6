import { Temporal } from 'temporal-polyfill';
import type { Instant } from './types.ts';

/**
 * What counting of terms must know of an office: its zone, on which days (YYYY-MM-DD) it works, and on which the law
 * suspends terms: those count for no term, and none ends on them.
 */
export type WorkDays = {
  zone: string;
  works: (day: string) => boolean;
  suspended?: (day: string) => boolean;
};
/** ISO 8601 (calendar days), working days, calendar days or hours by the clock. */
export type Length = string | { workingDays: number } | { days: number } | { hours: number };

/** No calendar has a longer run of days off than this; then counting stops with an error. */
const LONGEST_BREAK = 400;
const NEVER_WORKS = 'the calendar has no working day in a year';
/** Days that a suspension may last before its end counts as unknown. */
const LONGEST_SUSPENSION = 4000;

function dayIn(zone: string, instant: Instant): Temporal.PlainDate {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate();
}

/** The last second of a day. */
function endOf(day: Temporal.PlainDate, zone: string): Instant {
  return day.add({ days: 1 }).toZonedDateTime(zone).toInstant().subtract({ seconds: 1 }).toString();
}

/** The day itself where terms run on it, else the first on which they do. */
function running(day: Temporal.PlainDate, { suspended }: WorkDays): Temporal.PlainDate {
  let here = day;
  for (let i = 0; suspended?.(here.toString()); i++) {
    if (i > LONGEST_SUSPENSION)
      throw new RangeError('terms are suspended and no end of that is known: give the regime its “to”');
    here = here.add({ days: 1 });
  }
  return here;
}

const nextDay = (day: Temporal.PlainDate, office: WorkDays): Temporal.PlainDate =>
  running(day.add({ days: 1 }), office);

function rolled(day: Temporal.PlainDate, office: WorkDays): Temporal.PlainDate {
  let here = running(day, office);
  for (let i = 0; !office.works(here.toString()); i++) {
    if (i > LONGEST_BREAK) throw new RangeError(NEVER_WORKS);
    here = nextDay(here, office);
  }
  return here;
}

function worked(day: Temporal.PlainDate, count: number, office: WorkDays): Temporal.PlainDate {
  let here = day;
  let off = 0;
  for (let left = count; left > 0; ) {
    here = nextDay(here, office);
    if (office.works(here.toString())) {
      left--;
      off = 0;
    } else if (++off > LONGEST_BREAK) throw new RangeError(NEVER_WORKS);
  }
  return here;
}

/** So many days after a day, those on which terms are suspended not counted. */
function daysAfter(day: Temporal.PlainDate, count: number, office: WorkDays): Temporal.PlainDate {
  if (office.suspended === undefined) return day.add({ days: count });
  let here = day;
  for (let left = count; left > 0; left--) here = nextDay(here, office);
  return here;
}

/** So many milliseconds later by the clock, which stands still while terms are suspended. */
function clockAfter(from: Instant, milliseconds: number, office: WorkDays): Instant {
  let here = Temporal.Instant.from(from);
  let left = milliseconds;
  for (;;) {
    const day = here.toZonedDateTimeISO(office.zone).toPlainDate();
    const runs = running(day, office);
    if (!runs.equals(day)) here = runs.toZonedDateTime(office.zone).toInstant();
    const midnight = runs.add({ days: 1 }).toZonedDateTime(office.zone).toInstant();
    const today = midnight.epochMilliseconds - here.epochMilliseconds;
    if (left < today || office.suspended === undefined) return here.add({ milliseconds: left }).toString();
    left -= today;
    here = midnight;
  }
}

/** The end of a term that is counted in days, from the day after it begins. */
function endByDays(from: Instant, length: Exclude<Length, { hours: number }>, office: WorkDays): Instant {
  const start = dayIn(office.zone, from);
  if (typeof length !== 'string' && 'workingDays' in length)
    return endOf(worked(start, length.workingDays, office), office.zone);
  const days =
    typeof length === 'string' ? start.until(start.add(Temporal.Duration.from(length))).days : length.days;
  return endOf(rolled(daysAfter(start, days, office), office), office.zone);
}

/** No day of any zone begins within a quarter of an hour: what is counted in days ends alike for all its instants. In milliseconds. */
const QUARTER = 900_000;
const MOST_ENDS = 1000;
/** Ends that were counted before, by office: each costs a walk through its calendar. */
const ends = new WeakMap<WorkDays, Map<string, Instant>>();

/**
 * When a term ends that begins at an instant. Counting starts the day after; a last day off rolls on to the next working day;
 * it ends with the day. Hours, and ISO durations with a time part, go by the clock. Suspended days count for nothing.
 * @throws RangeError where the calendar has no working day in a year, or a suspension has no known end
 */
export function termEnd(from: Instant, length: Length, office: WorkDays): Instant {
  if (typeof length === 'string' && length.includes('T')) {
    const zoned = Temporal.Instant.from(from).toZonedDateTimeISO(office.zone);
    const end = zoned.add(Temporal.Duration.from(length));
    return clockAfter(from, zoned.until(end).total('milliseconds'), office);
  }
  if (typeof length !== 'string' && 'hours' in length)
    return clockAfter(from, length.hours * 3_600_000, office);
  const known = ends.get(office) ?? new Map<string, Instant>();
  ends.set(office, known);
  const key = `${Math.floor(Date.parse(from) / QUARTER)} ${JSON.stringify(length)}`;
  let end = known.get(key);
  if (end === undefined) {
    end = endByDays(from, length, office);
    if (known.size >= MOST_ENDS) known.clear();
    known.set(key, end);
  }
  return end;
}

/**
 * The instant so long before a deadline (never rolled): for reminders.
 * @throws RangeError where the calendar has no working day in a year
 */
export function beforeEnd(due: Instant, length: Length, office: WorkDays): Instant {
  const zoned = Temporal.Instant.from(due).toZonedDateTimeISO(office.zone);
  if (typeof length === 'string')
    return zoned.subtract(Temporal.Duration.from(length)).toInstant().toString();
  if ('hours' in length) return zoned.subtract({ hours: length.hours }).toInstant().toString();
  if ('days' in length) return zoned.subtract({ days: length.days }).toInstant().toString();
  let here = zoned;
  let off = 0;
  for (let left = length.workingDays; left > 0; ) {
    here = here.subtract({ days: 1 });
    if (office.works(here.toPlainDate().toString())) {
      left--;
      off = 0;
    } else if (++off > LONGEST_BREAK) throw new RangeError(NEVER_WORKS);
  }
  return here.toInstant().toString();
}

/** How much of a term is left at an instant, in its own unit (whole days; hours with their fraction). Never below 0. */
export function leftOf(now: Instant, due: Instant, unit: Length, office: WorkDays): number {
  if (typeof unit !== 'string' && 'hours' in unit)
    return Math.max(0, Temporal.Instant.from(now).until(due).total('hours'));
  let here = dayIn(office.zone, now);
  const last = dayIn(office.zone, due);
  const counts = typeof unit !== 'string' && 'workingDays' in unit;
  let left = 0;
  while (Temporal.PlainDate.compare(here, last) < 0) {
    here = here.add({ days: 1 });
    const day = here.toString();
    if (!office.suspended?.(day) && (!counts || office.works(day))) left++;
  }
  return left;
}

/** The end of a term of which so much is left at an instant. With nothing left it ends with that day. */
export function goesOnUntil(now: Instant, left: number, unit: Length, office: WorkDays): Instant {
  if (typeof unit !== 'string' && 'hours' in unit)
    return clockAfter(now, Math.round(left * 3600) * 1000, office);
  if (left === 0) return endOf(rolled(dayIn(office.zone, now), office), office.zone);
  const counts = typeof unit !== 'string' && 'workingDays' in unit;
  return termEnd(now, counts ? { workingDays: left } : { days: left }, office);
}

/** An instant, or the end of a day (YYYY-MM-DD), as an instant; null for anything else. */
export function instantFrom(value: unknown, office: WorkDays): Instant | null {
  if (typeof value !== 'string') return null;
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return endOf(Temporal.PlainDate.from(value), office.zone);
    return Temporal.Instant.from(value).toString();
  } catch {
    return null;
  }
}
