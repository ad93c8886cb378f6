import { functionOfArn } from '../hosts/function.ts';
import type { Functions } from '../hosts/pool.ts';
import { isObject, list, object, text } from '../template/json.ts';
import { ACCOUNT, REGION } from '../template/physical.ts';
import type { World } from '../template/world.ts';
import { type Message, md5, type Queue, type QueueStore } from './store.ts';

/** An event source mapping of a queue. */
export type Mapping = { queue: string; target: string; batch: number; concurrency: number; partial: boolean };

/** The mappings of queues to functions that the stacks have. */
export function queueMappings(world: World): Mapping[] {
  return world.all('AWS::Lambda::EventSourceMapping').flatMap(({ properties }) => {
    const source = text(properties.EventSourceArn);
    if (!source.startsWith('arn:aws:sqs:') || properties.Enabled === false) return [];
    return [
      {
        queue: source.split(':').at(-1) ?? '',
        target: functionOfArn(text(properties.FunctionName)),
        batch: Number(properties.BatchSize ?? 10),
        concurrency: Number(object(properties.ScalingConfig).MaximumConcurrency ?? 4),
        partial: list(properties.FunctionResponseTypes).includes('ReportBatchItemFailures'),
      },
    ];
  });
}

const record = (queue: Queue, message: Message) => ({
  messageId: message.id,
  receiptHandle: message.receipt,
  body: message.body,
  attributes: {
    ApproximateReceiveCount: `${message.received}`,
    SentTimestamp: `${message.sentAt}`,
    SenderId: ACCOUNT,
    ApproximateFirstReceiveTimestamp: `${Date.now()}`,
  },
  messageAttributes: {},
  md5OfBody: md5(message.body),
  eventSource: 'aws:sqs',
  eventSourceARN: `arn:aws:sqs:${REGION}:${ACCOUNT}:${queue.name}`,
  awsRegion: REGION,
});

/** The ids that a function says it failed on; all of them where it threw. */
export function failedIds(result: unknown, messages: Message[], partial: boolean): Set<string> {
  if (!partial || !isObject(result)) return new Set();
  const named = list(result.batchItemFailures).map((one) => text(object(one).itemIdentifier));
  const known = new Set(messages.map(({ id }) => id));
  // as Lambda: an identifier that means nothing fails the whole batch
  return named.every((id) => known.has(id)) ? new Set(named) : known;
}

/** How long a failed message waits before it is tried again: sooner than an account would, so that a developer need not wait minutes. */
const RETRY = 2000;

/** Feeds a queue to its function until stopped. */
export function deliver(store: QueueStore, functions: Functions, mapping: Mapping): () => void {
  let running = 0;
  let stopped = false;
  const one = async (queue: Queue, messages: Message[]): Promise<void> => {
    let failed = new Set(messages.map(({ id }) => id));
    try {
      const event = { Records: messages.map((message) => record(queue, message)) };
      failed = failedIds(await functions.invoke(mapping.target, event), messages, mapping.partial);
    } catch {
      // what the function printed is in its log; the messages come again
    }
    if (stopped) return;
    for (const { id, receipt, received } of messages)
      if (failed.has(id)) store.changeVisibility(queue, receipt, RETRY * received);
      else store.delete(queue, receipt);
  };
  const pull = (): void => {
    const queue = store.get(mapping.queue);
    while (queue && !stopped && running < mapping.concurrency) {
      const messages = store.receive(queue, mapping.batch);
      if (messages.length === 0) return;
      running++;
      void one(queue, messages).finally(() => {
        running--;
        if (!stopped) pull();
      });
    }
  };
  const unlisten = store.listen(mapping.queue, () => setImmediate(pull));
  const timer = setInterval(pull, 500);
  setImmediate(pull);
  return () => {
    stopped = true;
    unlisten();
    clearInterval(timer);
  };
}
