import { describe, expect, it } from 'vitest';
import { mentionsOf } from './mentions.ts';

/** What an expression cannot do without, each with the conditions that stand around it. */
const mentioned = (source: string) =>
  mentionsOf(source, []).map(({ path, guards }) =>
    [
      path.join('.'),
      ...guards.map((g) => `${g.truth ? 'if' : 'unless'} ${source.slice(g.node.from, g.node.to)}`),
    ]
      .join(' ')
      .trim(),
  );

describe('an expression cannot do without', () => {
  it.each<[string, string[]]>([
    ['a.b + c.d.e', ['a.b', 'c.d.e']],
    ['(a.b).c', ['a.b.c']],
    ['a[1].b + a.list[2]', ['a', 'a.list']],
    // by = and != what is absent is compared quietly, but not what is made of it
    ['a.b = c.d or (a.b) != null', []],
    ['string(a.b) = "x"', ['a.b']],
    ['a.b < c.d', ['a.b', 'c.d']],
    ['a between b.c and d', ['a', 'b.c', 'd']],
    ['a.b in ["x", c]', ['a.b', 'c']],
    // what is asked for is not needed
    ['is defined(a.b)', []],
    ['substring(string: a.b, start position: c)', ['a.b', 'c']],
    ['{by: a.b, "x": c}', ['a.b', 'c']],
    ['{by: a.b}.by', ['a.b']],
    ['a.b instance of string', ['a.b']],
    // names of its own
    ['for i in a.b, j in i.c return i + j + d', ['a.b', 'd']],
    ['for i in 1..a.b return partial[-1] + i', ['a.b']],
    ['some i in a.b satisfies i > c', ['a.b', 'c']],
    ['every i in [b.c] satisfies i.d and e', ['b.c', 'e if i.d']],
    ['a.b[item > c]', ['a.b', 'c']],
    ['(for i in a return i) + i', ['a', 'i']],
  ])('%s: %j', (source, names) => {
    expect(mentioned(source)).toEqual(names);
  });

  it.each<[string, string[]]>([
    ['a and b and c', ['a', 'b if a', 'c if a and b']],
    ['a or b or c', ['a', 'b unless a', 'c unless a or b']],
    ['if a then b else c', ['a', 'b if a', 'c unless a']],
    [
      'if a = 1 and b then c.d else if e then f else 1',
      ['b if a = 1', 'c.d if a = 1 and b', 'e unless a = 1 and b', 'f unless a = 1 and b if e'],
    ],
    ['a and (for i in b return c)[item = d and e]', ['a', 'b if a', 'c if a', 'e if a if item = d']],
  ])('%s: %j, as what stands around each lets it', (source, names) => {
    expect(mentioned(source)).toEqual(names);
  });
});
