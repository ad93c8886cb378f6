import { expect, it } from 'vitest';
import { kindOf } from './kind-of.ts';
import { shipped } from './shipped.testing.ts';

it('every definition of the product is of its kind, with its $schema and without', () => {
  const { services, registries, connectors, agencies } = shipped;
  for (const [kind, all] of Object.entries({
    service: services,
    registry: registries,
    connector: connectors,
    agency: agencies,
  }))
    for (const definition of Object.values(all)) {
      const { $schema: _, ...bare } = definition as { $schema?: string };
      expect([kindOf(definition), kindOf(bare)]).toEqual([kind, kind]);
    }
});

it.each([
  [
    'what its $schema says, whatever it has',
    { id: 'a', $schema: 'https://x/schema/1/agency.json', flow: {}, form: {} },
    'agency',
  ],
  ['a registry in the making, which has but a schema', { id: 'a', schema: {} }, 'registry'],
  ['none, where it has no id', { offices: [] }, undefined],
  ['none, where its id is no text', { id: 7, offices: [] }, undefined],
  [
    'none, where it has nothing of any kind',
    { id: 'a', $schema: 'https://x/schema/1/scenario.json' },
    undefined,
  ],
  ['none, where it is a form alone', { id: 'a', form: {} }, undefined],
  ['none: a list', [{ id: 'a', offices: [] }], undefined],
  ['none: nothing', null, undefined],
  ['none: a text', 'service', undefined],
])('a value is %s', (_, value, kind) => {
  expect(kindOf(value)).toBe(kind);
});
