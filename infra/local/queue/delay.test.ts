import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { answerQueue } from './api.ts';
import { QueueStore } from './store.ts';

const folder = mkdtempSync(join(tmpdir(), 'kladka-delay-'));
const store = new QueueStore(join(folder, 'queues.db'));
store.declare({ name: 'work', visibility: 30_000, retention: 345_600_000, delay: 0 });
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const QueueUrl = 'http://127.0.0.1/000000000000/work';
const send = (body: string, DelaySeconds?: number) =>
  answerQueue(store, 'SendMessage', {
    QueueUrl,
    MessageBody: body,
    ...(DelaySeconds === undefined ? {} : { DelaySeconds }),
  });
const receive = async (WaitTimeSeconds = 0) => {
  const asked = { QueueUrl, WaitTimeSeconds, MaxNumberOfMessages: 10 };
  const { Messages } = (await answerQueue(store, 'ReceiveMessage', asked)) as {
    Messages: { Body: string }[];
  };
  return Messages.map(({ Body }) => Body);
};

describe('a message sent with a delay', () => {
  it('is held back for as long, lets others pass, and then comes', async () => {
    const begun = Date.now();
    await send('late', 1);
    await send('now');
    expect(await receive()).toEqual(['now']);
    expect(await receive(10)).toEqual(['late']);
    expect(Date.now() - begun).toBeGreaterThanOrEqual(1000);
  });

  it('of more than a quarter of an hour is refused, as SQS does', async () => {
    await expect(send('never', 901)).rejects.toMatchObject({ code: 'InvalidParameterValue' });
    await expect(send('never', -1)).rejects.toMatchObject({ code: 'InvalidParameterValue' });
    await expect(send('never', 1.5)).rejects.toMatchObject({ code: 'InvalidParameterValue' });
  });
});
