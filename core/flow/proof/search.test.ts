import { describe, expect, it } from 'vitest';
import { nearestFirst } from './search.ts';

type Node = { name: string; length: number };

/** The nodes as they are come to; each way is a letter and how long it is. */
function found(starts: Node[], ways: { [node: string]: [to: string, length: number][] }) {
  const asked: string[] = [];
  const next = ({ name, length }: Node) => {
    asked.push(name);
    return (ways[name] ?? []).map(([to, more]) => ({ name: to, length: length + more }));
  };
  const all = [...nearestFirst(starts, ({ name }) => name, next)].map(
    ({ name, length }) => `${name}${length}`,
  );
  return { all, asked };
}
const a = { name: 'a', length: 0 };

describe('going through all that can be come to', () => {
  it('takes the nearest first and each once, where it is nearest', () => {
    const { all, asked } = found([a], {
      a: [
        ['b', 3],
        ['c', 1],
      ],
      c: [['b', 1]],
      b: [
        ['a', 1],
        ['d', 2],
      ],
    });
    expect(all).toEqual(['a0', 'c1', 'b2', 'd4']);
    // what was gone on from once is not asked again
    expect(asked).toEqual(['a', 'c', 'b', 'd']);
  });

  it('begins in several places, each as far as it is', () => {
    const starts = [{ name: 'far', length: 2 }, a, { name: 'b', length: 0 }, { name: 'a', length: 1 }];
    expect(found(starts, { a: [['c', 1]], c: [['far', 5]] }).all).toEqual(['a0', 'b0', 'c1', 'far2']);
  });

  it('goes on with what is no further away', () => {
    expect(
      found([a], {
        a: [['b', 0]],
        b: [['c', 0]],
        c: [
          ['a', 0],
          ['d', 1],
        ],
      }).all,
    ).toEqual([...['a0', 'b0', 'c0', 'd1']]);
  });

  it('finds nothing where it begins nowhere', () => {
    expect(found([], {}).all).toEqual([]);
  });

  it('looks no further than it is asked to', () => {
    const walk = nearestFirst(
      [a],
      ({ name }) => name,
      ({ length }) => [{ name: `n${length}`, length: length + 1 }],
    );
    expect([walk.next().value, walk.next().value]).toEqual([a, { name: 'n0', length: 1 }]);
  });
});
