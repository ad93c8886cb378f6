import {
  ConditionalCheckFailedException,
  GetItemCommand,
  type TransactWriteItem,
  type Update,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { limitKey } from './keys.ts';
import type { CaseStore } from './load.ts';
import { fromItem, toItem } from './stored.ts';

/** A day's counter is kept so long after its day began, in seconds: two days. */
const KEPT_S = 2 * 86_400;

type OfDay = {
  table: string;
  service: string;
  person: string;
  /** YYYY-MM-DD. */
  day: string;
  most: number;
};

const oneMore = (what: 'submits' | 'lookups', of: OfDay) =>
  ({
    TableName: of.table,
    Key: toItem({ pk: limitKey(of.service, of.person), sk: `${what}#${of.day}` }),
    UpdateExpression: 'ADD #count :one SET #ttl = :ttl',
    ConditionExpression: 'attribute_not_exists(#count) OR #count < :most',
    ExpressionAttributeNames: { '#count': 'count', '#ttl': 'ttl' },
    ExpressionAttributeValues: toItem({
      ':one': 1,
      ':most': of.most,
      ':ttl': Math.floor(Date.parse(of.day) / 1000) + KEPT_S,
    }),
  }) satisfies Update;

/** One more submission of a person on a day: part of the transaction of the submission, which it refuses from `most` on. */
export const oneMoreSubmit = (of: OfDay): TransactWriteItem => ({ Update: oneMore('submits', of) });

/** Counts one more question of a person to registries on a day; false from `most` on. */
export async function countLookup({ client }: Pick<CaseStore, 'client'>, of: OfDay): Promise<boolean> {
  try {
    await client.send(new UpdateItemCommand(oneMore('lookups', of)));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

type Window = {
  service: string;
  /** From when applications are taken: each such window has a count of its own. */
  since: string;
};
const windowKey = ({ service, since }: Window) => ({
  pk: limitKey(service, 'all'),
  sk: `applications#${since}`,
});

/**
 * One more application of a service: part of the transaction of the submission, which it refuses from `most` on. All of them
 * meet at one item: what has a limit bears some hundreds a second.
 */
export const oneMoreApplication = (of: Window & { table: string; most: number }): TransactWriteItem => ({
  Update: {
    TableName: of.table,
    Key: toItem(windowKey(of)),
    UpdateExpression: 'ADD #count :one',
    ConditionExpression: 'attribute_not_exists(#count) OR #count < :most',
    ExpressionAttributeNames: { '#count': 'count' },
    ExpressionAttributeValues: toItem({ ':one': 1, ':most': of.most }),
  },
});

/** How many applications of a service were taken in a window. */
export async function applicationsIn({ client, table }: CaseStore, of: Window): Promise<number> {
  const { Item } = await client.send(new GetItemCommand({ TableName: table, Key: toItem(windowKey(of)) }));
  return Item ? Number(fromItem(Item).count) : 0;
}
