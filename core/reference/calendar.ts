import { Temporal } from 'temporal-polyfill';
import { servingOffice } from './closures.ts';
import { holidaysOf } from './holidays.ts';
import type { AgencyTimes, OfficeCalendar, RegimeTimes } from './times.ts';

const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** Of so many days it is remembered whether an office works on them: more than a case or a simulated decade asks of. */
const MOST_REMEMBERED = 5_000;

/** On which days an office works and on which terms stand still, by its own zone. Days are YYYY-MM-DD. */
export type OfficeDays = {
  zone: string;
  works: (day: string) => boolean;
  /** A regime in law suspends terms on this day: it counts for none, and none ends on it. */
  suspended: (day: string) => boolean;
};

const plain = (day: string): Temporal.PlainDate => Temporal.PlainDate.from(day);

function inWeek(calendar: OfficeCalendar, day: Temporal.PlainDate): boolean {
  const name = WEEK[day.dayOfWeek - 1];
  return name !== undefined && calendar.week[name] !== undefined;
}

/**
 * Days off that take the place of holidays which fell on days off: the next day that is neither (Labour Code, article 67).
 * An office with fewer than five days a week has its other days off by schedule: only Saturday and Sunday move for it.
 */
function movedInto(calendar: OfficeCalendar, year: number): ReadonlySet<string> {
  const dates = new Set([...holidaysOf(year - 1), ...holidaysOf(year)].map((h) => h.date));
  const fullWeek = WEEK.filter((name) => calendar.week[name] !== undefined).length >= 5;
  const moved = new Set<string>();
  for (const date of dates) {
    let day = plain(date);
    if (inWeek(calendar, day) || (!fullWeek && day.dayOfWeek < 6)) continue;
    // ten holidays in a row do not exist; a week without a working day does not pass the check of a definition
    for (let i = 0; i < 30; i++) {
      day = day.add({ days: 1 });
      const next = day.toString();
      if (!inWeek(calendar, day) || dates.has(next) || moved.has(next)) continue;
      moved.add(next);
      break;
    }
  }
  return moved;
}

/** Whether a day is a day off in law for an office with such a week: a holiday, or the day that one moved to. */
export function holidayCalendar(calendar: OfficeCalendar): (day: string) => boolean {
  const years = new Map<number, { holidays: ReadonlySet<string>; moved: ReadonlySet<string> }>();
  return (day) => {
    if (calendar.country === 'none') return false;
    const { year } = plain(day);
    let known = years.get(year);
    if (!known) {
      const holidays = new Set(holidaysOf(year).map((h) => h.date));
      known = { holidays, moved: movedInto(calendar, year) };
      years.set(year, known);
    }
    return known.holidays.has(day) || known.moved.has(day);
  };
}

/**
 * The days of an office of an agency, for a service. In this order: closures, single days of the calendar, the week, public
 * holidays unless a regime has them worked. While another office serves instead, that office's days count.
 */
export function officeDays(agency: AgencyTimes | undefined, office: string, service: string): OfficeDays {
  const regimes = (agency?.regimes ?? []).filter((r) => r.services?.includes(service) ?? true);
  const under = (day: string, which: (regime: RegimeTimes) => boolean | undefined): boolean =>
    regimes.some((r) => which(r) === true && r.from <= day && day <= (r.to ?? day));
  const calendars = new Map<string, (day: string) => boolean>();
  const asked = new Map<string, boolean>();
  const by = (id: string): OfficeCalendar | undefined =>
    agency?.offices.find((o) => o.id === id)?.calendar ?? agency?.calendar;
  const workedAt = (id: string): ((day: string) => boolean) => {
    const known = calendars.get(id);
    if (known) return known;
    const calendar = by(id);
    const single = new Map(calendar?.days?.map((d) => [d.date, d.works]));
    const off = calendar ? holidayCalendar(calendar) : () => false;
    const works = (day: string): boolean =>
      single.get(day) ??
      (calendar !== undefined &&
        inWeek(calendar, plain(day)) &&
        (under(day, (r) => r.holidaysWorked) || !off(day)));
    calendars.set(id, works);
    return works;
  };
  const works = (day: string): boolean => {
    const serving = servingOffice(agency, office, day);
    return serving !== undefined && workedAt(serving)(day);
  };
  return {
    zone: by(office)?.zone ?? 'Europe/Kyiv',
    works: (day) => {
      const known = asked.get(day) ?? works(day);
      if (asked.size < MOST_REMEMBERED) asked.set(day, known);
      return known;
    },
    suspended: (day) => under(day, (r) => r.termsSuspended),
  };
}
