import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { holidayCalendar } from './calendar.ts';
import { holidaysOf } from './holidays.ts';

const folder = process.env.KLADKA_TEST_DATA;
const read = (name: string): string => readFileSync(join(folder ?? '', 'ua-reference', name), 'utf8');
const named = folder ? 'public data' : 'public data (skipped: KLADKA_TEST_DATA is not set)';
const hours = { from: '09:00', to: '18:00' };
const off = holidayCalendar({
  week: { monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours },
});

// What the government moved by its yearly order is no rule of law: an agency gives it as single days of its calendar
const ORDERED = new Set([
  '2016-06-27',
  '2016-03-07',
  '2016-01-08',
  '2017-05-08',
  '2017-08-25',
  '2018-05-08',
  '2018-08-27',
  '2019-01-08',
  '2019-04-30',
  '2019-12-30',
  '2019-12-31',
  '2020-01-06',
  '2021-01-08',
  '2021-08-23',
  '2021-10-15',
  '2022-03-07',
  '2022-06-27',
]);

describe.skipIf(!folder)(named, () => {
  const rows = () =>
    read('holidays-2015-2026.csv')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => ({ date: line.slice(0, 10), line }));

  it('names the same holidays in each year from 2015 to 2026', () => {
    const listed = rows().filter(({ line }) => !/вихідний\)|Вихідний день/.test(line));
    for (let year = 2015; year <= 2026; year++) {
      const ours = [...new Set(holidaysOf(year).map((h) => h.date))];
      expect(ours).toEqual(listed.map((r) => r.date).filter((date) => date.startsWith(`${year}`)));
    }
  });
  it('moves holidays on weekends to the same days', () => {
    const moved = rows().filter(({ line }) => line.includes('(вихідний)'));
    expect(moved.length).toBeGreaterThan(20);
    for (const { date } of moved) expect([date, off(date)]).toEqual([date, true]);
  });
  it('has the same days off from 2015 to martial law as the list of a state system', () => {
    const listed: string[] = JSON.parse(read('workdays_off.json'));
    const rules = listed.filter((date) => !ORDERED.has(date));
    expect(rules.length).toBeGreaterThan(70);
    for (const date of rules) expect([date, off(date)]).toEqual([date, true]);
    // the list was not mended for the law of November 2017; the other data set has that Christmas
    const all = new Set([...listed, '2017-12-25']);
    for (let day = Temporal.PlainDate.from('2015-05-01'); day.year < 2022; day = day.add({ days: 1 }))
      if (day.dayOfWeek < 6 && off(day.toString())) expect(all).toContain(day.toString());
  });
});
