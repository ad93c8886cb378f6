import {
  BatchWriteItemCommand,
  DeleteItemCommand,
  type DynamoDBClient,
  PutItemCommand,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { ReleaseRefused } from './event.ts';
import type { Item } from './heads.ts';

const BATCH = 25;
const PARALLEL = 8;
const ATTEMPTS = 10;

/** Where releases are written. */
export type Table = { client: DynamoDBClient; table: string };

/** Writes one item over what was there. */
export async function put({ client, table }: Table, item: Item): Promise<void> {
  await client.send(
    new PutItemCommand({ TableName: table, Item: marshall(item, { removeUndefinedValues: true }) }),
  );
}

/** Takes one item away; one that is not there is gone already. */
export async function remove({ client, table }: Table, { pk, sk }: Pick<Item, 'pk' | 'sk'>): Promise<void> {
  await client.send(new DeleteItemCommand({ TableName: table, Key: marshall({ pk, sk }) }));
}

/** Writes and takes away many items, 25 a call. @throws ReleaseRefused where the table did not take all of them */
export async function writeAll(
  to: Table,
  { put: items, remove: keys }: { put: readonly Item[]; remove: readonly Pick<Item, 'pk' | 'sk'>[] },
): Promise<void> {
  const requests: WriteRequest[] = [
    ...items.map((item) => ({ PutRequest: { Item: marshall(item, { removeUndefinedValues: true }) } })),
    ...keys.map(({ pk, sk }) => ({ DeleteRequest: { Key: marshall({ pk, sk }) } })),
  ];
  const batches = Array.from({ length: Math.ceil(requests.length / BATCH) }, (_, n) =>
    requests.slice(n * BATCH, (n + 1) * BATCH),
  );
  const next = async (): Promise<void> => {
    for (let batch = batches.shift(); batch; batch = batches.shift()) await writeBatch(to, batch);
  };
  await Promise.all(Array.from({ length: PARALLEL }, next));
}

async function writeBatch({ client, table }: Table, batch: WriteRequest[]): Promise<void> {
  let left = batch;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { UnprocessedItems } = await client.send(
      new BatchWriteItemCommand({ RequestItems: { [table]: left } }),
    );
    left = UnprocessedItems?.[table] ?? [];
    if (left.length === 0) return;
    await new Promise((done) => setTimeout(done, 50 * 2 ** attempt));
  }
  throw new ReleaseRefused(`The table did not take ${left.length} items; deploy again.`);
}
