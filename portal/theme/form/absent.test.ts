import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resolveFields } from '#core/form/resolve-fields.ts';
import { withoutAbsent } from './absent.ts';

test('a list whose last row was taken out is absent, and conditions that look at it still hold', () => {
  const list = { type: 'array', items: { type: 'string' } };
  const schema = {
    type: 'object',
    properties: { children: list },
    if: { properties: { children: { minItems: 1 } }, required: ['children'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { properties: { school: { type: 'string' } } },
  };
  const entered = withoutAbsent({ children: undefined });
  expect(entered).toEqual({});
  expect('children' in entered).toBe(false);
  expect(resolveFields({ schema }, entered).fields).toEqual(['/children']);
});

test('what is JSON already is given back as it is, any other becomes the JSON that would be sent', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => withoutAbsent(value) === value));
  const plain = { noNullPrototype: true };
  // JSON writes -0 as 0
  const written = fc.jsonValue().map((value): unknown => JSON.parse(JSON.stringify(value)));
  const leaf = fc.option(written, { nil: undefined });
  const group = fc.dictionary(fc.constantFrom('d', 'e'), leaf, plain);
  const object = fc.dictionary(fc.constantFrom('a', 'b', 'c'), group, plain);
  fc.assert(
    fc.property(object, (value) => {
      expect(withoutAbsent(value)).toStrictEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
