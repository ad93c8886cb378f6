import { whole } from './bundle.ts';
import { inline } from './inline.ts';
import type { Connector, JsonSchema, Library, Live, Registry } from './types.ts';

/**
 * What runs beside the bundles, dated and not frozen: agencies, the tree of territories, and registries and connectors with every $ref to a part
 * replaced by the part, as in a bundle.
 * @throws PartError (check tells it beforehand)
 */
export function liveOf(library: Library): Live & { territories: Record<string, string> } {
  return {
    agencies: library.agencies,
    connectors: each(library.connectors, (connector) => wholeConnector(connector, library)),
    registries: each(library.registries, (registry) => wholeRegistry(registry, library)),
    territories: territoriesIn(library.files),
  };
}

const each = <T>(all: Record<string, T>, change: (one: T) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(all).map(([id, one]) => [id, change(one)]));

const wholeRegistry = (registry: Registry, library: Library): Registry => ({
  ...registry,
  versions: registry.versions.map((version) => whole(version, library)),
});

function wholeConnector(connector: Connector, library: Library): Connector {
  const schema = (given: JsonSchema) => inline(given, library, []) as JsonSchema;
  const shapes = <T extends { input?: JsonSchema; output?: JsonSchema }>(one: T): T => ({
    ...one,
    ...(one.input ? { input: schema(one.input) } : {}),
    ...(one.output ? { output: schema(one.output) } : {}),
  });
  const { operations } = connector;
  return { ...shapes(connector), ...(operations ? { operations: each(operations, shapes) } : {}) };
}

/** The territory above each, by code, from the files of the folder. */
const territoriesIn = (files: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(files)
      .filter(([file]) => file.startsWith('territories/'))
      .flatMap(([, text]) => JSON.parse(text) as { code: string; parent?: string }[])
      .flatMap(({ code, parent }) => (parent === undefined ? [] : [[code, parent]])),
  );
