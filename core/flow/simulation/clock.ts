import { Temporal } from 'temporal-polyfill';
import type { Agency, Hours } from '#core/definition/types.ts';
import { officeDays } from '#core/reference/calendar.ts';
import { isDay } from '#core/reference/identifiers.ts';
import { goesOnUntil, type Length, leftOf, termEnd, type WorkDays } from '../terms.ts';

const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
/** Hours of a day of which nothing is known. */
const USUAL: Hours = { from: '09:00', to: '18:00' };
/** No office is closed for longer than this (days); then looking for its hours stops with an error. */
const LONGEST_BREAK = 400;
/** What would be done later than so many days from the first is beyond every plan. */
const FURTHEST = 6000;

type Day = {
  date: string;
  start: number /** Hours in which work is done, in milliseconds since 1970. */;
  open: [number, number][] /** Working milliseconds before this day. */;
  before: number;
};

/**
 * Time as the staff of an agency have it: when its office is open, and terms by its calendar. Instants are milliseconds since
 * 1970; days are worked out once each, so that a run of many years stays quick.
 */
export class Clock {
  readonly #days: Day[] = [];
  /** Monday first. */
  readonly #week: readonly (Hours | undefined)[];
  readonly #usual: Hours;
  readonly #office: WorkDays;
  readonly #always: boolean;
  readonly #ends = new Map<string, number>();
  readonly #start: number;
  #last: Day;

  /** @param always staff work at any hour; terms go by the calendar all the same */
  constructor(agency: Agency | undefined, service: string, from: string, always: boolean) {
    const own = agency?.offices.find(({ id }) => id === agency.fallback)?.calendar;
    const week = (own ?? agency?.calendar)?.week ?? {};
    this.#week = WEEK.map((day) => week[day]);
    // a moved working day has the hours of Monday, or of the first day that has any
    this.#usual = this.#week.find((hours) => hours !== undefined) ?? USUAL;
    this.#always = always;
    this.#office = agency
      ? officeDays(agency, agency.fallback, service)
      : { zone: 'Europe/Kyiv', works: () => true };
    this.#last = this.#add(Temporal.PlainDate.from(from), 0);
    this.#start = this.#last.start;
  }

  /** The moment a day begins, or an instant. @throws RangeError where the text is neither */
  moment(text: string): number {
    if (isDay(text))
      return Temporal.PlainDate.from(text).toZonedDateTime(this.#office.zone).epochMilliseconds;
    return Temporal.Instant.from(text).epochMilliseconds;
  }

  date(at: number): string {
    return this.#dayOf(at).date;
  }

  /** Working milliseconds from the first day to a moment. */
  worked(at: number): number {
    if (this.#always) return at - this.#start;
    const day = this.#dayOf(at);
    return day.open.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(at, to) - from), day.before);
  }

  /**
   * When so many working milliseconds have passed since a moment: nobody works while the office is closed. Infinity where that
   * is later than any plan.
   * @throws RangeError where the office has no hours in over a year
   */
  after(at: number, work: number): number {
    if (this.#always) return at + work;
    const goal = this.worked(at) + work;
    let closed = 0;
    for (let n = this.#indexOf(at); n < FURTHEST; n++) {
      const { open, before } = this.#at(n);
      let done = before;
      for (const [from, to] of open) {
        const then = from + (goal - done);
        if (to > at && then <= to) return then;
        done += to - from;
      }
      closed = open.length === 0 ? closed + 1 : 0;
      if (closed > LONGEST_BREAK) throw new RangeError('the calendar has no working hours');
    }
    return Number.POSITIVE_INFINITY;
  }

  /** When a term that begins now ends, by the calendar of the office. */
  due(at: number, length: Length): number {
    const end = () => termEnd(this.#text(at), length, this.#office);
    return this.#kept(length, `${this.date(at)} ${JSON.stringify(length)}`, end);
  }

  /** How much of a term is left, in its unit. */
  left(now: number, due: number, unit: Length): number {
    return leftOf(this.#text(now), this.#text(due), unit, this.#office);
  }

  /** The end of a term that goes on now with so much left. */
  goesOn(now: number, left: number, unit: Length): number {
    const end = () => goesOnUntil(this.#text(now), left, unit, this.#office);
    return this.#kept(unit, `${this.date(now)} ${left} ${JSON.stringify(unit)}`, end);
  }

  /** An end worked out once for all cases of a day, unless it goes by the hour. */
  #kept(length: Length, key: string, make: () => string): number {
    const byHour = typeof length === 'string' ? length.includes('T') : 'hours' in length;
    const end = (byHour ? undefined : this.#ends.get(key)) ?? Temporal.Instant.from(make()).epochMilliseconds;
    if (!byHour) this.#ends.set(key, end);
    return end;
  }

  #text(at: number): string {
    return Temporal.Instant.fromEpochMilliseconds(Math.round(at)).toString();
  }

  #dayOf(at: number): Day {
    return this.#at(this.#indexOf(at));
  }

  /** The day in which a moment lies, counted from the first; the first for what was before. */
  #indexOf(at: number): number {
    const n = Math.max(0, Math.floor((at - this.#start) / 86_400_000));
    // the day of 23 or 25 hours may shift by one
    if (this.#at(n).start > at) return Math.max(0, n - 1);
    return this.#at(n + 1).start > at ? n : n + 1;
  }

  #at(n: number): Day {
    const known = this.#days[n];
    if (known) return known;
    while (this.#days.length <= n) {
      const { date, open, before } = this.#last;
      const length = open.reduce((sum, [from, to]) => sum + to - from, 0);
      this.#last = this.#add(Temporal.PlainDate.from(date).add({ days: 1 }), before + length);
    }
    return this.#last;
  }

  #add(date: Temporal.PlainDate, before: number): Day {
    const { zone, works } = this.#office;
    const start = date.toZonedDateTime(zone).epochMilliseconds;
    const open = works(date.toString()) ? this.#hours(date) : [];
    const day = { date: date.toString(), start, open, before };
    this.#days.push(day);
    return day;
  }

  #hours(date: Temporal.PlainDate): [number, number][] {
    const hours = this.#week[date.dayOfWeek - 1] ?? this.#usual;
    const at = (time: string) =>
      date.toZonedDateTime({ timeZone: this.#office.zone, plainTime: Temporal.PlainTime.from(time) })
        .epochMilliseconds;
    const pause = hours.break;
    if (!pause) return [[at(hours.from), at(hours.to)]];
    return [
      [at(hours.from), at(pause.from)],
      [at(pause.to), at(hours.to)],
    ];
  }
}
