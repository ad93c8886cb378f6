import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cronOf, forScheduler } from './cron.ts';

const scheduled = (text: string) => {
  const cron = cronOf(text);
  return typeof cron === 'string' ? cron : forScheduler(cron);
};

describe('a schedule', () => {
  it('is what EventBridge understands by the same words', () => {
    expect(scheduled('0 6 1 * *')).toBe('cron(0 6 1 * ? *)');
    expect(scheduled('30 9 * * 1-5')).toBe('cron(30 9 ? * 2,3,4,5,6 *)');
    expect(scheduled('0 */12 1,15 1-3 *')).toBe('cron(0 0,12 1,15 1,2,3 ? *)');
    expect(scheduled('5 * * * 0,7')).toBe('cron(5 * ? * 1 *)');
  });

  it('names one minute, one kind of day, no time that clocks skip', () => {
    expect(scheduled('* 6 1 * *')).toBe('often');
    expect(scheduled('0,30 6 1 * *')).toBe('often');
    expect(scheduled('0 6 1 * 1')).toBe('bothDays');
    expect(scheduled('0 3 1 * *')).toBe('clocks');
    expect(scheduled('0 24 1 * *')).toBe('hour');
    expect(scheduled('0 6 0 * *')).toBe('day');
    expect(scheduled('0 6 1 13 *')).toBe('month');
    expect(scheduled('0 6 * * 8')).toBe('weekday');
    expect(scheduled('0 6 5-1 * *')).toBe('day');
    expect(scheduled('0 6 1 *')).toBe('fields');
  });

  it('is never more than it says, whatever is written', () => {
    const field = fc.stringMatching(/^[0-9*,/-]{1,6}$/);
    fc.assert(
      fc.property(fc.array(field, { minLength: 5, maxLength: 5 }), (fields) => {
        const cron = cronOf(fields.join(' '));
        if (typeof cron === 'string') return;
        for (const [values, from, to] of [
          [cron.hours, 0, 23],
          [cron.days, 1, 31],
          [cron.months, 1, 12],
          [cron.weekdays, 0, 6],
        ] as const)
          for (const value of values ?? []) expect(value >= from && value <= to).toBe(true);
      }),
    );
  });
});
