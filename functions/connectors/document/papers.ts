import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  GetItemCommand,
  PutItemCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { DocumentItem, Papers } from './types.ts';

/** How often a number is drawn again when others draw from the same counter. */
const TRIES = 30;

/** A number could not be drawn among too many at once; a later try will. */
export class CounterBusy extends Error {
  override name = 'CounterBusy';
  readonly code = 'counterBusy';
}

const lost = (error: unknown): boolean =>
  error instanceof Error &&
  [
    'ConditionalCheckFailedException',
    'TransactionCanceledException',
    'TransactionConflictException',
  ].includes(error.name);

/** Documents and counters in the platform table. */
export function papers(client: DynamoDBClient, table: string): Papers {
  const key = (id: string) => marshall({ pk: `document#${id}`, sk: 'head' });
  const get = async (id: string): Promise<DocumentItem | null> => {
    const { Item } = await client.send(
      new GetItemCommand({ TableName: table, Key: key(id), ConsistentRead: true }),
    );
    return Item ? (unmarshall(Item) as DocumentItem) : null;
  };
  const put = (item: DocumentItem) => ({
    TableName: table,
    Item: { ...marshall(item, { removeUndefinedValues: true }), ...key(item.id) },
    ConditionExpression: 'attribute_not_exists(pk)',
  });

  /** Number and document in one transaction: whoever loses tries again, so no number is missing and none given twice. */
  const numbered = async (item: DocumentItem, counter: string, number: (n: number) => string) => {
    const Key = marshall({ pk: `counter#${counter}`, sk: 'count' });
    const { Item } = await client.send(new GetItemCommand({ TableName: table, Key, ConsistentRead: true }));
    const before = Item ? Number(unmarshall(Item).n) : 0;
    const made = { ...item, number: number(before + 1) };
    await client.send(
      new TransactWriteItemsCommand({
        TransactItems: [
          {
            Update: {
              TableName: table,
              Key,
              UpdateExpression: 'SET n = :next',
              ConditionExpression: before === 0 ? 'attribute_not_exists(n)' : 'n = :before',
              ExpressionAttributeValues: marshall({
                ':next': before + 1,
                ...(before === 0 ? {} : { ':before': before }),
              }),
            },
          },
          { Put: put(made) },
        ],
      }),
    );
    return made;
  };

  return {
    get,
    async draw(item, counter, number) {
      for (let attempt = 0; attempt < TRIES; attempt++) {
        const known = await get(item.id);
        if (known) return known;
        try {
          if (counter !== null) return await numbered(item, counter, number);
          await client.send(new PutItemCommand(put(item)));
          return item;
        } catch (error) {
          if (!lost(error)) throw error;
        }
      }
      throw new CounterBusy('the counter is busy');
    },
    async issued(id, what) {
      try {
        await client.send(
          new UpdateItemCommand({
            TableName: table,
            Key: key(id),
            UpdateExpression: 'SET #state = :issued, #file = :file, #signature = :signature',
            ConditionExpression: '#state = :drawn',
            ExpressionAttributeNames: { '#state': 'state', '#file': 'file', '#signature': 'signature' },
            ExpressionAttributeValues: marshall({
              ':issued': 'issued',
              ':drawn': 'drawn',
              ':file': what.file,
              ':signature': what.signature,
            }),
          }),
        );
      } catch (error) {
        if (!lost(error)) throw error;
      }
    },
    async suspend(id, at) {
      try {
        await client.send(
          new UpdateItemCommand({
            TableName: table,
            Key: key(id),
            UpdateExpression: at === null ? 'REMOVE suspendedAt' : 'SET suspendedAt = :at',
            ConditionExpression: 'attribute_exists(pk)',
            ...(at === null ? {} : { ExpressionAttributeValues: marshall({ ':at': at }) }),
          }),
        );
      } catch (error) {
        if (!lost(error)) throw error;
      }
    },
    async revoke(id, at) {
      try {
        await client.send(
          new UpdateItemCommand({
            TableName: table,
            Key: key(id),
            UpdateExpression: 'SET #state = :revoked, revokedAt = :at',
            ConditionExpression: 'attribute_exists(pk) AND #state <> :revoked',
            ExpressionAttributeNames: { '#state': 'state' },
            ExpressionAttributeValues: marshall({ ':revoked': 'revoked', ':at': at }),
          }),
        );
      } catch (error) {
        if (!lost(error)) throw error;
      }
    },
  };
}
