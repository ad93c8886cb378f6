import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { durationWords, typedDuration } from './duration-words.ts';

const value = (text: string, calendar?: boolean) => {
  const read = typedDuration(text, calendar);
  return 'value' in read ? read.value : read.mistake;
};

describe('a duration typed', () => {
  it.each([
    ['3 робочі дні', { workingDays: 3 }],
    ['1 робочий день', { workingDays: 1 }],
    ['10 роб. дн.', { workingDays: 10 }],
    ['пʼять робочих днів', { workingDays: 5 }],
    ["п'ять робочих днів", { workingDays: 5 }],
    ['5 working days', { workingDays: 5 }],
    ['2 weeks', 'P2W'],
    ['a week', 'P1W'],
    ['тиждень', 'P1W'],
    ['14 днів', 'P14D'],
    ['30 календарних днів', 'P30D'],
    ['1 рік 6 місяців', 'P1Y6M'],
    ['1 рік і 6 місяців', 'P1Y6M'],
    ['6 months and 1 year', 'P1Y6M'],
    ['1 рік, 6 міс.', 'P1Y6M'],
    ['24 години', { hours: 24 }],
    ['15 хв', 'PT15M'],
    ['1 день 12 годин', 'P1DT12H'],
    ['P14D', 'P14D'],
    ['p1y6m', 'P1Y6M'],
    ['PT15M', 'PT15M'],
    [' 2  Тижні ', 'P2W'],
  ])('%s', (text, written) => expect(value(text)).toEqual(written));

  it.each([
    ['скоро', 'unknown'],
    ['3', 'unknown'],
    ['3 робочі дні зранку', 'unknown'],
    ['-3 дні', 'unknown'],
    ['1,5 року', 'unknown'],
    ['P', 'unknown'],
    ['P2X', 'unknown'],
    ['0 днів', 'zero'],
    ['P0D', 'zero'],
    ['3 робочі дні 2 тижні', 'mixed'],
    ['2 тижні 3 тижні', 'twice'],
    ['1001 робочий день', 'most'],
    ['10001 година', 'most'],
  ])('%s is none: %s', (text, mistake) => expect(value(text)).toBe(mistake));

  it('by the calendar alone is after ISO 8601, and has no working days', () => {
    expect(value('24 години', true)).toBe('PT24H');
    expect(value('10 секунд', true)).toBe('PT10S');
    expect(value('3 робочі дні', true)).toBe('calendar');
  });
});

test('what is said of a duration in words is read as the same duration, in both languages', () => {
  const count = fc.integer({ min: 1, max: 1000 });
  const some = (letter: string) => fc.option(count).map((n) => (n === null ? '' : `${n}${letter}`));
  const iso = fc
    .tuple(some('Y'), some('M'), some('W'), some('D'), some('H'), some('M'), some('S'))
    .map(([y, mo, w, d, h, mi, s]) => `P${y}${mo}${w}${d}${h || mi || s ? `T${h}${mi}${s}` : ''}`)
    .filter((text) => text !== 'P');
  const own = fc.oneof(
    count.map((workingDays) => ({ workingDays })),
    count.map((hours) => ({ hours })),
  );
  fc.assert(
    fc.property(fc.constantFrom('uk' as const, 'en' as const), iso, own, (language, text, object) => {
      expect(value(durationWords(text, language) ?? '', true)).toBe(text);
      expect(value(durationWords(object, language) ?? '')).toEqual(object);
    }),
  );
});
