import fc from 'fast-check';
import { expect, it } from 'vitest';
import { written } from './written.ts';

it('says the same as the value, and is written the same again', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = written(JSON.parse(JSON.stringify(value)));
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(written(JSON.parse(text))).toBe(text);
    }),
    { numRuns: 200 },
  );
});

it('a name a line, a list of plain values on one line where it fits, what is empty as short as it is', () => {
  expect(written({ a: {}, b: [], c: [1, 2], d: { e: null } })).toBe(
    '{\n  "a": {},\n  "b": [],\n  "c": [1, 2],\n  "d": {\n    "e": null\n  }\n}\n',
  );
  const long = written({ list: Array.from({ length: 60 }, (_, n) => n) });
  expect(long.split('\n').length).toBe(65);
});
