import { dayNumber, showDay } from '#portal/theme/dates.ts';
import type { Language } from '#portal/theme/language.tsx';

/** How a deadline stands: `late` has passed, `soon` is within a day. */
export type Urgency = 'late' | 'soon' | 'calm';

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** How urgent an instant is, seen from `now` (ms since 1970). */
export function urgency(due: string, now: number): Urgency {
  const left = Date.parse(due) - now;
  return left < 0 ? 'late' : left < DAY ? 'soon' : 'calm';
}

/** «через 2 дні», «3 години тому»: how far away a deadline is, in calendar days once it is more than a day. */
export function distance(due: string, now: number, language: Language): string {
  const left = Date.parse(due) - now;
  if (Number.isNaN(left)) return due;
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const far = Math.abs(left);
  const count = (unit: number) => Math.sign(left) * Math.max(1, Math.round(far / unit));
  if (far >= DAY) return words.format(dayNumber(Date.parse(due)) - dayNumber(now), 'day');
  if (far >= HOUR) return words.format(count(HOUR), 'hour');
  return words.format(count(60_000), 'minute');
}

/** A deadline in full: the day, and how far away it is. */
export function showDeadline(due: string, now: number, language: Language): string {
  return `${showDay(due, language)}, ${distance(due, now, language)}`;
}
