import type { DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { GetItemCommand, QueryCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { readItems } from '../../store/read-items.ts';
import { fromItem, toItem } from '../../store/stored.ts';
import { indexText } from './key.ts';
import type { RecordItem, Records, Written } from './types.ts';

type Index = { fields: readonly string[]; unique?: boolean };
type Indexes = { [name: string]: Index };

const TRIES = 8;

/** Others write the same record; a later try will succeed. */
export class RecordBusy extends Error {
  override name = 'RecordBusy';
  readonly code = 'recordBusy';
}

type Pointer = { pk: string; sk: string };

/** Items by which indexes find a record: one an index; a unique one has no place for a second. */
function pointers(registry: string, indexes: Indexes, item: RecordItem | null): Pointer[] {
  if (item?.state !== 'open') return [];
  return Object.entries(indexes).flatMap(([name, index]) => {
    const value = indexText(index.fields, item.data);
    if (value === null) return [];
    return [{ pk: `${registry}#i#${name}#${value}`, sk: index.unique ? 'only' : `k#${item.key}` }];
  });
}

/** The records of a registry, in its table. */
export function records(client: DynamoDBClient, table: string, registry: string, indexes: Indexes): Records {
  const pk = (key: string) => `${registry}#${key}`;
  const get = async (key: string): Promise<RecordItem | null> => {
    const { Item } = await client.send(
      new GetItemCommand({
        TableName: table,
        Key: toItem({ pk: pk(key), sk: 'record' }),
        ConsistentRead: true,
      }),
    );
    return Item ? fromItem<RecordItem>(Item) : null;
  };
  const wroteBefore = async (effect: string): Promise<Written | null> => {
    const { Item } = await client.send(
      new GetItemCommand({
        TableName: table,
        Key: toItem({ pk: `${registry}#e#${effect}`, sk: 'effect' }),
        ConsistentRead: true,
      }),
    );
    return Item ? { written: fromItem<{ written: RecordItem }>(Item).written } : null;
  };
  const put = (item: object, condition?: string, values?: Record<string, unknown>): TransactWriteItem => ({
    Put: {
      TableName: table,
      Item: toItem(item),
      ...(condition ? { ConditionExpression: condition } : {}),
      ...(values
        ? { ExpressionAttributeValues: toItem(values), ExpressionAttributeNames: { '#version': 'version' } }
        : {}),
    },
  });

  const transaction = (effect: string, before: RecordItem | null, item: RecordItem): TransactWriteItem[] => {
    const written = { registry, key: item.key, version: item.version };
    const old = pointers(registry, indexes, before);
    const now = pointers(registry, indexes, item);
    const same = (a: Pointer) => (b: Pointer) => a.pk === b.pk && a.sk === b.sk;
    return [
      put(
        { ...item, pk: pk(item.key), sk: 'record', rpk: registry, rsk: `${item.changedAt}#${item.key}` },
        before ? '#version = :was' : 'attribute_not_exists(pk)',
        before ? { ':was': before.version } : undefined,
      ),
      put(
        { ...item, pk: pk(item.key), sk: `version#${String(item.version).padStart(6, '0')}` },
        'attribute_not_exists(pk)',
      ),
      put({ pk: `${registry}#e#${effect}`, sk: 'effect', written }, 'attribute_not_exists(pk)'),
      ...old
        .filter((pointer) => !now.some(same(pointer)))
        .map((pointer) => ({ Delete: { TableName: table, Key: toItem(pointer) } })),
      ...now
        .filter((pointer) => !old.some(same(pointer)))
        .map((pointer) => put({ ...pointer, key: item.key }, 'attribute_not_exists(pk)')),
    ];
  };

  return {
    get,
    async write(effect, key, next) {
      for (let attempt = 0; attempt < TRIES; attempt++) {
        const known = await wroteBefore(effect);
        if (known) return known;
        const before = await get(key);
        const item = next(before);
        if ('refused' in item) return item;
        try {
          await client.send(
            new TransactWriteItemsCommand({ TransactItems: transaction(effect, before, item) }),
          );
          return { written: { registry, key: item.key, version: item.version } };
        } catch (error) {
          const reasons = (error as { CancellationReasons?: { Code?: string }[] }).CancellationReasons;
          if (!reasons) throw error;
          // the first three are the record, its version and the effect; what fails after them is a unique index
          const clash = reasons.findIndex(({ Code }) => Code === 'ConditionalCheckFailed');
          if (clash > 2) return { refused: 'taken' };
        }
      }
      throw new RecordBusy('the record is busy');
    },
    async find(index, value, most) {
      const { Items } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: toItem({ ':pk': `${registry}#i#${index}#${value}` }),
          Limit: Math.min(most, 100),
        }),
      );
      const keys = (Items ?? []).map((item) => ({ pk: pk(String(fromItem(item).key)), sk: 'record' }));
      return (await readItems({ client, table }, keys)) as RecordItem[];
    },
  };
}
