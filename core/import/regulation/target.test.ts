import { expect, it } from 'vitest';
import { branched, targets } from './target.ts';

it('a target of one state is its name; what stands behind a way without a condition is never come to', () => {
  expect(targets('a')).toBe('a');
  expect(targets([{ to: 'a' }])).toBe('a');
  expect(targets([{ when: 'x', to: 'a' }, { to: 'b' }, { when: 'y', to: 'c' }])).toEqual([
    { when: 'x', to: 'a' },
    { to: 'b' },
  ]);
});

it('the last of several ways is taken where no other is, whatever its condition was', () => {
  const ways = [
    { when: 'x', to: 'a' },
    { when: 'y', to: 'b' },
  ];
  expect(targets(ways)).toEqual([{ when: 'x', to: 'a' }, { to: 'b' }]);
});

it('a way to other ways asks for both conditions', () => {
  const inner = [{ when: 'y or z', to: 'a' }, { to: 'b' }];
  expect(branched([{ when: 'x', target: inner }, { target: 'c' }])).toEqual([
    { when: '(x) and (y or z)', to: 'a' },
    { when: 'x', to: 'b' },
    { to: 'c' },
  ]);
  expect(branched([{ target: inner }])).toEqual(inner);
});
