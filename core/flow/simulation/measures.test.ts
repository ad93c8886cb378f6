import { describe, expect, it } from 'vitest';
import { rounded, spreadOf } from './measures.ts';

describe('how long things took', () => {
  it('is told by the middle, by what nine of ten do not exceed, and by the mean', () => {
    expect(spreadOf([10, 1, 9, 2, 8, 3, 7, 4, 6, 100])).toEqual({ median: 6, p90: 10, mean: 15 });
    expect(spreadOf([3, 1, 2])).toEqual({ median: 2, p90: 3, mean: 2 });
    expect(spreadOf([5])).toEqual({ median: 5, p90: 5, mean: 5 });
    expect(spreadOf([])).toBeNull();
  });

  it('is told to the fourth digit, and leaves what it was told as it is', () => {
    expect(spreadOf([1 / 3, 1 / 3, 2 / 3])).toEqual({ median: 0.3333, p90: 0.6667, mean: 0.4444 });
    expect(rounded(2 / 3)).toBe(0.6667);
    const values = [2, 1];
    spreadOf(values);
    expect(values).toEqual([2, 1]);
  });
});
