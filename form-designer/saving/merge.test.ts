import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../commands/json.ts';
import { merge } from './merge.ts';

const base = { title: { uk: 'А', en: 'A' }, pages: [1, 2], flow: { a: 1, b: 2 } };
const json = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>;

describe('two analysts of one definition', () => {
  it('who changed different parts lose nothing', () => {
    const mine = { ...base, title: { uk: 'Б', en: 'A' }, flow: { a: 1 } };
    const theirs = { ...base, title: { uk: 'А', en: 'B' }, pages: [1, 2, 3] };
    expect(merge(base, mine, theirs)).toEqual({
      merged: { title: { uk: 'Б', en: 'B' }, pages: [1, 2, 3], flow: { a: 1 } },
      conflicts: [],
    });
  });

  it('who changed the same part see both, and mine stands until one is chosen', () => {
    const { merged, conflicts } = merge(base, { ...base, pages: [2, 1] }, { ...base, pages: [1] });
    expect(conflicts).toEqual([{ pointer: '/pages', mine: [2, 1], theirs: [1] }]);
    expect(merged).toEqual({ ...base, pages: [2, 1] });
  });

  it('what one took away and the other changed is asked, not lost', () => {
    const { flow: _, ...without } = base;
    expect(merge(base, without, { ...base, flow: { a: 9, b: 2 } }).conflicts).toEqual([
      { pointer: '/flow', mine: undefined, theirs: { a: 9, b: 2 } },
    ]);
  });

  it('a side that changed nothing takes the other as it is', () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        expect(merge(a, a, b)).toEqual({ merged: b, conflicts: [] });
        expect(merge(a, b, a)).toEqual({ merged: b, conflicts: [] });
      }),
    );
  });
});
