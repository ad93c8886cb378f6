import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { library } from '../library.ts';
import { mended } from '../mend.ts';
import type { JsonPatch, Problem } from '../types.ts';
import { check } from './check.ts';
import type { Word } from './words/word.ts';
import { words } from './words.ts';

/**
 * A mistake: an edit of the sound definitions in base/, named after the rule that it breaks, and all that must be told of it.
 * KLADKA_WRITE=mistakes writes down what is told now; read it before committing it.
 */
type Mistake = {
  file: string;
  edit?: JsonPatch;
  text?: { find: string; put: string };
  today?: string;
  problems: Problem[];
};

const folder = resolve(import.meta.dirname, '../../../test/fixtures/mistakes');
const base = Object.fromEntries(
  (readdirSync(resolve(folder, 'base'), { recursive: true }) as string[])
    .filter((file) => file.endsWith('.json'))
    .map((file) => [file.replaceAll('\\', '/'), readFileSync(resolve(folder, 'base', file), 'utf8')]),
);
const today = '2026-11-26';

const all = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => {
    const mistake = JSON.parse(readFileSync(resolve(folder, file), 'utf8')) as Mistake;
    return { rule: basename(file, '.json'), file: resolve(folder, file), mistake };
  });

const UNBUILT = new Set(['notCarriedOut', 'noEffectYet']);
const placeOf = ({ file, pointer }: Problem) => `${file}${pointer}`;

function told(files: Record<string, string>, on: string): Problem[] {
  const read = library(files);
  return [...read.problems, ...check(read.library, undefined, { today: on })];
}

// the base says every word of the format, those too that nothing acts on yet: told of it, not of the mistake
const unbuiltInBase = new Set(
  told(base, today)
    .filter(({ code }) => UNBUILT.has(code))
    .map(placeOf),
);

const problemsOf = (files: Record<string, string>, on = today): Problem[] =>
  told(files, on).filter((one) => !(UNBUILT.has(one.code) && unbuiltInBase.has(placeOf(one))));

function broken({ file, edit, text }: Mistake): Record<string, string> {
  const before = base[file] ?? '';
  if (text && !before.includes(text.find)) throw new Error(`${file} does not hold ${text.find}`);
  const after = text ? before.replace(text.find, () => text.put) : mended(before, edit ?? []);
  return { ...base, [file]: after };
}

it('what the mistakes are made in has none, but for words that nothing acts on yet', () => {
  expect(problemsOf(base)).toEqual([]);
});

describe.each(all)('$rule', ({ file, mistake }) => {
  const files = broken(mistake);
  const problems = problemsOf(files, mistake.today);

  it('is told: where, what is wrong, how to mend it', () => {
    if (process.env.KLADKA_WRITE === 'mistakes')
      writeFileSync(file, `${JSON.stringify({ ...mistake, problems }, null, 2)}\n`);
    else expect(problems).toEqual(mistake.problems);
  });

  it.each(problems.filter((problem) => problem.mend))(
    '$code is gone once it is mended as said',
    (problem) => {
      const where = problem.file ?? '';
      const after = problemsOf(
        { ...files, [where]: mended(files[where] ?? '', problem.mend ?? []) },
        mistake.today,
      );
      const same = (p: Problem) =>
        p.code === problem.code && p.pointer === problem.pointer && p.message.uk === problem.message.uk;
      expect(after.filter(same)).toEqual([]);
      // what it was mended from may leave a warning, never another mistake
      const gone = problem.severity === 'mistake' ? 1 : 0;
      expect(mistakesOf(after)).toBeLessThanOrEqual(mistakesOf(problems) - gone);
    },
  );
});

it('what a party does not see is there once all of its mends are taken at once', () => {
  const { mistake } = all.find(({ rule }) => rule === 'party-sees-nothing-of-what-it-corrects') ?? {};
  const files = broken(mistake as Mistake);
  const mends = problemsOf(files).map(({ mend }) => mend ?? []);
  expect(mends.length).toBeGreaterThan(1);
  const { file } = mistake as Mistake;
  const after = mends.reduce((text, mend) => mended(text, mend), files[file] ?? '');
  expect(problemsOf({ ...files, [file]: after })).toEqual([]);
});

const mistakesOf = (problems: Problem[]) => problems.filter((p) => p.severity === 'mistake').length;

it('every mistake that there is has its example', () => {
  const shown = new Set(all.flatMap(({ mistake }) => mistake.problems.map((p) => p.code)));
  expect(Object.keys(words).filter((code) => !shown.has(code))).toEqual([]);
  expect(all.length).toBeGreaterThanOrEqual(80);
});

it('says of each mistake whether it may mend itself, and shows that it does', () => {
  const shown = new Set(
    all.flatMap(({ mistake }) => mistake.problems.filter((p) => p.mend).map((p) => p.code)),
  );
  const said = Object.entries<Word>(words).flatMap(([code, word]) => (word.mends ? [code] : []));
  expect([...shown].sort()).toEqual(said.sort());
});
