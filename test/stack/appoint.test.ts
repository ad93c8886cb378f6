import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { appointmentItems } from '#core/case/appointed.ts';
import { appointedIn, appointmentsOf, type PlatformStore } from '#functions/store/appointments.ts';
import { type Engine, startEngine } from '#functions/store/engine.testing.ts';
import { personKeys } from '#functions/store/person-key.ts';
import { main } from '../../cli/main.ts';

/** `kladka appoint` against the engine of the local stack; keys and parameters of the account are answered here. */
let engine: Engine;
let account: Server;
let store: PlatformStore;
const said: string[] = [];
const wrong: string[] = [];
const kmsKey = 'arn:aws:kms:eu-central-1:000000000000:key/persons';

const agency = {
  ...{ id: 'town', fallback: 'central' },
  offices: [{ id: 'central' }, { id: 'north', roles: ['clerk'] }],
  roles: { clerk: {}, administrator: { may: ['appoint', 'publish'] }, head: { may: ['assign'] } },
};

beforeAll(async () => {
  engine = await startEngine();
  account = createServer((request, response) => {
    const target = String(request.headers['x-amz-target']);
    let text = '';
    request.on('data', (part) => {
      text += part;
    });
    request.on('end', () => {
      const body = JSON.parse(text) as { Name?: string; Message?: string; KeyId?: string };
      const parameters = new Map([
        ['/kladka/platform-table', store.table],
        ['/kladka/person-key-arn', kmsKey],
      ]);
      const json = { 'content-type': 'application/x-amz-json-1.1' };
      if (target.endsWith('GenerateMac')) {
        const mac = createHmac('sha256', String(body.KeyId)).update(
          Buffer.from(String(body.Message), 'base64'),
        );
        response.writeHead(200, json).end(JSON.stringify({ Mac: mac.digest('base64') }));
        return;
      }
      const Value = store.table === 'none' ? undefined : parameters.get(String(body.Name));
      if (Value) response.writeHead(200, json).end(JSON.stringify({ Parameter: { Name: body.Name, Value } }));
      else response.writeHead(400, json).end(JSON.stringify({ __type: 'ParameterNotFound' }));
    });
  });
  await new Promise<void>((resolve) => account.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(account.address() as AddressInfo).port}`;
  vi.stubEnv('AWS_REGION', 'eu-central-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', engine.url);
  vi.stubEnv('AWS_ENDPOINT_URL_KMS', url);
  vi.stubEnv('AWS_ENDPOINT_URL_SSM', url);
  vi.stubEnv('KLADKA_PERSON_KEY', kmsKey);
});

beforeEach(async () => {
  said.length = 0;
  wrong.length = 0;
  vi.spyOn(console, 'log').mockImplementation((line) => said.push(String(line)));
  vi.spyOn(console, 'error').mockImplementation((line) => wrong.push(String(line)));
  store = { client: engine.client, table: await engine.table('platform') };
  const line = { pk: 'def#agencies', sk: 'town', definition: agency };
  await engine.client.send(new PutItemCommand({ TableName: store.table, Item: marshall(line) }));
});
afterEach(() => vi.restoreAllMocks());
afterAll(async () => {
  vi.unstubAllEnvs();
  account.close();
  await engine.stop();
});

const appoint = (...args: string[]) => main(['appoint', ...args]);
const order = ['--order', '№ 7 від 02.03.2026'];
const officer = async (sub: string) => (await personKeys())({ sub }) ?? '';
const now = () => new Date().toISOString();

it('the first administrator of an agency is one from their first request on, and can appoint the others', async () => {
  expect(await appoint('u-1', '--agency', 'town', '--name', 'Олена Коваль', ...order)).toBe(0);
  const person = await officer('u-1');
  const appointed = {
    ...{ person, agency: 'town', office: 'central', role: 'administrator' },
    ...{ name: 'Олена Коваль', order: '№ 7 від 02.03.2026' },
  };
  expect(await appointmentsOf(store, person, now())).toEqual([appointed]);
  expect((await appointedIn(store, 'town')).items).toEqual([appointed]);
});

it('the same again changes nothing and says so; what an administrator changed since stays', async () => {
  await appoint('u-1', '--agency', 'town', ...order);
  said.length = 0;
  expect(await appoint('u-1', '--agency', 'town', '--json', ...order)).toBe(0);
  expect(JSON.parse(said.join(''))).toMatchObject({ role: 'administrator', holds: true });
  expect(await appoint('u-1', '--agency', 'town', '--order', '№ 8')).toBe(0);
  expect(said.join('\n')).toContain('№ 7 від 02.03.2026; nothing was changed');
  const person = await officer('u-2');
  const ended = { person, agency: 'town', office: 'central', role: 'administrator', to: '2026-01-01' };
  for (const item of appointmentItems(ended, 'someone'))
    await engine.client.send(new PutItemCommand({ TableName: store.table, Item: marshall(item) }));
  expect(await appoint('u-2', '--agency', 'town', ...order)).toBe(1);
  expect(wrong.join('\n')).toContain('2026-01-01');
  expect(await appointmentsOf(store, person, now())).toEqual([]);
});

it.each([
  ['an agency that is not deployed', ['--agency', 'city'], 'No agency “city” is deployed'],
  ['a role that appoints nobody', ['--agency', 'town', '--role', 'head'], 'There are: administrator'],
  ['an office without that role', ['--agency', 'town', '--office', 'north'], 'There are: central'],
])('%s is refused, and nobody is appointed', async (_, args, why) => {
  expect(await appoint('u-3', ...args, ...order)).toBe(1);
  expect(wrong.join('\n')).toContain(why);
  expect(await appointmentsOf(store, await officer('u-3'), now())).toEqual([]);
});

it('says what it lacks: whom, to which agency, by which order; and an account that has no platform', async () => {
  expect(await appoint('--agency', 'town', ...order)).toBe(2);
  expect(await appoint('u-4', ...order)).toBe(2);
  expect(await appoint('u-4', '--agency', 'town')).toBe(2);
  store = { ...store, table: 'none' };
  expect(await appoint('u-4', '--agency', 'town', ...order)).toBe(1);
  expect(wrong.at(-1)).toContain('deploy KladkaPlatform first');
});
