import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Text } from '#core/api/types.ts';
import type { Agency } from '#core/definition/types.ts';
import type { PlatformStore } from './appointments.ts';
import { platformKey } from './keys.ts';

/** The partition with one line an agency: `def#agencies` / `<id>`, attribute `definition`. */
export const agenciesKey = 'def#agencies';
/** A released service as the catalogue has it. */
export type ServiceLine = { id: string; hash: string; title: Text; agency: { id: string; title?: Text } };

/** Lines of one list, at most. */
const MOST = 1000;

async function lines<T>({ client, table }: PlatformStore, pk: string): Promise<T[]> {
  const found: T[] = [];
  let start: Record<string, AttributeValue> | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: marshall({ ':pk': pk }),
        ...(start ? { ExclusiveStartKey: start } : {}),
      }),
    );
    found.push(...(page.Items ?? []).map((item) => unmarshall(item) as T));
    start = page.LastEvaluatedKey;
  } while (start && found.length < MOST);
  return found.slice(0, MOST);
}

/** Every agency that was released, by id: its offices, its roles and what they may. */
export async function agenciesIn(store: PlatformStore): Promise<Map<string, Agency>> {
  const found = await lines<{ sk: string; definition: Agency }>(store, agenciesKey);
  return new Map(found.map(({ sk, definition }) => [sk, definition]));
}

/** Every released service, by id. */
export async function servicesIn(store: PlatformStore): Promise<Map<string, ServiceLine>> {
  const found = await lines<ServiceLine>(store, platformKey.services);
  return new Map(found.map((line) => [line.id, line]));
}
