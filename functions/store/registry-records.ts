import type { AttributeValue, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { JsonObject } from '#core/flow/types.ts';
import { fromItem, toItem } from './stored.ts';

/** The registries table. */
export type RegistriesTable = { client: DynamoDBClient; table: string };
/** A record as it stands, as far as whoever begins cases about it asks. */
export type StandingRecord = { state: string; data: JsonObject; changedAt: string };

/** Where a page of a registry ended: its last item, by which the next begins. */
export type RecordCursor = { pk: string; sk: string; rpk: string; rsk: string };

/** The keys of a page of records, the least lately changed first, and where the next page begins. */
export async function recordKeys(
  { client, table }: RegistriesTable,
  registry: string,
  after?: RecordCursor,
  most = 100,
): Promise<{ keys: string[]; after?: RecordCursor }> {
  const page = await client.send(
    new QueryCommand({
      TableName: table,
      IndexName: 'registry',
      KeyConditionExpression: 'rpk = :registry',
      ExpressionAttributeValues: toItem({ ':registry': registry }),
      Limit: most,
      ...(after ? { ExclusiveStartKey: toItem(after) } : {}),
    }),
  );
  const keys = (page.Items ?? []).map((item) => String(fromItem(item).pk).slice(registry.length + 1));
  if (!page.LastEvaluatedKey) return { keys };
  const { pk, sk, rpk, rsk } = fromItem<RecordCursor>(page.LastEvaluatedKey);
  return { keys, after: { pk, sk, rpk, rsk } };
}

/** A record as it stands now, where it was there already at an instant; null where it was not, or is not. */
export async function recordSince(
  registries: RegistriesTable,
  registry: string,
  key: string,
  at: string,
): Promise<StandingRecord | null> {
  const pk = `${registry}#${key}`;
  const record = await read(registries, pk, 'record');
  if (!record || record.changedAt <= at) return record;
  const first = await read(registries, pk, `version#${'1'.padStart(6, '0')}`);
  return first && first.changedAt <= at ? record : null;
}

async function read(
  { client, table }: RegistriesTable,
  pk: string,
  sk: string,
): Promise<StandingRecord | null> {
  const Key: Record<string, AttributeValue> = toItem({ pk, sk });
  const { Item } = await client.send(new GetItemCommand({ TableName: table, Key, ConsistentRead: true }));
  return Item ? fromItem<StandingRecord>(Item) : null;
}
