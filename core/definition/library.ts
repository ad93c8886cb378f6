import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { isRecord } from '#core/expression/record.ts';
import { mistake } from './check/problem.ts';
import { lineAndColumn, placesIn } from './place.ts';
import type { Kind, Library, Part, Problem, Scenario } from './types.ts';

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

/** The file of a scenario, by path below service-definitions/. */
export const scenarioFile = (service: string, name: string): string =>
  `services/${service}/scenarios/${name}.json`;

/** The scenarios of a service by name, as far as they can be read. */
export function scenariosIn({ files }: Pick<Library, 'files'>, service: string): Record<string, Scenario> {
  const [before = '', after = ''] = scenarioFile(service, '*').split('*');
  return Object.fromEntries(
    Object.entries(files).flatMap(([file, text]) => {
      const name =
        file.startsWith(before) && file.endsWith(after) ? file.slice(before.length, -after.length) : '';
      const scenario = /^[^/]+$/.test(name) ? load(file, text, []) : undefined;
      return isRecord(scenario) ? [[name, scenario as unknown as Scenario] as const] : [];
    }),
  );
}

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
  const told = new Set<number>();
  for (const { error, offset } of errors.slice(0, 20)) {
    // one slip has consequences at the same place
    if (told.has(offset)) continue;
    told.add(offset);
    const what = unreadable[printParseErrorCode(error)] ?? { uk: 'зайвий знак', en: 'a sign too many' };
    problems.push({ ...mistake('notJson', '', { what }), file, ...lineAndColumn(text, offset) });
  }
  return errors.length ? undefined : value;
}

/** What a parser misses, in the analyst's words. */
const unreadable: { readonly [code: string]: { readonly uk: string; readonly en: string } } = {
  InvalidSymbol: { uk: 'незрозумілий знак', en: 'a sign that means nothing' },
  InvalidNumberFormat: { uk: 'число записано не так', en: 'a number written wrongly' },
  PropertyNameExpected: { uk: 'тут має бути назва в лапках', en: 'here must stand a name in quotes' },
  ValueExpected: { uk: 'тут має бути значення', en: 'here must stand a value' },
  ColonExpected: { uk: 'бракує двокрапки', en: 'a colon is missing' },
  CommaExpected: { uk: 'бракує коми', en: 'a comma is missing' },
  CloseBraceExpected: { uk: 'бракує дужки }', en: 'a bracket } is missing' },
  CloseBracketExpected: { uk: 'бракує дужки ]', en: 'a bracket ] is missing' },
  EndOfFileExpected: { uk: 'після кінця є ще щось', en: 'something comes after the end' },
  InvalidCommentToken: { uk: 'приміток тут не буває', en: 'there are no comments here' },
  UnexpectedEndOfComment: { uk: 'примітка не закінчується', en: 'a comment does not end' },
  UnexpectedEndOfString: { uk: 'текст не закінчується лапками', en: 'a text does not end with a quote' },
  UnexpectedEndOfNumber: { uk: 'число обривається', en: 'a number breaks off' },
  InvalidUnicode: { uk: 'незрозумілий знак після \\u', en: 'a sign after \\u that means nothing' },
  InvalidEscapeCharacter: { uk: 'після \\ стоїть не той знак', en: 'a wrong sign after \\' },
  InvalidCharacter: { uk: 'неприпустимий знак у тексті', en: 'a sign that no text may hold' },
};

function put(read: Library, file: string, value: unknown, problems: Problem[]): void {
  if (!isRecord(value)) {
    problems.push({ ...mistake('notObject', '', {}), file, line: 1, column: 1 });
    return;
  }
  for (const [pattern, kind] of places) {
    const id = pattern.exec(file)?.[1];
    if (id === undefined) continue;
    (read[collections[kind]] as Record<string, unknown>)[id] = value;
    // one that is missing, or is no text, is a mistake of the shape
    if (typeof value.id === 'string' && value.id !== id) {
      const mend = [{ op: 'replace', path: '/id', value: id }] as const;
      const problem = mistake('idIsNotName', '/id', { id: value.id, name: id }, mend);
      problems.push({ ...problem, file, ...placesIn(read.files[file] ?? '')('/id') });
    }
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
