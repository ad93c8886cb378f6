import { DynamoDBClient, ListTablesCommand, PutItemCommand, paginateScan } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { fromItem } from '#functions/store/stored.ts';
import type { Stack } from './stack.ts';

/** An item as it is stored. */
export type Item = { pk: string; sk: string; [more: string]: unknown };

/** Does something with the table whose name holds the word, past the functions. */
async function atTable<T>(
  { dynamodb }: Pick<Stack, 'dynamodb'>,
  word: RegExp,
  work: (client: DynamoDBClient, TableName: string) => Promise<T>,
): Promise<T> {
  const client = new DynamoDBClient({
    endpoint: dynamodb,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  try {
    const { TableNames } = await client.send(new ListTablesCommand({}));
    return await work(client, TableNames?.find((name) => word.test(name)) ?? '');
  } finally {
    client.destroy();
  }
}

/** Every item of the table whose name holds the word: what is really there. */
export const itemsOf = (stack: Pick<Stack, 'dynamodb'>, word: RegExp): Promise<Item[]> =>
  atTable(stack, word, async (client, TableName) => {
    const items: Item[] = [];
    for await (const { Items } of paginateScan({ client }, { TableName, ConsistentRead: true }))
      items.push(...(Items ?? []).map((item) => fromItem<Item>(item)));
    return items;
  });

/** Puts an item, where a test needs what no one can do in its short life. */
export const putItem = (stack: Pick<Stack, 'dynamodb'>, word: RegExp, item: Item): Promise<unknown> =>
  atTable(stack, word, (client, TableName) =>
    client.send(new PutItemCommand({ TableName, Item: marshall(item, { removeUndefinedValues: true }) })),
  );
