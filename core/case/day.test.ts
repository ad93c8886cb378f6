import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { ageOn, dayOf } from './day.ts';

const asTheZoneSays = (instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Kyiv').toPlainDate().toString();

it('the day of any instant is that of Kyiv, on the days when the clocks change too', () => {
  const around = fc.constantFrom('2026-03-29T00:00:00Z', '2026-10-25T00:00:00Z', '2025-12-31T21:00:00Z');
  const near = fc
    .tuple(around, fc.integer({ min: -90_000_000, max: 90_000_000 }))
    .map(([instant, by]) => new Date(Date.parse(instant) + by).toISOString());
  const any = fc
    .date({ min: new Date('1995-01-01'), max: new Date('2050-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString());
  fc.assert(
    fc.property(fc.oneof(near, any), (instant) => {
      expect(dayOf(instant)).toBe(asTheZoneSays(instant));
    }),
    { numRuns: 2000 },
  );
});

it('what is no instant has no day', () => {
  expect(() => dayOf('soon')).toThrow(RangeError);
});

it('an age is the full years that a calendar counts, whatever the day of birth', () => {
  const day = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2050-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const leap = fc.constantFrom('2000-02-29', '2024-02-29');
  fc.assert(
    fc.property(fc.oneof(day, leap), fc.oneof(day, fc.constantFrom('2025-02-28', '2025-03-01')), (a, b) => {
      const [born, today] = a < b ? [a, b] : [b, a];
      const counted = Temporal.PlainDate.from(born).until(today, { largestUnit: 'year' }).years;
      expect(ageOn(born, today)).toBe(counted);
    }),
    { numRuns: 2000 },
  );
});

it('what is no date has no age', () => {
  for (const none of ['', '2001-13-01', '2001-00-10', '01.02.2001'])
    expect(ageOn(none, '2026-01-01')).toBeNull();
});
