import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { CreateBucketCommand, GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { FauxqsServer } from 'fauxqs';
import { startFauxqs } from 'fauxqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { merkleRoot } from '../roots/merkle.ts';
import type { Engine } from '../store/engine.testing.ts';
import { engineEnvironment, startEngine } from '../store/engine.testing.ts';

let engine: Engine;
let server: FauxqsServer;
let s3: S3Client;

beforeAll(async () => {
  engine = await startEngine();
  server = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false });
  const endpoint = `http://127.0.0.1:${server.port}`;
  Object.assign(process.env, {
    ...engineEnvironment(engine),
    AWS_ENDPOINT_URL_S3: endpoint,
    AWS_S3_FORCE_PATH_STYLE: 'true',
    KLADKA_CASES: await engine.table('cases'),
    KLADKA_ROOTS: 'roots',
  });
  s3 = new S3Client({ forcePathStyle: true });
  await s3.send(new CreateBucketCommand({ Bucket: 'roots' }));
});
afterAll(async () => {
  s3.destroy();
  await server.stop();
  await engine.stop();
});

const moved = (kase: string, seq: number, head: string, minutesAgo: number) =>
  engine.client.send(
    new PutItemCommand({
      TableName: process.env.KLADKA_CASES,
      Item: marshall({
        pk: `demo#c#${kase}`,
        sk: 'snapshot',
        seq,
        head,
        changedAt: new Date(Date.now() - minutesAgo * 60_000).toISOString(),
      }),
    }),
  );
async function read(Key: string): Promise<string> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'roots', Key }));
  return (await Body?.transformToString()) ?? '';
}

describe('the hourly root', () => {
  it('covers the chains that moved, builds on the root before, and can be recomputed from its leaves', async () => {
    const { handler } = await import('./roots.ts');
    await moved('a', 3, 'aa', 30);
    await moved('b', 1, 'bb', 20);
    await moved('now', 1, 'cc', 0);
    const first = await handler();
    expect(first.leaves).toBe(2);
    const leaves = (await read(`${first.key}.leaves.txt`)).split('\n');
    expect(leaves).toEqual(['demo#c#a 3 aa', 'demo#c#b 1 bb']);
    const root = JSON.parse(await read(`${first.key}.json`));
    expect(root).toMatchObject({ leaves: 2, root: merkleRoot(leaves), previous: null });

    const second = await handler();
    expect(second.leaves).toBe(0);
    expect(JSON.parse(await read(`${second.key}.json`)).previous).toEqual({
      key: first.key,
      root: root.root,
    });
  });
});
