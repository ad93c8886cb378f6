import { expect, it } from 'vitest';
import { placesIn } from './place.ts';

const text = `{
  "a": "x \\"y\\" \\u0456 z",
  "list": [
    { "b": 1 }
  ]
}`;

it('a place inside a text is where it stands in the file, escapes counted', () => {
  const value = JSON.parse(text) as { a: string };
  const place = placesIn(text);
  expect(place('/a')).toEqual({ line: 2, column: 3 });
  expect(place('/a', value.a.indexOf('z'))).toEqual({
    line: 2,
    column: (text.split('\n')[1]?.indexOf('z') as number) + 1,
  });
  expect(place('/list/0/b')).toEqual({ line: 4, column: 7 });
});

it('where nothing is, the nearest thing above is shown', () => {
  expect(placesIn(text)('/list/0/c/d')).toEqual({ line: 4, column: 5 });
  expect(placesIn('')('/a')).toEqual({ line: 1, column: 1 });
});
