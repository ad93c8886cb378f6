import { afterEach, describe, expect, it, vi } from 'vitest';
import { falls, keepSchedules, lastFall, type Schedule } from './schedule.ts';

const monthly = { expression: 'cron(0 6 1 * ? *)', zone: 'Europe/Kyiv' };
const at = (instant: string) => Date.parse(instant);

describe('a schedule', () => {
  it('falls by the clocks of its zone, in summer as in winter', () => {
    const winter = at('2026-03-01T04:00:00Z');
    const summer = at('2026-07-01T03:00:00Z');
    expect([winter, summer].map((minute) => falls(monthly.expression, minute, monthly.zone))).toEqual([
      true,
      true,
    ]);
    expect(falls(monthly.expression, winter)).toBe(false);
    expect(falls('cron(0 6 ? * 2,3 *)', at('2026-03-02T04:00:00Z'), 'Europe/Kyiv')).toBe(true);
    expect(falls('cron(0 6 ? * 2,3 *)', at('2026-03-01T04:00:00Z'), 'Europe/Kyiv')).toBe(false);
  });

  it('fell last where the clock has jumped over it, and not twice', () => {
    const jump = [at('2026-01-15T00:00:00Z'), at('2026-03-20T10:07:00Z')] as const;
    expect(lastFall(monthly, ...jump)).toBe(at('2026-03-01T04:00:00Z'));
    expect(lastFall(monthly, at('2026-03-01T04:00:00Z'), jump[1])).toBeUndefined();
  });
});

describe('what keeps schedules', () => {
  afterEach(() => vi.useRealTimers());

  it('tells a queue the time that came, once, also one that the clock was moved over', () => {
    vi.useFakeTimers({ now: at('2026-02-28T10:00:00Z') });
    const message = '{"at":"<aws.scheduler.scheduled-time>"}';
    const schedules: Schedule[] = [{ name: 'a', ...monthly, target: { told: 'service', message } }];
    const told: string[] = [];
    const kept = keepSchedules(
      () => schedules,
      { invoke: async () => null },
      (queue, said) => told.push(`${queue} ${said}`),
      () => Date.now(),
    );
    vi.advanceTimersByTime(120_000);
    expect(told).toEqual([]);
    vi.setSystemTime(at('2026-03-05T08:00:00Z'));
    vi.advanceTimersByTime(180_000);
    expect(told).toEqual(['service {"at":"2026-03-01T04:00:00Z"}']);
    kept.stop();
  });
});
