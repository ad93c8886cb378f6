import { createHash } from 'node:crypto';

/** The id of the document that an effect issues: always the same for the same effect, a UUID of version 8. */
export function documentId(effect: string): string {
  const hex = createHash('sha256').update(`document/${effect}`).digest('hex');
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
