import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Registry } from '#core/definition/types.generated.ts';
import { client } from '../../store/tables.ts';
import { consumer } from '../consumer.ts';
import { setting } from '../definition.ts';
import { givenUp } from '../failed.ts';
import { places } from './places.ts';
import { records } from './records.ts';
import { send } from './send.ts';
import type { RegistryEffect } from './types.ts';

/** The registry's definition lies beside the connector's in its layer. */
function registryDefinition(): Registry {
  const beside = dirname(process.env.KLADKA_CONNECTOR_FILE ?? '/opt/kladka/connector.json');
  return JSON.parse(
    readFileSync(process.env.KLADKA_REGISTRY_FILE ?? join(beside, 'registry.json'), 'utf8'),
  ) as Registry;
}

/** Records of a registry of ours, written and looked up for cases; from the connector's queue. */
export const handler = consumer<RegistryEffect>(() => {
  const registry = registryDefinition();
  const table = setting('KLADKA_REGISTRIES');
  const given = {
    registry,
    records: records(client, table, registry.id, registry.indexes ?? {}),
    places: places(client, table, registry.id),
  };
  return {
    send: (effect, sending) => send(effect, sending, given),
    gaveUp: (effect, code) => (effect.kind === 'cancel' ? null : givenUp(effect, code)),
    tryUntil: (effect) => (effect.kind === 'cancel' ? null : (effect.until ?? null)),
    holdDead: true,
    looksUp: true,
  };
});
