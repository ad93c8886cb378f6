import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { JsonObject } from '#core/case/types.ts';

/** A collection of applications of a service that a case of another has opened. */
export type Collection = {
  /** The case that collects, its service, its public reference and what it is called. */
  id: string;
  by: string;
  reference: string;
  title: { [language: string]: string };
  effect: string;
  /** The service whose applications are collected. */
  service: string;
  opens?: string;
  closes: string;
  sealed?: string[];
  replaceable?: boolean;
};
/** What one person sent to a collection. */
export type Bid = {
  case: string;
  reference: string;
  at: string;
  person: string;
  name: string;
  form: JsonObject;
};

type PlatformTable = { client: DynamoDBClient; table: string };

/** Under the service whose applications are collected, so that its functions may read them: the collection, or a person's application. */
export const collectionKey = (service: string, id: string, person?: string) => ({
  pk: `collect#${service}`,
  sk: person === undefined ? id : `${id}#${person}`,
});

async function get<T>({ client, table }: PlatformTable, key: object): Promise<T | null> {
  const { Item } = await client.send(
    new GetItemCommand({ TableName: table, Key: marshall(key), ConsistentRead: true }),
  );
  return Item ? (unmarshall(Item) as T) : null;
}

export const collectionOf = (store: PlatformTable, service: string, id: string) =>
  get<Collection>(store, collectionKey(service, id));

export const heldBid = (store: PlatformTable, service: string, id: string, person: string) =>
  get<Bid>(store, collectionKey(service, id, person));

async function under<T>(
  { client, table }: PlatformTable,
  service: string,
  begins: string,
): Promise<(T & { sk: string })[]> {
  const found: (T & { sk: string })[] = [];
  let start: Record<string, import('@aws-sdk/client-dynamodb').AttributeValue> | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: `pk = :pk${begins === '' ? '' : ' AND begins_with(sk, :sk)'}`,
        ExpressionAttributeValues: marshall({
          ':pk': `collect#${service}`,
          ...(begins === '' ? {} : { ':sk': begins }),
        }),
        ...(start ? { ExclusiveStartKey: start } : {}),
      }),
    );
    found.push(...(page.Items ?? []).map((item) => unmarshall(item) as T & { sk: string }));
    start = page.LastEvaluatedKey;
  } while (start && found.length < 1_000);
  return found;
}

/** What was sent to a collection, the first first. */
export const bidsOf = async (store: PlatformTable, service: string, id: string): Promise<Bid[]> =>
  (await under<Bid>(store, service, `${id}#`)).sort((one, other) => (one.at < other.at ? -1 : 1));

/** The collections to which applications of a service may be sent now, the one that closes first coming first. */
export async function openCollections(
  store: PlatformTable,
  service: string,
  now: string,
): Promise<Collection[]> {
  const all = await under<Collection>(store, service, '');
  return all
    .filter(({ sk, closes }) => !sk.includes('#') && closes >= now)
    .sort((one, other) => (one.closes < other.closes ? -1 : 1));
}
