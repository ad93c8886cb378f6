import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { merkleHolds, merklePath, merkleRoot } from './merkle.ts';

describe('a Merkle root', () => {
  it('is that of RFC 6962 for nothing and for one empty leaf', () => {
    expect(merkleRoot([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(merkleRoot([''])).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
  });

  it('is proved for every leaf, and for no other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 40 }), fc.nat(), (leaves, at) => {
        const index = at % leaves.length;
        const root = merkleRoot(leaves);
        const path = merklePath(leaves, index);
        const place = { index, size: leaves.length };
        expect(merkleHolds(root, leaves[index] ?? '', place, path)).toBe(true);
        expect(merkleHolds(root, `${leaves[index]}!`, place, path)).toBe(false);
      }),
    );
  });
});
