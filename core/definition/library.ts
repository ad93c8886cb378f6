import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { mistake } from './check/problem.ts';
import { lineAndColumn } from './place.ts';
import type { Kind, Library, Part, Problem } from './types.ts';

/** Where the definitions of a kind lie, by path below service-definitions/. */
const places: readonly [RegExp, Kind][] = [
  [/^services\/([^/]+)\/service\.json$/, 'service'],
  [/^registries\/([^/]+)\.json$/, 'registry'],
  [/^connectors\/([^/]+)\.json$/, 'connector'],
  [/^agencies\/([^/]+)\.json$/, 'agency'],
];

/** The collection of a library that holds a kind. */
export const collections = {
  service: 'services',
  registry: 'registries',
  connector: 'connectors',
  agency: 'agencies',
} as const satisfies Record<Kind, keyof Library>;

/** The file of a definition, by path below service-definitions/. */
export const fileOf = (kind: Kind, id: string): string =>
  kind === 'service' ? `services/${id}/service.json` : `${collections[kind]}/${id}.json`;

/**
 * A service-definitions/ folder, its files read by the caller: path below the folder -> text. Files elsewhere are kept but not read.
 * A definition that cannot be read is a problem, never an exception.
 */
export function library(files: Readonly<Record<string, string>>): { library: Library; problems: Problem[] } {
  const read: Library = {
    services: {},
    registries: {},
    connectors: {},
    agencies: {},
    parts: {},
    published: {},
    files: { ...files },
  };
  const problems: Problem[] = [];
  for (const [file, text] of Object.entries(files)) {
    if (!/^(services|registries|connectors|agencies|parts)\/.*\.json$/.test(file)) continue;
    const value = load(file, text, problems);
    if (value !== undefined) put(read, file, value, problems);
  }
  return { library: read, problems };
}

/** A JSON text, or undefined with the reasons added to `problems`: with line and column. */
export function load(file: string, text: string, problems: Problem[]): unknown {
  const errors: ParseError[] = [];
  const value: unknown = parse(text.replace(/^\uFEFF/, ' '), errors, { disallowComments: true });
  for (const error of errors.slice(0, 20))
    problems.push({
      ...mistake('notJson', '', { what: printParseErrorCode(error.error) }),
      file,
      ...lineAndColumn(text, error.offset),
    });
  return errors.length ? undefined : value;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function put(read: Library, file: string, value: unknown, problems: Problem[]): void {
  if (!isObject(value)) {
    if (!file.includes('/scenarios/'))
      problems.push({ ...mistake('notObject', '', {}), file, line: 1, column: 1 });
    return;
  }
  for (const [pattern, kind] of places) {
    const id = pattern.exec(file)?.[1];
    if (id === undefined) continue;
    (read[collections[kind]] as Record<string, unknown>)[id] = value;
    if (value.id !== id)
      problems.push({
        ...mistake('idIsNotName', '/id', { id: String(value.id), name: id }),
        file,
        line: 1,
        column: 1,
      });
  }
  const [, name, piece] = /^parts\/([^/]+)\/(schema|ui|texts)\.json$/.exec(file) ?? [];
  if (name && piece) {
    read.parts[name] ??= { schema: {}, ui: {}, texts: {} };
    read.parts[name][piece as keyof Part] = value as never;
  }
  const [, service, version] = /^services\/([^/]+)\/published\/(\d+)\.json$/.exec(file) ?? [];
  if (service && version) {
    read.published[service] ??= {};
    read.published[service][Number(version)] = value as never;
  }
}
