import { expect, it } from 'vitest';
import { contractOf } from './contract.ts';
import type { Library } from './types.ts';

const [asks, answers, record] = [{ type: 'object' }, { type: 'string' }, { title: 'record' }] as const;
const library = {
  connectors: {
    plain: {
      id: 'plain',
      kind: 'rest',
      input: asks,
      output: answers,
      operations: { find: { output: { type: 'number' } } },
    },
    bare: { id: 'bare', kind: 'rest' },
    ours: { id: 'ours', kind: 'registry', registry: 'permits' },
    own: { id: 'own', kind: 'registry', registry: 'permits', input: asks, output: answers },
    lost: { id: 'lost', kind: 'registry', registry: 'none' },
    theirs: { id: 'theirs', kind: 'registry', output: answers },
    empty: { id: 'empty', kind: 'registry', registry: 'empty' },
  },
  registries: { permits: { versions: [{ schema: {} }, { schema: record }] }, empty: { versions: [] } },
} as unknown as Library;
const lookup = (of: object) => ({ output: { required: ['found'], properties: { record: { anyOf: [of] } } } });

it.each([
  ['what it says itself', { connector: 'plain' }, { input: asks, output: answers }],
  [
    'of an operation, whatever that says anew',
    { connector: 'plain', operation: 'find' },
    { input: asks, output: { type: 'number' } },
  ],
  [
    'of an operation that there is not, what it says itself',
    { connector: 'plain', operation: 'none' },
    { input: asks, output: answers },
  ],
  ['nothing, where it says nothing', { connector: 'bare' }, {}],
  ['nothing, where there is no such connector', { connector: 'none' }, {}],
  ['a lookup in a registry of ours: a record of its last version', { connector: 'ours' }, lookup(record)],
  ['in a registry that has no version yet, any record', { connector: 'empty' }, lookup({})],
  ['of a registry of ours, what it says itself', { connector: 'own' }, { input: asks, output: answers }],
  ['nothing, where there is no such registry', { connector: 'lost' }, {}],
  ['of a registry of others, what it says itself', { connector: 'theirs' }, { output: answers }],
])('a connector is asked and answers %s', (_, use, contract) => {
  const found = contractOf(library, use);
  expect(found).toMatchObject(contract);
  expect(Object.keys(found)).toEqual(Object.keys(contract));
});
