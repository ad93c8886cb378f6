import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentId } from '../connectors/document/identity.ts';
import type { DocumentItem } from '../connectors/document/types.ts';
import type { Engine } from '../store/engine.testing.ts';
import { engineEnvironment, startEngine } from '../store/engine.testing.ts';

let engine: Engine;
const id = documentId('c1/5/0');
const sha256 = 'ab'.repeat(32);
const item: DocumentItem = {
  id,
  effect: 'c1/5/0',
  service: 'demo',
  case: 'c1',
  document: 'certificate',
  title: { uk: 'Витяг', en: 'Extract' },
  agency: { uk: 'Громада', en: 'Community' },
  number: '80-1/2026',
  issuedAt: '2026-11-24T10:00:00.000Z',
  validUntil: null,
  verify: true,
  shows: [],
  state: 'issued',
  language: 'uk',
  file: { key: 'k', version: 'v', sha256, size: 1, pages: 1 },
  signature: 'c2ln',
};
const put = (one: DocumentItem) =>
  engine.client.send(
    new PutItemCommand({
      TableName: process.env.KLADKA_PLATFORM,
      Item: marshall({ ...one, pk: `document#${one.id}`, sk: 'head' }, { removeUndefinedValues: true }),
    }),
  );

beforeAll(async () => {
  engine = await startEngine();
  Object.assign(process.env, {
    ...engineEnvironment(engine),
    KLADKA_PLATFORM: await engine.table('platform'),
  });
  await put(item);
  await put({ ...item, id: documentId('hidden'), verify: false });
  await put({ ...item, id: documentId('drawn'), state: 'drawn' });
});
afterAll(() => engine.stop());

async function ask(document: string, more: { query?: Record<string, string>; body?: string } = {}) {
  const { handler } = await import('./verify.ts');
  const answer = await handler({
    rawPath: `/api/verify/${document}`,
    pathParameters: { document },
    ...(more.query ? { queryStringParameters: more.query } : {}),
    requestContext: { http: { method: more.body === undefined ? 'GET' : 'POST' } },
    ...(more.body === undefined ? {} : { body: more.body }),
  } as unknown as APIGatewayProxyEventV2);
  return {
    status: answer.statusCode,
    type: answer.headers?.['content-type'],
    body: JSON.parse(answer.body ?? ''),
  };
}

describe('anyone who has a document', () => {
  it('learns what it is and whether it is valid', async () => {
    const answer = await ask(id);
    expect(answer).toMatchObject({
      status: 200,
      body: { document: id, number: '80-1/2026', state: 'valid', same: null, sha256 },
    });
    expect(answer.body).not.toHaveProperty('case');
    expect(answer.body).not.toHaveProperty('file');
  });

  it('learns whether their file is this document', async () => {
    expect((await ask(id, { query: { sha256: sha256.toUpperCase() } })).body.same).toBe(true);
    expect((await ask(id, { body: JSON.stringify({ sha256: 'cd'.repeat(32) }) })).body.same).toBe(false);
  });

  it('is told what is wrong with what they ask', async () => {
    expect(await ask(id, { query: { sha256: 'zz' } })).toMatchObject({
      status: 400,
      type: 'application/problem+json',
      body: { code: 'badHash', title: 'sha256 має бути хешем SHA-256 файла: 64 шістнадцяткові цифри.' },
    });
    expect(await ask(id, { body: '{' })).toMatchObject({ status: 400 });
  });

  it('learns nothing of one that is unknown, unfinished, or not to be verified', async () => {
    for (const unknown of [documentId('other'), documentId('hidden'), documentId('drawn'), '../head', ''])
      expect(await ask(unknown)).toMatchObject({ status: 404, body: { code: 'unknownDocument' } });
  });
});
