import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { builtins, ours } from '#core/expression/builtins.ts';
import { words } from './words.ts';

const docs = readFileSync(resolve(import.meta.dirname, '../../../docs/format.md'), 'utf8');
// what the proofs find has its own list behind
const from = docs.indexOf('### Mistakes');
const mistakes = docs.slice(from, docs.indexOf('**Proofs**', from));
const rows = [...mistakes.matchAll(/^\| `(\w+)`( \(warning\))? \| (.+) \| (.+) \|$/gm)];

it('docs/format.md lists every mistake with its mend, and none that does not exist', () => {
  expect(rows.map(([, code]) => code).sort()).toEqual(Object.keys(words).sort());
  const warnings = rows.filter(([, , warning]) => warning).map(([, code]) => code);
  expect(warnings.sort()).toEqual(
    Object.entries(words)
      .flatMap(([code, word]) => ('warning' in word ? [code] : []))
      .sort(),
  );
});

it('docs/format.md lists every function that a definition may call', () => {
  const list = docs.slice(docs.indexOf('**Functions**'), docs.indexOf('## The other kinds'));
  expect([...builtins, ...ours].filter((name) => !list.includes(`\`${name}(`))).toEqual([]);
});

it('every mistake is said in both languages, with the same holes', () => {
  const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
  for (const [code, { uk, en }] of Object.entries(words)) {
    expect([code, new Set(holes(uk[0]))]).toEqual([code, new Set(holes(en[0]))]);
    expect(`${code} ${uk[1]}`).toMatch(/[а-яіїєґ]|\{|Зразок/);
  }
});
