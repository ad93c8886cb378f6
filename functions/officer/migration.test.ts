import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { operations } from '#core/api/operations.ts';
import type { MigrationPage, MigrationView } from '#core/api/types.ts';
import { first, second } from '#core/case/migration/versions.testing.ts';
import type { ServiceRuntime } from '#core/case/runtime.ts';
import { asOfficer, asParty, asSystem, olena } from '#core/case/small-service.testing.ts';
import type { Actor, Command } from '#core/case/types.ts';
import type { Asked } from '../http/event.ts';
import { ApiProblem } from '../http/problem.ts';
import { granting } from '../store/appointments.ts';
import type { Engine } from '../store/engine.testing.ts';
import { engineEnvironment, startEngine } from '../store/engine.testing.ts';
import { eventsOf } from '../store/history.ts';
import { ids } from '../store/ids.ts';
import { load } from '../store/load.ts';
import { perform } from '../store/perform.ts';
import { linesOf } from '../watch/lines.testing.ts';

/** Cases of version 1 that wait for the registrar, and one that waits for the registry, which version 2 asks elsewhere. */
const next = second({ renamed: { review: 'study' } }, ({ flow }) => {
  const text = JSON.stringify(flow).replaceAll('"review"', '"study"').replaceAll('review.by', 'study.by');
  Object.assign(flow, JSON.parse(text));
  Object.assign(flow.states.check ?? {}, { connector: 'people' });
});
const service = first.bundle.id;
const runtimes: { [hash: string]: ServiceRuntime } = { [first.hash]: first, [next.hash]: next };
const COUNT = 52;

let engine: Engine;
let server: Server;
let folder: string;
const store = () => ({ client: engine.client, table: process.env.KLADKA_CASES ?? '' });

/** Answers as KMS does (one MAC) and as S3 does (the bundles by their hash). */
const outside = () =>
  createServer((request, response) => {
    const hash = /bundles\/(\w+)\.json/.exec(request.url ?? '')?.[1];
    const body = hash ? runtimes[hash] : { Mac: Buffer.from('a working key').toString('base64'), KeyId: 'k' };
    response.setHeader('content-type', hash ? 'application/json' : 'application/x-amz-json-1.1');
    response.end(JSON.stringify(body));
  });

