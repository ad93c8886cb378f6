import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fallsAt, spread } from './falls.ts';

const end = '2026-03-10T21:59:59Z';

describe('a timer', () => {
  it('of a term of days falls after the day, within a quarter of an hour, for a case always at the same second', () => {
    fc.assert(
      fc.property(fc.uuid(), (kase) => {
        const at = fallsAt(kase, end);
        expect(at > end).toBe(true);
        expect(Date.parse(at)).toBeLessThanOrEqual(Date.parse(end) + 900_000);
        expect(fallsAt(kase, end)).toBe(at);
      }),
    );
  });

  it('of a term of hours falls to the second', () => {
    expect(fallsAt('c', '2026-03-07T00:00:00Z')).toBe('2026-03-07T00:00:00Z');
    expect(fallsAt('c', '2026-03-07T10:15:00.000Z')).toBe('2026-03-07T10:15:00.000Z');
  });

  it('asks for no more than a hundredth of a midnight in any second', () => {
    const seconds = new Map<string, number>();
    for (let n = 0; n < 9_000; n++) {
      const at = fallsAt(`0192d3a0-0000-7000-8000-${n.toString(16).padStart(12, '0')}`, end);
      seconds.set(at, (seconds.get(at) ?? 0) + 1);
    }
    expect(seconds.size).toBe(900);
    expect(Math.max(...seconds.values())).toBeLessThan(90);
  });
});

describe('a number that a text always gives', () => {
  it('is its FNV-1a hash, as others have published it', () => {
    const whole = 2 ** 32;
    expect(['', 'a', 'foobar'].map((text) => spread(text, whole))).toEqual([
      ...[0x811c9dc5, 0xe40c292c, 0xbf9cf968],
    ]);
    expect(spread('foobar', 900)).toBe(0xbf9cf968 % 900);
  });

  it('is the second at which its timers fall, the first and the last of the quarter of an hour included', () => {
    const falls = (second: number) => {
      const kase = Array.from({ length: 20_000 }, (_, n) => `c${n}`).find(
        (one) => spread(one, 900) === second,
      );
      return fallsAt(kase ?? '', '2026-03-10T21:59:59.000Z');
    };
    expect(falls(0)).toBe('2026-03-10T22:00:00.000Z');
    expect(falls(899)).toBe('2026-03-10T22:14:59.000Z');
  });
});
