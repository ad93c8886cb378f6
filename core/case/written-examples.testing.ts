/// <reference types="vite/client" />
import { bundle, type Library, library, type Service } from '#core/definition/index.ts';

/**
 * The examples of docs/format.md and the pages under docs/format/, as they stand there: files of one small folder
 * (```json registries/permits.json), changes of its service (```json service: a JSON Merge Patch, RFC 7396; ```json states: its flow,
 * which begins with the first), and what comes of them (```json scenario: a merge patch of the service's scenario). One that says how open
 * cases come over takes over those of the example before it; what becomes of them stands behind (```json rehearsal).
 */
const raw = import.meta.glob<string>(['../../docs/format.md', '../../docs/format/*.md'], {
  eager: true,
  query: '?raw',
  import: 'default',
});
const pages = Object.entries(raw).map(([path, text]) => ({ page: path.replace(/^.*docs\//, ''), text }));

export type Block = { page: string; line: number; kind: string; text: string };
export const blocks: Block[] = pages.flatMap(({ page, text }) =>
  [...text.matchAll(/^```json (\S+)\n([\s\S]*?)^```$/gm)].map((found) => ({
    page,
    line: text.slice(0, found.index).split('\n').length,
    kind: found[1] ?? '',
    text: found[2] ?? '',
  })),
);
/** Blocks of JSON that no test would look at. */
export const unread = pages.flatMap(({ page, text }) =>
  text
    .split('\n')
    .filter(
      (line) =>
        /^```json\b/.test(line) &&
        !/^```json (service|states|scenario|rehearsal|[a-z-]+\/\S+\.json)$/.test(line),
    )
    .map((line) => `${page}: ${line}`),
);
export const files = Object.fromEntries(
  blocks.filter(({ kind }) => kind.endsWith('.json')).map((b) => [b.kind, b.text]),
);
const SERVICE = 'services/stall/service.json';
export const SCENARIO = 'services/stall/scenarios/granted.json';

export type Value = { [name: string]: unknown };
export const isValue = (value: unknown): value is Value =>
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

/** An example: the change of the service, the scenarios that stand behind it, whose open cases it takes over and what becomes of them. */
export type Example = {
  title: string;
  patch: Value;
  scenarios: Value[];
  before?: Example | undefined;
  rehearsal?: Value[];
};
export const examples: Example[] = [];
for (const { page, line, kind, text } of blocks) {
  if (kind === 'scenario') examples.at(-1)?.scenarios.push(JSON.parse(text));
  const last = examples.at(-1);
  if (kind === 'rehearsal' && last) last.rehearsal = JSON.parse(text);
  if (kind !== 'service' && kind !== 'states') continue;
  const patch: Value = JSON.parse(text);
  examples.push({
    title: `${page}:${line}`,
    patch: kind === 'states' ? { states: patch } : patch,
    scenarios: [],
    ...(patch.migrate === undefined ? {} : { before: last }),
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
const { expect: _, ...begun }: Value = JSON.parse(files[SCENARIO] ?? '{}');

export function libraryWith(example: Example): Library {
  const of: { [file: string]: string } = { ...files, [SERVICE]: JSON.stringify(changed(example.patch)) };
  const plays = example.scenarios.map((patch, n): [string, string] => [
    `services/stall/scenarios/${n}.json`,
    JSON.stringify(merged(begun, patch)),
  ]);
  delete of[SCENARIO];
  if (example.before)
    of['services/stall/published/1.json'] = JSON.stringify(bundle(libraryWith(example.before), 'stall', 1));
  return library({ ...of, ...Object.fromEntries(plays) }).library;
}
