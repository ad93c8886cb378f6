import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { personKey } from './person-key.ts';

it('the key of a person is the HMAC of what identifies them, written so that it may stand in an address', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      fc.string({ minLength: 1 }),
      (key, value) => {
        const made = createHmac('sha256', key).update(`sub:${value}`).digest('base64url');
        expect(personKey(key, { sub: value })).toBe(made);
      },
    ),
    { numRuns: 50 },
  );
});

it('a person is known by the tax number before all else, an organisation by its code; nobody by nothing', () => {
  const key = new Uint8Array(32);
  const [sub, edrpou, rnokpp] = ['u-1', '00000000', '3347312325'];
  expect(personKey(key, { sub, rnokpp, edrpou })).toBe(personKey(key, { rnokpp }));
  expect(personKey(key, { sub, edrpou })).toBe(personKey(key, { edrpou }));
  expect(personKey(key, { sub })).not.toBe(personKey(key, { edrpou: sub }));
  expect(personKey(key, { rnokpp: '', sub })).toBe(personKey(key, { sub }));
  expect(personKey(key, { name: 'Олена' })).toBeNull();
});
