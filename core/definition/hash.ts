import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';

/** Canonical JSON after RFC 8785. @throws TypeError for what is no JSON */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not JSON: nothing to write down');
  return text;
}

/** SHA-256, hex, of the canonical JSON. */
export const hash = (value: unknown): string => bytesToHex(sha256(utf8ToBytes(canonical(value))));
