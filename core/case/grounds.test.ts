import { expect, it } from 'vitest';
import { grounded } from './grounds.ts';

const refusal = (code: string, pointer: string) => {
  const message = { uk: expect.stringMatching(/./), en: expect.stringMatching(/./) };
  return expect.objectContaining({ refusal: { code, message, pointer } });
};

it('grounds are some, each of those that are allowed here; the first that is not is told by its place', () => {
  const allowed = ['noRight', 'forged'];
  expect(grounded(['forged', 'noRight'], allowed)).toBeUndefined();
  expect(() => grounded([], allowed)).toThrow(refusal('groundsNeeded', '/grounds'));
  expect(() => grounded(['gone'], allowed)).toThrow(refusal('unknownGround', '/grounds/0'));
  expect(() => grounded(['noRight', 'gone', 'lost'], allowed)).toThrow(
    refusal('unknownGround', '/grounds/1'),
  );
});
