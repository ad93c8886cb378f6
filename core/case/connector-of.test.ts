import { expect, it } from 'vitest';
import { connectorOf } from './connector-of.ts';
import { small } from './small-service.testing.ts';

it('a connector is found by its kind, one of several registries by its registry, else by the name of the kind', () => {
  const connectors = {
    people: { id: 'people', kind: 'registry', registry: 'people' },
    land: { id: 'cadastre', kind: 'registry', registry: 'land' },
  } as const;
  const at = { live: { ...small.live, connectors: connectors as never } };
  expect(connectorOf(at, 'registry', 'land')).toBe('cadastre');
  expect(connectorOf(at, 'registry', 'roads')).toBe('people');
  expect(connectorOf(at, 'registry')).toBe('people');
  expect(connectorOf(at, 'publish')).toBe('publish');
});
