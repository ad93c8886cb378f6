import type { AttributeValue, DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { GetItemCommand, QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { spread } from '#core/case/falls.ts';
import { traceparent } from '../watch/trace.ts';
import { fromItem, toItem } from './stored.ts';

/** What a connector is asked to do: `id` is stable, so that a repeat does no harm. The core's `Effect` fits. */
export type OutboxEffect = { id: string };

/** What one accepted command asks of one connector: one item, its effects in order. */
export type OutboxEntry<E extends OutboxEffect = OutboxEffect> = {
  connector: string;
  service: string;
  case: string;
  /** The number of the command's last event: what sorts the items of a case and connector. */
  sequence: number;
  effects: E[];
};

/** An outbox entry as it is stored. `done` effects of `effects` are done; `dead` ones wait for a person. */
export type OutboxItem<E extends OutboxEffect = OutboxEffect> = OutboxEntry<E> & {
  pk: string;
  sk: string;
  state: 'pending' | 'done' | 'dead';
  done: number;
  /** Tries of the present effect that failed. */
  attempts: number;
  /** Not to be tried before this instant. */
  nextAt: string;
  createdAt: string;
  /** The traceparent of the command that asked for it: its calls to other systems go on with it. */
  trace?: string;
  /** Until when, and by whom, the item is being worked on. */
  lease?: string;
  holder?: string;
  /** What a try of an effect noted before it ended, see `Sending`. */
  note?: { effect: string; value: string };
  /** Why the last try failed: a code and words without personal data. */
  reason?: string;
};

/** The instant after which the minute sweep wakes an item that the stream should have woken: 90 seconds. */
const GRACE_MS = 90_000;
/** How long what was done is remembered, for restoring: 35 days, in seconds. */
const REMEMBER_S = 35 * 86_400;
const SHARDS = 64;

/** The partition of everything that a connector is to do for a case: all that the connector's function may touch. */
export const outboxKey = (connector: string, kase: string): string => `o#${connector}#${kase}`;

/** Takes an outbox key apart; null where it is none. */
export function parseOutboxKey(pk: string): { connector: string; case: string } | null {
  const match = /^o#([^#]+)#([^#]+)$/.exec(pk);
  return match?.[1] && match[2] ? { connector: match[1], case: match[2] } : null;
}

/** The shard (0..63) of the `due` index for a case. */
export const dueShard = (kase: string): string => `due#${spread(kase, SHARDS)}`;

/** Every partition of the `due` index. */
export const dueShards: readonly string[] = Array.from({ length: SHARDS }, (_, n) => `due#${n}`);

const sorted = (sequence: number): string => String(sequence).padStart(10, '0');

const later = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString();

/** The write that puts an entry into the outbox: part of the transaction of the accepted command. */
export function outboxPut(table: string, entry: OutboxEntry, now: string): TransactWriteItem {
  const item = {
    ...entry,
    pk: outboxKey(entry.connector, entry.case),
    sk: sorted(entry.sequence),
    state: 'pending',
    done: 0,
    attempts: 0,
    nextAt: now,
    createdAt: now,
    trace: traceparent(),
    dpk: dueShard(entry.case),
    dsk: later(now, GRACE_MS),
  };
  return { Put: { TableName: table, Item: toItem(item) } };
}

/** Where the items are, and who works on them. */
export type OutboxStore = { client: DynamoDBClient; table: string };

const key = (item: Pick<OutboxItem, 'pk' | 'sk'>) => toItem({ pk: item.pk, sk: item.sk });
const read = <E extends OutboxEffect>(item: Record<string, AttributeValue>) => fromItem<OutboxItem<E>>(item);

/**
 * The first item under an outbox key that is not done, or null. A dead item is passed over unless `holdDead`:
 * then it comes first and holds up what follows, since a change must not overtake the creation it builds on.
 */
export async function firstOpen<E extends OutboxEffect>(
  store: OutboxStore,
  pk: string,
  holdDead: boolean,
): Promise<OutboxItem<E> | null> {
  let start: Record<string, AttributeValue> | undefined;
  do {
    const page = await store.client.send(
      new QueryCommand({
        TableName: store.table,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk',
        FilterExpression: holdDead ? '#state <> :done' : '#state = :pending',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: toItem({
          ':pk': pk,
          ...(holdDead ? { ':done': 'done' } : { ':pending': 'pending' }),
        }),
        ...(start ? { ExclusiveStartKey: start } : {}),
      }),
    );
    const first = page.Items?.[0];
    if (first) return read<E>(first);
    start = page.LastEvaluatedKey;
  } while (start);
  return null;
}

async function update(
  store: OutboxStore,
  item: Pick<OutboxItem, 'pk' | 'sk'>,
  expression: string,
  condition: string,
  values: Record<string, unknown>,
): Promise<boolean> {
  const used = [
    'state',
    'done',
    'lease',
    'holder',
    'nextAt',
    'attempts',
    'reason',
    'ttl',
    'effects',
    'dpk',
    'dsk',
    'note',
  ];
  const text = `${expression} ${condition}`;
  const names = Object.fromEntries(
    used.filter((name) => new RegExp(`#${name}\\b`).test(text)).map((name) => [`#${name}`, name]),
  );
  try {
    await store.client.send(
      new UpdateItemCommand({
        TableName: store.table,
        Key: key(item),
        UpdateExpression: expression,
        ConditionExpression: condition,
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: toItem(values),
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return false;
    throw error;
  }
}

/** Takes an item to work on until `until`; false where someone else holds it or it has moved on. The sweep wakes it again at `until`. */
export const take = (store: OutboxStore, item: OutboxItem, holder: string, now: string, until: string) =>
  update(
    store,
    item,
    'SET #lease = :until, #holder = :holder, #dsk = :until',
    '#state = :pending AND #done = :done AND #nextAt <= :now AND (attribute_not_exists(#lease) OR #lease <= :now OR #holder = :holder)',
    { ':until': until, ':holder': holder, ':pending': 'pending', ':done': item.done, ':now': now },
  );

/** Marks the present effect done: the item goes on to its next one or is finished, its effects forgotten. */
export function markDone(store: OutboxStore, item: OutboxItem, holder: string, now: string) {
  const done = item.done + 1;
  const held = '#holder = :holder AND #done = :was';
  const values = { ':holder': holder, ':was': item.done, ':done': done };
  if (done < item.effects.length)
    return update(store, item, 'SET #done = :done, #attempts = :zero REMOVE #reason', held, {
      ...values,
      ':zero': 0,
    });
  return update(
    store,
    item,
    'SET #done = :done, #state = :finished, #ttl = :ttl, #effects = :ids REMOVE #lease, #holder, #dpk, #dsk, #reason',
    held,
    {
      ...values,
      ':finished': 'done',
      ':ttl': Math.floor(Date.parse(now) / 1000) + REMEMBER_S,
      ':ids': item.effects.map(({ id }) => ({ id })),
    },
  );
}

/** Lets go of an item after a failure: it is due again at `nextAt`. */
export const postpone = (
  store: OutboxStore,
  item: OutboxItem,
  holder: string,
  nextAt: string,
  reason: string,
) =>
  update(
    store,
    item,
    'SET #attempts = :attempts, #nextAt = :nextAt, #dsk = :nextAt, #reason = :reason REMOVE #lease, #holder',
    '#holder = :holder AND #done = :was',
    {
      ':attempts': item.attempts + 1,
      ':nextAt': nextAt,
      ':reason': reason.slice(0, 300),
      ':holder': holder,
      ':was': item.done,
    },
  );

/** Gives up on an item: it is dead, shown in the workspace (partition `dead` of the `due` index) until replayed. */
export const bury = (store: OutboxStore, item: OutboxItem, holder: string, now: string, reason: string) =>
  update(
    store,
    item,
    'SET #state = :dead, #attempts = :attempts, #dpk = :dead, #dsk = :now, #reason = :reason REMOVE #lease, #holder',
    '#holder = :holder AND #done = :was',
    {
      ':dead': 'dead',
      ':attempts': item.attempts + 1,
      ':now': now,
      ':reason': reason.slice(0, 300),
      ':holder': holder,
      ':was': item.done,
    },
  );

/** Keeps what a try noted in place of what it read; false where the item is no longer held or something else was noted since. */
export const keepNote = (
  store: OutboxStore,
  item: OutboxItem,
  holder: string,
  note: { effect: string; value: string },
  seen = item.note,
) =>
  update(
    store,
    item,
    'SET #note = :note',
    `#holder = :holder AND #done = :was AND ${seen ? '#note = :seen' : 'attribute_not_exists(#note)'}`,
    { ':note': note, ':holder': holder, ':was': item.done, ...(seen ? { ':seen': seen } : {}) },
  );

/** Notes what the outside told of the present effect, whoever holds the item; what waited for that need wait no longer. */
export const noteHeard = (
  store: OutboxStore,
  item: OutboxItem,
  note: { effect: string; value: string },
  now: string,
) =>
  update(store, item, 'SET #note = :note, #nextAt = :now', '#state <> :finished AND #done = :was', {
    ':note': note,
    ':now': now,
    ':finished': 'done',
    ':was': item.done,
  });

/** The item that holds an effect of that event of a case, done or not; null where there is none (any more). */
export async function itemOfEvent(store: OutboxStore, pk: string, event: number): Promise<OutboxItem | null> {
  const { Items } = await store.client.send(
    new QueryCommand({
      TableName: store.table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND sk >= :sk',
      // an item is sorted by the last event of its command
      ExpressionAttributeValues: toItem({ ':pk': pk, ':sk': sorted(event) }),
      Limit: 1,
    }),
  );
  const [first] = Items ?? [];
  return first ? read(first) : null;
}

/** Resets a dead item, so that it is tried again from its first effect not done; false where it is not dead. Whoever resets it wakes it, else the next sweep. */
export const replay = (store: OutboxStore, item: Pick<OutboxItem, 'pk' | 'sk' | 'case'>, now: string) =>
  update(
    store,
    item,
    'SET #state = :pending, #attempts = :zero, #nextAt = :now, #dpk = :shard, #dsk = :now REMOVE #reason',
    '#state = :dead',
    {
      ':pending': 'pending',
      ':zero': 0,
      ':now': now,
      ':shard': dueShard(item.case),
      ':dead': 'dead',
    },
  );

/** Reads one item; null where there is none. */
export async function outboxItem(store: OutboxStore, pk: string, sk: string): Promise<OutboxItem | null> {
  const { Item } = await store.client.send(
    new GetItemCommand({ TableName: store.table, Key: toItem({ pk, sk }), ConsistentRead: true }),
  );
  return Item ? read(Item) : null;
}
