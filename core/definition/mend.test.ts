import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mended } from './mend.ts';
import { pointerOf } from './place.ts';

const text = `{
  "name": "Дозвіл",
  "list": ["a", "b"],
  "deep": { "x": { "y": 1 } }
}
`;

describe('a mend', () => {
  it('changes what it says and leaves the rest as it was written', () => {
    expect(mended(text, [{ op: 'replace', path: '/list/1', value: 'c' }])).toBe(text.replace('"b"', '"c"'));
    expect(JSON.parse(mended(text, [{ op: 'add', path: '/list/-', value: 'c' }])).list).toEqual([
      'a',
      'b',
      'c',
    ]);
    expect(JSON.parse(mended(text, [{ op: 'add', path: '/list/0', value: 'c' }])).list).toEqual([
      'c',
      'a',
      'b',
    ]);
    expect(JSON.parse(mended(text, [{ op: 'remove', path: '/deep/x' }])).deep).toEqual({});
    expect(JSON.parse(mended(text, [{ op: 'move', from: '/deep/x', path: '/deep/z' }])).deep).toEqual({
      z: { y: 1 },
    });
  });

  it('that does not fit the text is refused, and nothing is half done', () => {
    expect(() => mended(text, [{ op: 'remove', path: '/deep/nothing' }])).toThrow('/deep/nothing');
    expect(() => mended('', [{ op: 'remove', path: '/deep' }])).toThrow('/deep');
  });

  it('puts any value at any name, and takes it away again', () => {
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), (name, value) => {
        const path = pointerOf(['deep', name]);
        const added = mended(text, [{ op: 'add', path, value }]);
        expect(JSON.parse(added).deep[name]).toEqual(JSON.parse(JSON.stringify(value)));
        if (name !== 'x')
          expect(JSON.parse(mended(added, [{ op: 'remove', path }]))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('puts any value into a list on one line or many, at any place, and takes it away again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue(), { maxLength: 4 }),
        fc.nat(),
        fc.jsonValue(),
        fc.constantFrom(0, 2),
        (list, n, value, indent) => {
          const before = JSON.stringify({ a: list, b: 1 }, null, indent);
          const at = n % (list.length + 1);
          const path = `/a/${at}`;
          const added = mended(before, [{ op: 'add', path, value }]);
          const wanted = JSON.parse(JSON.stringify(list));
          expect(JSON.parse(added)).toEqual({
            a: wanted.toSpliced(at, 0, JSON.parse(JSON.stringify(value))),
            b: 1,
          });
          expect(JSON.parse(mended(added, [{ op: 'remove', path }]))).toEqual({ a: wanted, b: 1 });
        },
      ),
    );
  });
});
