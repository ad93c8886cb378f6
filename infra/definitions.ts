import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readCatalogue } from './catalogue.ts';
import {
  bundle,
  check,
  cronOf,
  forScheduler,
  hash,
  type Library,
  type Live,
  library,
  liveOf,
  type Problem,
  type Service,
  scenariosIn,
} from './core-definition.ts';
import type { Settings } from './settings.ts';

/** A service as its stack needs it. */
export interface CompiledService {
  id: string;
  hash: string;
  /** What becomes the layer: holds `kladka/current.json`. */
  layer: string;
  /** kladka/current.json itself. */
  file: string;
  /** Connectors that its form asks while it is filled in. */
  lookups: string[];
  /** When the calendar begins cases, as EventBridge Scheduler writes it, and the registry whose records they are about. */
  schedule?: { expression: string; registry?: string };
}

/** The definitions that no service owns. */
export interface CompiledPlatform {
  /** `{ agencies, connectors, registries, territories, parts, sources, scenarios }`, each by id. */
  file: string;
  hash: string;
  /** What becomes the layer of a connector: holds `kladka/connector.json`, and `kladka/registry.json` where it serves one. */
  connectorLayer(id: string): string;
}

export interface Compiled {
  services: CompiledService[];
  /** Services left out: in an account, those of which nothing is published. */
  left: string[];
  platform: CompiledPlatform;
}

export interface CompileProps {
  /** service-definitions/. */
  folder: string;
  /** dist/definitions. */
  out: string;
  stage: Settings['stage'];
  /** Only this service. */
  only?: string;
}

/** Definitions that cannot be released: `problems` says each mistake, `message` all of them. */
export class DefinitionProblems extends Error {
  readonly code = 'definitions';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(
      [
        `The definitions have ${problems.length} mistake${problems.length === 1 ? '' : 's'}:`,
        ...problems.map(line),
      ].join('\n'),
    );
    this.problems = problems;
  }
}

const line = ({ file, line: row, column, pointer, code, message, hint }: Problem): string => {
  const place = [file ?? '', row, column].filter((part) => part !== undefined && part !== '').join(':');
  const say = (text: Record<string, string>) => text.en ?? text.uk ?? '';
  return `  ${place}${pointer ? ` ${pointer}` : ''} (${code}): ${say(message)} ${say(hint)}`;
};

/**
 * Compiles service-definitions/ into what layers and releases are made of. Locally a working copy counts where it is
 * newer than what is published; in an account only what is published. Throws DefinitionProblems with every mistake.
 */
export function compileDefinitions({ folder, out, stage, only }: CompileProps): Compiled {
  const { library: all, problems } = library(readFiles(folder));
  const found = [...problems, ...check(all, only ? { kind: 'service', id: only } : undefined)].filter(
    ({ severity }) => severity !== 'warning',
  );
  if (found.length > 0) throw new DefinitionProblems(found);
  const live: Live = liveOf(all);
  const services: CompiledService[] = [];
  const left: string[] = [];
  for (const id of readCatalogue(folder).services.filter((service) => !only || service === only)) {
    const chosen = choose(folder, all, id, stage);
    if (chosen) services.push(writeService(out, id, chosen, live));
    else left.push(id);
  }
  return { services, left, platform: writePlatform(folder, out, live, all) };
}

/** The bundle to release: the newest published one, or the working copy where that differs and this is one machine. */
function choose(folder: string, all: Library, id: string, stage: Settings['stage']): unknown {
  const published = newestPublished(join(folder, 'services', id, 'published'));
  if (stage === 'account') return published?.bundle;
  if (published && hash(bundle(all, id, published.version)) === hash(published.bundle))
    return published.bundle;
  return bundle(all, id, 0);
}

function newestPublished(folder: string): { version: number; bundle: unknown } | undefined {
  if (!existsSync(folder)) return undefined;
  const version = readdirSync(folder)
    .map((name) => Number(/^(\d+)\.json$/.exec(name)?.[1]))
    .filter((number) => number > 0)
    .sort((a, b) => b - a)[0];
  if (version === undefined) return undefined;
  return { version, bundle: readJson(join(folder, `${version}.json`)) };
}

function writeService(out: string, id: string, chosen: unknown, live: Live): CompiledService {
  const layer = join(out, id);
  const current = { bundle: chosen, hash: hash(chosen), live };
  const file = write(join(layer, 'kladka'), 'current.json', current);
  return { id, hash: current.hash, layer, file, lookups: lookupsOf(chosen), ...scheduleOf(chosen) };
}

function lookupsOf(chosen: unknown): string[] {
  const { form } = chosen as { form?: { lookups?: Record<string, { connector: string }> } };
  return [...new Set(Object.values(form?.lookups ?? {}).map(({ connector }) => connector))].sort();
}

function scheduleOf(chosen: unknown): Pick<CompiledService, 'schedule'> {
  const { startedBy } = chosen as { startedBy?: Service['startedBy'] };
  if (!startedBy?.schedule) return {};
  const cron = cronOf(startedBy.schedule.cron);
  // the check told of it before it was published
  if (typeof cron === 'string') throw new TypeError(`no schedule: ${cron}`);
  const registry = startedBy.schedule.forEach?.registry;
  return { schedule: { expression: forScheduler(cron), ...(registry === undefined ? {} : { registry }) } };
}

function writePlatform(folder: string, out: string, live: Live, library: Library): CompiledPlatform {
  // names with a dot are no service's
  const connectorLayer = (id: string) => join(out, '.connectors', id);
  for (const { id, concurrency, registry } of readCatalogue(folder).connectors) {
    const definition = live.connectors[id];
    const rate = definition?.rate;
    write(join(connectorLayer(id), 'kladka'), 'connector.json', {
      ...definition,
      // each container keeps to its share, so that all together keep to the rate
      ...(rate ? { rate: { ...rate, perSecond: rate.perSecond / concurrency } } : {}),
    });
    if (registry) write(join(connectorLayer(id), 'kladka'), 'registry.json', live.registries[registry]);
  }
  // for the designer: bundles hold no $ref any more
  const { parts, services: sources } = library;
  const scenarios = Object.fromEntries(Object.keys(sources).map((id) => [id, scenariosIn(library, id)]));
  const all = { ...live, territories: readFolder(join(folder, 'territories')), parts, sources, scenarios };
  return { file: write(out, '.platform.json', all), hash: hash(all), connectorLayer };
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** The JSON files of a folder by their name without ending. */
function readFolder(folder: string): Record<string, unknown> {
  if (!existsSync(folder)) return {};
  return Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => [name.slice(0, -'.json'.length), readJson(join(folder, name))]),
  );
}

/** Every JSON file below a folder, by its path from there with slashes. */
function readFiles(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [relative(folder, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );
}

/** Writes a file anew; the same content gives the same asset. */
function write(folder: string, name: string, value: unknown): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  rmSync(path, { force: true });
  writeFileSync(path, JSON.stringify(value));
  return path;
}
