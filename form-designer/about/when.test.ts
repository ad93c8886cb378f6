import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cronOf } from '#core/reference/cron.ts';
import { cronFor, usualCron, type When, whenOf } from './when.ts';

it('a schedule is read in the parts that an analyst sets', () => {
  expect(whenOf('0 6 1 * *')).toMatchObject({ every: 'month', day: 1, time: '06:00' });
  expect(whenOf('30 9 * * 1-5')).toMatchObject({ every: 'workday', time: '09:30' });
  expect(whenOf('5 0 * * 0')).toMatchObject({ every: 'week', weekday: 7 });
  expect(whenOf('0 12 31 12 *')).toMatchObject({ every: 'year', day: 31, month: 12 });
  expect(whenOf('0 8 * * *')).toMatchObject({ every: 'day' });
});

it('one that says more is left as it is written', () => {
  for (const more of [
    '0 6,18 * * *',
    '0 6 1,15 * *',
    '0 6 * * 1,3',
    '0 6 * 3 *',
    '0 6 * 3 1',
    '0 * * * *',
    'daily',
  ])
    expect(whenOf(more)).toBeUndefined();
});

it('whatever is set is a schedule, and is read back as it was set', () => {
  const two = (n: number) => String(n).padStart(2, '0');
  const time = fc
    .tuple(
      fc.nat(23).filter((hour) => hour !== 3),
      fc.nat(59),
    )
    .map(([hour, minute]) => `${two(hour)}:${two(minute)}`);
  const when: fc.Arbitrary<When> = fc.record({
    every: fc.constantFrom('day', 'workday', 'week', 'month', 'year'),
    time,
    weekday: fc.integer({ min: 1, max: 7 }),
    day: fc.integer({ min: 1, max: 31 }),
    month: fc.integer({ min: 1, max: 12 }),
  });
  fc.assert(
    fc.property(when, (set) => {
      const cron = cronFor(set);
      expect(typeof cronOf(cron)).toBe('object');
      expect(cronFor(whenOf(cron) as When)).toBe(cron);
    }),
  );
  expect(whenOf(usualCron())).toBeDefined();
});
