import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { library, starter, written } from '#core/definition/index.ts';
import type { Agency } from '#core/definition/types.ts';
import { importAll, type Source, serviceOf, sourceOf } from '#core/import/import.ts';
import { NotImported } from '#core/import/imported.ts';

const folder = resolve(import.meta.dirname, '../service-definitions');
const files = Object.fromEntries(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
);

/** The definitions that are shipped. */
export const shippedLibrary = library(files).library;

/** Every service that is shipped, as its file has it. */
export const shippedServices = Object.entries(files)
  .filter(([name]) => /^services\/[^/]+\/service\.json$/.test(name))
  .map(([name, text]) => ({ name, text }));

/** A real file that a service may be made of: its set and name, its size in bytes. */
export type RealFile = { readonly set: string; readonly name: string; readonly size: number };

const sets: { readonly [set: string]: { readonly made: RegExp; readonly along: RegExp } } = {
  'navikt-forms': { made: /^forms\/.*\.json$/, along: /^$/ },
  'xgov-forms': { made: /\.json$/, along: /^$/ },
  'va-schemas': { made: /-schema\.json$/, along: /^$/ },
  'ua-registry': {
    made: /^((bpmn|bpmn-connectors|regulation)\/.*\.bpmn|forms\/.*\.json)$/,
    along: /^(forms\/.*\.json|regulation\/.*\.(json|yml|xml|csv))$/,
  },
};

const data = process.env.KLADKA_TEST_DATA ?? '';

/** The sets of real files, as KLADKA_TEST_DATA has them; undefined where it has not all of them. */
export function realFiles(): RealFile[] | undefined {
  const names = Object.keys(sets);
  if (data === '' || !names.every((set) => existsSync(join(data, set)))) {
    console.log(`real definitions: skipped, KLADKA_TEST_DATA names no folder with ${names.join(', ')}`);
    return undefined;
  }
  return names.flatMap((set) =>
    namesIn(set)
      .filter((name) => sets[set]?.made.test(name))
      .map((name) => ({ set, name, size: statSync(join(data, set, name)).size })),
  );
}

const namesIn = (set: string): string[] =>
  readdirSync(join(data, set), { recursive: true, encoding: 'utf8' }).sort();

function read(set: string, name: string): Source[] {
  try {
    return [sourceOf(name, readFileSync(join(data, set, name), 'utf8'))];
  } catch (error) {
    if (error instanceof NotImported) return [];
    throw error;
  }
}

/** The service that a real file becomes, as the designer saves it; undefined where nothing is made of it. */
export async function madeOf({ set, name }: RealFile): Promise<string | undefined> {
  const agency = shippedLibrary.agencies['kyiv-city'] as Agency;
  const along = namesIn(set).filter((one) => one !== name && sets[set]?.along.test(one));
  const sources = [name, ...along].flatMap((one) => read(set, one));
  const { made } = await importAll(
    sources,
    { languages: ['uk', 'en'] },
    { known: Object.keys(agency.roles), role: 'registrar' },
  );
  const imported = made.find(({ files }) => files[0] === name);
  return imported && written(serviceOf(starter('imported', agency, 'registrar', 'Imported'), imported));
}