beforeAll(async () => {
  engine = await startEngine();
  server = outside().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = mkdtempSync(join(tmpdir(), 'kladka-migration-'));
  writeFileSync(join(folder, 'current.json'), JSON.stringify(next));
  Object.assign(process.env, {
    ...engineEnvironment(engine),
    AWS_ENDPOINT_URL_KMS: address,
    AWS_ENDPOINT_URL_S3: address,
    KLADKA_CASES: await engine.table('cases'),
    KLADKA_PLATFORM: await engine.table('platform'),
    KLADKA_BUNDLES: 'bundles',
    KLADKA_PERSON_KEY: 'k',
    KLADKA_SERVICE: service,
    KLADKA_CURRENT: join(folder, 'current.json'),
  });
  const platform = process.env.KLADKA_PLATFORM ?? '';
  for (const [person, role] of [
    ['anna', 'analyst'],
    ['bohdan', 'analyst'],
    ['iryna', 'registrar'],
  ] as const) {
    const of = { person, role, agency: 'city', office: 'central', name: person };
    await engine.client.send(new TransactWriteItemsCommand({ TransactItems: granting(platform, of, 'x') }));
  }
  await linesOf(async () => {
    for (let n = 0; n < COUNT; n++) {
      const id = await opened();
      if (n > 0) await answered(id);
    }
  });
}, 60_000);
afterAll(async () => {
  await engine.stop();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function take(id: string, actor: Actor, command: Command) {
  const performed = await perform({
    store: store(),
    service,
    case: id,
    runtime: async (hash) => runtimes[hash ?? first.hash] ?? first,
    command: async () => ({ command }),
    actor,
    ids: { ...ids, uuid: () => id },
    now: () => new Date().toISOString(),
    personKey: () => null,
    answer: () => ({ status: 200, body: null }),
  });
  if (!('done' in performed)) throw new Error(JSON.stringify(performed));
  return performed.case;
}

async function opened(): Promise<string> {
  const id = randomUUID();
  const form = { name: 'Олена', rnokpp: '1111111111', owners: [] };
  await take(id, asParty(olena), { type: 'submit', form, language: 'uk', channel: 'portal' });
  return id;
}

async function answered(id: string): Promise<void> {
  const { case: kase } = await load(store(), { service, case: id }, new Date().toISOString());
  const place = kase?.places.check;
  const effect = place?.kind === 'ask' ? (place.pending[0] ?? '') : '';
  await take(id, asSystem, { type: 'callAnswered', effect, result: { found: true } });
}

type Answers = { [operation: string]: (asked: Asked) => Promise<{ body?: string }> };

/** What an officer is answered; the code, where it is a problem. */
async function asks<T>(person: string, id: string, more: Partial<Asked> = {}): Promise<T | string> {
  const answers = (await import('./migration.ts')) as unknown as Answers;
  const operation = operations.find((one) => one.id === id);
  const caller = { kind: 'officer', person, name: person, claims: {} };
  const asked = { operation, names: { service }, query: {}, body: {}, key: randomUUID(), caller, ...more };
  try {
    return JSON.parse(String((await answers[id]?.(asked as unknown as Asked))?.body)) as T;
  } catch (error) {
    if (error instanceof ApiProblem) return error.code;
    throw error;
  }
}

async function everyPage<T extends { cursor?: string }>(
  ask: (cursor: string | undefined) => Promise<T | string>,
): Promise<T[]> {
  const pages: T[] = [];
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await ask(cursor);
    if (typeof page === 'string') throw new Error(page);
    pages.push(page);
    cursor = page.cursor;
  }
  return pages;
}

it('open cases come over page by page: rehearsed, proposed by one, carried out by another', async () => {
  const rehearsal = () =>
    everyPage<MigrationView>((cursor) => asks('anna', 'rehearseMigration', { query: { cursor } }));
  const before = await rehearsal();
  expect(before.length).toBeGreaterThan(1);
  const cases = before.flatMap(({ items }) => items);
  expect(new Set(cases.map((one) => one.case)).size).toBe(COUNT);
  expect(cases.filter(({ result }) => result === 'moves').length).toBe(COUNT - 1);
  expect(cases.find(({ result }) => result === 'refused')).toMatchObject({
    code: 'effectOutstanding',
    version: 1,
    from: ['check'],
  });
  expect(JSON.stringify(before)).not.toMatch(/Олена|1111111111/);

  expect(await asks('iryna', 'rehearseMigration')).toBe('forbidden');
  expect(await asks('iryna', 'proposeMigration')).toBe('forbidden');
  expect(await asks('bohdan', 'migrateCases')).toBe('notProposed');
  expect(await asks('anna', 'proposeMigration')).toMatchObject({ version: 2, by: 'anna', own: true });
  expect(await asks('bohdan', 'proposeMigration')).toMatchObject({ by: 'anna', own: false });
  expect(await asks('anna', 'migrateCases')).toBe('fourEyes');
  expect(await asks('bohdan', 'migrateCases', { body: { cursor: 'nonsense' } })).toBe('badCursor');

  const key = randomUUID();
  const once = await asks<MigrationPage>('bohdan', 'migrateCases', { key });
  // the press is repeated: answered as the first was, and nothing is done twice
  expect(await asks('bohdan', 'migrateCases', { key })).toEqual(once);
  expect(await asks('bohdan', 'migrateCases', { key, body: { cursor: 'x' } })).toBe('otherRequest');
  if (typeof once === 'string') throw new Error(once);
  const rest = once.cursor
    ? await everyPage<MigrationPage>((cursor) =>
        asks('bohdan', 'migrateCases', { body: { cursor: cursor ?? once.cursor } }),
      )
    : [];
  const pages = [once, ...rest];
  expect(pages.reduce((sum, { moved }) => sum + moved, 0)).toBe(COUNT - 1);
  expect(pages.flatMap(({ items }) => items).map(({ code }) => code)).toEqual(['effectOutstanding']);

  // what stays is all that the next rehearsal finds
  const after = (await rehearsal()).flatMap(({ items }) => items);
  expect(after.map(({ result }) => result)).toEqual(['refused']);
  const [{ case: id } = { case: '' }] = cases.filter(({ result }) => result === 'moves');
  const moved = await load(store(), { service, case: id }, new Date().toISOString());
  expect(moved.case).toMatchObject({ definition: next.hash, position: { state: 'study' } });
  const { events } = await eventsOf(store(), { service, case: id }, { latest: true });
  const migrated = events.find(({ type }) => type === 'migrated');
  expect(migrated).toMatchObject({ proposedBy: 'anna', actor: { person: 'bohdan' } });
  // and it goes on in the new version
  await take(id, asOfficer('iryna', 'registrar'), { type: 'claim', path: 'study' });
  const ended = await take(id, asOfficer('iryna', 'registrar'), {
    ...{ type: 'act', path: 'study', action: 'refuse', data: {}, grounds: ['noRight'], explain: 'ні' },
  });
  expect(ended.outcome?.outcome).toBe('refused');
});
