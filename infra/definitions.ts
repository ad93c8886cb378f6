import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A service as its stack needs it. */
export interface CompiledService {
  id: string;
  hash: string;
  /** What becomes the layer: holds `kladka/current.json`. */
  layer: string;
  /** kladka/current.json itself. */
  file: string;
}

/** The definitions that no service owns. */
export interface CompiledPlatform {
  file: string;
  hash: string;
  /** What becomes the layer of a connector: holds `kladka/connector.json`. */
  connectorLayer(id: string): string;
}

const sha = (text: string) => createHash('sha256').update(text).digest('hex');

export function compileService(definitions: string, out: string, id: string): CompiledService {
  const text = readFileSync(join(definitions, 'services', id, 'service.json'), 'utf8');
  const layer = join(out, id);
  const file = join(layer, 'kladka/current.json');
  mkdirSync(join(layer, 'kladka'), { recursive: true });
  writeFileSync(file, text);
  return { id, hash: sha(text), layer, file };
}

export function compilePlatform(definitions: string, out: string): CompiledPlatform {
  const kinds = ['agencies', 'connectors', 'registries'] as const;
  const all: Record<string, Record<string, unknown>> = {};
  for (const kind of kinds) {
    all[kind] = {};
    const folder = join(definitions, kind);
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.json')))
      all[kind][name.slice(0, -5)] = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  }
  const connectorLayer = (id: string) => join(out, '.connectors', id);
  for (const [id, definition] of Object.entries(all.connectors ?? {})) {
    mkdirSync(join(connectorLayer(id), 'kladka'), { recursive: true });
    writeFileSync(join(connectorLayer(id), 'kladka/connector.json'), JSON.stringify(definition));
    // the connector of a registry checks what it writes against the registry's schema
    const registry = all.registries?.[String((definition as { registry?: unknown }).registry)];
    if (registry) writeFileSync(join(connectorLayer(id), 'kladka/registry.json'), JSON.stringify(registry));
  }
  const text = JSON.stringify(all);
  const file = join(out, '.platform.json');
  writeFileSync(file, text);
  void cpSync;
  void statSync;
  return { file, hash: sha(text), connectorLayer };
}
