import { describe, expect, it } from 'vitest';
import type { State } from '#core/definition/index.ts';
import { end, failuresOf, proofOf, task } from './small-flow.testing.ts';

/** A task whose actions may each be done so often: `{ ask: ['b', 2] }`. */
const limited = (ways: { [action: string]: [to: string, atMost: number] }): State => {
  const actions = Object.entries(ways).map(([name, [to, atMost]]) => [name, { to, atMost }]);
  return task({}, { actions: Object.fromEntries(actions) });
};

describe('a position', () => {
  const positions = (states: { [name: string]: State }) => proofOf(states).explored.positions;

  it('is a state and how often each limited action was done, in whatever order', () => {
    const both = { left: ['a', 2], right: ['a', 1] } as { [action: string]: [string, number] };
    // none to two times one, none to one time the other
    expect(positions({ a: limited(both) })).toBe(3 * 2);
    expect(positions({ a: limited({ on: ['b', 1] }), b: limited({ on: ['a', 1] }) })).toBe(3);
    expect(positions({ a: task({ on: 'b' }), b: task({ back: 'a', on: 'c' }), c: end('c') })).toBe(3);
  });

  it('beyond the limit is not looked at', () => {
    const chain = { a: task({ on: 'b' }), b: task({ on: 'c' }), c: end('c') };
    const at = (most: number) => proofOf(chain, {}, {}, most).explored;
    expect(at(3)).toMatchObject({ positions: 3, limitReached: false });
    expect(at(2)).toMatchObject({ positions: 2, limitReached: true });
  });
});

it('a path leads to a state the first time that it can be come to', () => {
  const [found] = failuresOf({
    a: task({}, { actions: { round: { to: 'a', atMost: 3 }, on: { to: 'b' } } }),
    b: task({ again: 'a', done: 'c' }, { due: undefined }),
    c: end('c'),
  });
  expect(found).toMatchObject({ code: 'noDeadline', at: 'b' });
  expect(found?.path.map((s) => `${s.at}.${s.action}`)).toEqual(['a.on']);
});
