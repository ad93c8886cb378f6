import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Library, library, type ServiceBundle } from '#core/definition/index.ts';

const root = join(import.meta.dirname, '../../service-definitions');

/** The shipped definitions, and the newest published version of a service. */
export function shippedLibrary(id: string): { library: Library; published: ServiceBundle | undefined } {
  const files = (readdirSync(root, { recursive: true }) as string[])
    .filter((file) => file.endsWith('.json'))
    .map((file): [string, string] => [file.replaceAll('\\', '/'), readFileSync(join(root, file), 'utf8')]);
  const found = library(Object.fromEntries(files)).library;
  const versions = Object.entries(found.published[id] ?? {});
  return { library: found, published: versions.sort(([a], [b]) => Number(a) - Number(b)).at(-1)?.[1] };
}
