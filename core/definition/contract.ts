import type { Connector, JsonSchema, Library } from './types.ts';

/** Which operation of a connector is asked. */
export type Use = { connector: string; operation?: string };
/** What connectors and registries there are. */
type Asked = Pick<Library, 'connectors' | 'registries'>;

/** What a connector is sent and what it answers. */
export function contractOf(library: Asked, use: Use): { input?: JsonSchema; output?: JsonSchema } {
  const connector: Connector | undefined = library.connectors[use.connector];
  if (!connector) return {};
  if (connector.kind === 'registry' && connector.registry !== undefined)
    return registryContract(library, connector);
  const operation = use.operation === undefined ? undefined : connector.operations?.[use.operation];
  return { ...pick(connector), ...(operation ? pick(operation) : {}) };
}

const pick = ({ input, output }: { input?: JsonSchema; output?: JsonSchema }) => ({
  ...(input ? { input } : {}),
  ...(output ? { output } : {}),
});

/** A lookup in a registry of ours (docs/rooms.md, "Registry"): found, key, version, record, count. */
function registryContract(library: Asked, connector: Connector): { input?: JsonSchema; output?: JsonSchema } {
  const registry = library.registries[connector.registry ?? ''];
  const given = pick(connector);
  if (given.output || !registry) return given;
  const record = registry.versions.at(-1)?.schema ?? {};
  return {
    ...given,
    output: {
      type: 'object',
      properties: {
        found: { type: 'boolean' },
        key: { type: 'string' },
        version: { type: 'integer' },
        record: { anyOf: [record] },
        count: { type: 'integer' },
      },
      required: ['found'],
    },
  };
}
