import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { scenarioProblems } from '#core/case/scenario-problems.ts';
import { bundle, check, frozenText, hash, library } from '#core/definition/index.ts';
import { type Command, CommandError, UsageError } from '../command.ts';
import { definitions, readFiles } from '../folder.ts';
import { problemLines } from '../problems.ts';

export const command: Command = {
  usage: 'publish <service> [--in DIR] [--json]',
  about:
    'Freezes a service that is sound and whose scenarios hold as its next version: published/<n>.json, never written again.',
  options: { in: { type: 'string' } },
  run({ positionals, values, say, give }) {
    const [id, more] = positionals;
    if (id === undefined || more !== undefined) throw new UsageError('Name one service.');
    const folder = values.in === undefined ? definitions : resolve(String(values.in));
    const read = library(readFiles(folder));
    if (!Object.hasOwn(read.library.services, id))
      throw new CommandError(
        `There is no service ${id}. There are: ${Object.keys(read.library.services).join(', ')}.`,
      );
    const mistakes = [...read.problems, ...check(read.library, { kind: 'service', id })].filter(
      (p) => p.severity === 'mistake',
    );
    const problems = mistakes.length > 0 ? mistakes : scenarioProblems(read.library, id);
    if (problems.length) {
      give({ problems });
      for (const problem of problems) say(problemLines(problem, folder, 'uk'));
      return 1;
    }
    const published = read.library.published[id] ?? {};
    const last = Math.max(0, ...Object.keys(published).map(Number));
    const before = published[last];
    // by text: what was only put into another order is shown otherwise
    if (before && frozenText(bundle(read.library, id, last)) === frozenText(before)) {
      give({ service: id, version: last, hash: hash(before), changed: false });
      say(`${id} has not changed since version ${last}.`);
      return 0;
    }
    const frozen = bundle(read.library, id, last + 1);
    const path = join(folder, 'services', id, 'published', `${last + 1}.json`);
    mkdirSync(join(path, '..'), { recursive: true });
    // wx: a version that exists is never overwritten, not even by a second publisher at the same moment
    writeFileSync(path, frozenText(frozen), { flag: 'wx' });
    give({ service: id, version: last + 1, hash: hash(frozen), changed: true, file: path });
    say(`${id} is published as version ${last + 1} (${hash(frozen)}).`);
    return 0;
  },
};
