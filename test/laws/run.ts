// `npm run laws -- COMMANDS [SEED]`: the laws of a case against so many commands, more than the ordinary tests have time for.
import fc from 'fast-check';
import { Coverage } from '#core/case/generated/coverage.testing.ts';
import { cases, reported } from '#core/case/generated/laws.testing.ts';

/** Services between two lines of progress. */
const BATCH = 20;
const [commands = '1000000', first] = process.argv.slice(2);
const goal = Number(commands);
const seed = first === undefined ? Date.now() % 0x7fffffff : Number(first);
if (!Number.isInteger(goal) || goal < 1 || !Number.isInteger(seed)) {
  console.error('How many commands? npm run laws -- 10000000 [SEED]');
  process.exit(2);
}

console.log(`${goal} commands, seed ${seed}`);
const coverage = new Coverage();
const begun = performance.now();
for (let batch = 0; coverage.commands < goal; batch++) {
  fc.assert(cases(coverage), { numRuns: BATCH, seed: seed + batch, endOnFailure: true, reporter: reported });
  const seconds = (performance.now() - begun) / 1000;
  const rate = Math.round(coverage.commands / seconds);
  const left = Math.max(0, Math.round((goal - coverage.commands) / rate / 60));
  console.log(
    `${coverage.commands} commands, ${coverage.cases} cases, ${coverage.services} services, ${rate} a second, ${left} min left`,
  );
}
console.log(`\nNo law was broken.\n${coverage.lines().join('\n')}`);
