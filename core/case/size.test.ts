import { expect, it } from 'vitest';
import { bytesOf } from './size.ts';

it('a size is what the table counts: bytes of JSON, two for a Cyrillic letter, four for a picture', () => {
  expect([{}, { a: 1 }, 'a', 'я', '😀', null].map(bytesOf)).toEqual([2, 7, 3, 4, 6, 4]);
});
