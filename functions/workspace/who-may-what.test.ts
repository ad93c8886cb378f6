import { randomUUID } from 'node:crypto';
import { PutItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { FauxqsServer } from 'fauxqs';
import { startFauxqs } from 'fauxqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '#core/api/operations.ts';
import type { Appointment } from '#core/case/types.ts';
import type { ApiResult, Asked } from '../http/event.ts';
import { ApiProblem } from '../http/problem.ts';
import { granting } from '../store/appointments.ts';
import type { Engine } from '../store/engine.testing.ts';
import { engineEnvironment, startEngine } from '../store/engine.testing.ts';

let engine: Engine;
let server: FauxqsServer;
let queues: SQSClient;
type Answers = { [operation: string]: (asked: Asked) => Promise<ApiResult> };
let answers: Answers;

const roles = {
  registrar: { title: { uk: 'Реєстратор' } },
  head: { title: { uk: 'Керівник' }, may: ['counts', 'assign'] },
  admin: { title: { uk: 'Адміністратор' }, may: ['appoint', 'dead'] },
  analyst: { title: { uk: 'Аналітик' }, may: ['define'] },
};
const agency = (id: string) => ({ id, title: { uk: id }, offices: [{ id: 'o', title: { uk: 'О' } }], roles });
const persons = ['registrar', 'head', 'admin', 'analyst'] as const;

beforeAll(async () => {
  engine = await startEngine();
  server = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false });
  server.createQueue('kladka-connector-email');
  Object.assign(process.env, {
    ...engineEnvironment(engine),
    AWS_ENDPOINT_URL_SQS: `http://127.0.0.1:${server.port}`,
    KLADKA_QUEUES: `http://127.0.0.1:${server.port}/000000000000/kladka-`,
    KLADKA_CASES: await engine.table('cases'),
    KLADKA_PLATFORM: await engine.table('platform'),
  });
  queues = new SQSClient({});
  const platform = { client: engine.client, table: process.env.KLADKA_PLATFORM ?? '' };
  const put = (item: object) =>
    engine.client.send(new PutItemCommand({ TableName: platform.table, Item: marshall(item) }));
  for (const id of ['city', 'other']) await put({ pk: 'def#agencies', sk: id, definition: agency(id) });
  await put({
    pk: 'def#services',
    sk: 'demo',
    id: 'demo',
    hash: 'h',
    title: { uk: 'Д' },
    agency: { id: 'city' },
  });
  await put({ pk: 'def#agency#city', sk: 'head', definition: agency('city') });
  await put({ pk: 'def#agency#other', sk: 'head', definition: agency('other') });
  const grant = (of: Appointment) =>
    engine.client.send(new TransactWriteItemsCommand({ TransactItems: granting(platform.table, of, 'x') }));
  for (const role of persons)
    await grant({ person: `person-${role}`, agency: 'city', office: 'o', role, order: '1' });
  await grant({ person: 'person-foreign', agency: 'other', office: 'o', role: 'admin' });
  const dead = { pk: 'o#email#c1', sk: '0000000001', dpk: 'dead', dsk: '2026-11-24', state: 'dead' };
  const effect = {
    service: 'demo',
    case: 'c1',
    connector: 'email',
    attempts: 8,
    done: 0,
    effects: [{ id: 'e' }],
  };
  await engine.client.send(
    new PutItemCommand({ TableName: process.env.KLADKA_CASES, Item: marshall({ ...dead, ...effect }) }),
  );
  answers = {
    ...(await import('./appointments.ts')),
    ...(await import('./counts.ts')),
    ...(await import('./effects.ts')),
    ...(await import('./me.ts')),
    ...(await import('../definitions/drafts.ts')),
    ...(await import('../definitions/list.ts')),
    ...(await import('../definitions/publish.ts')),
  } as unknown as Answers;
});
afterAll(async () => {
  queues.destroy();
  await server.stop();
  await engine.stop();
});

type More = { names?: object; body?: object; query?: object; ifMatch?: string; key?: string };
async function ask(operation: string, role: string, more: More = {}) {
  const asked = {
    operation: { ...operations[0], id: operation },
    ...{ names: {}, query: {}, body: {}, key: randomUUID(), ifMatch: null, language: 'uk', ...more },
    caller: { kind: 'officer', person: `person-${role}`, name: '', claims: {} },
  } as unknown as Asked;
  try {
    const answer = (await answers[operation]?.(asked)) as { statusCode: number; body: string };
    return { status: answer.statusCode, body: JSON.parse(answer.body) };
  } catch (error) {
    if (error instanceof ApiProblem) return { status: error.status, code: error.code };
    throw error;
  }
}

