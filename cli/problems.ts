import { join, relative } from 'node:path';
import type { Problem } from '#core/definition/index.ts';

/** A problem on two lines: where and what, how to mend it. */
export function problemLines(problem: Problem, folder: string, language: 'uk' | 'en'): string {
  const { file, line, column, pointer, code, message, hint, severity } = problem;
  const path = file === undefined ? '' : relative(process.cwd(), join(folder, file));
  const place = [path, line, column].filter((part) => part !== undefined && part !== '').join(':');
  const say = (text: Problem['message']) => text[language] ?? text.uk ?? text.en ?? '';
  const warning = severity === 'warning' ? { uk: 'попередження: ', en: 'warning: ' }[language] : '';
  return `${place} ${warning}${say(message)} [${code}${pointer ? ` ${pointer}` : ''}]\n    ${say(hint)}`;
}
