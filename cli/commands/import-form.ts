import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import {
  check,
  type Library,
  library,
  type Problem,
  type Service,
  starter,
  written,
} from '#core/definition/index.ts';
import { type Imported, importAll, type NotRead, serviceOf } from '#core/import/import.ts';
import type { ImportedRegistry } from '#core/import/regulation/registries.ts';
import { rowOf, type SetOfForms, table, totalOf } from '#core/import/table.ts';
import { type Call, type Command, CommandError, type ExitCode, UsageError } from '../command.ts';
import { definitions, readFiles } from '../folder.ts';
import { reportLines } from '../imported/lines.ts';
import { readSources } from '../imported/read.ts';
import { problemLines } from '../problems.ts';

type Language = 'uk' | 'en';

export const command: Command = {
  usage:
    'import form <FILE …> [--agency ID] [--role NAME] [--id ID] [--out FILE] [--language CODE] [--all] [--table] [--in DIR] [--lang uk|en] [--json]',
  about: [
    'Makes services of forms of other systems: form.io (with its translations), XGov, JSON Schema, a registry’s regulation.',
    '',
    'Each form becomes a service: its form, and the flow of a service that was just begun. The report tells item by item what',
    'came over exactly (--all shows these too), what was approximated and what was left; then what the check finds in it.',
    'A process (.bpmn) takes the forms that it names and the access rules (.yml) that name it; forms take their lists from the',
    'data model (.xml) and its dictionaries (.csv): give them together. Tables of the data model become registries.',
    '--out writes the definition (of one form). --language says in which language the source is written.',
    '--table takes folders, a set each, and prints how many fields and conditions came over, as docs/import.md keeps it.',
    'Exit code 1: a file is none that can be imported.',
  ].join('\n'),
  options: {
    agency: { type: 'string' },
    role: { type: 'string' },
    id: { type: 'string' },
    out: { type: 'string' },
    language: { type: 'string' },
    all: { type: 'boolean' },
    table: { type: 'boolean' },
    in: { type: 'string' },
    lang: { type: 'string', default: 'uk' },
  },
  async run(call) {
    const { positionals, values } = call;
    if (positionals.length === 0) throw new UsageError('Name a file.');
    if (values.lang !== 'uk' && values.lang !== 'en')
      throw new UsageError(`--lang is uk or en, not “${values.lang}”.`);
    const into = target(call);
    if (values.table === true) return printTable(positionals, into, call);
    return importFiles(positionals, into, call, values.lang);
  },
};

/** Where the imported services go: into which library, agency and role. */
type Into = {
  library: Library;
  agency: NonNullable<Library['agencies'][string]>;
  role: string;
  language?: string;
};

function target({ values }: Call): Into {
  const folder = values.in === undefined ? definitions : resolve(String(values.in));
  const all = library(readFiles(folder)).library;
  const id = values.agency === undefined ? (Object.keys(all.agencies).at(-1) ?? '') : String(values.agency);
  const agency = all.agencies[id];
  if (!agency) throw new UsageError(`--agency is one of: ${Object.keys(all.agencies).join(', ')}.`);
  const deciding = Object.entries(agency.roles).find(
    ([, { may }]) => !(may ?? []).some((right) => ['define', 'appoint', 'counter'].includes(right)),
  );
  const role = values.role === undefined ? (deciding?.[0] ?? '') : String(values.role);
  if (!agency.roles[role]) throw new UsageError(`--role is one of: ${Object.keys(agency.roles).join(', ')}.`);
  return {
    library: all,
    agency,
    role,
    ...(values.language === undefined ? {} : { language: String(values.language) }),
  };
}

