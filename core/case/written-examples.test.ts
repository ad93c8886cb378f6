import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  allSchemas,
  bundle,
  check,
  hash,
  type Library,
  library,
  liveOf,
  type Service,
} from '#core/definition/index.ts';
import { prove } from '#core/flow/proof/index.ts';
import { climbing } from './runtime.ts';
import { playScenario, type Scenario } from './scenario.ts';

/**
 * The examples of docs/format.md and the pages under docs/format/, as they stand there: files of one small folder
 * (```json registries/permits.json), changes of its service (```json service: a JSON Merge Patch, RFC 7396; ```json states: its flow,
 * which begins with the first), and what comes of them (```json scenario: a merge patch of the service's scenario).
 */
const docs = resolve(import.meta.dirname, '../../docs');
const pages = ['format.md', ...readdirSync(`${docs}/format`).map((page) => `format/${page}`)];

type Block = { page: string; line: number; kind: string; text: string };
const blocks: Block[] = pages.flatMap((page) => {
  const text = readFileSync(`${docs}/${page}`, 'utf8');
  return [...text.matchAll(/^```json (\S+)\n([\s\S]*?)^```$/gm)].map((found) => ({
    page,
    line: text.slice(0, found.index).split('\n').length,
    kind: found[1] ?? '',
    text: found[2] ?? '',
  }));
});
const files = Object.fromEntries(
  blocks.filter(({ kind }) => kind.endsWith('.json')).map((b) => [b.kind, b.text]),
);
const SERVICE = 'services/stall/service.json';
const SCENARIO = 'services/stall/scenarios/granted.json';

type Value = { [name: string]: unknown };
const isValue = (value: unknown): value is Value =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** JSON Merge Patch (RFC 7396). */
function merged(into: unknown, patch: unknown): unknown {
  if (!isValue(patch)) return patch;
  const all = Object.entries({ ...(isValue(into) ? into : {}), ...patch });
  const from = isValue(into) ? into : {};
  return Object.fromEntries(
    all
      .filter(([name]) => patch[name] !== null)
      .map(([name, value]) => [name, name in patch ? merged(from[name], patch[name]) : value]),
  );
}

const ends: Value = {
  granted: { type: 'end', outcome: 'granted', kind: 'granted' },
  refused: { type: 'end', outcome: 'refused', kind: 'refused' },
  late: { type: 'end', outcome: 'late', kind: 'left' },
  withdrawn: { type: 'end', outcome: 'withdrawn', kind: 'withdrawn' },
};

/** An example: the change of the service, and the scenarios that stand behind it. */
type Example = { title: string; patch: Value; scenarios: Value[] };
const examples: Example[] = [];
for (const { page, line, kind, text } of blocks) {
  if (kind === 'scenario') examples.at(-1)?.scenarios.push(JSON.parse(text));
  if (kind !== 'service' && kind !== 'states') continue;
  const patch: Value = JSON.parse(text);
  examples.push({
    title: `${page}:${line}`,
    patch: kind === 'states' ? { states: patch } : patch,
    scenarios: [],
  });
}

/** The service with the change: new states take the place of the whole flow, and the usual ends that they lead to are there. */
function changed({ states, ...patch }: Value): Service {
  const service = merged(JSON.parse(files[SERVICE] ?? '{}'), patch) as Value;
  if (!isValue(states)) return service as unknown as Service;
  const text = JSON.stringify(states);
  const led = Object.entries(ends).filter(([name]) => text.includes(`"${name}"`) && !(name in states));
  const flow = { initial: Object.keys(states)[0], states: { ...states, ...Object.fromEntries(led) } };
  return { ...service, flow } as unknown as Service;
}

/** The application of the service's scenario; what it comes to is that of each example. */
const { expect: _, ...begun } = JSON.parse(files[SCENARIO] ?? '{}') as Value;

function libraryWith(example: Example): Library {
  const of = { ...files, [SERVICE]: JSON.stringify(changed(example.patch)) };
  const plays = example.scenarios.map((patch, n): [string, string] => [
    `services/stall/scenarios/${n}.json`,
    JSON.stringify(merged(begun, patch)),
  ]);
  delete of[SCENARIO];
  return library({ ...of, ...Object.fromEntries(plays) }).library;
}

const mistakes = (known: Library, today = '2026-03-02') =>
  check(known, undefined, { today })
    .filter((p) => p.severity === 'mistake')
    .map((p) => `${p.file}${p.pointer} ${p.code}: ${p.message.en}`);

function played(known: Library, text: string) {
  const made = bundle(known, 'stall', 0);
  const scenario = JSON.parse(text) as Scenario;
  const { refused, outcome, documents, records, messages } = playScenario(
    climbing({ bundle: made, hash: hash(made), live: liveOf(known) }),
    scenario,
  );
  return { scenario, refused, come: { outcome, documents, records, messages } };
}

describe('the examples of docs/format.md', () => {
  it('are one folder of definitions in which nothing is wrong', () => {
    const read = library(files);
    expect(read.problems).toEqual([]);
    expect(check(read.library, undefined, { today: '2026-03-02' })).toEqual([]);
  });

  it.each([{ title: SCENARIO, patch: {}, scenarios: [JSON.parse(files[SCENARIO] ?? '{}')] }, ...examples])(
    '$title',
    (example) => {
      const known = libraryWith(example);
      expect(mistakes(known)).toEqual([]);
      const proof = prove({ bundle: bundle(known, 'stall', 0), live: liveOf(known) });
      // an example is of one thing: that an officer decides is not its matter
      const failures = proof.failures.filter((f) => f.severity === 'mistake' && f.property !== 'ownCase');
      expect(failures.map((f) => `${f.pointer} ${f.code}: ${f.message.en}`)).toEqual([]);
      for (const [file, text] of Object.entries(known.files)) {
        if (!file.startsWith('services/stall/scenarios/')) continue;
        const { scenario, refused, come } = played(known, text);
        expect(refused).toBeUndefined();
        expect(scenario.expect?.outcome).toBeDefined();
        expect(come).toMatchObject(scenario.expect ?? {});
      }
    },
  );

  it('show every kind of state, each played to its outcome', () => {
    const kinds = (allSchemas.flow as { $defs: { State: { oneOf: { $ref: string }[] } } }).$defs.State;
    const wanted = kinds.oneOf.map(({ $ref }) => $ref.replace('#/$defs/', ''));
    const shown = new Set<string>();
    for (const { patch, scenarios } of examples) {
      if (!isValue(patch.states)) continue;
      expect(scenarios.length).toBeGreaterThan(0);
      for (const [, type = ''] of JSON.stringify(patch.states).matchAll(/"type":"(\w+)"/g))
        shown.add(`${type[0]?.toUpperCase()}${type.slice(1)}State`);
    }
    // an end is what every example comes to
    expect(wanted.filter((kind) => kind !== 'EndState' && !shown.has(kind))).toEqual([]);
  });
});
