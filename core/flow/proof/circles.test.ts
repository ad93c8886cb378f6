import { describe, expect, it } from 'vitest';
import type { Flow, State } from '#core/definition/index.ts';
import { end, failuresOf, task } from './small-flow.testing.ts';

describe('a circle without a person', () => {
  const call = (next: string, failed: string): State =>
    ({ type: 'call', connector: 'c', input: {}, due: 'P1D', next, failed }) as State;
  const circles = (states: Flow['states']) =>
    failuresOf({ ...states, granted: end('granted') })
      .filter(({ code }) => code === 'circlesAlone')
      .map(({ at, path, circle }) => [at, path.map((s) => s.at), circle?.map((s) => `${s.at}.${s.kind}`)]);

  it('is told of at its nearest state, with the shortest way round', () => {
    expect(
      circles({
        start: task({ on: 'two' }),
        one: call('two', 'granted'),
        two: call('three', 'one'),
        three: call('one', 'granted'),
      }),
    ).toEqual([['two', ['start'], ['two.failed', 'one.answered']]]);
  });

  it('is told of by itself for each knot, and not for a state that only leads into one', () => {
    expect(
      circles({
        first: call('second', 'granted'),
        second: call('second', 'third'),
        third: call('fourth', 'granted'),
        fourth: call('third', 'granted'),
      }),
    ).toEqual([
      ['second', ['first'], ['second.answered']],
      ['third', ['first', 'second'], ['third.answered', 'fourth.answered']],
    ]);
  });

  it('goes through a group whose flows end by themselves, by the shortest of their ends', () => {
    const flow = (late: string): Flow => ({
      initial: 'a',
      states: { a: call('aEnd', late), b: call('bEnd', 'bEnd'), aEnd: end('yes'), bEnd: end('yes') },
    });
    const both = (late: string) =>
      ({
        ...{ type: 'parallel', branches: { one: flow(late) }, join: { outcome: 'yes', need: 'all' } },
        ...{ next: 'both', otherwise: 'granted' },
      }) as State;
    expect(circles({ both: both('b') })).toEqual([['both', [], ['both/one/a.answered', 'both.met']]]);
    const asked = { ...flow('b'), states: { ...flow('b').states, a: task({ on: 'aEnd' }) } };
    const waits = { ...both('b'), branches: { one: asked } } as State;
    expect(circles({ both: waits })).toEqual([]);
  });
});
