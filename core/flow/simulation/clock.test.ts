import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shipped } from '#core/definition/shipped.testing.ts';
import { Clock } from './clock.ts';
import { agency } from './small-run.testing.ts';

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

describe('the hours of an office, from nine to five on weekdays', () => {
  const hour = (text: string) => Date.parse(`${text}:00+02:00`);
  const office = () => new Clock(agency as never, 's', '2026-03-02', false);

  it.each([
    // a day of work is done when the office closes, not when it opens again
    ['2026-03-02T09:00', 8, '2026-03-02T17:00'],
    ['2026-03-02T16:00', 1, '2026-03-02T17:00'],
    ['2026-03-02T16:00', 2, '2026-03-03T10:00'],
    ['2026-03-02T08:00', 3, '2026-03-02T12:00'],
    ['2026-03-02T11:30', 0, '2026-03-02T11:30'],
    ['2026-03-06T16:00', 10, '2026-03-10T10:00'],
    // whoever comes as it closes is begun in the morning
    ['2026-03-02T17:00', 0, '2026-03-03T09:00'],
    ['2026-03-02T23:00', 1, '2026-03-03T10:00'],
    ['2026-03-07T12:00', 0, '2026-03-09T09:00'],
  ])('from %s %i hours of work are done at %s', (from, hours, done) => {
    expect(office().after(hour(from), hours * HOUR)).toBe(hour(done));
  });

  it.each([
    ['2026-03-02T09:00', 0],
    ['2026-03-02T12:30', 3.5],
    ['2026-03-02T20:00', 8],
    ['2026-03-08T12:00', 40],
    ['2026-03-09T10:00', 41],
    // nothing is worked before the first day
    ['2026-02-20T12:00', 0],
  ])('by %s so many are worked: %d', (at, hours) => {
    expect(office().worked(hour(at))).toBe(hours * HOUR);
  });

  it('ends work that would take longer than any plan never', () => {
    expect(office().after(hour('2026-03-02T09:00'), 1e6 * HOUR)).toBe(Number.POSITIVE_INFINITY);
    expect(office().after(hour('2026-03-02T09:00'), 10_000 * HOUR)).toBe(
      Date.parse('2030-12-13T17:00+02:00'),
    );
  });

  it('does not end for long because it is closed for a year, only where it never opens again', () => {
    const closed = (to: string) => [{ offices: ['o'], from: '2026-03-03', to }];
    const until = (to: string) =>
      new Clock({ ...agency, closures: closed(to) } as never, 's', '2026-03-02', false);
    expect(until('2027-03-02').after(hour('2026-03-02T17:00'), HOUR)).toBe(hour('2027-03-03T10:00'));
    expect(() => until('2027-05-02').after(hour('2026-03-02T17:00'), HOUR)).toThrow(
      new RangeError('the calendar has no working hours'),
    );
  });

  it.each([
    // the clocks go forward on 29 March 2026, back on 25 October
    ['2026-03-02', '2026-03-29T21:30:00Z', '2026-03-30'],
    ['2026-03-02', '2026-03-30T21:00:00Z', '2026-03-31'],
    ['2026-03-02', '2026-03-30T20:59:59Z', '2026-03-30'],
    ['2026-07-01', '2026-10-26T21:30:00Z', '2026-10-26'],
    ['2026-07-01', '2026-10-26T22:00:00Z', '2026-10-27'],
    ['2026-07-01', '2026-11-20T21:59:59Z', '2026-11-20'],
    ['2026-07-01', '2026-06-30T21:00:00Z', '2026-07-01'],
  ])('counted from %s, it is by its own clock at %s the day %s', (from, at, day) => {
    expect(new Clock(agency as never, 's', from, false).date(Date.parse(at))).toBe(day);
  });

  it('reads a day as the moment it begins there, and an instant as it stands', () => {
    const clock = office();
    expect(clock.moment('2026-03-02')).toBe(hour('2026-03-02T00:00'));
    expect(clock.moment('2026-03-02T09:00:00+05:00')).toBe(Date.parse('2026-03-02T04:00:00Z'));
    for (const text of ['2026-03-02T09:00', 'on 2026-03-02', '2026-03-022', '2026-02-30'])
      expect(() => clock.moment(text)).toThrow(RangeError);
  });

  it('are from nine to six where nothing is said of a day on which it works', () => {
    const days = [{ date: '2026-03-07', works: true }];
    const clock = new Clock(
      { ...agency, calendar: { country: 'none', week: {}, days } } as never,
      ...(['s', '2026-03-02', false] as const),
    );
    expect(clock.after(hour('2026-03-02T09:00'), 0)).toBe(hour('2026-03-07T09:00'));
    expect(clock.worked(hour('2026-03-09T00:00'))).toBe(9 * HOUR);
  });

  it('are those of each day of the week, of the office among several that the cases go to', () => {
    const hours = (from: string, to: string) => ({ from, to });
    const week = {
      tuesday: hours('08:00', '10:00'),
      friday: hours('13:00', '17:00'),
      sunday: hours('07:00', '08:00'),
    };
    const offices = [
      { id: 'other', calendar: { country: 'none', week: { wednesday: hours('09:00', '12:00') } } },
      { id: 'o', calendar: { country: 'none', week } },
    ];
    const clock = new Clock({ ...agency, offices } as never, 's', '2026-03-02', false);
    const begins = (from: string) => clock.after(hour(from), 0);
    expect(begins('2026-03-02T00:00')).toBe(hour('2026-03-03T08:00'));
    expect(begins('2026-03-03T10:00')).toBe(hour('2026-03-06T13:00'));
    expect(begins('2026-03-06T17:00')).toBe(hour('2026-03-08T07:00'));
    expect(clock.worked(hour('2026-03-09T00:00'))).toBe(7 * HOUR);
  });

  it('go by the calendar of a service that a regime names, and every hour counts where staff always work', () => {
    const regimes = [{ id: 'w', title: {}, from: '2026-03-02', termsSuspended: true, services: ['other'] }];
    const clock = (service: string) =>
      new Clock({ ...agency, regimes } as never, service, '2026-03-02', true);
    const at = hour('2026-03-06T12:00');
    expect(clock('s').due(at, { workingDays: 1 })).toBe(hour('2026-03-10T00:00') - 1000);
    expect(() => clock('other').due(at, { workingDays: 1 })).toThrow('suspended');
    expect(clock('s').worked(at)).toBe(4.5 * 24 * HOUR);
    expect(clock('s').after(at, HOUR)).toBe(at + HOUR);
  });
});

