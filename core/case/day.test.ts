import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { ageOn, dayOf, daySaid, plus } from './day.ts';

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

it('an instant moves as the calendar of Ukraine says, on the days when the clocks change too', () => {
  const around = fc.constantFrom(
    ...['2026-03-29T00:00:00Z', '2026-10-25T00:00:00Z', '2025-12-31T21:00:00Z', '2028-02-29T12:00:00Z'],
    // half a year, a month, a day before and after the clocks change
    ...['2025-09-29T00:00:00Z', '2026-02-28T23:00:00Z', '2026-03-28T01:30:00Z', '2026-10-24T00:30:00Z'],
  );
  const near = fc
    .tuple(around, fc.integer({ min: -90_000_000, max: 90_000_000 }), fc.boolean())
    .map(([instant, by, whole]) => {
      const moved = Date.parse(instant) + by;
      return new Date(whole ? moved - (moved % 1000) : moved).toISOString();
    });
  const duration = fc.constantFrom(
    ...[
      'P6M',
      'P1M',
      '-P1M',
      'P1D',
      '-P1D',
      'P1Y',
      'P30D',
      'P2W',
      'PT36H',
      'PT1S',
      '-PT90M',
      'P1DT2H',
      'P1M3DT30M',
    ],
  );
  fc.assert(
    fc.property(near, duration, (instant, by) => {
      const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Kyiv');
      expect(plus(instant, by)).toBe(zoned.add(by).toInstant().toString());
    }),
    { numRuns: 3000 },
  );
});

it('what is no instant does not move, nor by what is no duration', () => {
  expect(() => plus('soon', 'P1D')).toThrow(RangeError);
  expect(() => plus('2026-11-24T10:00:00Z', 'a day')).toThrow(RangeError);
  plus('2026-11-24T10:00:00Z', 'P1D');
  expect(() => plus('2026-11-24T10:99:00Z', 'P1D')).toThrow(RangeError);
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
  for (const none of [
    ...['', '2001-13-01', '2001-00-10', '01.02.2001', '2001-1-01', '2001-01-1', '201-01-01'],
    ...['2001-01-00', '2001-01-32', '2001-01-40', 'in 2001-01-01', '2001-01-01T00:00:00Z', '200x-01-01'],
    ...['2001-1x-01', '2001-0x-01', '2001-01-1x', '2001-01-0x'],
  ])
    expect(ageOn(none, '2026-01-01'), none).toBeNull();
  expect(
    ['2001-12-31', '2001-10-30', '2001-01-09', '2001-09-20'].map((born) => ageOn(born, '2026-01-01')),
  ).toEqual([...[24, 24, 24, 24]]);
});

it('who has a birthday is a year older on that very day', () => {
  expect(['2026-05-09', '2026-05-10', '2026-05-11'].map((day) => ageOn('2000-05-10', day))).toEqual([
    ...[25, 26, 26],
  ]);
});

it('a day later is the same time by the clocks of Kyiv, on the night when they change too', () => {
  expect(plus('2026-03-28T12:00:00Z', 'P1D')).toBe('2026-03-29T11:00:00Z');
  expect(plus('2026-03-28T12:00:00Z', 'PT24H')).toBe('2026-03-29T12:00:00Z');
  expect(plus('2026-03-29T11:00:00Z', '-P1D')).toBe('2026-03-28T12:00:00Z');
});

it('the day of an instant is said as each language writes it', () => {
  expect(daySaid('2026-03-01T22:30:00Z', 'uk')).toBe('02.03.2026');
  expect(daySaid('2026-03-01T22:30:00Z', 'en')).toBe('2 March 2026');
});
