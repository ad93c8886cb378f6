import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { ServiceCard, Territory, Text } from '#core/api/types.ts';
import type { ServiceRuntime } from '#core/case/runtime.ts';
import { platformKey } from './keys.ts';
import { setting } from './setting.ts';

/** Where what was released is noted: the platform table. */
export type PlatformTable = { client: DynamoDBClient; table: string };

/** Lists are read whole: no installation has more services, no territory more below it. */
const MOST_SERVICES = 500;
const MOST_TERRITORIES = 2_000;

async function query({ client, table }: PlatformTable, pk: string, most: number): Promise<unknown[]> {
  const found: unknown[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const { Items, LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: marshall({ ':pk': pk }),
        Limit: most - found.length,
        ...(start ? { ExclusiveStartKey: marshall(start) } : {}),
      }),
    );
    found.push(...(Items ?? []).map((item) => unmarshall(item)));
    start = LastEvaluatedKey ? unmarshall(LastEvaluatedKey) : undefined;
  } while (start && found.length < most);
  return found;
}

type ServiceLine = ServiceCard & {
  sk: string;
  startedBy?: { counter?: { role?: string } };
  officer?: { role: string; agency: string };
};

/** The services of which officers begin cases of their own motion, each with whose officers do. */
export async function servicesBegun(
  store: PlatformTable,
): Promise<{ id: string; title: Text; summary?: Text; by: { role: string; agency: string } }[]> {
  const items = (await query(store, platformKey.services, MOST_SERVICES)) as ServiceLine[];
  return items.flatMap(({ sk, title, summary, officer }) =>
    officer ? [{ id: sk, title, ...(summary ? { summary } : {}), by: officer }] : [],
  );
}

/** The services that are released, by their ids. */
export async function releasedServices(store: PlatformTable): Promise<ServiceCard[]> {
  const items = (await query(store, platformKey.services, MOST_SERVICES)) as ServiceLine[];
  return items.map(({ sk, title, summary, agency, startedBy }) => ({
    id: sk,
    title,
    ...(summary ? { summary } : {}),
    ...(agency ? { agency } : {}),
    ...(startedBy?.counter?.role ? { counter: startedBy.counter.role } : {}),
  }));
}

/** The territories directly below one (`''`: the top), by their names. */
export async function territoriesIn(store: PlatformTable, parent: string): Promise<Territory[]> {
  const items = (await query(store, platformKey.territory(parent), MOST_TERRITORIES)) as (Territory & {
    sk: string;
  })[];
  const order = new Intl.Collator('uk');
  return items
    .map(({ sk, name, category, leaf }) => ({ code: sk, name, category, ...(leaf ? { leaf } : {}) }))
    .sort((a, b) => order.compare(a.name, b.name));
}

const s3 = new S3Client({});
/** Bundles kept in a container; beyond, the oldest goes. */
const KEPT = 50;
const kept = new Map<string, ServiceRuntime>();

/** The hash of the definition by which a service runs now; null for one that is not released. */
async function headOf({ client, table }: PlatformTable, service: string): Promise<string | null> {
  const Key = marshall({ pk: platformKey.definition('service', service), sk: 'head' });
  const { Item } = await client.send(new GetItemCommand({ TableName: table, Key }));
  const hash: unknown = Item ? unmarshall(Item).hash : undefined;
  return typeof hash === 'string' && hash !== '' ? hash : null;
}

/** A service as it was released last; null where there is none of this id. */
export async function released(store: PlatformTable, service: string): Promise<ServiceRuntime | null> {
  const hash = await headOf(store, service);
  if (hash === null) return null;
  const known = kept.get(hash);
  if (known) return known;
  const { Body } = await s3.send(
    new GetObjectCommand({ Bucket: setting('KLADKA_BUNDLES'), Key: `bundles/${hash}.json` }),
  );
  const found = JSON.parse((await Body?.transformToString()) ?? '') as ServiceRuntime;
  if (kept.size >= KEPT) for (const old of [...kept.keys()].slice(0, 1)) kept.delete(old);
  kept.set(hash, found);
  return found;
}
