import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Digest } from './digest.ts';

const hex = async (digest: Digest) => Buffer.from(await digest.digest()).toString('hex');

describe('the digest that calls of the table are signed with', () => {
  it('is SHA-256 of what was given, in whatever parts', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(fc.string(), fc.uint8Array())), async (parts) => {
        const digest = new Digest();
        const expected = createHash('sha256');
        for (const part of parts) {
          digest.update(part);
          expected.update(part);
        }
        expect(await hex(digest)).toBe(expected.digest('hex'));
      }),
    ));

  it('is HMAC where there is a secret, and with the same secret again', () =>
    fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.uint8Array()), fc.string(), async (secret, text) => {
        const expected = createHmac('sha256', secret).update(text).digest('hex');
        for (let n = 0; n < 2; n++) {
          const digest = new Digest(secret);
          digest.update(text);
          expect(await hex(digest)).toBe(expected);
        }
      }),
    ));

  it('takes a buffer for its bytes, as secret and as data', async () => {
    const buffer = new TextEncoder().encode('secret').buffer;
    const digest = new Digest(buffer);
    digest.update(buffer);
    expect(await hex(digest)).toBe(createHmac('sha256', 'secret').update('secret').digest('hex'));
  });

  it('begins anew when it is reset', async () => {
    const digest = new Digest('secret');
    digest.update('one');
    digest.reset();
    digest.update('two');
    expect(await hex(digest)).toBe(createHmac('sha256', 'secret').update('two').digest('hex'));
  });
});
