import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { holidayCalendar, officeDays } from './calendar.ts';
import { easter } from './easter.ts';
import { holidaysOf } from './holidays.ts';
import type { AgencyTimes } from './times.ts';

const hours = { from: '09:00', to: '18:00' };
const fiveDays = { monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours };
const agency: AgencyTimes = { offices: [{ id: 'main' }, { id: 'branch' }], calendar: { week: fiveDays } };
const works = (of: AgencyTimes, day: string, office = 'main') => officeDays(of, office, 'benefit').works(day);

describe('Easter', () => {
  it.each(['2015-04-12', '2016-05-01', '2019-04-28', '2024-05-05', '2026-04-12', '2027-05-02'])(
    'is kept on %s',
    (day) => {
      expect(easter(Number(day.slice(0, 4))).toString()).toBe(day);
    },
  );
  it('is a Sunday of spring in every year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2199 }), (year) => {
        const day = easter(year);
        expect(day.dayOfWeek).toBe(7);
        expect(day.toString() > `${year}-04-02` && day.toString() < `${year}-05-11`).toBe(true);
      }),
    );
  });
});

describe('public holidays', () => {
  it('follow the law of their year', () => {
    const days = (year: number) => holidaysOf(year).map((h) => h.date.slice(5));
    expect(days(2015)).toEqual(expect.arrayContaining(['01-07', '05-02', '05-09', '10-14']));
    expect(days(2023)).toEqual(expect.arrayContaining(['01-07', '05-09', '07-28', '10-01', '12-25']));
    expect(days(2023)).not.toContain('10-14');
    expect(days(2026)).toEqual([
      '01-01',
      '03-08',
      '04-12',
      '05-01',
      '05-08',
      '05-31',
      '06-28',
      '07-15',
      '08-24',
      '10-01',
      '12-25',
    ]);
  });
  it('that fall on a weekend give the next day off instead', () => {
    const off = holidayCalendar({ week: fiveDays });
    expect(off('2017-01-02')).toBe(true);
    // Labour Day on Saturday and Easter on Sunday: Monday and Tuesday
    expect([off('2021-05-03'), off('2021-05-04'), off('2021-05-05')]).toEqual([true, true, false]);
  });
  it('move nowhere where the office works on Saturdays, or has other days off by its schedule', () => {
    expect(holidayCalendar({ week: { ...fiveDays, saturday: hours } })('2019-08-26')).toBe(false);
    expect(holidayCalendar({ week: { tuesday: hours, thursday: hours } })('2019-05-02')).toBe(false);
  });
  it('never take a day twice: each one on a weekend costs one working day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2015, max: 2060 }), (year) => {
        const off = holidayCalendar({ week: fiveDays });
        const weekend = (day: string) => Temporal.PlainDate.from(day).dayOfWeek > 5;
        const dates = new Set(holidaysOf(year).map((h) => h.date));
        let lost = 0;
        for (let day = new Temporal.PlainDate(year, 1, 1); day.year === year; day = day.add({ days: 1 }))
          if (!weekend(day.toString()) && off(day.toString())) lost++;
        // 31 December is no holiday, so nothing moves over the end of a year
        expect(lost).toBe(dates.size);
      }),
      { numRuns: 46 },
    );
  });
});

describe('an office', () => {
  const martialLaw = { from: '2022-03-24', holidaysWorked: true };

  it('is off on weekends and public holidays', () => {
    expect(works(agency, '2026-12-24')).toBe(true);
    expect(works(agency, '2026-12-25')).toBe(false);
    expect(works(agency, '2026-12-26')).toBe(false);
  });
  it('works on holidays under martial law, but on no weekend', () => {
    const under = { ...agency, regimes: [martialLaw] };
    expect(works(under, '2022-03-08')).toBe(false);
    expect(works(under, '2026-12-25')).toBe(true);
    expect(works(under, '2026-12-26')).toBe(false);
  });
  it('keeps to a regime only for the services that it names, and while it lasts', () => {
    const other = { ...agency, regimes: [{ ...martialLaw, services: ['other'] }] };
    expect(works(other, '2026-12-25')).toBe(false);
    expect(works({ ...agency, regimes: [{ ...martialLaw, to: '2026-12-24' }] }, '2026-12-25')).toBe(false);
  });
  it('stands still with terms that a regime suspends', () => {
    const regimes = [{ from: '2026-03-01', to: '2026-03-31', termsSuspended: true }];
    const { suspended } = officeDays({ ...agency, regimes }, 'main', 'benefit');
    expect([suspended('2026-03-31'), suspended('2026-04-01')]).toEqual([true, false]);
  });
  it('works where a single day says so, and keeps no holidays where its country is none', () => {
    const days = [{ date: '2026-12-26', works: true }];
    expect(works({ ...agency, calendar: { week: fiveDays, days } }, '2026-12-26')).toBe(true);
    expect(works({ ...agency, calendar: { week: fiveDays, country: 'none' } }, '2026-12-25')).toBe(true);
  });
  it('is off while closed, unless another serves instead', () => {
    const shut = { offices: ['main'], from: '2026-02-02', to: '2026-02-06' };
    expect(works({ ...agency, closures: [shut] }, '2026-02-03')).toBe(false);
    expect(works({ ...agency, closures: [shut] }, '2026-02-03', 'branch')).toBe(true);
    expect(works({ ...agency, closures: [{ ...shut, instead: 'branch' }] }, '2026-02-03')).toBe(true);
  });
});
