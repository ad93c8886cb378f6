import { functionOfArn } from '../hosts/function.ts';
import type { Functions } from '../hosts/pool.ts';
import { failedIds } from '../queue/deliver.ts';
import type { QueueStore } from '../queue/store.ts';
import { isObject, type Json, list, object, text } from '../template/json.ts';
import { arnOf, nameOf, REGION } from '../template/physical.ts';
import type { World } from '../template/world.ts';
import { dynamo } from './call.ts';
import type { Checkpoints } from './checkpoints.ts';

/** An event source mapping of a table's stream. */
export type StreamMapping = {
  table: string;
  source: string;
  target: string;
  batch: number;
  retries: number;
  partial: boolean;
  patterns: Json[];
  onFailure: string;
};

export function streamMappings(world: World): StreamMapping[] {
  const tables = world.all('AWS::DynamoDB::GlobalTable', 'AWS::DynamoDB::Table');
  return world.all('AWS::Lambda::EventSourceMapping').flatMap(({ properties }) => {
    const source = text(properties.EventSourceArn);
    const table = tables.find((one) => source.startsWith(`${arnOf(one)}/stream/`));
    if (!table) return [];
    const filters = list(object(properties.FilterCriteria).Filters);
    return [
      {
        table: nameOf(table),
        source,
        target: functionOfArn(text(properties.FunctionName)),
        batch: Number(properties.BatchSize ?? 100),
        retries: Number(properties.MaximumRetryAttempts ?? 10),
        partial: list(properties.FunctionResponseTypes).includes('ReportBatchItemFailures'),
        patterns: filters.map((filter): Json => JSON.parse(text(object(filter).Pattern))),
        onFailure: text(object(object(properties.DestinationConfig).OnFailure).Destination),
      },
    ];
  });
}

/** Whether a record or event fits a pattern: every leaf a list of allowed values or `prefix`, `exists`, `anything-but` rules; of a list one entry has to. */
export function fits(pattern: Json | undefined, value: Json | undefined): boolean {
  if (!isObject(pattern)) return true;
  return Object.entries(pattern).every(([key, wanted]) => {
    const given = object(value)[key];
    if (!Array.isArray(wanted)) return fits(wanted, given);
    const entries = Array.isArray(given) && given.length > 0 ? given : [given];
    return entries.some((entry) => wanted.some((rule) => fitsRule(rule, entry)));
  });
}

function fitsRule(rule: Json, given: Json | undefined): boolean {
  if (!isObject(rule)) return rule === given;
  if ('prefix' in rule) return typeof given === 'string' && given.startsWith(text(rule.prefix));
  if ('exists' in rule) return rule.exists === (given !== undefined);
  if ('anything-but' in rule) return !list(rule['anything-but']).includes(given ?? null);
  return false;
}

type StreamRecord = { sequence: string; record: Json };

function lambdaRecord(raw: Json, mapping: StreamMapping): StreamRecord {
  const { eventID, eventName, dynamodb, userIdentity } = object(raw);
  const sequence = text(object(dynamodb).SequenceNumber);
  return {
    sequence,
    record: {
      eventID: `${mapping.table}-${text(eventID)}`,
      eventName: eventName ?? null,
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: REGION,
      dynamodb: dynamodb ?? null,
      eventSourceARN: mapping.source,
      ...(userIdentity ? { userIdentity } : {}),
    },
  };
}

/** How long the stream is left alone after a read, in milliseconds: longer and longer while nothing comes. */
const SOONEST = 40;
const LATEST = 100;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Feeds a table's stream to a function, in order, from where it was left; answers how to stop it. */
export function feedStream(
  engine: string,
  mapping: StreamMapping,
  functions: Functions,
  queues: QueueStore,
  checkpoints: Checkpoints,
): () => void {
  let stopped = false;
  const name = `${mapping.table}>${mapping.target}`;

  /** Hands a batch over until it is done or has failed too often; partial failures come again from the first one on. */
  const hand = async (batch: StreamRecord[]): Promise<void> => {
    let left = batch.filter(
      ({ record }) => mapping.patterns.length === 0 || mapping.patterns.some((one) => fits(one, record)),
    );
    for (let attempt = 0; left.length > 0 && !stopped; attempt++) {
      try {
        const result = await functions.invoke(mapping.target, { Records: left.map(({ record }) => record) });
        const messages = left.map(({ sequence }) => ({
          id: sequence,
          receipt: '',
          body: '',
          received: 1,
          sentAt: 0,
          attributes: '',
        }));
        const failed = failedIds(result, messages, mapping.partial);
        const first = left.findIndex(({ sequence }) => failed.has(sequence));
        left = first < 0 ? [] : left.slice(first);
        if (left.length === 0) return;
      } catch {
        // the function's log says why
      }
      if (attempt >= mapping.retries) {
        const queue = queues.get(mapping.onFailure.split(':').at(-1) ?? '');
        if (queue)
          queues.send(
            queue,
            JSON.stringify({ source: mapping.source, records: left.length, first: left[0]?.sequence ?? '' }),
          );
        return;
      }
      await pause(Math.min(5000, 100 * 2 ** attempt));
    }
  };

  const run = async (): Promise<void> => {
    const described = object((await dynamo(engine, 'DescribeTable', { TableName: mapping.table })).Table);
    const StreamArn = text(described.LatestStreamArn);
    const stream = object((await dynamo(engine, 'DescribeStream', { StreamArn })).StreamDescription);
    const ShardId = text(object(list(stream.Shards)[0]).ShardId);
    const SequenceNumber = checkpoints.get(`${name}@${StreamArn}`);
    const start = SequenceNumber
      ? { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber }
      : { ShardIteratorType: 'TRIM_HORIZON' };
    let iterator = text(
      (await dynamo(engine, 'GetShardIterator', { StreamArn, ShardId, ...start })).ShardIterator,
    );
    let quiet = SOONEST;
    while (!stopped) {
      const given = await dynamo(engine, 'GetRecords', { ShardIterator: iterator, Limit: mapping.batch });
      const records = list(given.Records).map((raw) => lambdaRecord(raw, mapping));
      await hand(records);
      const last = records.at(-1);
      if (last && !stopped) checkpoints.set(`${name}@${StreamArn}`, last.sequence);
      iterator = text(given.NextShardIterator) || iterator;
      quiet = records.length > 0 ? SOONEST : Math.min(LATEST, quiet * 2);
      // a full batch is followed by the next at once; a part of one lets some more gather
      if (records.length < mapping.batch) await pause(quiet);
    }
  };

  const keep = async (): Promise<void> => {
    while (!stopped) await run().catch(() => pause(500));
  };
  void keep();
  return () => {
    stopped = true;
  };
}
