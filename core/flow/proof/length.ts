import { Temporal } from 'temporal-polyfill';
import type { Agency, Duration } from '#core/definition/types.ts';

/** The unit of a term in law. */
export type Unit = 'workingDays' | 'days' | 'hours';

const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** On which days of the week an agency works, Monday first; Monday to Friday where nothing is known. */
export function weekOf(agency: Agency | undefined): boolean[] {
  const week = agency?.calendar?.week;
  return WEEK.map((day, i) => (week === undefined ? i < 5 : week[day] !== undefined));
}

/**
 * The most that a deadline may take, in a unit, over all days of the week on which it may begin: a last day off rolls on as in
 * `termEnd`. Holidays and closures are not counted. Hours by the clock are parts of a day.
 */
export function mostOf(duration: Duration, unit: Unit, week: boolean[]): number {
  const { workingDays, days, hours } = parts(duration);
  const clock = unit === 'hours' ? hours : hours / 24;
  const spans = week.map((_, start) => span(start, workingDays, days, week));
  const most = Math.max(...spans.map((s) => (unit === 'workingDays' ? s.worked : s.passed)));
  return (unit === 'hours' ? most * 24 : most) + clock;
}

function parts(duration: Duration): { workingDays: number; days: number; hours: number } {
  const none = { workingDays: 0, days: 0, hours: 0 };
  if (typeof duration === 'string') {
    const { years, months, weeks, days, hours, minutes } = Temporal.Duration.from(duration);
    // the longest that months and years are
    const all = years * 366 + months * 31 + weeks * 7 + days;
    return { ...none, days: all, hours: hours + minutes / 60 };
  }
  return 'hours' in duration
    ? { ...none, hours: duration.hours }
    : { ...none, workingDays: duration.workingDays };
}

/** Days passed, and of them worked, from a day of the week to the end of a term. */
function span(
  start: number,
  workingDays: number,
  days: number,
  week: boolean[],
): { passed: number; worked: number } {
  if (!week.includes(true)) return { passed: days + workingDays, worked: days + workingDays };
  const works = (day: number) => week[(start + day) % 7] === true;
  let passed = 0;
  let worked = 0;
  const next = () => {
    passed++;
    if (works(passed)) worked++;
  };
  for (let i = 0; i < days; i++) next();
  while (days > 0 && !works(passed)) next();
  for (const until = worked + workingDays; worked < until; ) next();
  return { passed, worked };
}

const WORDS: { [unit in Unit]: readonly [uk: string, one: string, more: string] } = {
  workingDays: ['роб. дн.', 'working day', 'working days'],
  days: ['дн.', 'day', 'days'],
  hours: ['год', 'hour', 'hours'],
};

/** A length in words. */
export function lengthWords(length: number, unit: Unit): { uk: string; en: string } {
  const n = Math.round(length * 100) / 100;
  const [uk, one, more] = WORDS[unit];
  return { uk: `${String(n).replace('.', ',')} ${uk}`, en: `${n} ${n === 1 ? one : more}` };
}

/** A duration of the definition in words. */
export function durationWords(duration: Duration): { uk: string; en: string } {
  const all = Object.entries(parts(duration)).filter(([, n]) => n > 0);
  const words = all.map(([unit, n]) => lengthWords(n, unit as Unit));
  return { uk: words.map((w) => w.uk).join(' '), en: words.map((w) => w.en).join(' ') };
}
