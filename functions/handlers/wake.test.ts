import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BatchWriteItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBStreamEvent, SQSEvent } from 'aws-lambda';
import type { FauxqsServer } from 'fauxqs';
import { startFauxqs } from 'fauxqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../store/engine.testing.ts';
import { engineEnvironment, startEngine } from '../store/engine.testing.ts';
import { dueShard, outboxItem, outboxKey, outboxPut } from '../store/outbox.ts';
import { toItem } from '../store/stored.ts';
import { linesOf, metricsIn } from '../watch/lines.testing.ts';
import { traced } from '../watch/trace.ts';

let engine: Engine;
let server: FauxqsServer;
let queues: SQSClient;
let folder: string;
let prefix: string;
const context = { getRemainingTimeInMillis: () => 60_000 };

beforeAll(async () => {
  engine = await startEngine();
  server = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false });
  folder = mkdtempSync(join(tmpdir(), 'kladka-wake-'));
  server.createQueue('kladka-connector-residence-registry');
  server.createQueue('kladka-service-demo');
  prefix = `http://127.0.0.1:${server.port}/000000000000/kladka-`;
  writeFileSync(
    join(folder, 'connector.json'),
    JSON.stringify({
      format: 1,
      id: 'residence-registry',
      kind: 'registry',
      registry: 'residence',
      title: { uk: 'Р', en: 'R' },
    }),
  );
  writeFileSync(
    join(folder, 'registry.json'),
    JSON.stringify({
      format: 1,
      id: 'residence',
      versions: [{ version: 1, schema: { type: 'object', required: ['name'] } }],
    }),
  );
  Object.assign(process.env, {
    ...engineEnvironment(engine),
    AWS_ENDPOINT_URL_SQS: `http://127.0.0.1:${server.port}`,
    KLADKA_CASES: await engine.table('cases'),
    KLADKA_REGISTRIES: await engine.table('registries'),
    KLADKA_QUEUES: prefix,
    KLADKA_CONNECTOR_FILE: join(folder, 'connector.json'),
  });
  queues = new SQSClient({});
});
afterAll(async () => {
  queues.destroy();
  await server.stop();
  await engine.stop();
  rmSync(folder, { recursive: true, force: true });
});

const cases = () => process.env.KLADKA_CASES ?? '';
async function put(kase: string, created: string, effects: object[]) {
  const entry = {
    connector: 'residence-registry',
    service: 'demo',
    case: kase,
    sequence: 1,
    effects: effects as { id: string }[],
  };
  await engine.client.send(
    new TransactWriteItemsCommand({ TransactItems: [outboxPut(cases(), entry, created)] }),
  );
}
const record = (kase: string, key: string, more: object = {}) => ({
  id: `${kase}/1/${key}`,
  kind: 'record',
  do: 'create',
  registry: 'residence',
  service: 'demo',
  case: kase,
  data: { key, record: { name: 'Щек' } },
  ...more,
});
const inserted = (pk: string, sequence: string, eventName: 'INSERT' | 'MODIFY' = 'INSERT') => ({
  eventName,
  dynamodb: { Keys: { pk: { S: pk }, sk: { S: '0000000001' } }, SequenceNumber: sequence },
});

/** Everything on a queue, taken off it. */
async function taken(name: string): Promise<{ body: Record<string, unknown>; messageId: string }[]> {
  const QueueUrl = `${prefix}${name}`;
  const all: { body: Record<string, unknown>; messageId: string }[] = [];
  for (;;) {
    const { Messages } = await queues.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
    if (!Messages || Messages.length === 0) return all;
    for (const message of Messages) {
      all.push({ body: JSON.parse(message.Body ?? '{}'), messageId: message.MessageId ?? '' });
      await queues.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message.ReceiptHandle }));
    }
  }
}
const asEvent = (messages: Awaited<ReturnType<typeof taken>>) =>
  ({
    Records: messages.map(({ body, messageId }) => ({ body: JSON.stringify(body), messageId })),
  }) as unknown as SQSEvent;

