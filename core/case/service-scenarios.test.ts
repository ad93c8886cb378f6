import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#core/flow/types.ts';
import type { ServiceRuntime } from './runtime.ts';
import { playScenario, type Scenario } from './scenario.ts';

/** Every scenario of every service of the product, played through the core as its analyst wrote it. */
const root = resolve(import.meta.dirname, '../../service-definitions');
const read = (file: string): JsonObject => JSON.parse(readFileSync(file, 'utf8'));

/** Parts put in where a schema refers to their file. */
function whole(value: unknown, from: string): unknown {
  if (Array.isArray(value)) return value.map((v) => whole(v, from));
  if (value === null || typeof value !== 'object') return value;
  const { $ref, ...rest } = value as { $ref?: unknown };
  if (typeof $ref === 'string' && $ref.startsWith('.')) {
    const file = resolve(dirname(from), $ref);
    const { $id: _, $schema: __, ...part } = whole(read(file), file) as JsonObject;
    return { ...part, ...rest };
  }
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, whole(v, from)]));
}

function all(kind: string): { [id: string]: unknown } {
  const files = readdirSync(`${root}/${kind}`).filter((f) => f.endsWith('.json'));
  return Object.fromEntries(files.map((f) => [f.slice(0, -5), read(`${root}/${kind}/${f}`)]));
}

const live = { agencies: all('agencies'), connectors: all('connectors'), registries: all('registries') };

for (const id of readdirSync(`${root}/services`)) {
  const file = `${root}/services/${id}/service.json`;
  const folder = `${root}/services/${id}/scenarios`;
  if (!existsSync(file) || !existsSync(folder)) continue;
  const bundle = whole(read(file), file);
  const service = { bundle, hash: 'a'.repeat(64), live } as unknown as ServiceRuntime;
  describe(id, () => {
    it.each(readdirSync(folder))('%s', (name) => {
      const scenario = read(`${folder}/${name}`) as unknown as Scenario;
      const { refused, outcome, documents, records, messages } = playScenario(service, scenario);
      expect(refused).toBeUndefined();
      expect({ outcome, documents, records, messages }).toMatchObject(scenario.expect ?? {});
    });
  });
}
