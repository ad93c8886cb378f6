import { describe, expect, test } from 'vitest';
import { distance, urgency } from './deadline.ts';

const now = Date.parse('2026-03-02T09:00:00Z');

describe('how a deadline reads', () => {
  test.each([
    ['2026-03-02T08:59:00Z', 'late'],
    ['2026-03-02T20:00:00Z', 'soon'],
    ['2026-03-05T20:00:00Z', 'calm'],
  ])('%s is %s', (due, kind) => expect(urgency(due, now)).toBe(kind));

  test.each([
    ['2026-03-04T10:00:00Z', 'післязавтра', 'in 2 days'],
    ['2026-03-02T12:00:00Z', 'через 3 години', 'in 3 hours'],
    ['2026-03-02T08:40:00Z', '20 хвилин тому', '20 minutes ago'],
    ['2026-03-03T21:59:00Z', 'завтра', 'tomorrow'],
    ['2026-02-27T09:00:00Z', '3 дні тому', '3 days ago'],
  ])('%s is «%s»', (due, uk, en) => {
    expect(distance(due, now, 'uk')).toBe(uk);
    expect(distance(due, now, 'en')).toBe(en);
  });
});
