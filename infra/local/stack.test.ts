import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { addressesAt } from './contract.ts';
import { dynamo } from './engine/call.ts';
import { LocalStack } from './stack.ts';
import { readStacks } from './template/read.ts';
import { World } from './template/world.ts';
import { freePort, writeAssembly } from './testing/assembly.ts';

const modules = (name: string): string => JSON.stringify(import.meta.resolve(name));
const CODE = `
import { DynamoDBClient, PutItemCommand, TransactWriteItemsCommand } from ${modules('@aws-sdk/client-dynamodb')};
import { SQSClient, SendMessageCommand } from ${modules('@aws-sdk/client-sqs')};
import { S3Client, PutObjectCommand, GetObjectCommand } from ${modules('@aws-sdk/client-s3')};
import { createPresignedPost } from ${modules('@aws-sdk/s3-presigned-post')};
import { getSignedUrl } from ${modules('@aws-sdk/s3-request-presigner')};
import { KMSClient, SignCommand, GetPublicKeyCommand } from ${modules('@aws-sdk/client-kms')};
const db = new DynamoDBClient({}), sqs = new SQSClient({}), s3 = new S3Client({}), kms = new KMSClient({});
const put = (pk, sk = 'x') => db.send(new PutItemCommand({ TableName: process.env.TABLE, Item: { pk: { S: pk }, sk: { S: sk } } }));
const acts = {
  put: ({ pk }) => put(pk),
  transact: ({ pks }) => db.send(new TransactWriteItemsCommand({ TransactItems: pks.map((pk) => ({ Put: { TableName: process.env.TABLE, Item: { pk: { S: pk }, sk: { S: 'x' } } } })) })),
  send: ({ body }) => sqs.send(new SendMessageCommand({ QueueUrl: process.env.QUEUE, MessageBody: body })),
  file: async ({ key, body }) => (await s3.send(new PutObjectCommand({ Bucket: process.env.FILES, Key: key, Body: body }))).VersionId,
  read: async ({ key, version }) => (await s3.send(new GetObjectCommand({ Bucket: process.env.FILES, Key: key, VersionId: version }))).Body.transformToString(),
  link: ({ key }) => getSignedUrl(s3, new GetObjectCommand({ Bucket: process.env.FILES, Key: key, ResponseContentDisposition: 'attachment; filename="x.txt"' }), { expiresIn: 60 }),
  post: ({ key }) => createPresignedPost(s3, { Bucket: process.env.FILES, Key: key, Conditions: [['content-length-range', 1, 10], { 'Content-Type': 'text/plain' }], Fields: { 'Content-Type': 'text/plain' }, Expires: 60 }),
  sign: async () => {
    const Message = Buffer.from('message');
    const { Signature } = await kms.send(new SignCommand({ KeyId: process.env.KEY, Message, MessageType: 'RAW', SigningAlgorithm: 'ECDSA_SHA_256' }));
    const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId: process.env.KEY }));
    const { createPublicKey, verify } = await import('node:crypto');
    return verify('sha256', Message, createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' }), Signature);
  },
  year: async () => new Date().getFullYear(),
};
export const api = async (event) => {
  const asked = JSON.parse(event.body);
  try { return { statusCode: 200, body: JSON.stringify({ given: (await acts[asked.act](asked)) ?? null }), cookies: ['a=1', 'b=2'] }; }
  catch (error) { return { statusCode: 400, body: JSON.stringify({ error: error.name }) }; }
};
export const slow = () => new Promise(() => setInterval(() => {}, 1000));
export const work = async ({ Records }) => {
  const batchItemFailures = [];
  for (const { messageId, body } of Records) body === 'bad' ? batchItemFailures.push({ itemIdentifier: messageId }) : await put('done#' + body);
  return { batchItemFailures };
};
export const stream = async ({ Records }) => { for (const { dynamodb } of Records) await put('done#' + dynamodb.Keys.pk.S); };
`;

const data = mkdtempSync(join(tmpdir(), 'kladka-data-'));
const assembly = writeAssembly(CODE);
let stack: LocalStack;

beforeAll(async () => {
  const port = await freePort();
  const addresses = addressesAt(port);
  stack = new LocalStack(data, addresses, new World(readStacks(assembly), addresses));
  await stack.startEngine(port + 4);
  await stack.serveAws(port + 3, port + 2);
  await stack.declare(stack.world);
  await stack.serveOrigin(port, assembly);
  stack.feed();
}, 20_000);

afterAll(() => {
  stack.stop();
  for (const folder of [data, assembly]) rmSync(folder, { recursive: true, force: true });
});

const ask = async (asked: object) => {
  const answer = await fetch(`${stack.addresses.origin}/api/do`, {
    method: 'POST',
    body: JSON.stringify(asked),
    headers: { 'content-type': 'application/json' },
  });
  return {
    cookies: answer.headers.getSetCookie(),
    ...((await answer.json()) as { given?: unknown; error?: string }),
  };
};
const item = async (pk: string) =>
  (
    await dynamo(stack.engineUrl, 'GetItem', {
      TableName: 'Small-Table',
      Key: { pk: { S: pk }, sk: { S: 'x' } },
    })
  ).Item;

