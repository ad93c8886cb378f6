import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { scenarioProblems } from '#core/case/scenario-problems.ts';
import { check, library, mended, type Problem } from '#core/definition/index.ts';
import { type Command, UsageError } from '../command.ts';
import { definitions, readFiles } from '../folder.ts';
import { problemLines } from '../problems.ts';

type Files = Record<string, string>;

export const command: Command = {
  usage: 'check [folder] [--mend] [--lang uk|en] [--json]',
  about:
    'Shows every mistake in the definitions of a folder (service-definitions/ if not said), with file, line and column, and plays their scenarios. ' +
    '--mend puts in the mends that are mechanical.',
  options: { lang: { type: 'string', default: 'uk' }, mend: { type: 'boolean' } },
  run({ positionals, values, say, give }) {
    const { lang } = values;
    if (lang !== 'uk' && lang !== 'en') throw new UsageError(`--lang is uk or en, not “${lang}”.`);
    if (positionals.length > 1) throw new UsageError('One folder at a time.');
    const folder = positionals[0] === undefined ? definitions : resolve(positionals[0]);
    const files = readFiles(folder);
    const mends = values.mend === true ? mendAll(files) : [];
    for (const file of new Set(mends.map((problem) => problem.file ?? '')))
      writeFileSync(join(folder, file), files[file] ?? '');
    const problems = problemsOf(files);
    give({ problems, mended: mends });
    for (const problem of mends)
      say(`${lang === 'uk' ? 'виправлено' : 'mended'}: ${problemLines(problem, folder, lang)}`);
    for (const problem of problems) say(problemLines(problem, folder, lang));
    say(summary(Object.keys(files).length, problems, lang));
    return problems.some((p) => p.severity === 'mistake') ? 1 : 0;
  },
};

function problemsOf(files: Files): Problem[] {
  const read = library(files);
  const found = [
    ...read.problems,
    ...check(read.library, undefined, { today: new Date().toISOString().slice(0, 10) }),
  ];
  // what holds a mistake cannot be played
  return found.some(({ severity }) => severity === 'mistake')
    ? found
    : [...found, ...scenarioProblems(read.library)];
}

const isMendable = (problem: Problem): boolean =>
  problem.severity === 'mistake' && problem.mend !== undefined;

/** More rounds than any folder has mistakes that mend themselves: a mend may bring another to light. */
const ROUNDS = 1000;

/** Mends one mistake after another, as each changes where the others stand; what could not be mended is left. */
function mendAll(files: Files): Problem[] {
  const done: Problem[] = [];
  const tried = new Set<string>();
  for (let round = 0; round < ROUNDS; round++) {
    const next = problemsOf(files).find((problem) => isMendable(problem) && !tried.has(keyOf(problem)));
    if (!next?.file || !next.mend) break;
    tried.add(keyOf(next));
    files[next.file] = mended(files[next.file] ?? '', next.mend);
    done.push(next);
  }
  return done;
}

const keyOf = ({ file, pointer, code, message }: Problem): string =>
  [file, pointer, code, message.uk].join('\n');

function summary(files: number, problems: readonly Problem[], language: 'uk' | 'en'): string {
  const mistakes = problems.filter((p) => p.severity === 'mistake').length;
  const warnings = problems.length - mistakes;
  const mendable = problems.filter(isMendable).length;
  const [first, last] =
    language === 'uk'
      ? [
          `Файлів: ${files}, помилок: ${mistakes}, попереджень: ${warnings}`,
          `; виправить --mend: ${mendable}`,
        ]
      : [`Files: ${files}, mistakes: ${mistakes}, warnings: ${warnings}`, `; --mend would mend: ${mendable}`];
  return mendable > 0 ? first + last : first;
}
