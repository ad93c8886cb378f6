import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Case } from '#core/case/types.ts';
import type { DraftItem, OnceItem, SnapshotItem } from './items.ts';
import { caseKey, onceKey, sortKey } from './keys.ts';
import { readItems } from './read-items.ts';

/** Where the items are. */
export type CaseStore = { client: DynamoDBClient; table: string };
/** What one read finds of a case. */
export type Loaded = { case: Case | null; draft: DraftItem | null; once: OnceItem | null };

/**
 * Snapshot, draft and remembered answer in one consistent read. Expired answers count as none.
 * @throws StoreBusy where the table keeps back keys five times
 */
export async function load(
  store: CaseStore,
  of: { service: string; case: string; once?: string },
  now: string,
): Promise<Loaded> {
  const pk = caseKey(of.service, of.case);
  const items = await readItems(store, [
    { pk, sk: sortKey.snapshot },
    { pk, sk: sortKey.draft },
    ...(of.once === undefined ? [] : [{ pk: onceKey(of.service, of.once), sk: 'answer' }]),
  ]);
  const found = new Map<string, unknown>(items.map((item) => [String(item.sk), item]));
  const once = found.get('answer') as OnceItem | undefined;
  return {
    case: (found.get(sortKey.snapshot) as SnapshotItem | undefined)?.case ?? null,
    draft: (found.get(sortKey.draft) as DraftItem | undefined) ?? null,
    once: once && once.ttl >= Math.floor(Date.parse(now) / 1000) ? once : null,
  };
}
