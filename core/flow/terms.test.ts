import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinState } from './join.ts';
import { beforeEnd, goesOnUntil, instantFrom, leftOf, termEnd } from './terms.ts';

const office = {
  zone: 'Europe/Kyiv',
  works: (day: string) => ![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay()) && day !== '2026-03-09',
};

describe('a term', () => {
  it('counts from the day after, skips days off, and ends with the day', () => {
    // Thursday; Friday is the first day, then over the weekend and a holiday on Monday
    expect(termEnd('2026-03-05T10:00:00Z', { workingDays: 2 }, office)).toBe('2026-03-10T21:59:59Z');
  });
  it('of calendar days rolls on where its last day is off', () => {
    expect(termEnd('2026-03-02T10:00:00Z', 'P5D', office)).toBe('2026-03-10T21:59:59Z');
    expect(termEnd('2026-03-02T10:00:00Z', 'P1D', office)).toBe('2026-03-03T21:59:59Z');
  });
  it('of hours goes by the clock', () => {
    expect(termEnd('2026-03-06T20:00:00Z', { hours: 4 }, office)).toBe('2026-03-07T00:00:00Z');
    expect(termEnd('2026-03-06T20:00:00Z', 'PT15M', office)).toBe('2026-03-06T20:15:00Z');
  });
  it('counted in days ends alike whenever in the day it begins, in zones of half and quarter hours too', () => {
    const zone = fc.constantFrom('Europe/Kyiv', 'Asia/Kolkata', 'Asia/Kathmandu');
    const length = fc.constantFrom({ workingDays: 3 }, { days: 5 }, 'P1M');
    fc.assert(
      fc.property(zone, length, fc.nat(400 * 24 * 60), fc.nat(3 * 24 * 60), (at, of, minute, later) => {
        const here = { ...office, zone: at };
        const instants = [minute, minute + later, minute + 1].map((n) =>
          new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString(),
        );
        for (const from of instants) expect(termEnd(from, of, here)).toBe(termEnd(from, of, { ...here }));
      }),
    );
  });
  it('ends with the local day on both sides of the change to summer time', () => {
    expect(termEnd('2026-03-27T10:00:00Z', 'P3D', office)).toBe('2026-03-30T20:59:59Z');
  });
  it('goes on after a pause with what was left of it', () => {
    const due = termEnd('2026-03-02T10:00:00Z', { workingDays: 10 }, office);
    const left = leftOf('2026-03-04T10:00:00Z', due, { workingDays: 10 }, office);
    expect(left).toBe(8);
    expect(goesOnUntil('2026-03-04T18:00:00Z', left, { workingDays: 10 }, office)).toBe(due);
  });
  it('of any length, paused and resumed the same day, ends as before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(500), (workingDays, day) => {
        const from = new Date(Date.UTC(2026, 0, 1 + day, 9)).toISOString();
        const due = termEnd(from, { workingDays }, office);
        const left = leftOf(from, due, { workingDays }, office);
        expect(goesOnUntil(from, left, { workingDays }, office)).toBe(due);
        expect(beforeEnd(due, { hours: 1 }, office) < due).toBe(true);
      }),
    );
  });
  it('is counted through a break of months, forwards and back', () => {
    const summerOff = {
      zone: 'Europe/Kyiv',
      works: (day: string) => day < '2026-06-01' || day > '2027-05-31',
    };
    const due = termEnd('2026-05-30T10:00:00Z', { workingDays: 3 }, summerOff);
    expect(due).toBe('2027-06-02T20:59:59Z');
    expect(beforeEnd(due, { workingDays: 2 }, summerOff)).toBe('2026-05-31T20:59:59Z');
    expect(termEnd('2026-06-01T10:00:00Z', 'P1D', summerOff)).toBe('2027-06-01T20:59:59Z');
  });
  it('refuses a calendar without working days instead of counting for ever', () => {
    const never = { zone: 'Europe/Kyiv', works: () => false };
    expect(() => termEnd('2026-03-02T10:00:00Z', { workingDays: 1 }, never)).toThrow(/no working day/);
    expect(() => beforeEnd('2026-03-02T21:59:59Z', { workingDays: 1 }, never)).toThrow(/no working day/);
  });
  it('of days or hours goes on after a pause with what was left of it, in its own unit', () => {
    for (const unit of [{ days: 10 }, 'P10D', { hours: 30 }] as const) {
      const from = '2026-03-02T10:00:00Z';
      const due = termEnd(from, unit, office);
      expect(goesOnUntil(from, leftOf(from, due, unit, office), unit, office), JSON.stringify(unit)).toBe(
        due,
      );
    }
  });
  it('with nothing left ends with the day, a day off rolling on; and is never less than nothing', () => {
    expect(goesOnUntil('2026-03-07T10:00:00Z', 0, { days: 1 }, office)).toBe('2026-03-10T21:59:59Z');
    expect(goesOnUntil('2026-03-07T10:00:00Z', 0, { workingDays: 1 }, office)).toBe('2026-03-10T21:59:59Z');
    expect(leftOf('2026-03-05T10:00:00Z', '2026-03-02T21:59:59Z', { hours: 1 }, office)).toBe(0);
    expect(leftOf('2026-03-05T10:00:00Z', '2026-03-02T21:59:59Z', { days: 1 }, office)).toBe(0);
  });
  it('is reminded of so long before its end, in whatever unit', () => {
    const due = '2026-03-10T21:59:59Z';
    expect(beforeEnd(due, 'P1D', office)).toBe('2026-03-09T21:59:59Z');
    expect(beforeEnd(due, { days: 2 }, office)).toBe('2026-03-08T21:59:59Z');
    expect(beforeEnd(due, { hours: 3 }, office)).toBe('2026-03-10T18:59:59Z');
    // Monday is a holiday, so the working day before Tuesday is Friday
    expect(beforeEnd(due, { workingDays: 1 }, office)).toBe('2026-03-06T21:59:59Z');
  });
  it('refuses to roll on for ever where no day is ever worked', () => {
    const never = { zone: 'Europe/Kyiv', works: () => false };
    expect(() => termEnd('2026-03-02T10:00:00Z', 'P1D', never)).toThrow(/no working day/);
  });
  it('takes a day or an instant as a date, and nothing else', () => {
    expect(instantFrom('2026-03-02', office)).toBe('2026-03-02T21:59:59Z');
    expect(instantFrom('2026-02-31', office)).toBeNull();
    expect(instantFrom('+002026-03-02', office)).toBeNull();
    expect(instantFrom(5, office)).toBeNull();
    expect(instantFrom('2026-03-02T10:00:00+02:00', office)).toBe('2026-03-02T08:00:00Z');
    expect(instantFrom('завтра', office)).toBeNull();
  });
});

