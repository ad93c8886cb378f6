import { expect, it } from 'vitest';
import type { Connector } from '#core/definition/types.ts';
import { connectorOfKind } from './connector.ts';

const connectors = {
  mail: { id: 'mail', kind: 'mail' },
  people: { id: 'people', kind: 'registry', registry: 'people' },
  land: { id: 'land', kind: 'registry', registry: 'land' },
} as unknown as { [id: string]: Connector };

it('a connector is found by its kind and registry, else the first of that kind', () => {
  expect(connectorOfKind(connectors, 'registry', 'land')).toBe(connectors.land);
  expect(connectorOfKind(connectors, 'registry', 'none')).toBe(connectors.people);
  expect(connectorOfKind(connectors, 'registry')).toBe(connectors.people);
  // one without a registry is not the one of none
  expect(connectorOfKind({ ...connectors, last: { kind: 'registry' } as Connector }, 'registry')).toBe(
    connectors.people,
  );
  expect(connectorOfKind(connectors, 'pay' as Connector['kind'])).toBeUndefined();
});
