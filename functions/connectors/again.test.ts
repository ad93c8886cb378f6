import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { GetQueueAttributesCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSEvent } from 'aws-lambda';
import type { FauxqsServer } from 'fauxqs';
import { startFauxqs } from 'fauxqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../store/drain.ts';
import type { Engine } from '../store/engine.testing.ts';
import { engineEnvironment, startEngine } from '../store/engine.testing.ts';
import { outboxItem, outboxKey, outboxPut } from '../store/outbox.ts';
import { linesOf, metricsIn } from '../watch/lines.testing.ts';
import { consumer } from './consumer.ts';

let engine: Engine;
let server: FauxqsServer;
let queues: SQSClient;
let folder: string;
let QueueUrl: string;
const context = { getRemainingTimeInMillis: () => 60_000 };
const retries = { times: 2, wait: 'PT1S', longest: 'PT1H' };

beforeAll(async () => {
  engine = await startEngine();
  server = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false });
  folder = mkdtempSync(join(tmpdir(), 'kladka-again-'));
  server.createQueue('kladka-connector-weather');
  const prefix = `http://127.0.0.1:${server.port}/000000000000/kladka-`;
  QueueUrl = `${prefix}connector-weather`;
  const definition = { format: 1, id: 'weather', kind: 'rest', title: { uk: 'П', en: 'W' }, retries };
  writeFileSync(join(folder, 'connector.json'), JSON.stringify(definition));
  Object.assign(process.env, {
    ...engineEnvironment(engine),
    AWS_ENDPOINT_URL_SQS: `http://127.0.0.1:${server.port}`,
    KLADKA_CASES: await engine.table('cases'),
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

const table = () => process.env.KLADKA_CASES ?? '';
const asked = (kase: string, createdAt: string) => {
  const entry = {
    connector: 'weather',
    service: 'demo',
    case: kase,
    sequence: 1,
    effects: [{ id: `${kase}/1/1` }],
  };
  return engine.client.send(
    new TransactWriteItemsCommand({ TransactItems: [outboxPut(table(), entry, createdAt)] }),
  );
};
const woken = (outbox: string) =>
  ({ Records: [{ body: JSON.stringify({ outbox }), messageId: 'm' }] }) as unknown as SQSEvent;
const answering = (outcomes: Outcome[]) =>
  consumer(() => ({
    send: async () => outcomes.shift() ?? { outcome: 'done' },
    gaveUp: () => null,
    tryUntil: () => null,
    holdDead: true,
  }));

const delayed = async () => {
  const AttributeNames = ['ApproximateNumberOfMessagesDelayed' as const];
  const { Attributes } = await queues.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames }));
  return Number(Attributes?.ApproximateNumberOfMessagesDelayed);
};

describe('an effect that failed', () => {
  it('is tried again as soon as it may be, without waiting for the minute sweep', async () => {
    const outbox = outboxKey('weather', 'c1');
    await asked('c1', new Date().toISOString());
    const connector = answering([{ outcome: 'failed', code: 'status503', again: true }]);
    await connector(woken(outbox), context);
    const store = { client: engine.client, table: table() };
    expect(await outboxItem(store, outbox, '0000000001')).toMatchObject({ state: 'pending', attempts: 1 });
    expect(await delayed()).toBe(1);

    const { Messages } = await queues.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 10 }));
    expect(JSON.parse(Messages?.[0]?.Body ?? '{}')).toEqual({ outbox });
    await connector(woken(outbox), context);
    expect(await outboxItem(store, outbox, '0000000001')).toMatchObject({ state: 'done' });
  });

  it('that has to wait longer than a queue holds a message back is left to the sweep', async () => {
    await asked('c2', new Date().toISOString());
    const long = 901_000;
    const connector = answering([{ outcome: 'failed', code: 'status503', again: true, afterMs: long }]);
    await connector(woken(outboxKey('weather', 'c2')), context);
    expect(await delayed()).toBe(0);
  });

  it('tells how long it has waited, and counts as dead when it is given up', async () => {
    await asked('c3', new Date(Date.now() - 1_000_000).toISOString());
    const connector = answering([{ outcome: 'failed', code: 'status400', again: false }]);
    const lines = await linesOf(() => connector(woken(outboxKey('weather', 'c3')), context));
    const told = metricsIn(lines).filter(({ dimensions }) => dimensions.connector === 'weather');
    expect(told.map(({ name }) => name)).toEqual(['FailingEffectSeconds', 'DeadEffects']);
    expect(Number(told[0]?.value)).toBeGreaterThanOrEqual(1000);
    expect(lines[0]).toMatchObject({ level: 'error', case: 'c3', outcome: 'dead', code: 'status400' });
  });
});
