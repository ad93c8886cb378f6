import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { NewsView } from '#core/api/types.ts';

/** An announcement as it is kept: in every place that it appears in (`news#<place>`, `<instant>#<id>`). */
export type NewsItem = NewsView & { effect: string; case: string };

export const newsKey = (place: string, { at, id }: Pick<NewsItem, 'at' | 'id'>) => ({
  pk: `news#${place}`,
  sk: `${at}#${id}`,
});

/** More than these are not shown at once. */
const MOST = 100;

/** What is announced in a place now, the newest first. */
export async function newsOf(
  { client, table }: { client: DynamoDBClient; table: string },
  place: string,
  now: string,
): Promise<NewsView[]> {
  const { Items } = await client.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: `news#${place}` } },
      ScanIndexForward: false,
      Limit: MOST,
    }),
  );
  return (Items ?? [])
    .map((item) => unmarshall(item) as NewsItem)
    .filter(({ until }) => until === undefined || until >= now)
    .map(({ id, at, until, service, agency, body }) => ({
      ...{ id, at, service, agency, body },
      ...(until === undefined ? {} : { until }),
    }));
}
