import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Coverage } from './coverage.testing.ts';
import { cases, reported } from './laws.testing.ts';
import { KINDS } from './states.testing.ts';

/** `npm run laws -- 10000000` goes on for as long as one likes; every failure says the seed that shows it again. */
const runs = import.meta.env.MODE === 'thorough' ? 120 : 58;
const seed = Number(process.env.KLADKA_SEED ?? 20261126);

it('a case keeps its laws, whatever its service and whatever is commanded', { timeout: 900_000 }, () => {
  const coverage = new Coverage();
  fc.assert(cases(coverage), { numRuns: runs, seed, endOnFailure: true, reporter: reported });
  // the laws were held against everything that there is, and often
  expect(coverage.commands).toBeGreaterThan(100_000);
  const met = (sort: string) => Object.keys(coverage.of(sort)).sort();
  expect(met('states entered')).toEqual([...KINDS, 'end'].sort());
  expect(met('outcomes')).toEqual(['cancelled', 'granted', 'left', 'partly', 'refused', 'withdrawn']);
  expect(met('joins')).toEqual(['each lost', 'each met', 'parallel lost', 'parallel met']);
  expect(met('depth')).toEqual(['0', '1', '2']);
  expect(met('letters')).toEqual(['at once', 'had waited', 'waits', 'with a document']);
  expect(met('timers')).toContain('draw');
  expect(met('refusals').length).toBeGreaterThan(20);
  expect(met('commands accepted').length).toBeGreaterThan(20);
});
