import { createHash } from 'node:crypto';

const hash = (...parts: Uint8Array[]): Buffer => {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part);
  return sum.digest();
};
const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

/** The hash of a leaf (RFC 6962, section 2.1): leaves and nodes cannot be mistaken for one another. */
export const leafHash = (leaf: string): Buffer => hash(LEAF, Buffer.from(leaf, 'utf8'));

const split = (size: number): number => 2 ** Math.floor(Math.log2(size - 1));

function rootOf(leaves: Buffer[]): Buffer {
  const [only] = leaves;
  if (leaves.length === 1 && only) return only;
  const at = split(leaves.length);
  return hash(NODE, rootOf(leaves.slice(0, at)), rootOf(leaves.slice(at)));
}

/** The Merkle root (RFC 6962) of leaves in their order, hex; that of nothing is the hash of nothing. */
export const merkleRoot = (leaves: readonly string[]): string =>
  (leaves.length === 0 ? hash() : rootOf(leaves.map(leafHash))).toString('hex');

/** The siblings from a leaf up to the root, hex: who has a leaf and these can check that it was there. */
export function merklePath(leaves: readonly string[], index: number): string[] {
  const walk = (part: Buffer[], at: number): Buffer[] => {
    if (part.length <= 1) return [];
    const middle = split(part.length);
    return at < middle
      ? [...walk(part.slice(0, middle), at), rootOf(part.slice(middle))]
      : [...walk(part.slice(middle), at - middle), rootOf(part.slice(0, middle))];
  };
  return walk(leaves.map(leafHash), index).map((one) => one.toString('hex'));
}

/** Whether a leaf at a place of a tree of `size` leaves gives the root by these siblings. */
export function merkleHolds(
  root: string,
  leaf: string,
  place: { index: number; size: number },
  path: readonly string[],
): boolean {
  const walk = (index: number, size: number, left: readonly string[]): Buffer | null => {
    if (size === 1) return left.length === 0 ? leafHash(leaf) : null;
    const sibling = left.at(-1);
    if (!sibling) return null;
    const middle = split(size);
    const rest = left.slice(0, -1);
    const inner = index < middle ? walk(index, middle, rest) : walk(index - middle, size - middle, rest);
    if (!inner) return null;
    const other = Buffer.from(sibling, 'hex');
    return index < middle ? hash(NODE, inner, other) : hash(NODE, other, inner);
  };
  return walk(place.index, place.size, path)?.toString('hex') === root;
}
