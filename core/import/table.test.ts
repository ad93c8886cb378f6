import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Item } from './report.ts';
import { rowOf, shareOf, table } from './table.ts';

const item = (what: Item['what'], verdict: Item['verdict'], more: Partial<Item> = {}): Item => ({
  ...{ what, verdict, source: '', text: { uk: '', en: '' } },
  ...more,
});

it('fields, simple conditions and others are counted apart; what there is none of has no share', () => {
  const report = [
    ...[item('field', 'exact'), item('field', 'exact'), item('field', 'approximated'), item('text', 'left')],
    ...[item('condition', 'exact', { simple: true }), item('condition', 'left', { simple: true })],
  ];
  const set = { name: 'forms', forms: 2, others: 1, report };
  expect(rowOf(set)).toMatchObject({
    fields: { exact: 2, approximated: 1, left: 0, all: 3 },
    simple: { exact: 1, left: 1, all: 2 },
    written: { all: 0 },
  });
  const more = { ...set, name: 'more', report: [item('condition', 'left')] };
  expect(table([set, more]).split('\n').slice(2)).toEqual([
    '| forms | 2 | 1 | 2 of 3 (66.6 %), 1 approximated, 0 left | 1 of 2 (50 %), 0 approximated, 1 left | — |',
    '| more | 2 | 1 | — | — | 0 of 1 (0 %), 0 approximated, 1 left |',
    '| **all** | 4 | 2 | 2 of 3 (66.6 %), 1 approximated, 0 left | 1 of 2 (50 %), 0 approximated, 1 left | 0 of 1 (0 %), 0 approximated, 1 left |',
  ]);
});

it('a share is rounded down: a hundred per cent is said of all alone', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.nat(5000), (exact, left) => {
      const all = exact + left;
      const share = shareOf({ exact, approximated: 0, left, all });
      if (all === 0) expect(share).toBeUndefined();
      else {
        expect(share === 100).toBe(left === 0);
        expect(share).toBeLessThanOrEqual((100 * exact) / all);
      }
    }),
  );
});
