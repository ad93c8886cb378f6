import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { type NewsItem, newsKey } from '../../store/news.ts';

/** The announcements of places, in the platform table. */
export function news(client: DynamoDBClient, table: string) {
  return {
    async put(place: string, item: NewsItem): Promise<void> {
      const ttl = item.until === undefined ? {} : { ttl: Math.floor(Date.parse(item.until) / 1000) };
      const Item = marshall({ ...item, ...newsKey(place, item), ...ttl }, { removeUndefinedValues: true });
      await client.send(new PutItemCommand({ TableName: table, Item }));
    },
    /** Takes off what an effect had published. */
    async drop(place: string, effect: string): Promise<void> {
      const { Items } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk',
          FilterExpression: 'effect = :effect',
          ExpressionAttributeValues: marshall({ ':pk': `news#${place}`, ':effect': effect }),
        }),
      );
      for (const item of Items ?? []) {
        const { pk, sk } = unmarshall(item);
        await client.send(new DeleteItemCommand({ TableName: table, Key: marshall({ pk, sk }) }));
      }
    },
  };
}

export type News = ReturnType<typeof news>;
