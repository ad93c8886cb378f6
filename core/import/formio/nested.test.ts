import { expect, it } from 'vitest';
import type { Draft } from '../draft/draft.ts';
import type { Test } from '../draft/test.ts';
import { nested } from './nested.ts';

const near: Test = { field: './kind', is: { const: 'a' } };
const far: Test = { field: '/other', is: {} };
const placed: Test = { field: '/group/kind', is: { const: 'a' } };

it.each<[asked: Test, comes: Test]>([
  [near, placed],
  [far, far],
  [{ not: near }, { not: placed }],
  [{ all: [near, far] }, { all: [placed, far] }],
  [{ any: [{ not: near }, far] }, { any: [{ not: placed }, far] }],
  [
    { some: '/rows', row: near },
    { some: '/rows', row: near },
  ],
])('a neighbour is asked for where the group stands: %j', (asked, comes) => {
  const draft = { name: 'x', schema: {}, required: false, title: undefined, shows: [asked] } as Draft;
  expect(nested(draft, '/group').shows).toEqual([comes]);
});
