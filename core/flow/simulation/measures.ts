import type { Spread } from './types.ts';

/** The middle, the ninetieth of a hundred and the mean; null of nothing. */
export function spreadOf(values: readonly number[]): Spread {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  // there is one at each share: the list is not empty
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] as number;
  const mean = sorted.reduce((sum, v) => sum + v, 0) / sorted.length;
  return { median: rounded(at(0.5)), p90: rounded(at(0.9)), mean: rounded(mean) };
}

/** To the fourth digit: enough to compare, short enough to read. */
export const rounded = (n: number): number => Math.round(n * 10_000) / 10_000;
