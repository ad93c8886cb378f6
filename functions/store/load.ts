import type { AttributeValue, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchGetItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Case } from '#core/case/types.ts';
import type { DraftItem, OnceItem, SnapshotItem } from './items.ts';
import { caseKey, onceKey, sortKey } from './keys.ts';

/** Where the items are. */
export type CaseStore = { client: DynamoDBClient; table: string };
/** What one read finds of a case. */
export type Loaded = { case: Case | null; draft: DraftItem | null; once: OnceItem | null };

/** The table has not answered a read in full after several tries. */
export class StoreBusy extends Error {
  readonly code = 'busy';
}

/**
 * Snapshot, draft and remembered answer in one consistent read. Expired answers count as none.
 * @throws StoreBusy where the table keeps back keys five times
 */
export async function load(
  { client, table }: CaseStore,
  of: { service: string; case: string; once?: string },
  now: string,
): Promise<Loaded> {
  const pk = caseKey(of.service, of.case);
  let wanted: Record<string, AttributeValue>[] = [
    { pk, sk: sortKey.snapshot },
    { pk, sk: sortKey.draft },
    ...(of.once === undefined ? [] : [{ pk: onceKey(of.service, of.once), sk: 'answer' }]),
  ].map((key) => marshall(key));
  const found = new Map<string, unknown>();
  for (let tries = 0; wanted.length > 0; tries++) {
    if (tries === 5) throw new StoreBusy('the table kept back what was asked for');
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetItemCommand({ RequestItems: { [table]: { Keys: wanted, ConsistentRead: true } } }),
    );
    for (const raw of Responses?.[table] ?? []) {
      const item = unmarshall(raw);
      found.set(String(item.sk), item);
    }
    wanted = UnprocessedKeys?.[table]?.Keys ?? [];
  }
  const once = found.get('answer') as OnceItem | undefined;
  return {
    case: (found.get(sortKey.snapshot) as SnapshotItem | undefined)?.case ?? null,
    draft: (found.get(sortKey.draft) as DraftItem | undefined) ?? null,
    once: once && once.ttl >= Math.floor(Date.parse(now) / 1000) ? once : null,
  };
}
