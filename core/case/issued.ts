import type { IssuedMeta } from './event.ts';

/** What became of an issued document; undefined while it holds. */
export function issuedState({
  revoked,
  replacedBy,
  duplicated,
}: IssuedMeta): 'revoked' | 'replaced' | 'duplicated' | undefined {
  if (replacedBy !== undefined) return duplicated ? 'duplicated' : 'replaced';
  return revoked === undefined ? undefined : 'revoked';
}
