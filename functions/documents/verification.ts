import type { VerifyAnswer } from '#core/api/types.ts';
import { dayOf } from '#core/document/value.ts';
import type { DocumentItem } from '../connectors/document/types.ts';

const stateOf = ({ state, suspendedAt }: DocumentItem, expired: boolean): VerifyAnswer['state'] =>
  state === 'revoked' ? 'revoked' : expired ? 'expired' : suspendedAt === undefined ? 'valid' : 'suspended';

/** What is shown of a document at `now`; null for one that is not finished or not made to be verified. */
export function verification(item: DocumentItem, hash: string | null, now: string): VerifyAnswer | null {
  if (!item.verify || item.state === 'drawn') return null;
  const expired = item.validUntil !== null && dayOf(now, 'Europe/Kyiv') > item.validUntil;
  return {
    document: item.id,
    title: item.title,
    agency: item.agency,
    number: item.number,
    issuedAt: item.issuedAt,
    validUntil: item.validUntil,
    shows: item.shows,
    state: stateOf(item, expired),
    revokedAt: item.revokedAt ?? null,
    sha256: item.file?.sha256 ?? null,
    signature: item.signature ?? null,
    same: hash === null ? null : hash === item.file?.sha256,
  };
}
