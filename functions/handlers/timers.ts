import { SQSClient } from '@aws-sdk/client-sqs';
import type { Context } from 'aws-lambda';
import { sweep } from '../store/sweep.ts';
import { client } from '../store/tables.ts';
import type { QueueMessage } from '../store/wake.ts';
import { sendAll } from '../store/wake.ts';
import { log } from '../watch/log.ts';

const queues = new SQSClient({});

/** Time left for what is under way when the sweep stops, in milliseconds. */
const RESERVE_MS = 5_000;

/** How long a timer that was sent is left to its service before it is sent again, in milliseconds. */
const LEFT_MS = 120_000;
/** The most timers that are remembered; beyond, all are forgotten, which only sends some again. */
const REMEMBERED = 50_000;
const sent = new Map<string, number>();

/** Leaves out timers sent a moment ago, so that a slow service does not find each of them again every minute. */
function fresh(messages: QueueMessage[], now: number): QueueMessage[] {
  if (sent.size > REMEMBERED) sent.clear();
  return messages.filter(({ body }) => {
    const id = (body as { id?: string }).id;
    return id === undefined || (sent.get(id) ?? 0) < now - LEFT_MS;
  });
}

function remember(messages: QueueMessage[], failed: number[], now: number): void {
  messages.forEach(({ body }, n) => {
    const id = (body as { id?: string }).id;
    if (id !== undefined && !failed.includes(n)) sent.set(id, now);
  });
}

const needed = (name: 'KLADKA_CASES' | 'KLADKA_QUEUES'): string => {
  const value = process.env[name];
  if (!value) throw new Error(`the environment variable ${name} is not set`);
  return value;
};

/** The minute sweep: due timers go onto the queues of their services, overdue outbox items are woken again. */
export async function handler(
  _event: unknown,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
): Promise<void> {
  const begun = Date.now();
  let lost = 0;
  const prefix = needed('KLADKA_QUEUES');
  const swept = await sweep({
    client,
    table: needed('KLADKA_CASES'),
    now: new Date().toISOString(),
    hasTime: () => context.getRemainingTimeInMillis() > RESERVE_MS,
    send: async (found) => {
      const messages = fresh(found, begun);
      const failed = await sendAll(queues, prefix, messages, 2);
      remember(messages, failed, begun);
      lost += failed.length;
      return failed.length;
    },
  });
  const { found, finished, oldest } = swept;
  log(
    lost > 0 || !finished ? 'warn' : 'info',
    'sweep',
    { found, finished, lost, ms: Date.now() - begun },
    { OldestOutboxSeconds: oldest.outbox, OldestTimerSeconds: oldest.timer },
  );
}