describe('a function on one machine', () => {
  test('answers the HTTP API and writes what its role allows', async () => {
    expect(await ask({ act: 'put', pk: 'mine#1' })).toMatchObject({
      cookies: ['a=1', 'b=2'],
      given: expect.anything(),
    });
    expect(await item('mine#1')).toBeDefined();
  });

  test('is denied another leading key, alone and inside a transaction', async () => {
    expect(await ask({ act: 'put', pk: 'theirs#1' })).toMatchObject({ error: 'AccessDeniedException' });
    expect(await ask({ act: 'transact', pks: ['mine#2', 'theirs#2'] })).toMatchObject({
      error: 'AccessDeniedException',
    });
    expect(await item('mine#2')).toBeUndefined();
  });

  test('is killed at its time-out, and the next call finds a new host', async () => {
    await expect(stack.functions.invoke('slow', {})).rejects.toMatchObject({ errorType: 'Sandbox.Timedout' });
    await expect(stack.functions.invoke('slow', {})).rejects.toMatchObject({ errorType: 'Sandbox.Timedout' });
  });

  test('signs with a key of the template', async () => {
    expect(await ask({ act: 'sign' })).toMatchObject({ given: true });
  });

  test('sees the clock that the developer moved', async () => {
    stack.moveClock(366 * 86_400_000);
    const year = new Date(Date.now() + 366 * 86_400_000).getFullYear();
    expect(await ask({ act: 'year' })).toMatchObject({ given: year });
    expect(await ask({ act: 'put', pk: 'mine#later' })).not.toHaveProperty('error');
    stack.moveClock(0);
  });
});

describe('what is delivered', () => {
  test('a message reaches its function, a failing one the dead letters alone', async () => {
    await ask({ act: 'send', body: 'bad' });
    await ask({ act: 'send', body: 'good' });
    await vi.waitFor(async () => expect(await item('done#good')).toBeDefined(), 5000);
    const dead = stack.queues.get('dead');
    await vi.waitFor(() => expect(dead && stack.queues.counts(dead).waiting).toBe(1), 12_000);
  }, 20_000);

  test('a new item that the filter names reaches the function of the stream', async () => {
    await ask({ act: 'put', pk: 'o#email#1' });
    await vi.waitFor(async () => expect(await item('done#o#email#1')).toBeDefined(), 5000);
    expect(await item('done#mine#1')).toBeUndefined();
  });
});

describe('files', () => {
  test('every version is kept and read by its id', async () => {
    const first = await ask({ act: 'file', key: 'a/b', body: 'one' });
    await ask({ act: 'file', key: 'a/b', body: 'two' });
    expect(await ask({ act: 'read', key: 'a/b', version: first.given })).toMatchObject({ given: 'one' });
    expect(await ask({ act: 'read', key: 'a/b' })).toMatchObject({ given: 'two' });
  });

  test('another prefix is denied, by call and by link', async () => {
    expect(await ask({ act: 'file', key: 'z/b', body: 'one' })).toMatchObject({ error: 'AccessDenied' });
    const { given } = await ask({ act: 'link', key: 'z/b' });
    expect((await fetch(String(given))).status).toBe(403);
  });

  test('a link opens the file until someone changes it', async () => {
    await ask({ act: 'file', key: 'a/c', body: 'text' });
    const link = String((await ask({ act: 'link', key: 'a/c' })).given);
    const answer = await fetch(link);
    expect(await answer.text()).toBe('text');
    expect(answer.headers.get('content-disposition')).toContain('x.txt');
    expect((await fetch(link.replace('a/c', 'a/b'))).status).toBe(403);
    expect((await fetch(`${stack.addresses.s3}/small-files/a/c`)).status).toBe(403);
  });

  test('a form upload is held to its policy', async () => {
    const { url, fields } = (await ask({ act: 'post', key: 'a/up' })).given as {
      url: string;
      fields: Record<string, string>;
    };
    const upload = (content: string, changed: Record<string, string> = {}) => {
      const form = new FormData();
      for (const [name, value] of Object.entries({ ...fields, ...changed })) form.set(name, value);
      form.set('file', new Blob([content]), 'x.txt');
      return fetch(url, { method: 'POST', body: form, headers: { origin: 'http://portal.test' } });
    };
    const good = await upload('12345');
    expect([good.status, good.headers.get('access-control-allow-origin')]).toEqual([
      204,
      'http://portal.test',
    ]);
    expect((await upload('12345678901')).status).toBe(400);
    expect((await upload('')).status).toBe(400);
    expect((await upload('1', { 'Content-Type': 'text/html' })).status).toBe(403);
    expect((await upload('1', { key: 'a/other' })).status).toBe(403);
    expect((await upload('1', { acl: 'public-read' })).status).toBe(403);
    expect((await upload('1', { 'X-Amz-Signature': '0'.repeat(64) })).status).toBe(403);
  });
});
