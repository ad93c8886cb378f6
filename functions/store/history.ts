import { QueryCommand } from '@aws-sdk/client-dynamodb';
import type { CaseEvent } from '#core/case/types.ts';
import type { EventItem } from './items.ts';
import { caseKey, sortKey } from './keys.ts';
import type { CaseStore } from './load.ts';
import { fromItem, toItem } from './stored.ts';

/** Which part of a history: events after a number (0: from the beginning), or the latest. */
export type Part = { after: number } | { latest: true };

/**
 * Events of a case without their personal data, in order, at most `most`.
 * `more`: whether there are others beyond, in the direction that was read.
 */
export async function eventsOf(
  { client, table }: CaseStore,
  of: { service: string; case: string },
  part: Part,
  most = 100,
): Promise<{ events: CaseEvent[]; more: boolean }> {
  const after = 'after' in part ? part.after : 0;
  const { Items, LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: toItem({
        ':pk': caseKey(of.service, of.case),
        ':from': sortKey.event(after + 1),
        ':to': sortKey.event(9_999_999_999),
      }),
      ScanIndexForward: 'after' in part,
      Limit: most,
    }),
  );
  const events = (Items ?? []).map((item) => fromItem<EventItem>(item).event);
  return { events: 'after' in part ? events : events.reverse(), more: LastEvaluatedKey !== undefined };
}
