import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A set of real files, where KLADKA_TEST_DATA says they lie; tests of it are skipped, and say so, where there are none. */
export function realData(set: string): {
  there: boolean;
  folder: string;
  read: (name: string) => unknown;
  names: (under: string, ending: string) => string[];
} {
  const folder = join(process.env.KLADKA_TEST_DATA ?? '', set);
  const there = process.env.KLADKA_TEST_DATA !== undefined && existsSync(folder);
  if (!there) console.log(`${set}: skipped, KLADKA_TEST_DATA names no folder with ${set}/`);
  return {
    there,
    folder,
    read: (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')),
    names: (under, ending) =>
      there
        ? readdirSync(join(folder, under), { recursive: true, encoding: 'utf8' })
            .filter((name) => name.endsWith(ending))
            .map((name) => join(under, name))
            .sort()
        : [],
  };
}
