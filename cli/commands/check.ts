import { resolve } from 'node:path';
import { check, library } from '#core/definition/index.ts';
import { type Command, UsageError } from '../command.ts';
import { definitions, readFiles } from '../folder.ts';
import { problemLines } from '../problems.ts';

export const command: Command = {
  usage: 'check [folder] [--lang uk|en] [--json]',
  about:
    'Shows every mistake in the definitions of a folder (service-definitions/ if not said), with file, line and column.',
  options: { lang: { type: 'string', default: 'uk' } },
  run({ positionals, values, say, give }) {
    const { lang } = values;
    if (lang !== 'uk' && lang !== 'en') throw new UsageError(`--lang is uk or en, not “${lang}”.`);
    if (positionals.length > 1) throw new UsageError('One folder at a time.');
    const folder = positionals[0] === undefined ? definitions : resolve(positionals[0]);
    const files = readFiles(folder);
    const read = library(files);
    const problems = [...read.problems, ...check(read.library)];
    give({ problems });
    for (const problem of problems) say(problemLines(problem, folder, lang));
    const mistakes = problems.filter((p) => p.severity === 'mistake').length;
    const count = Object.keys(files).length;
    say(
      lang === 'uk'
        ? `Файлів: ${count}, помилок: ${mistakes}, попереджень: ${problems.length - mistakes}`
        : `Files: ${count}, mistakes: ${mistakes}, warnings: ${problems.length - mistakes}`,
    );
    return mistakes > 0 ? 1 : 0;
  },
};
