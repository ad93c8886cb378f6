import { AwsError } from '../aws/error.ts';
import { type JsonObject, list, object, text } from '../template/json.ts';
import { ACCOUNT, REGION } from '../template/physical.ts';
import { type Message, md5, type Queue, type QueueStore } from './store.ts';

const LONGEST = 1_048_576;

const queueNameOf = (request: JsonObject): string =>
  text(request.QueueUrl).split('/').at(-1) || text(request.QueueName);

/** The ARN of the queue that a call is about, whether it exists or not. */
export const queueArnOf = (request: JsonObject): string =>
  `arn:aws:sqs:${REGION}:${ACCOUNT}:${queueNameOf(request)}`;

const shown = (message: Message): JsonObject => ({
  MessageId: message.id,
  ReceiptHandle: message.receipt,
  Body: message.body,
  MD5OfBody: md5(message.body),
  Attributes: {
    ApproximateReceiveCount: `${message.received}`,
    SentTimestamp: `${message.sentAt}`,
  },
  MessageAttributes: object(JSON.parse(message.attributes)),
});

/** How long a message is held back, in milliseconds. */
function delayOf({ DelaySeconds }: JsonObject, queue: Queue): number {
  if (DelaySeconds === undefined) return queue.delay;
  if (
    typeof DelaySeconds !== 'number' ||
    !Number.isInteger(DelaySeconds) ||
    DelaySeconds < 0 ||
    DelaySeconds > 900
  )
    throw new AwsError(400, 'InvalidParameterValue', 'DelaySeconds is a whole number from 0 to 900.');
  return DelaySeconds * 1000;
}

function send(store: QueueStore, queue: Queue, entry: JsonObject): JsonObject {
  const body = text(entry.MessageBody);
  if (body === '') throw new AwsError(400, 'InvalidParameterValue', 'The message is empty.');
  if (Buffer.byteLength(body) > LONGEST)
    throw new AwsError(400, 'InvalidParameterValue', 'The message is longer than 1 MiB.');
  const delay = delayOf(entry, queue);
  const attributes = JSON.stringify(entry.MessageAttributes ?? {});
  return { MessageId: store.send(queue, body, { delay, attributes }), MD5OfMessageBody: md5(body) };
}

async function receive(store: QueueStore, queue: Queue, request: JsonObject): Promise<JsonObject> {
  const count = Math.min(10, Number(request.MaxNumberOfMessages ?? 1));
  const visibility = Number(request.VisibilityTimeout ?? queue.visibility / 1000) * 1000;
  const until = Date.now() + Number(request.WaitTimeSeconds ?? 0) * 1000;
  for (;;) {
    const messages = store.receive(queue, count, visibility);
    const left = until - Date.now();
    if (messages.length > 0 || left <= 0) return { Messages: messages.map(shown) };
    await new Promise<void>((done) => {
      const timer = setTimeout(wake, Math.min(left, 1000));
      const stop = store.listen(queue.name, wake);
      function wake(): void {
        clearTimeout(timer);
        stop();
        done();
      }
    });
  }
}

/** Answers one call of SQS's JSON protocol. Throws {@link AwsError} as SQS would refuse. */
export async function answerQueue(
  store: QueueStore,
  action: string,
  request: JsonObject,
): Promise<JsonObject> {
  const queue = store.get(queueNameOf(request));
  if (!queue)
    throw new AwsError(
      400,
      'com.amazonaws.sqs#QueueDoesNotExist',
      `No stack has the queue ${queueNameOf(request)}.`,
    );
  const entries = list(request.Entries).map(object);
  const done = (act: (entry: JsonObject) => JsonObject): JsonObject => ({
    Successful: entries.map((entry) => ({ Id: entry.Id, ...act(entry) })),
    Failed: [],
  });
  const nothing = (act: () => void): JsonObject => {
    act();
    return {};
  };
  const seconds = (entry: JsonObject): number => Number(entry.VisibilityTimeout ?? 0) * 1000;
  switch (action) {
    case 'SendMessage':
      return send(store, queue, request);
    case 'SendMessageBatch':
      return done((entry) => send(store, queue, entry));
    case 'ReceiveMessage':
      return receive(store, queue, request);
    case 'DeleteMessage':
      return nothing(() => store.delete(queue, text(request.ReceiptHandle)));
    case 'DeleteMessageBatch':
      return done((entry) => nothing(() => store.delete(queue, text(entry.ReceiptHandle))));
    case 'ChangeMessageVisibility':
      return nothing(() => store.changeVisibility(queue, text(request.ReceiptHandle), seconds(request)));
    case 'GetQueueUrl':
      return { QueueUrl: text(request.QueueUrl) };
    case 'GetQueueAttributes': {
      const { waiting, hidden } = store.counts(queue);
      return {
        Attributes: {
          QueueArn: queueArnOf(request),
          ApproximateNumberOfMessages: `${waiting}`,
          ApproximateNumberOfMessagesNotVisible: `${hidden}`,
          VisibilityTimeout: `${queue.visibility / 1000}`,
        },
      };
    }
    default:
      throw new AwsError(400, 'UnsupportedOperation', `SQS ${action} is not known here.`);
  }
}
