import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Flow, State } from '#core/definition/index.ts';
import { components, shortestCircle } from './circles.ts';
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

describe('sets of nodes that all lead to each other', () => {
  const ways: { [node: string]: string[] } = {
    a: ['b', 'e'],
    b: ['c'],
    c: ['a', 'd'],
    d: ['d'],
    e: ['f'],
    f: [],
    g: ['a', 'h'],
    h: ['g'],
  };

  it('are those of several nodes, and of one that leads to itself, the innermost first', () => {
    const found = components(Object.keys(ways), (node) => ways[node] ?? []);
    expect(found).toEqual([['d'], ['a', 'b', 'c'], ['g', 'h']]);
  });

  it('are those where each is come to from the other, whatever the ways', () => {
    const nodes = ['0', '1', '2', '3', '4', '5'];
    const someWays = fc.array(fc.tuple(fc.constantFrom(...nodes), fc.constantFrom(...nodes)), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(someWays, (pairs) => {
        const next = (node: string) => pairs.flatMap(([from, to]) => (from === node ? [to] : []));
        const reached = (from: string) => {
          const all = new Set(next(from));
          for (const node of all) for (const to of next(node)) all.add(to);
          return all;
        };
        const together = nodes.map((one) => nodes.filter((o) => reached(one).has(o) && reached(o).has(one)));
        const expected = new Set(together.filter((set) => set.length > 0).map((set) => set.join()));
        expect(new Set(components(nodes, next).map((set) => set.sort().join()))).toEqual(expected);
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});

describe('the shortest circle', () => {
  const circle = (from: string, ways: { [node: string]: string }) =>
    shortestCircle(from, (node) => [...(ways[node] ?? '')].map((to) => ({ to, name: `${node}${to}` }))).map(
      ({ name }) => name,
    );

  it('leads over the fewest ways back to where it began, itself if it leads there', () => {
    expect(circle('a', { a: 'bc', b: 'c', c: 'da', d: 'a' })).toEqual(['ac', 'ca']);
    expect(circle('a', { a: 'ba', b: 'a' })).toEqual(['aa']);
    expect(circle('a', { a: 'b', b: 'c', c: 'bd', d: 'a' })).toEqual(['ab', 'bc', 'cd', 'da']);
  });

  it('is none where nothing leads back, though there are circles on the way', () => {
    expect(circle('a', { a: 'b', b: 'c', c: 'b' })).toEqual([]);
    expect(circle('a', {})).toEqual([]);
  });
});
