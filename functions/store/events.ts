import { QueryCommand } from '@aws-sdk/client-dynamodb';
import type { CaseEvent } from '#core/case/types.ts';
import type { EventItem } from './items.ts';
import { caseKey } from './keys.ts';
import type { CaseStore } from './load.ts';
import { fromItem, toItem } from './stored.ts';

/** Events read at most: no case of a person has more. */
const MOST = 1_000;

/** The first events of a case without what is personal in them, in order; at most 1000. */
export async function publicEvents(
  { client, table }: CaseStore,
  of: { service: string; case: string },
): Promise<CaseEvent[]> {
  const { Items } = await client.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :event)',
      ExpressionAttributeValues: toItem({ ':pk': caseKey(of.service, of.case), ':event': 'event#' }),
      Limit: MOST,
    }),
  );
  return (Items ?? []).map((item) => fromItem<EventItem>(item).event);
}
