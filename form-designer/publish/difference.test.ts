import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Json } from '../commands/json.ts';
import { apply } from '../commands/operation.ts';
import { difference } from './difference.ts';

it('says what was added, taken away and changed, and where', () => {
  expect(
    difference(
      { title: { uk: 'А' }, old: 1, list: [1, { a: 2 }] },
      { title: { uk: 'Б' }, list: [1, { a: 3 }], new: true },
    ),
  ).toEqual([
    { pointer: '/title/uk', before: 'А', after: 'Б' },
    { pointer: '/old', before: 1, after: undefined },
    { pointer: '/list/1/a', before: 2, after: 3 },
    { pointer: '/new', before: undefined, after: true },
  ]);
});

it('what differs, put into the one, gives the other', () => {
  const json = fc.dictionary(
    fc.constantFrom('a', 'b', 'c'),
    fc.jsonValue({ maxDepth: 2 }),
  ) as fc.Arbitrary<Json>;
  fc.assert(
    fc.property(json, json, (before, after) => {
      const changed = difference(before, after).reduce<Json>(
        (now, { pointer, after: value }) =>
          apply(now, value === undefined ? { do: 'take', at: pointer } : { do: 'put', at: pointer, value })
            .document,
        before,
      );
      expect(changed).toEqual(after);
    }),
  );
});
