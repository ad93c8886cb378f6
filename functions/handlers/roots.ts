import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { merkleRoot } from '../roots/merkle.ts';
import { client } from '../store/tables.ts';
import { log } from '../watch/log.ts';

const s3 = new S3Client({});

const setting = (name: 'KLADKA_CASES' | 'KLADKA_ROOTS'): string => {
  const value = process.env[name];
  if (!value) throw new Error(`the environment variable ${name} is not set`);
  return value;
};

/** The last root as the next one builds on it. */
type Latest = { at: string; key: string; root: string };

const LATEST = 'latest.json';

async function latest(): Promise<Latest | null> {
  try {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: setting('KLADKA_ROOTS'), Key: LATEST }));
    return JSON.parse((await Body?.transformToString()) ?? 'null') as Latest | null;
  } catch (error) {
    if (error instanceof Error && error.name === 'NoSuchKey') return null;
    throw error;
  }
}

/** Heads of the chains that moved in a span: `<service>#c#<case> <seq> <hash>`, sorted. */
async function heads(from: string, to: string): Promise<string[]> {
  const found: string[] = [];
  let start: Record<string, AttributeValue> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({
        TableName: setting('KLADKA_CASES'),
        FilterExpression: 'sk = :snapshot AND changedAt > :from AND changedAt <= :to',
        ProjectionExpression: 'pk, seq, head, changedAt',
        ExpressionAttributeValues: { ':snapshot': { S: 'snapshot' }, ':from': { S: from }, ':to': { S: to } },
        ...(start ? { ExclusiveStartKey: start } : {}),
      }),
    );
    for (const item of page.Items ?? []) {
      const { pk, seq, head } = unmarshall(item) as { pk: string; seq: number; head: string };
      found.push(`${pk} ${seq} ${head}`);
    }
    start = page.LastEvaluatedKey;
  } while (start);
  return found.sort();
}

const put = (Key: string, Body: string, ContentType: string) =>
  s3.send(
    new PutObjectCommand({
      Bucket: setting('KLADKA_ROOTS'),
      Key,
      Body,
      ContentType,
      ChecksumAlgorithm: 'SHA256',
    }),
  );

/**
 * Every hour: the Merkle root of the chains that moved since the last one goes to the bucket where nothing can be changed,
 * with its leaves and the root before. A missed hour is made good by the next: the span begins where the last one ended.
 */
export async function handler(): Promise<{ key: string; leaves: number }> {
  const before = await latest();
  // what is being written this very minute is left to the next root
  const to = new Date(Date.now() - 60_000).toISOString();
  const from = before?.at ?? '';
  const leaves = await heads(from, to);
  const root = merkleRoot(leaves);
  const key = `${to.slice(0, 10)}/${to.slice(11, 23).replace(/[:.]/g, '')}`;
  const previous = before ? { key: before.key, root: before.root } : null;
  await put(`${key}.leaves.txt`, leaves.join('\n'), 'text/plain');
  await put(
    `${key}.json`,
    JSON.stringify({ v: 1, from, to, leaves: leaves.length, root, previous }),
    'application/json',
  );
  await put(LATEST, JSON.stringify({ at: to, key, root } satisfies Latest), 'application/json');
  log('info', 'root', { key, leaves: leaves.length });
  return { key, leaves: leaves.length };
}
