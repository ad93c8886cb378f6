// `npm run bench` lists the benches; `npm run bench -- NAME` runs one. Nothing here is a timed test.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = import.meta.dirname;
const benches = readdirSync(folder).filter((name) => name.endsWith('.bench.ts'));
const [name] = process.argv.slice(2);

if (!name) {
  console.log('Benches (npm run bench -- NAME):\n');
  for (const file of benches) console.log(`  ${file.replace('.bench.ts', '').padEnd(12)} ${aim(file)}`);
} else if (!benches.includes(`${name}.bench.ts`)) {
  console.error(
    `There is no bench «${name}». There are: ${benches.map((file) => file.replace('.bench.ts', '')).join(', ')}.`,
  );
  process.exitCode = 2;
} else {
  await import(pathToFileURL(join(folder, `${name}.bench.ts`)).href);
}

/** The first line of a bench says what it measures. */
function aim(file: string): string {
  return (
    readFileSync(join(folder, file), 'utf8')
      .split('\n')[0]
      ?.replace(/^\/\/\s*/, '') ?? ''
  );
}
