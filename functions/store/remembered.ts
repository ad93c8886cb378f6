import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import {
  GetItemCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import type { PlatformStore } from './appointments.ts';
import type { OnceItem } from './items.ts';
import { platformKey } from './keys.ts';
import { StoreBusy } from './read-items.ts';
import { fromItem, toItem } from './stored.ts';

/** How long an intention is remembered, in seconds: 7 days. */
const REMEMBER_S = 7 * 86_400;
const MOST_TRIES = 5;

/** An intention (`hash` of actor, operation, key) and the hash of what was asked. */
export type Intention = { hash: string; request: string };
type Answer = OnceItem['answer'];
/** How a command beside cases ended. `otherRequest`: its key was used for something else. */
export type Carried = { done: Answer } | { replayed: Answer } | { otherRequest: true };

/** What an intention was answered; null where it is new, or so old that it is forgotten. */
async function answered({ client, table }: PlatformStore, pk: string, now: string): Promise<OnceItem | null> {
  const { Item } = await client.send(
    new GetItemCommand({ TableName: table, Key: toItem({ pk, sk: 'answer' }), ConsistentRead: true }),
  );
  const known = Item ? fromItem<OnceItem>(Item) : null;
  return known && known.ttl >= Math.floor(Date.parse(now) / 1000) ? known : null;
}

const remembering = (
  table: string,
  pk: string,
  { request }: Intention,
  answer: Answer,
  now: string,
): TransactWriteItem => {
  const seconds = Math.floor(Date.parse(now) / 1000);
  const item: OnceItem = {
    pk,
    sk: 'answer',
    request,
    answer,
    ttl: seconds + REMEMBER_S,
  };
  return {
    Put: {
      TableName: table,
      Item: toItem(item),
      ConditionExpression: 'attribute_not_exists(pk) OR #ttl < :now',
      ExpressionAttributeNames: { '#ttl': 'ttl' },
      ExpressionAttributeValues: toItem({ ':now': seconds }),
    },
  };
};

/**
 * Carries out a command beside cases: its writes and its answer, by which a repeat is known, in one transaction. `plan` is
 * asked only where the intention is new, anew after a lost race; what it throws is not remembered.
 * @param pk the partition under which it is remembered
 * @throws StoreBusy when five races in a row were lost
 */
export async function carryOut(
  store: PlatformStore,
  of: Intention,
  now: string,
  plan: () => Promise<{ writes: TransactWriteItem[]; answer: Answer }>,
  pk: string = platformKey.once(of.hash),
): Promise<Carried> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const known = await answered(store, pk, now);
    if (known) return known.request === of.request ? { replayed: known.answer } : { otherRequest: true };
    const { writes, answer } = await plan();
    try {
      const TransactItems = [...writes, remembering(store.table, pk, of, answer, now)];
      await store.client.send(new TransactWriteItemsCommand({ TransactItems }));
      return { done: answer };
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
    }
  }
  throw new StoreBusy('five writes in a row lost the race for a command');
}
