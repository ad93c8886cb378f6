import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** What the KMS key of persons makes its one MAC of: that MAC (HMAC_SHA_256) is the working key. */
export const PERSON_KEY_MESSAGE = 'kladka person key 1';

/**
 * The key of a person by what identifies them: RNOKPP, else EDRPOU, else `sub`; null where none is known. HMAC-SHA-256 under the
 * working key, base64url, so that nobody who reads a table learns who it is.
 */
export function personKey(
  working: Uint8Array,
  identify: { readonly [claim: string]: string },
): string | null {
  for (const claim of ['rnokpp', 'edrpou', 'sub']) {
    const value = identify[claim];
    if (value) return base64url(hmac(sha256, working, utf8ToBytes(`${claim}:${value}`)));
  }
  return null;
}

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
