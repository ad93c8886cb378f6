import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const CRUISER = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
let house: string;

/** An import that design section 3 forbids, and the wall that must stop it. */
const forbidden: { from: string; to: string; wall: string }[] = [
  { from: 'core/flow/a.ts', to: '#functions/store/b.ts', wall: 'core-imports-only-itself' },
  { from: 'functions/http/a.ts', to: '#portal/shell/b.ts', wall: 'functions-imports-only-itself-and-core' },
  { from: 'functions/http/a.ts', to: '#infra/stacks/b.ts', wall: 'functions-imports-only-itself-and-core' },
  { from: 'infra/stacks/a.ts', to: '#functions/store/b.ts', wall: 'infra-imports-only-itself-and-core' },
  { from: 'portal/citizen/a.ts', to: '#functions/http/b.ts', wall: 'portal-imports-only-itself-and-core' },
  { from: 'cli/a.ts', to: '#functions/store/b.ts', wall: 'cli-imports-only-itself-and-core' },
  {
    from: 'form-designer/a.ts',
    to: '#portal/citizen/b.ts',
    wall: 'form-designer-imports-only-itself-and-core-and-portal-theme-and-portal-shell',
  },
  { from: 'functions/http/a.ts', to: '../../test/b.ts', wall: 'functions-imports-only-itself-and-core' },
  { from: 'core/flow/a.ts', to: '../case/b.ts', wall: 'core-flow-stays-in-its-place' },
  { from: 'core/definition/a.ts', to: '../form/b.ts', wall: 'core-definition-stays-in-its-place' },
  { from: 'core/expression/a.ts', to: '../definition/b.ts', wall: 'core-expression-stays-in-its-place' },
  { from: 'core/document/a.ts', to: '../case/b.ts', wall: 'core-document-stays-in-its-place' },
  { from: 'core/case/a.ts', to: 'node:fs', wall: 'core-is-pure' },
  { from: 'core/case/a.ts', to: '@aws-sdk/client-s3', wall: 'core-has-no-aws-and-no-react' },
  { from: 'core/form/a.ts', to: 'react', wall: 'core-has-no-aws-and-no-react' },
  { from: 'portal/citizen/a.ts', to: 'node:path', wall: 'no-node-in-the-browser' },
  { from: 'portal/citizen/a.ts', to: '@aws-sdk/client-dynamodb', wall: 'no-aws-in-the-browser' },
  { from: 'functions/handlers/a.ts', to: 'react', wall: 'no-react-in-lambda' },
  { from: 'infra/local/a.ts', to: '../stacks/b.ts', wall: 'local-reads-what-was-synthesized' },
  { from: 'infra/stacks/a.ts', to: '../local/b.ts', wall: 'stacks-do-not-know-the-laptop' },
  { from: 'functions/connectors/email/a.ts', to: '../rest/b.ts', wall: 'connectors-do-not-know-each-other' },
];

const allowed: { from: string; to: string }[] = [
  { from: 'functions/handlers/a.ts', to: '#core/case/b.ts' },
  { from: 'form-designer/a.ts', to: '#portal/theme/b.ts' },
  { from: 'form-designer/a.ts', to: '#portal/shell/b.ts' },
  { from: 'core/case/a.ts', to: '../flow/b.ts' },
  { from: 'infra/local/a.ts', to: './b.ts' },
];

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'kladka-walls-'));
  for (const file of ['package.json', 'tsconfig.json', '.dependency-cruiser.mjs'])
    cpSync(join(root, file), join(house, file));
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
});
afterAll(() => rmSync(house, { recursive: true, force: true }));

/** The names of the walls that stop this one import. */
function walls({ from, to }: { from: string; to: string }): string[] {
  const rooms = ['core', 'functions', 'infra', 'portal', 'form-designer', 'cli', 'test'];
  for (const room of rooms) rmSync(join(house, room), { recursive: true, force: true });
  const target = to.startsWith('#')
    ? to.slice(1).replace(/^designer\//, 'form-designer/')
    : to.startsWith('.')
      ? join(dirname(from), to)
      : null;
  for (const file of [target, from].filter((path) => path !== null))
    mkdirSync(join(house, dirname(file)), { recursive: true });
  if (target) writeFileSync(join(house, target), 'export const b = 1;\n');
  writeFileSync(join(house, from), `import * as b from '${to}';\nexport const a = b;\n`);
  const { stdout } = spawnSync(process.execPath, [CRUISER, '--output-type', 'json', from], {
    cwd: house,
    encoding: 'utf8',
  });
  const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } };
  return summary.violations.map((violation) => violation.rule.name);
}

test.each(forbidden)('$from may not import $to', ({ from, to, wall }) => {
  expect(walls({ from, to })).toContain(wall);
});

test.each(allowed)('$from may import $to', ({ from, to }) => {
  expect(walls({ from, to })).toEqual([]);
});
