import { BatchGetItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { fromItem, toItem } from './stored.ts';

/** The table has not answered a read in full after several tries. */
export class StoreBusy extends Error {
  readonly code = 'busy';
}

const TRIES = 5;

/**
 * The items of the keys that are there, at most 100 keys; what the table keeps back is asked for again.
 * @throws StoreBusy where it keeps back keys five times
 */
export async function readItems(
  { client, table }: { client: DynamoDBClient; table: string },
  keys: readonly { pk: string; sk: string }[],
  ConsistentRead = true,
): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  let wanted = keys.map(({ pk, sk }) => toItem({ pk, sk }));
  for (let tries = 0; wanted.length > 0; tries++) {
    if (tries === TRIES) throw new StoreBusy('the table kept back what was asked for');
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetItemCommand({ RequestItems: { [table]: { Keys: wanted, ConsistentRead } } }),
    );
    found.push(...(Responses?.[table] ?? []).map((item) => fromItem(item)));
    wanted = UnprocessedKeys?.[table]?.Keys ?? [];
  }
  return found;
}
