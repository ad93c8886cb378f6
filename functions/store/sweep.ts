import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { dueShards, parseOutboxKey } from './outbox.ts';
import { fromItem } from './stored.ts';
import type { QueueMessage } from './wake.ts';

type Due = { pk: string; sk: string; dsk: string };

/** How long what is overdue longest has been, in seconds; 0 where nothing is. */
export type Overdue = { outbox: number; timer: number };
/** What one sweep came to. */
export type Swept = { found: number; finished: boolean; oldest: Overdue };

/** What a due entry of the index says to which queue; null for what is neither a timer nor an outbox item. */
export function messageFor({ pk, sk, dsk }: Due): QueueMessage | null {
  const outbox = parseOutboxKey(pk);
  if (outbox) return { queue: `connector-${outbox.connector}`, body: { outbox: pk } };
  const kase = /^([^#]+)#c#([^#]+)$/.exec(pk);
  const timer = /^timer#([^#]*)#([^#]+)$/.exec(sk);
  if (!kase || !timer) return null;
  const [, path, kind] = timer;
  return {
    queue: `service-${kase[1]}`,
    body: {
      case: kase[2],
      command: { type: 'timerFired', path, kind, at: dsk },
      // a timer set anew has another instant and so another id
      id: `timer/${kase[2]}/${path}/${kind}/${dsk}`,
    },
  };
}

export type Sweep = {
  client: DynamoDBClient;
  table: string;
  now: string;
  /** Puts a page's messages on their queues; answers how many did not get there. */
  send(messages: QueueMessage[]): Promise<number>;
  hasTime(): boolean;
  /** Entries a page. */
  page?: number;
};

async function sweepShard(shard: string, given: Sweep): Promise<Swept> {
  let found = 0;
  const oldest: Overdue = { outbox: 0, timer: 0 };
  let start: Record<string, import('@aws-sdk/client-dynamodb').AttributeValue> | undefined;
  do {
    if (!given.hasTime()) return { found, finished: false, oldest };
    const page = await given.client.send(
      new QueryCommand({
        TableName: given.table,
        IndexName: 'due',
        KeyConditionExpression: 'dpk = :shard AND dsk <= :now',
        ExpressionAttributeValues: { ':shard': { S: shard }, ':now': { S: given.now } },
        Limit: given.page ?? 100,
        ...(start ? { ExclusiveStartKey: start } : {}),
      }),
    );
    const messages = (page.Items ?? []).flatMap((item) => {
      const due = fromItem<Due>(item);
      const message = messageFor(due);
      if (!message) return [];
      const kind = parseOutboxKey(due.pk) ? 'outbox' : 'timer';
      oldest[kind] = Math.max(oldest[kind], (Date.parse(given.now) - Date.parse(due.dsk)) / 1000);
      return [message];
    });
    if (messages.length > 0) await given.send(messages);
    found += messages.length;
    start = page.LastEvaluatedKey;
  } while (start);
  return { found, finished: true, oldest };
}

/**
 * Pages everything that is due into the queues, all 64 shards, until none is left or time is up. Level-triggered: what
 * is still due at the next sweep is sent again, so a missed or doubled sweep loses and doubles nothing.
 */
export async function sweep(given: Sweep): Promise<Swept> {
  const shards = [...dueShards];
  let found = 0;
  let finished = true;
  const oldest: Overdue = { outbox: 0, timer: 0 };
  const next = async (): Promise<void> => {
    for (let shard = shards.shift(); shard; shard = shards.shift()) {
      const swept = await sweepShard(shard, given);
      found += swept.found;
      finished &&= swept.finished;
      oldest.outbox = Math.max(oldest.outbox, swept.oldest.outbox);
      oldest.timer = Math.max(oldest.timer, swept.oldest.timer);
    }
  };
  await Promise.all(Array.from({ length: 8 }, next));
  return { found, finished, oldest };
}
