import type { Spread } from './types.ts';

/** The middle, the ninetieth of a hundred and the mean; null of nothing. */
export function spreadOf(values: readonly number[]): Spread {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
  const mean = sorted.reduce((sum, v) => sum + v, 0) / sorted.length;
  return { median: rounded(at(0.5)), p90: rounded(at(0.9)), mean: rounded(mean) };
}

/** To the fourth digit: enough to compare, short enough to read. */
export const rounded = (n: number): number => Math.round(n * 10_000) / 10_000;
