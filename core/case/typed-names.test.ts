import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { bundle, library } from '#core/definition/index.ts';
import { statePlaces } from '#core/definition/scope/places.ts';
import { scopesOf } from '#core/definition/scope/scopes.ts';
import type { Type } from '#core/expression/types/index.ts';
import { flowOf } from '#core/flow/position.ts';
import { evolve } from './evolve.ts';
import { draftNames, namesOf } from './names.ts';
import type { ServiceRuntime } from './runtime.ts';
import { playScenario, type Scenario } from './scenario.ts';
import type { Case } from './types.ts';

/** What the check believes of names, held against those of real cases: every scenario of the product, after every event. */
const root = resolve(import.meta.dirname, '../../service-definitions');
const files = Object.fromEntries(
  (readdirSync(root, { recursive: true }) as string[])
    .filter((file) => file.endsWith('.json'))
    .map((file) => [file.replaceAll('\\', '/'), readFileSync(resolve(root, file), 'utf8')]),
);
const known = library(files).library;
const { agencies, connectors, registries } = known;
const scenarios = Object.keys(files).flatMap((file) => {
  const [, id, name] = /^services\/([^/]+)\/scenarios\/(.+)\.json$/.exec(file) ?? [];
  return id && name ? [{ id, name, file }] : [];
});

/** Where a value is not of its type. */
function misfits(value: unknown, type: Type, path: string): string[] {
  if (type.kind === 'any' || type.kind === 'mixed') return [];
  if (value === null || value === undefined) return type.empty ? [] : [`${path} is empty`];
  if (type.kind === 'list')
    return Array.isArray(value)
      ? value.flatMap((item, n) => misfits(item, type.of, `${path}[${n}]`))
      : [`${path} is no list`];
  if (type.kind === 'context') {
    if (typeof value !== 'object' || Array.isArray(value)) return [`${path} is no group`];
    const unknown = type.open ? [] : Object.keys(value).filter((name) => !Object.hasOwn(type.fields, name));
    return [
      ...unknown.map((name) => `${path}.${name} is not known`),
      ...Object.entries(type.fields).flatMap(([name, inner]) =>
        Object.hasOwn(value, name)
          ? misfits((value as { [name: string]: unknown })[name], inner, `${path}.${name}`)
          : [`${path}.${name} is not there`],
      ),
    ];
  }
  const values = 'values' in type ? type.values : undefined;
  if (typeof value !== type.kind) return [`${path} is a ${typeof value}, not a ${type.kind}`];
  return values && !values.includes(value as string) ? [`${path} is ${String(value)}`] : [];
}

const all = (names: { [name: string]: unknown }, types: { readonly [name: string]: Type }): string[] => [
  ...Object.keys(names).flatMap((name) => (Object.hasOwn(types, name) ? [] : [`${name} is not known`])),
  ...Object.entries(types).flatMap(([name, type]) =>
    Object.hasOwn(names, name) ? misfits(names[name], type, name) : [`${name} is not there`],
  ),
];

it.each(scenarios)('names of $id in $name are what the check says', ({ id, file }) => {
  const service = {
    bundle: bundle(known, id, 0),
    hash: 'a'.repeat(64),
    live: { agencies, connectors, registries },
  };
  const runtime = service as unknown as ServiceRuntime;
  const definition = known.services[id];
  if (!definition) throw new Error(id);
  const scopes = scopesOf(known, definition);
  const places = statePlaces(known, definition, scopes);
  const { events } = playScenario(runtime, JSON.parse(files[file] ?? '') as Scenario);
  const found = new Set<string>();
  let seen = 0;
  let kase: Case | null = null;
  for (const event of events) {
    kase = evolve(kase, event);
    for (const [path, place] of Object.entries(kase.places)) {
      const types = places.find(({ name }) => name === place.state)?.names;
      if (!types) continue;
      seen += 1;
      for (const one of all(namesOf(runtime, kase, flowOf(path), event.at), types))
        found.add(`${place.state}: ${one}`);
    }
  }
  expect(seen).toBeGreaterThan(0);
  expect([...found]).toEqual([]);
});

it('names of a draft are what the check says', () => {
  const id = 'residence-registration';
  const definition = known.services[id];
  if (!definition) throw new Error(id);
  const { form: _, ...types } = scopesOf(known, definition).draft;
  const service = { bundle: bundle(known, id, 0), hash: '', live: { agencies, connectors, registries } };
  const draft = { identity: undefined, applicant: undefined, lookups: {}, language: 'uk', channel: 'portal' };
  expect(all(draftNames(service as unknown as ServiceRuntime, draft, '2026-11-26T10:00:00Z'), types)).toEqual(
    [],
  );
});
