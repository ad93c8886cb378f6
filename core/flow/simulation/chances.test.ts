import { describe, expect, it } from 'vitest';
import type { ServiceBundle, State } from '#core/definition/index.ts';
import type { Way } from '../ways.ts';
import { Chances } from './chances.ts';
import { Settled } from './plan.ts';
import { end, task } from './small-run.testing.ts';
import type { Plan } from './types.ts';

const states = {
  review: task({ on: { to: 'list' }, off: { to: 'list' } }),
  list: {
    ...{ type: 'each', of: 'form.l', as: 'i', key: 'i.k', next: 'granted', otherwise: 'granted' },
    ...{ flow: { initial: 'yes', states: { yes: end('yes') } }, join: { when: 'true' } },
  } as unknown as State,
  granted: end('granted'),
};
const chances = (more: Partial<Plan> = {}, seed = 1) => {
  const bundle = { roles: {}, flow: { initial: 'review', states } } as unknown as ServiceBundle;
  const plan: Plan = { from: '2026-03-02', days: 1, arrivals: { perDay: 1 }, ...more };
  return new Chances(new Settled(bundle, plan), seed);
};
const way = (kind: Way['kind'], to: string, action?: string): Way => ({
  ...{ kind, to, step: '' },
  ...(action === undefined ? {} : { action }),
});
const often = <T>(draw: () => T, n = 400): T[] => Array.from({ length: n }, draw);
const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;

describe('what a run leaves to chance', () => {
  it('is the same for the same seed and matter, whatever is drawn elsewhere', () => {
    const [one, other] = [chances(), chances()];
    other.stream('elsewhere').next();
    const times = (from: Chances) => often(() => from.time('review', 30), 5);
    const first = times(one);
    expect(times(other)).toEqual(first);
    // it goes on where it was
    expect(times(one)).not.toEqual(first);
    expect(new Set(first).size).toBe(5);
    expect(one.stream('review')).toBe(one.stream('review'));
    expect(times(chances({}, 2))).not.toEqual(first);
  });

  it('takes each action alike where the plan says nothing, however many entries each has', () => {
    const of = chances();
    const ways = [
      way('act', 'a', 'on'),
      way('act', 'b', 'on'),
      way('act', 'c', 'on'),
      way('act', 'd', 'off'),
    ];
    const drawn = often(() => of.way('review', ways)?.to);
    expect(Math.abs(drawn.filter((to) => to === 'd').length - 200)).toBeLessThan(40);
    for (const to of ['a', 'b', 'c'])
      expect(Math.abs(drawn.filter((one) => one === to).length - 67)).toBeLessThan(30);
    expect(of.way('review', [])).toBeUndefined();
  });

  it.each(['failed', 'none', 'declined', 'tooFew', 'exempt'] as const)(
    'does not come to %s unless the plan says so',
    (kind) => {
      const ways = [way(kind, 'left'), way('answered', 'granted')];
      const of = chances();
      expect(new Set(often(() => of.way('ask', ways)?.to, 50))).toEqual(new Set(['granted']));
      // where there is no other way, it is gone
      expect(of.way('ask', ways.slice(0, 1))?.to).toBe('left');
    },
  );

  it('comes to what is wished for alike', () => {
    const of = chances();
    const ways = [way('met', 'a'), way('lost', 'b'), way('told', 'c'), way('until', 'd')];
    expect(new Set(often(() => of.way('ask', ways)?.to, 50))).toEqual(new Set(['a', 'b', 'c', 'd']));
  });

  it('goes by the shares of the plan: actions, and the entries of one of them', () => {
    const of = chances({ shares: { review: { on: 3, off: 1 }, 'review.on': { list: 1 } } });
    const ways = [way('act', 'x', 'on'), way('act', 'list', 'on'), way('act', 'y', 'off')];
    const drawn = often(() => of.way('review', ways)?.to);
    expect(new Set(drawn)).toEqual(new Set(['list', 'y']));
    expect(Math.abs(drawn.filter((to) => to === 'list').length - 300)).toBeLessThan(40);
    // what the plan does not weigh is not gone; where all weigh nothing, it is the first
    const none = chances({ shares: { review: { off: 0 }, 'review.on': { list: 0 } } });
    expect(new Set(often(() => none.way('review', ways)?.to, 20))).toEqual(new Set(['x']));
    expect(of.entry('review', 'on', [])).toBeUndefined();
  });

  it('is met or lost by the shares of the plan, alike where it says nothing', () => {
    const drawn = (shares?: object) => {
      const of = chances(shares === undefined ? {} : { shares: { list: { ...shares } } });
      return often(() => of.joined('list')).filter((one) => one === 'met').length;
    };
    expect(Math.abs(drawn() - 200)).toBeLessThan(40);
    expect(Math.abs(drawn({ met: 1, lost: 3 }) - 100)).toBeLessThan(40);
    expect(drawn({ lost: 1 })).toBe(0);
    expect(drawn({ met: 0, lost: 0 })).toBe(400);
  });

  it('takes a time around its mean: as spread as the plan says', () => {
    const of = chances();
    expect(of.time('a', { mean: 30, spread: 'fixed' })).toBe(30);
    const even = often(() => of.time('b', { mean: 30, spread: 'even' }));
    expect(Math.abs(mean(even) - 30)).toBeLessThan(2);
    expect(Math.max(...even)).toBeLessThan(60);
    expect(Math.max(...even)).toBeGreaterThan(58);
    const wide = often(() => of.time('c', { mean: 30, spread: 'exponential' }));
    expect(Math.max(...wide)).toBeGreaterThan(90);
    expect(often(() => chances().time('c', 30), 1)).toEqual(
      often(() => chances().time('c', { mean: 30, spread: 'exponential' }), 1),
    );
  });

  it('has as many in a list as the plan says on average, and whole ones', () => {
    const counts = (items: number) => {
      const of = chances({ items: { list: items } });
      return often(() => of.count('list'));
    };
    expect(new Set(counts(3))).toEqual(new Set([3]));
    expect(new Set(counts(0))).toEqual(new Set([0]));
    const some = counts(2.25);
    expect(new Set(some)).toEqual(new Set([2, 3]));
    expect(Math.abs(mean(some) - 2.25)).toBeLessThan(0.06);
    expect(chances().count('list')).toBe(1);
  });
});
