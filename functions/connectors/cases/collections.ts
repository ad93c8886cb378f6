import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import {
  type Bid,
  bidsOf,
  type Collection,
  collectionKey,
  collectionOf,
  heldBid,
} from '../../store/collections.ts';

const seconds = (instant: string) => Math.floor(Date.parse(instant) / 1000);
/** How long what was collected is kept after it closed, so that a repeated question is answered the same, in seconds: 90 days. */
const KEPT_S = 90 * 86_400;

/** Collections and what was sent to them, in the platform table. */
export function collections(client: DynamoDBClient, table: string) {
  const store = { client, table };
  const ttl = (collection: Collection) => seconds(collection.closes) + KEPT_S;
  const drop = (key: { pk: string; sk: string }) =>
    client.send(new DeleteItemCommand({ TableName: table, Key: marshall(key) }));
  return {
    of: (service: string, id: string) => collectionOf(store, service, id),
    async open(collection: Collection): Promise<void> {
      const Item = {
        ...collection,
        ...collectionKey(collection.service, collection.id),
        ttl: ttl(collection),
      };
      await client.send(
        new PutItemCommand({ TableName: table, Item: marshall(Item, { removeUndefinedValues: true }) }),
      );
    },
    /** Takes it off; answers what had been sent to it. */
    async drop(service: string, id: string): Promise<Bid[]> {
      const bids = await bidsOf(store, service, id);
      for (const { person } of bids) await drop(collectionKey(service, id, person));
      await drop(collectionKey(service, id));
      return bids;
    },
    bids: (service: string, id: string) => bidsOf(store, service, id),
    held: (service: string, id: string, person: string) => heldBid(store, service, id, person),
    /** Puts what one person sent in the place of what they sent before (`instead`: that case, null for none); false where that is not so. */
    async put(collection: Collection, bid: Bid, instead: string | null): Promise<boolean> {
      const key = collectionKey(collection.service, collection.id, bid.person);
      try {
        await client.send(
          new PutItemCommand({
            TableName: table,
            Item: marshall({ ...bid, ...key, ttl: ttl(collection) }, { removeUndefinedValues: true }),
            ConditionExpression: instead === null ? 'attribute_not_exists(pk)' : '#case = :instead',
            ...(instead === null
              ? {}
              : {
                  ExpressionAttributeNames: { '#case': 'case' },
                  ExpressionAttributeValues: marshall({ ':instead': instead }),
                }),
          }),
        );
        return true;
      } catch (error) {
        if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return false;
        throw error;
      }
    },
    takeOut: (service: string, id: string, person: string) => drop(collectionKey(service, id, person)),
  };
}

export type Collections = ReturnType<typeof collections>;
