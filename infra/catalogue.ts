import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the stacks need to know of a connector definition. */
export interface ConnectorEntry {
  id: string;
  kind: string;
  /** How many of its function run at a time. */
  concurrency: number;
  /** Names of its secrets. */
  secrets: string[];
  /** For kind registry: the registry of ours. */
  registry?: string;
}

/** What there is in service-definitions/, by folder and file name; what is in them is checked when they are compiled. */
export interface Catalogue {
  services: string[];
  connectors: ConnectorEntry[];
}

interface ConnectorFile {
  kind?: string;
  concurrency?: number;
  registry?: string;
  auth?: { secret?: string };
  callback?: { secret?: string };
}

/** If a definition does not say (docs/format.md, the other kinds). */
const CONCURRENCY = 5;

/** Reads which services and connectors there are. `folder` is service-definitions/. */
export function readCatalogue(folder: string): Catalogue {
  const list = (kind: string) => {
    const path = join(folder, kind);
    return existsSync(path) ? readdirSync(path, { withFileTypes: true }) : [];
  };
  return {
    services: list('services')
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort(),
    connectors: list('connectors')
      .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
      .map((entry) => connector(join(folder, 'connectors', entry.name), entry.name.slice(0, -'.json'.length)))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

function connector(path: string, id: string): ConnectorEntry {
  const file = JSON.parse(readFileSync(path, 'utf8')) as ConnectorFile;
  const secrets = [file.auth?.secret, file.callback?.secret].filter((name) => name !== undefined);
  return {
    id,
    kind: file.kind ?? '',
    concurrency: file.concurrency ?? CONCURRENCY,
    secrets,
    ...(file.registry ? { registry: file.registry } : {}),
  };
}
