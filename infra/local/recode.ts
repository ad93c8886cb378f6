import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalStack } from './stack.ts';
import { script } from './steps.ts';

/** What a folder of code runs: null where it holds no bundle. */
function codeOf(folder: string): string | null {
  const file = join(folder, 'index.mjs');
  return existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex') : null;
}

/**
 * Bundles the functions anew and puts what changed into the folders that hosts run from, without a synthesis: an edit of
 * code changes no stack. False where it cannot tell which folders (a new handler, a bundle built meanwhile by another).
 */
export async function recode(root: string, stack: LocalStack): Promise<boolean> {
  const bundles = join(root, 'dist/functions');
  if (!existsSync(bundles)) return false;
  const assets = [...new Set(stack.world.stacks.flatMap(({ assets }) => [...assets.values()]))];
  const running = assets.map((folder) => ({ folder, code: codeOf(folder) }));
  const before = new Map(readdirSync(bundles).map((name) => [name, codeOf(join(bundles, name))]));
  const changed = (await script(root, 'infra/bundles.ts'))
    .split('\n')
    .filter((line) => line.endsWith(' built'))
    .map((line) => line.split(' ')[0] ?? '');
  const targets = changed.map((name) => ({
    name,
    folders: running.filter(({ code }) => code !== null && code === before.get(name)),
  }));
  if (targets.some(({ folders }) => folders.length === 0)) return false;
  for (const { name, folders } of targets)
    for (const { folder } of folders) {
      cpSync(join(bundles, name), folder, { recursive: true });
      stack.functions.reload(folder);
    }
  return true;
}
