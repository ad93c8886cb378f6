import { expect, it } from 'vitest';
import { answerLists } from './answer-lists.ts';

const output = {
  type: 'object',
  properties: {
    found: { type: 'boolean' },
    items: {
      type: 'array',
      items: { type: 'object', properties: { koatuuId: {}, name: {}, owner: {} } },
    },
    near: { type: 'object', properties: { codes: { type: 'array', items: { type: 'string' } } } },
  },
};
const library = {
  connectors: { places: { operations: { all: { output } } } },
  registries: {},
} as never;

it('lists of an answer become choices of what their records are known by and called, and of nothing else', () => {
  const lookups = { towns: { connector: 'places', operation: 'all', input: {}, as: 'found' } };
  expect(answerLists(lookups, library)).toEqual([
    { path: 'found.items', choices: 'for r in found.items return { value: r.koatuuId, title: r.name }' },
    { path: 'found.near.codes', choices: 'found.near.codes' },
  ]);
});

it('there are none where no lookup is asked, or nothing is known of its answer', () => {
  expect(answerLists({}, library)).toEqual([]);
  expect(answerLists({ towns: { connector: 'other', input: {} } }, library)).toEqual([]);
});
