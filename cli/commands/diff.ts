import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Difference, difference } from '#core/definition/diff/index.ts';
import { bundle, type Library, library, PartError } from '#core/definition/index.ts';
import { type Command, CommandError, UsageError } from '../command.ts';
import { definitions, readFiles } from '../folder.ts';

type Language = 'uk' | 'en';

export const command: Command = {
  usage: 'diff <A> [B] [--in DIR] [--lang uk|en] [--json]',
  about: [
    'Tells the difference of two definitions in words, by who is affected.',
    '',
    'A and B are files, or services: <service> is the working copy, <service>@3 the third published version. One service alone',
    'compares its last published version with the working copy. With --json each change carries the JSON Patch (RFC 6902) that',
    'makes it; all of them in their order make B of A. Exit code 0 whether or not there is a difference.',
  ].join('\n'),
  options: { in: { type: 'string' }, lang: { type: 'string', default: 'uk' } },
  run({ positionals, values, say, give }) {
    const { lang } = values;
    if (lang !== 'uk' && lang !== 'en') throw new UsageError(`--lang is uk or en, not “${lang}”.`);
    const [first, second, more] = positionals;
    if (first === undefined || more !== undefined) throw new UsageError('Name one or two definitions.');
    const folder = values.in === undefined ? definitions : resolve(String(values.in));
    const read = () => library(readFiles(folder)).library;
    const before = second === undefined ? lastPublished(read(), first) : named(read, first);
    const found = difference(before, named(read, second ?? first));
    give(found);
    for (const line of lines(found, lang)) say(line);
    return 0;
  },
};

function lines({ changes, groups }: Difference, language: Language): string[] {
  if (changes.length === 0) return [language === 'uk' ? 'Відмінностей немає.' : 'There is no difference.'];
  return groups.flatMap(({ title, changes: positions }) => [
    `${title[language]}:`,
    ...positions.map((n) => `  - ${changes[n]?.says[language]}`),
  ]);
}

/** A definition by its file, or a service by its name and version. */
function named(read: () => Library, name: string): unknown {
  if (name.endsWith('.json')) return fileOf(name);
  const [id = '', version] = name.split('@');
  const all = read();
  if (version === undefined) return workingCopy(all, id);
  const published = all.published[id]?.[Number(version)];
  const there = Object.keys(all.published[id] ?? {}).join(', ') || 'none';
  if (!published) throw new CommandError(`${id} has no version ${version}. Published: ${there}.`);
  return unnumbered(published);
}

function fileOf(name: string): unknown {
  const path = resolve(name);
  if (!existsSync(path)) throw new CommandError(`There is no file ${name}.`);
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new CommandError(`${name} is no JSON: ${error instanceof Error ? error.message : error}.`);
  }
}

/** As it would be published now: parts put in, so that a change of a part shows too. */
function workingCopy(all: Library, id: string): unknown {
  if (!Object.hasOwn(all.services, id))
    throw new CommandError(`There is no service ${id}. There are: ${Object.keys(all.services).join(', ')}.`);
  try {
    return unnumbered(bundle(all, id, 0));
  } catch (error) {
    if (error instanceof PartError) throw new CommandError(`${id}: ${error.message}.`);
    throw error;
  }
}

function lastPublished(all: Library, name: string): unknown {
  if (name.endsWith('.json') || name.includes('@')) throw new UsageError('Name the second definition too.');
  const last = Math.max(0, ...Object.keys(all.published[name] ?? {}).map(Number));
  const published = all.published[name]?.[last];
  if (!published) throw new CommandError(`${name} was not published yet: there is nothing to compare with.`);
  return unnumbered(published);
}

/** The number of a version is no part of what was written. */
function unnumbered(service: object): unknown {
  return Object.fromEntries(Object.entries(service).filter(([word]) => word !== 'version'));
}
