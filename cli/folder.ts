import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { CommandError } from './command.ts';

/** The project's own folder. */
export const root = resolve(import.meta.dirname, '..');

/** The definitions that the project deploys. */
export const definitions = join(root, 'service-definitions');

/** Every JSON file of a service-definitions/ folder, by its path below it. @throws CommandError where there is none */
export function readFiles(folder: string): Record<string, string> {
  if (!existsSync(folder)) throw new CommandError(`There is no folder ${folder}.`);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => [relative(folder, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')] as const);
  return Object.fromEntries(files);
}
