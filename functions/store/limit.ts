import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { limitKey } from './keys.ts';

/** A day's counter is kept so long after its day began, in seconds: two days. */
const KEPT_S = 2 * 86_400;

/** One more submission of a person on a day: part of the transaction of the submission, which it refuses from `most` on. */
export const oneMoreSubmit = (of: {
  table: string;
  service: string;
  person: string;
  /** YYYY-MM-DD. */
  day: string;
  most: number;
}): TransactWriteItem => ({
  Update: {
    TableName: of.table,
    Key: marshall({ pk: limitKey(of.service, of.person), sk: `submits#${of.day}` }),
    UpdateExpression: 'ADD #count :one SET #ttl = :ttl',
    ConditionExpression: 'attribute_not_exists(#count) OR #count < :most',
    ExpressionAttributeNames: { '#count': 'count', '#ttl': 'ttl' },
    ExpressionAttributeValues: marshall({
      ':one': 1,
      ':most': of.most,
      ':ttl': Math.floor(Date.parse(of.day) / 1000) + KEPT_S,
    }),
  },
});
