import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { builtins, ours } from '#core/expression/builtins.ts';
import { words } from './words.ts';

const read = (page: string) => readFileSync(resolve(import.meta.dirname, '../../../docs', page), 'utf8');
const problems = read('problems.md');
// what scenarios, proofs and cases run into has lists of its own behind
const mistakes = problems.slice(problems.indexOf('## Mistakes'), problems.indexOf('## Scenarios'));
const rows = [...mistakes.matchAll(/^\| \[`(\w+)`\]\(\S+\)( \(warning\))? \| (.+) \| (.+) \| (yes)? ?\|$/gm)];

it('docs/problems.md lists every mistake with an example and its mend, and none that does not exist', () => {
  expect(rows.map(([, code]) => code).sort()).toEqual(Object.keys(words).sort());
  const listed = (column: number) => rows.filter((row) => row[column]).map(([, code]) => code);
  const those = (word: 'warning' | 'mends') =>
    Object.entries(words).flatMap(([code, one]) => (word in one ? [code] : []));
  expect(listed(2).sort()).toEqual(those('warning').sort());
  expect(listed(5).sort()).toEqual(those('mends').sort());
});

it('docs/format.md lists every function that a definition may call', () => {
  const list = read('format.md')
    .split('\n')
    .find((line) => line.includes('**Functions**'));
  expect([...builtins, ...ours].filter((name) => !list?.includes(`\`${name}(`))).toEqual([]);
});

it('every mistake is said in both languages, with the same holes', () => {
  const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
  for (const [code, { uk, en }] of Object.entries(words)) {
    expect([code, new Set(holes(uk[0]))]).toEqual([code, new Set(holes(en[0]))]);
    expect(`${code} ${uk[1]}`).toMatch(/[а-яіїєґ]|\{|Зразок/);
  }
});
