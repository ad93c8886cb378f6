import type { Case } from './case.ts';
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

/** What is on its way to take the place of a document: a duplicate, one that is still to be paid for, a corrected one. */
export function comingFor(
  { reissuing = {}, paying = {} }: Pick<Case, 'reissuing' | 'paying'>,
  id: string,
): 'duplicate' | 'unpaid' | 'corrected' | undefined {
  if (Object.values(paying).some(({ document }) => document === id)) return 'unpaid';
  const drawn = Object.values(reissuing).find(({ replaces }) => replaces === id);
  if (!drawn) return undefined;
  return drawn.duplicate ? 'duplicate' : 'corrected';
}