describe('an effect', () => {
  it('goes from the stream to its connector, is done, and is answered to the service, in the trace of its request', async () => {
    const { handler: dispatch } = await import('./dispatch.ts');
    const { handler: connector } = await import('../connectors/registry/handler.ts');
    const request = 'c'.repeat(32);
    await traced(`00-${request}-${'1'.repeat(16)}-01`, () =>
      put('c1', new Date().toISOString(), [
        record('c1', 'a'),
        record('c1', 'b'),
        record('c1', 'c', { data: { key: 'c', record: {} } }),
      ]),
    );
    const trace = expect.stringContaining(request);
    const pk = outboxKey('residence-registry', 'c1');
    const event = {
      Records: [
        inserted(pk, '1'),
        inserted(pk, '2'),
        inserted(pk, '3', 'MODIFY'),
        inserted('demo#c#c1', '4'),
      ],
    };
    expect(await dispatch(event as unknown as DynamoDBStreamEvent)).toEqual({ batchItemFailures: [] });
    const woken = await taken('connector-residence-registry');
    expect(woken.map(({ body }) => body)).toEqual([{ outbox: pk }]);

    expect(await connector(asEvent(woken), context)).toEqual({ batchItemFailures: [] });
    const answers = (await taken('service-demo')).map(({ body }) => body);
    expect(answers).toEqual([
      {
        case: 'c1',
        id: 'c1/1/a',
        from: 'residence-registry',
        trace,
        command: {
          type: 'callAnswered',
          effect: 'c1/1/a',
          result: { registry: 'residence', key: 'a', version: 1 },
        },
      },
      {
        case: 'c1',
        id: 'c1/1/b',
        from: 'residence-registry',
        trace,
        command: {
          type: 'callAnswered',
          effect: 'c1/1/b',
          result: { registry: 'residence', key: 'b', version: 1 },
        },
      },
      {
        case: 'c1',
        id: 'c1/1/c',
        from: 'residence-registry',
        trace,
        command: {
          type: 'callFailed',
          effect: 'c1/1/c',
          code: 'misfit',
          message: '/name required',
          final: true,
        },
      },
    ]);
    const store = { client: engine.client, table: cases() };
    expect(await outboxItem(store, pk, '0000000001')).toMatchObject({
      state: 'done',
      effects: [{ id: 'c1/1/a' }, { id: 'c1/1/b' }, { id: 'c1/1/c' }],
    });
  });

  it('whose queue cannot be reached is reported back to the stream', async () => {
    const { handler: dispatch } = await import('./dispatch.ts');
    const event = { Records: [inserted('o#unknown#c1', '7')] };
    expect(await dispatch(event as unknown as DynamoDBStreamEvent)).toEqual({
      batchItemFailures: [{ itemIdentifier: '7' }],
    });
  });

  it('is not taken by a connector that it was not meant for', async () => {
    const { handler: connector } = await import('../connectors/registry/handler.ts');
    const event = asEvent([
      { body: { outbox: 'o#email#c1' }, messageId: 'm' },
      { body: {}, messageId: 'n' },
    ]);
    expect(await connector(event, context)).toEqual({ batchItemFailures: [] });
  });
});

describe('the minute sweep', () => {
  it('sends every timer that is due, page after page, and wakes what the stream did not', async () => {
    const { handler: timers } = await import('./timers.ts');
    const at = '2026-11-24T10:00:00.000Z';
    const items = Array.from({ length: 330 }, (_, n) => ({
      pk: `demo#c#t${n}`,
      sk: 'timer#consents/2/ask#due',
      dpk: n < 250 ? 'due#5' : dueShard(`t${n}`),
      dsk: at,
    }));
    const later = {
      pk: 'demo#c#later',
      sk: 'timer#review#due',
      dpk: 'due#1',
      dsk: '2999-01-01T00:00:00.000Z',
    };
    const all = [...items, later];
    for (let n = 0; n < all.length; n += 25)
      await engine.client.send(
        new BatchWriteItemCommand({
          RequestItems: {
            [cases()]: all.slice(n, n + 25).map((item) => ({ PutRequest: { Item: toItem(item) } })),
          },
        }),
      );
    await put('forgotten', at, [record('forgotten', 'f')]);
    const lines = await linesOf(() => timers(undefined, context));
    const oldest = Object.fromEntries(metricsIn(lines).map(({ name, value }) => [name, Number(value)]));
    const late = (Date.now() - Date.parse(at)) / 1000;
    expect(oldest.OldestTimerSeconds).toBeGreaterThan(late - 60);
    expect(oldest.OldestTimerSeconds).toBeLessThanOrEqual(late);
    // the stream had ninety seconds before the effect was overdue
    expect(oldest.OldestOutboxSeconds).toBeCloseTo((oldest.OldestTimerSeconds ?? 0) - 90, 0);
    const sent = (await taken('service-demo')).map(({ body }) => body);
    expect(new Set(sent.map(({ case: kase }) => kase)).size).toBe(330);
    expect(sent).toContainEqual({
      case: 't7',
      command: { type: 'timerFired', path: 'consents/2/ask', kind: 'due', at },
      id: `timer/t7/consents/2/ask/due/${at}`,
    });
    expect((await taken('connector-residence-registry')).map(({ body }) => body)).toEqual([
      { outbox: outboxKey('residence-registry', 'forgotten') },
    ]);
  });
});