describe('a join', () => {
  it('is met, or lost as soon as it can no longer be met', () => {
    expect(joinState(['yes', undefined], 'yes', 'any')).toBe('met');
    expect(joinState(['yes', undefined], 'yes', 'all')).toBe('open');
    expect(joinState(['no', undefined], 'yes', 'all')).toBe('lost');
    expect(joinState(['no', 'no', undefined], 'yes', 2)).toBe('lost');
    expect(joinState([], 'yes', 'all')).toBe('met');
    expect(joinState([], 'yes', 'any')).toBe('lost');
  });
  it('never stays open once all have ended, and never changes its mind', () => {
    const outcome = fc.constantFrom('yes', 'no');
    const need = fc.oneof(fc.constantFrom('all' as const, 'any' as const), fc.integer({ min: 1, max: 5 }));
    fc.assert(
      fc.property(fc.array(outcome, { maxLength: 6 }), need, (ends, needed) => {
        expect(joinState(ends, 'yes', needed)).not.toBe('open');
        for (let known = 0; known < ends.length; known++) {
          const partial = ends.map((e, i) => (i < known ? e : undefined));
          const state = joinState(partial, 'yes', needed);
          if (state !== 'open') expect(joinState(ends, 'yes', needed)).toBe(state);
        }
      }),
    );
  });
});

describe('a term that the law suspends for a time', () => {
  const march = { ...office, suspended: (day: string) => '2026-03-03' <= day && day <= '2026-03-31' };

  it('counts none of the suspended days and ends on none of them', () => {
    expect(termEnd('2026-03-02T10:00:00Z', { workingDays: 2 }, march)).toBe('2026-04-02T20:59:59Z');
    expect(termEnd('2026-03-01T10:00:00Z', { days: 2 }, march)).toBe('2026-04-01T20:59:59Z');
    expect(termEnd('2026-02-27T10:00:00Z', 'P5D', march)).toBe('2026-04-02T20:59:59Z');
  });
  it('of hours goes on by the clock when terms run again', () => {
    expect(termEnd('2026-03-02T20:00:00Z', { hours: 4 }, march)).toBe('2026-03-31T23:00:00Z');
    expect(termEnd('2026-03-02T20:00:00Z', 'PT4H', march)).toBe('2026-03-31T23:00:00Z');
  });
  it('of hours does not end at the midnight with which the suspension begins', () => {
    expect(termEnd('2026-03-02T20:00:00Z', { hours: 2 }, march)).toBe('2026-03-31T21:00:00Z');
    expect(termEnd('2026-03-02T20:00:00Z', { hours: 1 }, march)).toBe('2026-03-02T21:00:00Z');
  });
  it('has as much left after the suspension as before it', () => {
    const due = termEnd('2026-03-02T10:00:00Z', { workingDays: 5 }, march);
    expect(leftOf('2026-03-02T10:00:00Z', due, { workingDays: 5 }, march)).toBe(5);
    expect(leftOf('2026-03-20T10:00:00Z', due, { workingDays: 5 }, march)).toBe(5);
  });
  it('says so where no end of the suspension is known', () => {
    const open = { ...office, suspended: (day: string) => day >= '2026-03-03' };
    expect(() => termEnd('2026-03-02T10:00:00Z', { days: 2 }, open)).toThrow(/suspended/);
    expect(() => termEnd('2026-03-02T10:00:00Z', { hours: 72 }, open)).toThrow(/suspended/);
  });
});
