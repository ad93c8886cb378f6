import type { Alias } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { type Alarms, KladkaAlarm } from './alarms.ts';

export interface WorkQueueProps {
  queueName: string;
  /** Time-out of the function that works on it, in seconds. */
  timeout: number;
  alarms: Alarms;
  /** Messages handed over at once. */
  batch: number;
  /** Functions working on it at a time, at most. */
  concurrency?: number;
}

/** A queue with its dead letters and an alarm on each. A message is given up after five tries; the sweep brings back what still is to be done. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly #props: WorkQueueProps;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    this.#props = props;
    const dead = new Queue(this, 'Dead', {
      queueName: `${props.queueName}-dead`,
      enforceSSL: true,
      encryption: QueueEncryption.SQS_MANAGED,
      retentionPeriod: Duration.days(14),
    });
    this.queue = new Queue(this, 'Queue', {
      queueName: props.queueName,
      enforceSSL: true,
      encryption: QueueEncryption.SQS_MANAGED,
      // six times the time-out, as the event source asks for
      visibilityTimeout: Duration.seconds(props.timeout * 6),
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: dead, maxReceiveCount: 5 },
    });
    new KladkaAlarm(this, 'Waiting', {
      alarms: props.alarms,
      metric: this.queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(1) }),
      threshold: 600,
      periods: 3,
      description: `The oldest message of ${props.queueName} has waited ten minutes: its function fails or is throttled.`,
    });
    new KladkaAlarm(this, 'GivenUp', {
      alarms: props.alarms,
      metric: dead.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5) }),
      threshold: 1,
      description: `A message of ${props.queueName} was given up: read why in the log of its function, then redrive the queue.`,
    });
  }

  /** What the function that works on the queue must be allowed. */
  static readonly consume = [
    'sqs:ReceiveMessage',
    'sqs:DeleteMessage',
    'sqs:GetQueueAttributes',
    'sqs:ChangeMessageVisibility',
  ];

  /** Feeds the queue to a function; a message that failed comes again alone. */
  feed(alias: Alias): void {
    const { batch, concurrency } = this.#props;
    alias.addEventSourceMapping('Work', {
      eventSourceArn: this.queue.queueArn,
      batchSize: batch,
      reportBatchItemFailures: true,
      ...(concurrency ? { maxConcurrency: Math.max(2, concurrency) } : {}),
    });
  }
}
