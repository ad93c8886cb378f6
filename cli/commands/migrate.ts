import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { evolve } from '#core/case/evolve.ts';
import { casesOfScenarios, reachableStates, rehearsedState } from '#core/case/migration/imagined.ts';
import { type Rehearsal, type Rehearsed, rehearsalOf, rehearsed } from '#core/case/migration/rehearse.ts';
import { climbing, type ServiceRuntime } from '#core/case/runtime.ts';
import type { Scenario } from '#core/case/scenario.ts';
import type { Case, CaseEvent } from '#core/case/types.ts';
import {
  bundle,
  hash,
  type Library,
  library,
  liveOf,
  PartError,
  type ServiceBundle,
} from '#core/definition/index.ts';
import { type Command, CommandError, UsageError } from '../command.ts';
import { definitions, readFiles } from '../folder.ts';

type Language = 'uk' | 'en';

export const command: Command = {
  usage: 'migrate <service> --rehearse [--to N] [--cases FILE] [--in DIR] [--lang uk|en] [--json]',
  about: [
    'Rehearses how open cases come over to a new version (migrate of its definition), case by case; nothing is changed.',
    '',
    'To the working copy, or to the published version of --to N; from the version that its migrate names. --cases is a JSON list,',
    'or one a line: cases (their snapshots), or the list of events of each. Without it, a case is looked at for every place where',
    'a scenario rests, and every other state that a case can come to wait in. What is really open is rehearsed and carried out',
    'on the running system: docs/devops.md. Exit code 1 where a case could not come over.',
  ].join('\n'),
  options: {
    rehearse: { type: 'boolean' },
    to: { type: 'string' },
    cases: { type: 'string' },
    in: { type: 'string' },
    lang: { type: 'string', default: 'uk' },
  },
  run({ positionals, values, say, give }) {
    const { lang } = values;
    if (lang !== 'uk' && lang !== 'en') throw new UsageError(`--lang is uk or en, not “${lang}”.`);
    const [id, more] = positionals;
    if (id === undefined || more !== undefined) throw new UsageError('Name one service.');
    if (values.rehearse !== true)
      throw new UsageError('Cases are migrated on the running system; here it is rehearsed: add --rehearse.');
    const folder = values.in === undefined ? definitions : resolve(String(values.in));
    const { library: read } = library(readFiles(folder));
    const [from, to] = versionsOf(read, id, values.to === undefined ? undefined : String(values.to));
    const found =
      values.cases === undefined
        ? imagined(read, from, to)
        : casesIn(String(values.cases)).map((kase) => rehearsed(from, to, kase, new Date().toISOString()));
    const rehearsal = rehearsalOf(from, to, found);
    give(rehearsal);
    for (const line of lines(rehearsal, lang, values.cases !== undefined)) say(line);
    return rehearsal.counts.refused === 0 ? 0 : 1;
  },
};

/** The version that open cases have, and the one they would come over to. */
function versionsOf(read: Library, id: string, wanted: string | undefined): [ServiceRuntime, ServiceRuntime] {
  const published = read.published[id] ?? {};
  const last = Math.max(0, ...Object.keys(published).map(Number));
  const there = Object.keys(published).join(', ') || 'none';
  const after = wanted === undefined ? workingCopy(read, id, last + 1) : published[Number(wanted)];
  if (!after) throw new CommandError(`${id} has no version ${wanted}. Published: ${there}.`);
  const from = after.migrate?.from;
  if (from === undefined)
    throw new CommandError(`${id} does not say how open cases come over: add migrate (docs/format.md).`);
  const before = published[from];
  if (!before) throw new CommandError(`migrate of ${id} is from version ${from}. Published: ${there}.`);
  return [runtimeOf(read, before), runtimeOf(read, after)];
}

function runtimeOf(read: Library, service: ServiceBundle): ServiceRuntime {
  return climbing({ bundle: service, hash: hash(service), live: liveOf(read) });
}

function workingCopy(read: Library, id: string, version: number): ServiceBundle {
  if (!Object.hasOwn(read.services, id))
    throw new CommandError(`There is no service ${id}. There are: ${Object.keys(read.services).join(', ')}.`);
  try {
    return bundle(read, id, version);
  } catch (error) {
    if (error instanceof PartError) throw new CommandError(`${id}: ${error.message}.`);
    throw error;
  }
}

/** Cases as the scenarios pass through them, and states that none of them rests in. */
function imagined(read: Library, from: ServiceRuntime, to: ServiceRuntime): Rehearsed[] {
  const scenarios = Object.entries(read.files)
    .filter(([file]) => file.startsWith(`services/${from.bundle.id}/scenarios/`))
    .map(([, text]) => JSON.parse(text) as Scenario);
  const cases = casesOfScenarios(from, scenarios, to.bundle.migrate);
  const seen = new Set(cases.flatMap(({ places }) => Object.keys(places)));
  return [
    ...cases.map((kase) => rehearsed(from, to, kase, kase.changedAt)),
    ...reachableStates(from)
      .filter((path) => !seen.has(path))
      .map((path) => rehearsedState(from, to, path)),
  ];
}

/** Cases of a file: a JSON list or one a line, each a snapshot or its events. @throws CommandError */
function casesIn(file: string): Case[] {
  const path = resolve(file);
  if (!existsSync(path)) throw new CommandError(`There is no file ${file}.`);
  const text = readFileSync(path, 'utf8').trim();
  try {
    return valuesIn(text).map(caseOf);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`${file} holds no cases: ${error instanceof Error ? error.message : error}.`);
  }
}

/** The values of a JSON list, or of JSON lines; the events of one case alone are one value. */
function valuesIn(text: string): unknown[] {
  let whole: unknown;
  try {
    whole = JSON.parse(text);
  } catch {
    return text.split('\n').map((line): unknown => JSON.parse(line));
  }
  const isOne = !Array.isArray(whole) || (whole[0] as { type?: unknown } | undefined)?.type !== undefined;
  return isOne ? [whole] : (whole as unknown[]);
}

function caseOf(given: unknown, n: number): Case {
  const events = Array.isArray(given) ? (given as CaseEvent[]) : undefined;
  const kase = events ? events.reduce<Case | null>(evolve, null) : (given as Case | null);
  if (kase?.places === undefined || kase.data === undefined)
    throw new CommandError(`Number ${n + 1} is no case: a snapshot, or the list of its events, is meant.`);
  return kase;
}

const MARKS = { moves: '✓', stays: '–', refused: '✗' } as const;

/** @param named the cases are real ones, known by their references */
function lines({ cases, says, service }: Rehearsal, language: Language, named: boolean): string[] {
  return [
    service,
    ...cases.flatMap(({ result, reference, says: [first, ...more] }) => [
      `  ${MARKS[result]} ${named ? `${reference} ` : ''}${first?.[language]}`,
      ...more.map((text) => `      ${text[language]}`),
    ]),
    ...says.map((text) => `  ${text[language]}`),
  ];
}
