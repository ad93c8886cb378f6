import type { DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb';
import {
  DeleteItemCommand,
  GetItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { readItems } from '../../store/read-items.ts';
import { type RecordCursor, recordKeys } from '../../store/registry-records.ts';
import { fromItem, toItem } from '../../store/stored.ts';
import type { Places, RecordItem, Reservation, Taken, Waiting } from './types.ts';

/** So many records are looked through for one that fits, and so many of those in line for one that a place suits. */
const MOST_RECORDS = 5_000;
const MOST_WAITING = 200;
const PAGE = 100;

const lost = (error: unknown): boolean =>
  error instanceof Error &&
  ['TransactionCanceledException', 'TransactionConflictException'].includes(error.name);

/** The places of a registry's records that are reserved, and who waits in line for one; in the registry's table. */
export function places(client: DynamoDBClient, table: string, registry: string): Places {
  const keyOf = {
    taken: (record: string) => ({ pk: `${registry}#${record}`, sk: 'places' }),
    reservation: (effect: string) => ({ pk: `${registry}#e#${effect}`, sk: 'reservation' }),
    // no key of a record holds this sign
    line: `${registry}#w#`,
  };
  const read = async <T>(key: { pk: string; sk: string }): Promise<T | null> => {
    const { Item } = await client.send(
      new GetItemCommand({ TableName: table, Key: toItem(key), ConsistentRead: true }),
    );
    return Item ? fromItem<T>(Item) : null;
  };
  const put = (item: object, condition?: string, values?: Record<string, unknown>): TransactWriteItem => ({
    Put: {
      TableName: table,
      Item: toItem(item),
      ...(condition ? { ConditionExpression: condition } : {}),
      ...(values ? { ExpressionAttributeValues: toItem(values) } : {}),
    },
  });
  /** Places of a record as they are taken from now on: nobody else may have taken any meanwhile. */
  const takenPut = (record: string, before: Taken, taken: Taken['by']) =>
    put(
      { ...keyOf.taken(record), version: before.version + 1, by: taken },
      before.version === 0 ? 'attribute_not_exists(pk)' : 'version = :was',
      before.version === 0 ? undefined : { ':was': before.version },
    );
  const write = async (TransactItems: TransactWriteItem[]): Promise<boolean> => {
    try {
      await client.send(new TransactWriteItemsCommand({ TransactItems }));
      return true;
    } catch (error) {
      if (lost(error)) return false;
      throw error;
    }
  };
  const reservationPut = (reservation: Reservation, state: Reservation['state'] | null) =>
    put(
      { ...reservation, ...keyOf.reservation(reservation.effect) },
      state === null ? 'attribute_not_exists(pk)' : '#state = :state',
      state === null ? undefined : { ':state': state },
    );
  const named = (item: TransactWriteItem): TransactWriteItem =>
    item.Put?.ConditionExpression?.includes('#state')
      ? { Put: { ...item.Put, ExpressionAttributeNames: { '#state': 'state' } } }
      : item;

  return {
    reservation: (effect) => read<Reservation>(keyOf.reservation(effect)),
    taken: async (record) => (await read<Taken>(keyOf.taken(record))) ?? { version: 0, by: {} },
    async take(reservation, before, was) {
      const by = { ...before.by, [String(reservation.place)]: reservation.effect };
      return write([takenPut(reservation.key ?? '', before, by), named(reservationPut(reservation, was))]);
    },
    async release(reservation, before) {
      const by = Object.fromEntries(
        Object.entries(before.by).filter(([, effect]) => effect !== reservation.effect),
      );
      return write([
        takenPut(reservation.key ?? '', before, by),
        named(reservationPut({ ...reservation, state: 'released' }, 'held')),
      ]);
    },
    async wait(waiting) {
      const { effect, case: kase, service, since } = waiting;
      return write([
        put({ ...waiting, pk: keyOf.line, sk: `${since}#${effect}` }),
        reservationPut({ effect, case: kase, service, state: 'waiting', since }, null),
      ]);
    },
    async leaveLine({ effect, since }) {
      await client.send(
        new DeleteItemCommand({
          TableName: table,
          Key: toItem({ pk: keyOf.line, sk: `${since}#${effect}` }),
        }),
      );
    },
    async line() {
      const { Items } = await client.send(
        new QueryCommand({
          TableName: table,
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: toItem({ ':pk': keyOf.line }),
          Limit: MOST_WAITING,
        }),
      );
      return (Items ?? []).map((item) => fromItem<Waiting>(item));
    },
    async *records() {
      let start: RecordCursor | undefined;
      for (let seen = 0; seen < MOST_RECORDS; seen += PAGE) {
        const { keys, after } = await recordKeys({ client, table }, registry, start, PAGE);
        const records = keys.map((key) => ({ pk: `${registry}#${key}`, sk: 'record' }));
        if (records.length > 0) yield (await readItems({ client, table }, records)) as RecordItem[];
        if (!after) return;
        start = after;
      }
    },
  };
}
