import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { childOf } from './origin.ts';

describe('the id of a case that an effect leads to', () => {
  it('is a UUID of version 8, whatever the effect is', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (effect, name) => {
        expect(childOf(effect, name)).toMatch(
          /^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
        );
      }),
    );
  });

  it('is the same each time, so that a case is begun once; each case of a start has its own', () => {
    // printf '"case/e1/first"' | sha256sum
    expect(childOf('e1', 'first')).toBe('025c486c-8e99-8a55-9418-67a17c434169');
    // printf '"case/e1/"' | sha256sum
    expect(childOf('e1')).toBe('ce162df6-893c-8c24-8cfe-8d9f524cc38a');
  });
});
