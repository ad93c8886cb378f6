import { isDay } from '#core/reference/identifiers.ts';
import type { Agency, Problem } from '../types.ts';
import { mistake } from './problem.ts';

type Calendar = Agency['calendar'];

/**
 * A working calendar: hours that begin before they end, days that exist, each said once, known for at least a year.
 * @param today without it nothing is said of its end
 */
export function checkCalendar(calendar: Calendar, at: string, today?: string): Problem[] {
  const problems: Problem[] = [];
  for (const [day, hours] of Object.entries(calendar.week)) {
    const here = `${at}/week/${day}`;
    problems.push(...turned(hours, here));
    if (!hours.break) continue;
    problems.push(...turned(hours.break, `${here}/break`));
    if (hours.break.from < hours.from || hours.break.to > hours.to)
      problems.push(mistake('breakOutside', `${here}/break`, { from: hours.from, to: hours.to }));
  }
  const seen = new Set<string>();
  for (const [n, { date }] of (calendar.days ?? []).entries()) {
    const here = `${at}/days/${n}`;
    if (!isDay(date)) problems.push(mistake('noSuchDay', `${here}/date`, { value: date }));
    if (seen.has(date)) problems.push(mistake('repeated', here, {}, [{ op: 'remove', path: here }]));
    seen.add(date);
  }
  const { until } = calendar;
  if (until !== undefined && !isDay(until))
    problems.push(mistake('noSuchDay', `${at}/until`, { value: until }));
  else if (until !== undefined && today !== undefined && until < inAYear(today))
    problems.push(mistake('calendarEnds', `${at}/until`, { until }));
  return problems;
}

const inAYear = (day: string): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;

function turned({ from, to }: { from: string; to: string }, at: string): Problem[] {
  if (from < to) return [];
  return [
    mistake('wrongOrder', `${at}/to`, { from, to }, [
      { op: 'replace', path: `${at}/from`, value: to },
      { op: 'replace', path: `${at}/to`, value: from },
    ]),
  ];
}
