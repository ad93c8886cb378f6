import type { TableKeys } from '../iam/dynamodb.ts';
import { type JsonObject, list, object, text } from '../template/json.ts';
import { nameOf } from '../template/physical.ts';
import type { World } from '../template/world.ts';
import { DynamoError, dynamo } from './call.ts';

const partitionOf = (schema: JsonObject): string =>
  text(
    list(schema.KeySchema)
      .map(object)
      .find((key) => key.KeyType === 'HASH')?.AttributeName,
  );

const tablesOf = (world: World) => world.all('AWS::DynamoDB::GlobalTable', 'AWS::DynamoDB::Table');

const known = new WeakMap<World, Map<string, TableKeys>>();

/** The partition keys of every table of the stacks, which leading keys are asked of. */
export function tableKeys(world: World): Map<string, TableKeys> {
  const keys = known.get(world) ?? readKeys(world);
  known.set(world, keys);
  return keys;
}

function readKeys(world: World): Map<string, TableKeys> {
  return new Map(
    tablesOf(world).map((table) => [
      nameOf(table),
      {
        partition: partitionOf(table.properties),
        indexes: new Map(
          list(table.properties.GlobalSecondaryIndexes)
            .map(object)
            .map((index) => [text(index.IndexName), partitionOf(index)]),
        ),
      },
    ]),
  );
}

/** Makes the tables that are not there yet, and the indexes that an existing one lacks. */
export async function makeTables(url: string, world: World): Promise<void> {
  for (const table of tablesOf(world)) {
    const { properties } = table;
    const indexes = list(properties.GlobalSecondaryIndexes)
      .map(object)
      .map(({ IndexName, KeySchema, Projection }) => ({ IndexName, KeySchema, Projection }));
    const stream = object(properties.StreamSpecification).StreamViewType;
    const TableName = nameOf(table);
    try {
      await dynamo(url, 'CreateTable', {
        TableName,
        KeySchema: properties.KeySchema,
        AttributeDefinitions: properties.AttributeDefinitions,
        BillingMode: 'PAY_PER_REQUEST',
        ...(indexes.length > 0 ? { GlobalSecondaryIndexes: indexes } : {}),
        ...(stream ? { StreamSpecification: { StreamEnabled: true, StreamViewType: stream } } : {}),
      });
    } catch (error) {
      if (!(error instanceof DynamoError) || error.code !== 'ResourceInUseException') throw error;
      await addIndexes(url, TableName, indexes, properties);
    }
    const ttl = text(object(properties.TimeToLiveSpecification).AttributeName);
    if (ttl)
      await dynamo(url, 'UpdateTimeToLive', {
        TableName,
        TimeToLiveSpecification: { AttributeName: ttl, Enabled: true },
      }).catch(() => undefined); // already enabled, says an engine stricter than ours
  }
}

async function addIndexes(
  url: string,
  TableName: string,
  indexes: JsonObject[],
  properties: JsonObject,
): Promise<void> {
  const described = object((await dynamo(url, 'DescribeTable', { TableName })).Table);
  const there = new Set(list(described.GlobalSecondaryIndexes).map((index) => object(index).IndexName));
  for (const Create of indexes.filter(({ IndexName }) => !there.has(IndexName)))
    await dynamo(url, 'UpdateTable', {
      TableName,
      AttributeDefinitions: properties.AttributeDefinitions,
      GlobalSecondaryIndexUpdates: [{ Create }],
    });
}