describe('what an officer may ask beside cases', () => {
  const appoint = { body: { person: 'person-new', agency: 'city', office: 'o', role: 'head', order: '7' } };
  const dms = { names: { kind: 'agency', id: 'city' } };
  const draft = { ...dms, body: { id: 'city' }, ifMatch: '"9"' };
  const cells: [string, More, readonly string[]][] = [
    ['agencies', {}, ['registrar', 'head', 'admin', 'analyst', 'foreign']],
    ['counts', {}, ['head']],
    ['deadEffects', {}, ['admin', 'foreign']],
    ['appointments', { query: { agency: 'city' } }, ['admin']],
    ['appointments', { query: { agency: 'other' } }, ['foreign']],
    ['appointments', { query: { agency: 'city', office: 'o', role: 'registrar' } }, ['admin', 'head']],
    ['appointments', { query: { agency: 'city', office: 'elsewhere' } }, ['admin']],
    ['grantOne', appoint, ['admin']],
    ['readDefinition', dms, ['analyst']],
    ['saveDefinition', draft, ['analyst']],
    ['designerLibrary', {}, ['analyst']],
    ['publishedDefinition', { names: { ...dms.names, version: '1' } }, ['analyst']],
    // drawing is one right, publishing another
    ['publishDefinition', draft, []],
  ];
  for (const [operation, more, allowed] of cells)
    for (const role of [...persons, 'foreign', 'stranger'])
      it(`${operation} ${JSON.stringify(more)} as ${role}: ${allowed.includes(role) ? 'may' : 'may not'}`, async () => {
        const { status } = await ask(operation, role, more);
        // a draft that was saved meanwhile is no matter of rights
        if (allowed.includes(role)) expect([200, 404, 412]).toContain(status);
        else expect(status).toBe(403);
      });

  it('shows what was given up, and takes its replay, only for services of one’s own agency', async () => {
    const { body } = await ask('deadEffects', 'admin');
    expect(body.items).toMatchObject([{ service: 'demo', connector: 'email', attempts: 8 }]);
    expect((await ask('deadEffects', 'foreign')).body.items).toEqual([]);
    const names = { id: body.items[0].id };
    expect(await ask('replayEffect', 'foreign', { names })).toMatchObject({ status: 404 });
    expect(await ask('replayEffect', 'admin', { names })).toMatchObject({ status: 200 });
    expect(await ask('replayEffect', 'admin', { names })).toMatchObject({ status: 200 });
    const QueueUrl = `${process.env.KLADKA_QUEUES}connector-email`;
    const { Messages } = await queues.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 }),
    );
    expect(Messages?.map(({ Body }) => JSON.parse(Body ?? ''))).toEqual([{ outbox: 'o#email#c1' }]);
    expect((await ask('deadEffects', 'admin')).body.items).toEqual([]);
  });

  it('appoints, ends and replays once under one key, and refuses the key for anything else', async () => {
    const key = 'the-same-intention';
    const granting = (order: string) => ask('grantOne', 'admin', { body: { ...appoint.body, order }, key });
    const first = await granting('7');
    expect(first).toMatchObject({ status: 200, body: { person: 'person-new' } });
    const end = { names: { person: 'person-new', agency: 'city', office: 'o', role: 'head' } };
    expect(await ask('endOne', 'admin', { ...end, key })).toMatchObject({ status: 200 });
    // a late repeat is answered as the first was, and appoints nobody again
    expect(await granting('7')).toEqual(first);
    const { body } = await ask('appointments', 'admin', { query: { agency: 'city' } });
    expect(JSON.stringify(body)).not.toContain('person-new');
    expect(await granting('8')).toMatchObject({ status: 422, code: 'otherRequest' });
  });

  it('carries out a command once, however often it is sent at the same time', async () => {
    const key = randomUUID();
    const all = await Promise.all(
      Array.from({ length: 5 }, () => ask('grantOne', 'admin', { ...appoint, key })),
    );
    for (const one of all) expect(one).toEqual(all[0]);
    expect(all[0]).toMatchObject({ status: 200 });
  });

  it('appoints nobody to what is not there, nor oneself', async () => {
    const granting = (change: object) => ask('grantOne', 'admin', { body: { ...appoint.body, ...change } });
    expect(await granting({ office: 'none' })).toMatchObject({ status: 422 });
    expect(await granting({ role: 'king' })).toMatchObject({ status: 422 });
    expect(await granting({ from: '2026-12-02', to: '2026-12-01' })).toMatchObject({ status: 422 });
    expect(await granting({ person: 'person-admin' })).toMatchObject({ status: 403, code: 'ownAppointment' });
    expect(await granting({ agency: 'other' })).toMatchObject({ status: 403 });
  });

  it('tells each what they may', async () => {
    expect((await ask('me', 'admin')).body.may).toEqual(['appoint', 'dead']);
    expect((await ask('me', 'registrar')).body.may).toEqual([]);
    expect((await ask('me', 'stranger')).body).toMatchObject({ appointments: [], may: [] });
  });

  it('keeps a draft for the agency that answers for it, seen by its ETag', async () => {
    const save = (id: string, ifMatch: string, body: object) =>
      ask('saveDefinition', 'analyst', { names: { kind: 'agency', id }, body, ifMatch });
    expect(await save('city', '"0"', { ...agency('city') })).toMatchObject({ status: 200 });
    expect(await save('city', '"0"', { ...agency('city') })).toMatchObject({ status: 412 });
    expect(await save('other', '"0"', { ...agency('other') })).toMatchObject({ status: 403 });
    expect(await save('city', '"1"', { id: 'other' })).toMatchObject({ status: 422 });
    expect(await save('city', '"1"', { id: 'city', long: 'x'.repeat(360_000) })).toMatchObject({
      status: 413,
    });
  });
});
