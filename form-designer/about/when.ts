import { cronOf } from '#core/reference/cron.ts';

/** How often a schedule falls, as far as the designer has controls for it. */
export type Every = 'day' | 'workday' | 'week' | 'month' | 'year';

/** A schedule in parts: the time as `HH:MM`; `weekday` 1 (Monday) to 7, `day` of the month, `month` 1 to 12. */
export interface When {
  readonly every: Every;
  readonly time: string;
  readonly weekday: number;
  readonly day: number;
  readonly month: number;
}

const USUAL: When = { every: 'month', time: '06:00', weekday: 1, day: 1, month: 1 };

/** What a schedule begins as: the first of each month at six. */
export const usualCron = (): string => cronFor(USUAL);

/** A schedule in parts; undefined where it says more than the controls can. */
export function whenOf(text: string): When | undefined {
  const cron = cronOf(text);
  if (typeof cron === 'string') return undefined;
  const { minute, hours, days, months, weekdays } = cron;
  const [hour, ...moreHours] = hours ?? [];
  if (hour === undefined || moreHours.length > 0) return undefined;
  const two = (n: number) => String(n).padStart(2, '0');
  const at = { ...USUAL, time: `${two(hour)}:${two(minute)}` };
  const [day, ...moreDays] = days ?? [];
  const [month, ...moreMonths] = months ?? [];
  if (moreDays.length > 0 || moreMonths.length > 0) return undefined;
  if (weekdays) {
    if (month !== undefined) return undefined;
    if (weekdays.join() === '1,2,3,4,5') return { ...at, every: 'workday' };
    const [weekday = 0, ...more] = weekdays;
    return more.length > 0 ? undefined : { ...at, every: 'week', weekday: weekday || 7 };
  }
  if (day === undefined) return month === undefined ? { ...at, every: 'day' } : undefined;
  return month === undefined ? { ...at, every: 'month', day } : { ...at, every: 'year', day, month };
}

/** The same as cron writes it. */
export function cronFor({ every, time, weekday, day, month }: When): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const days = {
    day: '* * *',
    workday: '* * 1-5',
    week: `* * ${weekday}`,
    month: `${day} * *`,
    year: `${day} ${month} *`,
  };
  return `${minute} ${hour} ${days[every]}`;
}
