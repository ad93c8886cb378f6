import type { IssuedMeta } from './event.ts';
import type { Case } from './types.ts';

/** What became of an issued document; undefined while it holds. */
export function issuedState(kase: Case, { replacedBy }: IssuedMeta): 'revoked' | 'replaced' | undefined {
  if (kase.revoked !== undefined) return 'revoked';
  return replacedBy === undefined ? undefined : 'replaced';
}
