import type { IssuedMeta } from './event.ts';

/** What became of an issued document; undefined while it holds. */
export function issuedState({ revoked, replacedBy }: IssuedMeta): 'revoked' | 'replaced' | undefined {
  if (replacedBy !== undefined) return 'replaced';
  return revoked === undefined ? undefined : 'revoked';
}
