import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Data, merge, same, settle } from './merge.ts';

const data = fc.dictionary(
  fc.constantFrom('person', 'address', 'children'),
  fc.oneof(fc.string(), fc.integer()),
  {
    noNullPrototype: true,
  },
) as fc.Arbitrary<Data>;

describe('a draft changed on two devices', () => {
  it('takes what changed on one side only, from either side', () => {
    fc.assert(
      fc.property(data, data, (base, changed) => {
        expect(same(merge(base, changed, base).merged, changed)).toBe(true);
        expect(same(merge(base, base, changed).merged, changed)).toBe(true);
      }),
    );
  });

  it('asks only about parts that both changed to different values', () => {
    fc.assert(
      fc.property(data, data, data, (base, mine, theirs) => {
        for (const { part } of merge(base, mine, theirs).conflicts) {
          expect(same(base[part], mine[part])).toBe(false);
          expect(same(base[part], theirs[part])).toBe(false);
          expect(same(mine[part], theirs[part])).toBe(false);
        }
      }),
    );
  });

  it('ends the same on both devices once the same is chosen', () => {
    fc.assert(
      fc.property(data, data, data, (base, mine, theirs) => {
        const here = merge(base, mine, theirs);
        const there = merge(base, theirs, mine);
        const chosen = new Map(here.conflicts.map((one) => [one.part, one.theirs]));
        expect(same(settle(here.merged, chosen), settle(there.merged, chosen))).toBe(true);
      }),
    );
  });
});
