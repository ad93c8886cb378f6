import {
  ConditionalCheckFailedException,
  GetItemCommand,
  PutItemCommand,
  type TransactWriteItem,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Scenario } from '#core/definition/types.ts';
import type { PlatformStore } from './appointments.ts';
import { platformKey } from './keys.ts';

/** The scenarios of a service, by name. */
export type Scenarios = { [name: string]: Scenario };
/** As they are kept beside a draft. `version` counts the saves: their ETag. */
export type KeptScenarios = { version: number; scenarios: Scenarios; savedAt: string; savedBy: string };

/** The largest set, in bytes of JSON: an item of DynamoDB takes 400 KB. */
export const LARGEST_SET = 300_000;

// text, not a map: what a scenario holds may be anything, an empty name included
const itemOf = (service: string, sk: string, { scenarios, ...told }: KeptScenarios) =>
  marshall({ pk: platformKey.definition('service', service), sk, ...told, text: JSON.stringify(scenarios) });
const frozen = (version: number): string => `scenarios#${String(version).padStart(6, '0')}`;

async function read(
  { client, table }: PlatformStore,
  service: string,
  sk: string,
): Promise<KeptScenarios | null> {
  const Key = marshall({ pk: platformKey.definition('service', service), sk });
  const { Item } = await client.send(new GetItemCommand({ TableName: table, Key, ConsistentRead: true }));
  if (!Item) return null;
  const { version, text, savedAt, savedBy } = unmarshall(Item);
  return { version, savedAt, savedBy, scenarios: JSON.parse(text) as Scenarios };
}

/** Those kept beside the draft; null where none were kept yet. */
export const keptScenarios = (store: PlatformStore, service: string): Promise<KeptScenarios | null> =>
  read(store, service, 'scenarios');

/** Those that a published version was tried with; null where it is from before scenarios were kept. */
export const frozenScenarios = (
  store: PlatformStore,
  service: string,
  version: number,
): Promise<KeptScenarios | null> => read(store, service, frozen(version));

/** Replaces a set that still has the version before (0: there is none yet); false where another was saved meanwhile. */
export async function saveScenarioSet(
  { client, table }: PlatformStore,
  service: string,
  set: KeptScenarios,
): Promise<boolean> {
  const was = set.version - 1;
  try {
    await client.send(
      new PutItemCommand({
        TableName: table,
        Item: itemOf(service, 'scenarios', set),
        ...(was === 0
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: '#version = :was',
              ExpressionAttributeNames: { '#version': 'version' },
              ExpressionAttributeValues: marshall({ ':was': was }),
            }),
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** Freezes the scenarios of a version, as part of the transaction that publishes it. */
export const freezing = (
  table: string,
  service: string,
  version: number,
  set: KeptScenarios,
): TransactWriteItem => ({
  Put: {
    TableName: table,
    Item: itemOf(service, frozen(version), set),
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});
