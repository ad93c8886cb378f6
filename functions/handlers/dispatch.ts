import { SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { parseOutboxKey } from '../store/outbox.ts';
import type { QueueMessage } from '../store/wake.ts';
import { sendAll } from '../store/wake.ts';

const queues = new SQSClient({});

/**
 * The consumer of the cases table's stream. It only wakes: the key of each new outbox item goes onto its connector's
 * queue. A wake-up too many does no harm; one too few is made good by the minute sweep.
 */
export async function handler(event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  const prefix = process.env.KLADKA_QUEUES;
  if (!prefix) throw new Error('the environment variable KLADKA_QUEUES is not set');
  const messages: QueueMessage[] = [];
  const sequences = new Map<string, string[]>();
  const order: string[] = [];
  for (const record of event.Records) {
    const pk = record.dynamodb?.Keys?.pk?.S;
    const sequence = record.dynamodb?.SequenceNumber;
    const key = pk ? parseOutboxKey(pk) : null;
    if (record.eventName !== 'INSERT' || !pk || !key) continue;
    const known = sequences.get(pk);
    if (known) known.push(sequence ?? '');
    else {
      sequences.set(pk, [sequence ?? '']);
      order.push(pk);
      messages.push({ queue: `connector-${key.connector}`, body: { outbox: pk } });
    }
  }
  const failed = await sendAll(queues, prefix, messages);
  return {
    batchItemFailures: failed.flatMap((n) =>
      (sequences.get(order[n] ?? '') ?? []).slice(0, 1).map((itemIdentifier) => ({ itemIdentifier })),
    ),
  };
}
