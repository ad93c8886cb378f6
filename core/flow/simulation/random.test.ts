import { describe, expect, it } from 'vitest';
import { Stream } from './random.ts';

const draws = (stream: Stream, n: number) => Array.from({ length: n }, () => stream.next());
const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;

describe('a stream of chance', () => {
  // worked out by the algorithm in whole numbers of any size
  it.each([
    [1, 'arrivals', [3660746186, 2159562005, 1019106476]],
    [2, 'arrivals', [4088663815, 744104677, 3760710536]],
    [1, 'way review', [852952243, 2927336900, 405487871]],
    [-7, 'й', [1482943039, 1647428387, 2763267494]],
  ])('of seed %i named %s gives the same numbers for ever', (seed, name, numbers) => {
    expect(draws(new Stream(seed, name), 3)).toEqual(numbers.map((n) => n / 2 ** 32));
  });

  it('goes evenly from nothing up to one', () => {
    const values = draws(new Stream(3, 'even'), 4000);
    for (const n of [0, 1, 2, 3]) {
      const quarter = values.filter((v) => v >= n / 4 && v < (n + 1) / 4).length;
      expect(Math.abs(quarter - 1000)).toBeLessThan(100);
    }
  });

  it('gives lengths around a mean, most of them short, none below nothing', () => {
    const stream = new Stream(3, 'long');
    const lengths = Array.from({ length: 4000 }, () => stream.exponential(30));
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(0);
    expect(Math.abs(mean(lengths) - 30)).toBeLessThan(1.5);
    // e to the minus one are longer than the mean
    expect(lengths.filter((v) => v > 30).length / 4000).toBeCloseTo(Math.exp(-1), 1);
  });

  it('picks by weight, and nothing that weighs nothing', () => {
    const stream = new Stream(4, 'pick');
    const of = ['a', 'b', 'c', 'd'].map((value, n) => ({ value, weight: [3, 0, 1, 0][n] ?? 0 }));
    const picked = Array.from({ length: 2000 }, () => stream.pick(of));
    expect(new Set(picked)).toEqual(new Set(['a', 'c']));
    expect(Math.abs(picked.filter((one) => one === 'a').length - 1500)).toBeLessThan(80);
    expect(stream.pick(of.map((one) => ({ ...one, weight: 0 })))).toBeUndefined();
    expect(stream.pick([])).toBeUndefined();
  });
});
