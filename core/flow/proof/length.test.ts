import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agency, Duration } from '#core/definition/index.ts';
import { termEnd } from '../terms.ts';
import { mostOf, weekOf } from './length.ts';

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

  it('counts hours as parts of a day', () => {
    expect(mostOf('PT12H', 'workingDays', week)).toBe(0.5);
    expect(mostOf({ hours: 6 }, 'hours', week)).toBe(6);
    expect(mostOf('P1D', 'hours', week)).toBe(72);
  });
});
