import { globSync } from 'node:fs';
import { resolve } from 'node:path';

/** Those that take seconds with what is made at random: a mutant must be noticed by a test that says what is wrong. */
const LONG = [
  'core/form/submissions.test.ts',
  'core/form/agrees.test.ts',
  'core/flow/proof/law.test.ts',
  'core/flow/simulation/erlang.test.ts',
  'core/flow/simulation/run.test.ts',
  'core/case/generated/',
  'core/case/any-command.test.ts',
  'core/case/checked-runs.test.ts',
  'core/case/typed-names.test.ts',
  'core/case/proof-agrees.test.ts',
];

/** The tests of the room that is looked at (`KLADKA_ROOM`), or of `KLADKA_TESTS` (patterns, with a comma between), in full paths. */
export function testFiles(root: string): string[] {
  const room = process.env.KLADKA_ROOM ?? 'form';
  const patterns = process.env.KLADKA_TESTS?.split(',') ?? [`core/${room}/**/*.test.ts`];
  return globSync(patterns, { cwd: root })
    .filter((file) => !LONG.some((long) => file.startsWith(long)))
    .sort()
    .map((file) => resolve(root, file));
}
