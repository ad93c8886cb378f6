import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { Context } from 'aws-lambda';
import { sweep } from '../store/sweep.ts';
import { sendAll } from '../store/wake.ts';

const client = new DynamoDBClient({});
const queues = new SQSClient({});

/** Time left for what is under way when the sweep stops, in milliseconds. */
const RESERVE_MS = 5_000;

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
    send: async (messages) => {
      const failed = await sendAll(queues, prefix, messages, 2);
      lost += failed.length;
      return failed.length;
    },
  });
  const level = lost > 0 || !swept.finished ? 'warn' : 'info';
  if (swept.found > 0 || level === 'warn')
    console.log(JSON.stringify({ level, message: 'sweep', ...swept, lost, ms: Date.now() - begun }));
}
