import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shipped } from '#core/definition/shipped.testing.ts';
import { Agenda } from './agenda.ts';
import { Clock } from './clock.ts';

const kyiv = () => new Clock(shipped.agencies['kyiv-city'], 'residence-registration', '2026-03-02', false);
const HOUR = 3_600_000;

describe('time as staff have it', () => {
  it('does not pass while the office is closed', () => {
    const clock = kyiv();
    // Saturday noon: work begins on Monday when the office opens, and an hour of it is over an hour later
    const saturday = clock.moment('2026-03-07T10:00:00Z');
    const opens = clock.after(saturday, 0);
    expect(clock.date(opens) > '2026-03-08').toBe(true);
    expect(clock.after(saturday, HOUR) - opens).toBe(HOUR);
  });

  it('gives back what was put in: working so long after a moment is so much work later', () => {
    const clock = kyiv();
    const start = clock.moment('2026-03-02');
    fc.assert(
      // two changes of the clock and all holidays of a year lie within
      fc.property(fc.nat(400 * 24 * 60), fc.integer({ min: 0, max: 200 * 60 }), (minutes, work) => {
        const at = start + minutes * 60_000;
        const then = clock.after(at, work * 60_000);
        expect(then).toBeGreaterThanOrEqual(at);
        expect(clock.worked(then) - clock.worked(at)).toBe(work * 60_000);
      }),
      { numRuns: 500 },
    );
  });

  it('ends terms as the flow does', () => {
    const clock = kyiv();
    const friday = clock.moment('2026-03-06T10:00:00Z');
    expect(new Date(clock.due(friday, { workingDays: 1 })).toISOString()).toBe('2026-03-09T21:59:59.000Z');
    expect(clock.due(friday, { hours: 4 }) - friday).toBe(4 * HOUR);
  });
});

describe('an agenda', () => {
  it('gives entries by time, those of one time in the order in which they were put', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), (times) => {
        const agenda = new Agenda<number>();
        for (const [n, at] of times.entries()) agenda.put(at, n);
        const taken = times.map(() => agenda.take()?.what ?? -1);
        const sorted = times
          .map((at, n) => ({ at, n }))
          .sort((a, b) => a.at - b.at || a.n - b.n)
          .map(({ n }) => n);
        expect(taken).toEqual(sorted);
        expect(agenda.take()).toBeUndefined();
      }),
    );
  });
});
