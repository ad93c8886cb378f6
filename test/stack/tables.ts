import { DynamoDBClient, ListTablesCommand, paginateScan } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Stack } from './stack.ts';

/** An item as it is stored. */
export type Item = { pk: string; sk: string; [more: string]: unknown };

/** Every item of the table whose name holds the word, read past the functions: what is really there. */
export async function itemsOf({ dynamodb }: Pick<Stack, 'dynamodb'>, word: RegExp): Promise<Item[]> {
  const client = new DynamoDBClient({
    endpoint: dynamodb,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  try {
    const { TableNames } = await client.send(new ListTablesCommand({}));
    const TableName = TableNames?.find((name) => word.test(name));
    const items: Item[] = [];
    for await (const { Items } of paginateScan({ client }, { TableName, ConsistentRead: true }))
      items.push(...(Items ?? []).map((item) => unmarshall(item) as Item));
    return items;
  } finally {
    client.destroy();
  }
}
