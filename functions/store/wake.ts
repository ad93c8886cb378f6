import type { SQSClient } from '@aws-sdk/client-sqs';
import { SendMessageBatchCommand } from '@aws-sdk/client-sqs';
import { log } from '../watch/log.ts';

/** One message for a queue, by the queue's name without the prefix (`connector-email`, `service-residence`). */
export type QueueMessage = { queue: string; body: object };

const BATCH = 10;

/**
 * Puts messages on queues, ten a call, at most `parallel` calls at once.
 * @returns indexes of the messages that did not get there; a queue that cannot be reached fails its own messages only
 */
export async function sendAll(
  client: SQSClient,
  prefix: string,
  messages: readonly QueueMessage[],
  parallel = 8,
): Promise<number[]> {
  const byQueue = new Map<string, number[]>();
  messages.forEach(({ queue }, n) => {
    byQueue.set(queue, [...(byQueue.get(queue) ?? []), n]);
  });
  const batches = [...byQueue].flatMap(([queue, all]) =>
    Array.from({ length: Math.ceil(all.length / BATCH) }, (_, n) => ({
      queue,
      part: all.slice(n * BATCH, (n + 1) * BATCH),
    })),
  );
  const failed: number[] = [];
  const next = async (): Promise<void> => {
    for (let batch = batches.shift(); batch; batch = batches.shift())
      failed.push(...(await sendBatch(client, `${prefix}${batch.queue}`, batch.part, messages)));
  };
  await Promise.all(Array.from({ length: parallel }, next));
  return failed.sort((a, b) => a - b);
}

async function sendBatch(
  client: SQSClient,
  url: string,
  part: number[],
  messages: readonly QueueMessage[],
): Promise<number[]> {
  try {
    const { Failed } = await client.send(
      new SendMessageBatchCommand({
        QueueUrl: url,
        Entries: part.map((n) => ({ Id: String(n), MessageBody: JSON.stringify(messages[n]?.body) })),
      }),
    );
    return (Failed ?? []).map(({ Id }) => Number(Id));
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown';
    log('error', 'queue not reached', { queue: url.split('/').at(-1), error: name });
    return part;
  }
}