describe('a term that stands still for a while', () => {
  const hour = (text: string) => Date.parse(`${text}:00+02:00`);
  const weekdays = () => new Clock(agency as never, 's', '2026-03-02', false);

  it('has whole days left, and goes on with them from the day on which it goes on', () => {
    const clock = weekdays();
    const unit = { workingDays: 5 };
    const friday = hour('2026-03-06T12:00');
    const due = clock.due(friday, unit);
    expect(due).toBe(hour('2026-03-14T00:00') - 1000);
    const left = clock.left(hour('2026-03-10T15:00'), due, unit);
    expect(left).toBe(3);
    expect(clock.goesOn(hour('2026-03-20T10:00'), left, unit)).toBe(hour('2026-03-26T00:00') - 1000);
    // the same day with another number left, and another day with the same
    expect(clock.goesOn(hour('2026-03-20T16:00'), 1, unit)).toBe(hour('2026-03-24T00:00') - 1000);
    expect(clock.goesOn(hour('2026-03-23T16:00'), left, unit)).toBe(hour('2026-03-27T00:00') - 1000);
    expect(clock.goesOn(hour('2026-03-20T10:00'), left, { days: 5 })).toBe(hour('2026-03-24T00:00') - 1000);
  });

  it('has hours left by the clock, which are another end at another hour of the same day', () => {
    const clock = weekdays();
    const unit = { hours: 10 };
    const due = clock.due(hour('2026-03-06T12:00'), unit);
    const left = clock.left(hour('2026-03-06T13:30'), due, unit);
    expect(left).toBe(8.5);
    expect(clock.goesOn(hour('2026-03-09T10:00'), left, unit)).toBe(hour('2026-03-09T18:30'));
    expect(clock.goesOn(hour('2026-03-09T11:00'), left, unit)).toBe(hour('2026-03-09T19:30'));
    expect(clock.due(hour('2026-03-09T11:00'), 'PT3H')).toBe(hour('2026-03-09T14:00'));
    expect(clock.due(hour('2026-03-09T12:00'), 'PT3H')).toBe(hour('2026-03-09T15:00'));
  });

  it('counts each day of submission for itself', () => {
    const clock = weekdays();
    expect(clock.due(hour('2026-03-09T11:00'), { workingDays: 1 })).toBe(hour('2026-03-11T00:00') - 1000);
    expect(clock.due(hour('2026-03-10T11:00'), { workingDays: 1 })).toBe(hour('2026-03-12T00:00') - 1000);
    expect(clock.due(hour('2026-03-10T11:00'), { workingDays: 2 })).toBe(hour('2026-03-13T00:00') - 1000);
  });
});