/** Everything that can be made of some files, and the files that nothing can be made of. */
async function made(
  paths: readonly string[],
  { agency, role, language }: Into,
): Promise<{ made: Imported[]; not: NotRead[]; registries: ImportedRegistry[] }> {
  const read = readSources(paths);
  const sources = read.flatMap((one) => ('source' in one ? [one.source] : []));
  const options = { languages: agency.languages ?? ['uk', 'en'], ...(language ? { language } : {}) };
  const done = await importAll(sources, options, { known: Object.keys(agency.roles), role });
  return { ...done, not: [...read.flatMap((one) => ('problem' in one ? [one] : [])), ...done.not] };
}

async function importFiles(
  paths: readonly string[],
  into: Into,
  call: Call,
  language: Language,
): Promise<ExitCode> {
  const { values, say, give } = call;
  const { made: all, not, registries } = await made(paths, into);
  if (values.out !== undefined && all.length !== 1)
    throw new UsageError(`--out wants one form; here are ${all.length}.`);
  const services = all.map((one) =>
    checked(one, into, values.id === undefined ? undefined : String(values.id)),
  );
  for (const { imported, service, problems } of services) {
    say(`${imported.files.join(' + ')} → ${service.id}`);
    for (const line of reportLines(imported.report, language, values.all === true)) say(line);
    for (const problem of problems) say(problemLines(problem, '', language));
    say('');
  }
  for (const { file, registry, report } of registries) {
    say(`${file} → registries/${registry.id}.json`);
    for (const line of reportLines(report, language, values.all === true)) say(line);
    say('');
  }
  for (const { problem } of not) say(problem.text[language]);
  const [only] = services;
  if (values.out !== undefined && only)
    save(String(values.out), only.service, only.imported, registries, into, say);
  give({
    services: services.map(({ imported, service, problems }) => ({
      files: imported.files,
      service,
      report: imported.report,
      problems,
    })),
    registries: registries.map(({ registry, report }) => ({ registry, report })),
    notImported: not.map(({ file, problem }) => ({ file, text: problem.text })),
  });
  return not.length > 0 ? 1 : 0;
}

function checked(
  imported: Imported,
  into: Into,
  id: string | undefined,
): { imported: Imported; service: Service; problems: Problem[] } {
  const name = id ?? identifierOf(imported.files[0] ?? '');
  const begun = starter(name, into.agency, into.role, imported.title?.uk ?? imported.title?.en ?? name);
  const service = serviceOf(begun, imported);
  const drafts = Object.fromEntries((imported.connectors ?? []).map((one) => [one.id, one]));
  const connectors = { ...drafts, ...into.library.connectors };
  const problems = check(
    { ...into.library, connectors, services: { [name]: service } },
    { kind: 'service', id: name },
  );
  return { imported, service, problems };
}

const identifierOf = (file: string): string =>
  basename(file)
    .replace(/\.[^.]+$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40) || 'imported';

/** The service, and beside it drafts of the connectors that it asks and the registries of its regulation. */
function save(
  out: string,
  service: Service,
  { connectors = [] }: Imported,
  registries: readonly ImportedRegistry[],
  { agency }: Into,
  say: Call['say'],
): void {
  const path = resolve(out);
  const drafts = [
    ...connectors.map((one) => ['connectors', one] as const),
    ...registries.map(({ registry }) => ['registries', { ...registry, agency: agency.id }] as const),
  ].map(([kind, one]) => [join(dirname(path), kind, `${one.id}.json`), one] as const);
  if (existsSync(path)) throw new CommandError(`${path} exists already.`);
  for (const [file, definition] of [
    [path, service] as const,
    ...drafts.filter(([file]) => !existsSync(file)),
  ]) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, written(definition), { flag: 'wx' });
    say(`Written: ${file}`);
  }
}

async function printTable(folders: readonly string[], into: Into, { say, give }: Call): Promise<ExitCode> {
  const sets: SetOfForms[] = [];
  for (const folder of folders) {
    const { made: all, not } = await made([folder], into);
    const report = all.flatMap((one) => one.report);
    sets.push({ name: basename(folder), forms: all.length, others: not.length, report });
  }
  say(table(sets));
  give({ sets: sets.map(rowOf), all: totalOf(sets, 'all') });
  return 0;
}
