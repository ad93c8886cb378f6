import { expect, it } from 'vitest';
import { library } from './library.ts';
import { liveOf } from './live.ts';

const address = { $id: 'x', type: 'object', properties: { street: { type: 'string' } } };
const ref = { $ref: '../parts/address/schema.json' };
const files = {
  'parts/address/schema.json': JSON.stringify(address),
  'parts/address/texts.json': JSON.stringify({ '/street': { title: { uk: 'Вулиця', en: 'Street' } } }),
  'registries/residence.json': JSON.stringify({
    id: 'residence',
    versions: [{ version: 1, schema: { type: 'object', properties: { home: ref } } }],
  }),
  'connectors/houses.json': JSON.stringify({
    id: 'houses',
    kind: 'rest',
    input: { type: 'object', properties: { at: ref } },
    operations: { find: { output: { type: 'object', properties: { found: ref } } } },
  }),
};

it('registries and connectors run with the parts that they refer to in place', () => {
  const { registries, connectors } = liveOf(library(files).library);
  const part = { type: 'object', properties: { street: { type: 'string' } } };
  expect(registries.residence?.versions[0]).toMatchObject({
    schema: { properties: { home: part } },
    texts: { '/home/street': { title: { uk: 'Вулиця' } } },
  });
  expect(connectors.houses).toMatchObject({
    input: { properties: { at: part } },
    operations: { find: { output: { properties: { found: part } } } },
  });
  expect(JSON.stringify({ registries, connectors })).not.toContain('$ref');
});

it('a connector of one question only runs as it is written; territories are known by what is above them', () => {
  const plain = { id: 'tax', kind: 'rest', output: { type: 'object' } };
  const territories = [{ code: 'UA80' }, { code: 'UA8001', parent: 'UA80' }];
  const { library: read } = library({
    'connectors/tax.json': JSON.stringify(plain),
    'territories/ua.json': JSON.stringify(territories),
  });
  const live = liveOf(read);
  expect(live.connectors.tax).toEqual(plain);
  expect(live.territories).toEqual({ UA8001: 'UA80' });
});
