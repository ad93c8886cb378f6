import { expect, it } from 'vitest';
import type { Live } from '#core/definition/index.ts';
import type { AskState } from '../states.ts';
import { connectorOf } from './connector.ts';

const kinds = {
  gate: 'publish',
  bank: 'payment',
  people: 'rest',
  seal: 'sign',
  diia: 'sign',
  print: 'document',
  others: 'cases',
  slots: 'registry',
  graves: 'registry',
};
const connectors = Object.fromEntries(
  Object.entries(kinds).map(([id, kind]) => [id, { id, kind, registry: id }]),
);
const given = { live: { connectors } as unknown as Pick<Live, 'connectors'> };
const asked = (state: object, by = given) => connectorOf(by, state as AskState)?.id;

it.each<[string, object, string]>([
  ['a call asks the one that it names', { type: 'call', connector: 'people' }, 'people'],
  ['a payment the one that it names', { type: 'pay', connector: 'bank' }, 'bank'],
  ['a signature the one that it names', { type: 'sign', connector: 'diia' }, 'diia'],
  ['a signature the first for signing', { type: 'sign' }, 'seal'],
  ['what is issued the one that prints', { type: 'issue', document: 'paper' }, 'print'],
  ['a record its registry', { type: 'issue', record: { registry: 'graves' } }, 'graves'],
  ['a reservation its registry', { type: 'reserve', registry: 'graves' }, 'graves'],
  [
    'a reservation in a registry without one of its own the first',
    { type: 'reserve', registry: 'x' },
    'slots',
  ],
  ['what is published the one that publishes', { type: 'publish' }, 'gate'],
  ['cases that are begun the one between cases', { type: 'start' }, 'others'],
  ['applications that are collected the one between cases', { type: 'collect' }, 'others'],
])('%s', (_, state, id) => {
  expect(asked(state)).toBe(id);
  expect(asked(state, { live: { connectors: {} } })).toBeUndefined();
});
