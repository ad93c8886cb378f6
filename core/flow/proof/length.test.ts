import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agency, Duration } from '#core/definition/index.ts';
import { termEnd } from '../terms.ts';
import { durationWords, mostOf, weekOf } from './length.ts';

describe('how long a deadline may take', () => {
  const week = weekOf(undefined);
  const office = {
    zone: 'Europe/Kyiv',
    works: (day: string) => week[(new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7] === true,
  };

  it('is the most that it takes from any day of the week, rolling on included', () => {
    const length = fc.oneof(
      fc.integer({ min: 1, max: 40 }).map((n) => ({ duration: `P${n}D` as Duration })),
      fc.integer({ min: 1, max: 40 }).map((n) => ({ duration: { workingDays: n } as Duration })),
    );
    fc.assert(
      fc.property(length, ({ duration }) => {
        // a week without holidays and without a change of the clock
        const ends = [4, 5, 6, 7, 8, 9, 10].map((day) => {
          const from = `2026-05-${String(day).padStart(2, '0')}T09:00:00Z`;
          const until = termEnd(from, duration, office).slice(0, 10);
          let [passed, worked] = [0, 0];
          for (let at = Date.parse(from.slice(0, 10)); at < Date.parse(until); at += 86_400_000) {
            passed++;
            if (office.works(new Date(at + 86_400_000).toISOString().slice(0, 10))) worked++;
          }
          return { passed, worked };
        });
        expect(mostOf(duration, 'workingDays', week)).toBe(Math.max(...ends.map((e) => e.worked)));
        expect(mostOf(duration, 'days', week)).toBe(Math.max(...ends.map((e) => e.passed)));
      }),
    );
  });

  it('goes by the working week of the agency', () => {
    const hours = { from: '09:00', to: '18:00' };
    const agency = { calendar: { week: { monday: hours, saturday: hours } } } as unknown as Agency;
    expect(weekOf(agency)).toEqual([true, false, false, false, false, true, false]);
    expect(mostOf('P1D', 'workingDays', weekOf(agency))).toBe(1);
    expect(mostOf({ workingDays: 1 }, 'days', weekOf(agency))).toBe(5);
  });

  it('counts every day where nobody ever works', () => {
    const never = weekOf({ calendar: { week: {} } } as unknown as Agency);
    expect(never).not.toContain(true);
    expect(mostOf({ workingDays: 3 }, 'workingDays', never)).toBe(3);
    expect(mostOf('P4D', 'days', never)).toBe(4);
  });

  it('takes a month and a year as long as they may be', () => {
    expect(
      mostOf(
        'P1Y2M1W1D',
        'days',
        Array.from({ length: 7 }, () => true),
      ),
    ).toBe(366 + 62 + 8);
    expect(
      mostOf(
        'P1DT6H30M',
        'hours',
        Array.from({ length: 7 }, () => true),
      ),
    ).toBe(24 + 6.5);
  });

  it.each<[Duration, string, string]>([
    ['P1D', '1 дн.', '1 day'],
    ['P2DT1H', '2 дн. 1 год', '2 days 1 hour'],
    ['PT20M', '0,33 год', '0.33 hours'],
    [{ workingDays: 1 }, '1 роб. дн.', '1 working day'],
    [{ workingDays: 30 }, '30 роб. дн.', '30 working days'],
    [{ hours: 1.5 }, '1,5 год', '1.5 hours'],
  ])('of %j is read as %s, %s', (duration, uk, en) => {
    expect(durationWords(duration)).toEqual({ uk, en });
  });

  it('counts hours as parts of a day', () => {
    expect(mostOf('PT12H', 'workingDays', week)).toBe(0.5);
    expect(mostOf({ hours: 6 }, 'hours', week)).toBe(6);
    expect(mostOf('P1D', 'hours', week)).toBe(72);
  });
});
