import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type NotRead, type Source, sourceOf } from '#core/import/import.ts';
import { NotImported } from '#core/import/imported.ts';
import { CommandError } from '../command.ts';

/** A file that could be read, or why it could not. */
export type Read = { readonly source: Source } | NotRead;

const READABLE = /\.(json|bpmn|ya?ml|xml|csv)$/;

/** The files named, and those in the folders named, as an import reads them. @throws CommandError where there is none */
export function readSources(paths: readonly string[]): Read[] {
  return filesOf(paths).map((file): Read => {
    try {
      return { source: sourceOf(file, readFileSync(file, 'utf8')) };
    } catch (error) {
      if (error instanceof NotImported) return { file, problem: error };
      throw error;
    }
  });
}

function filesOf(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    let isFolder: boolean;
    try {
      isFolder = statSync(path).isDirectory();
    } catch {
      throw new CommandError(`There is no file ${path}.`);
    }
    if (!isFolder) return [path];
    return readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((name) => READABLE.test(name))
      .map((name) => join(path, name))
      .sort();
  });
}
