import { BatchWriteItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case, Command } from '#core/case/types.ts';
import { granting } from './appointments.ts';
import type { Engine } from './engine.testing.ts';
import { startEngine } from './engine.testing.ts';
import { caseKey, sortKey, taskIndex, taskSort } from './keys.ts';
import { staffFor } from './staff.ts';
import { toItem } from './stored.ts';

let engine: Engine;
let stores: Parameters<typeof staffFor>[0];
const at = { agency: 'city', office: 'central', role: 'registrar' };
const now = '2026-03-02T08:00:00.000Z';
const draw: Command = { type: 'timerFired', path: 'review', kind: 'draw', at: now };
const waiting = (assign: string) =>
  ({ places: { review: { kind: 'task', path: 'review', assign, ...at } } }) as unknown as Case;

beforeAll(async () => {
  engine = await startEngine();
  const { client } = engine;
  stores = {
    cases: { client, table: await engine.table('cases') },
    platform: { client, table: await engine.table('platform') },
  };
  const appoint = (person: string, more: object = {}) =>
    client.send(
      new TransactWriteItemsCommand({
        TransactItems: granting(stores.platform.table, { person, ...at, ...more }, 'o-head'),
      }),
    );
  await appoint('o-iryna');
  await appoint('o-taras');
  // of another role, of another office, on leave until tomorrow, no longer here
  await appoint('o-clerk', { role: 'registrarOfDeeds' });
  await appoint('o-north', { office: 'north' });
  await appoint('o-away', { from: '2026-03-03' });
  await appoint('o-gone', { to: '2026-03-01' });
  const tasks = Array.from({ length: 5 }, (_, n) => ({
    pk: caseKey('demo', `case-${n}`),
    sk: sortKey.task('review'),
    tpk: taskIndex(n === 4 ? { ...at, office: 'north' } : at),
    tsk: taskSort(undefined, `case-${n}`, 'review'),
    card: { case: `case-${n}`, path: 'review', ...(n === 3 ? {} : { claimedBy: 'o-iryna' }) },
  }));
  await client.send(
    new BatchWriteItemCommand({
      RequestItems: {
        [stores.cases.table]: tasks.map((item) => ({ PutRequest: { Item: toItem(item) } })),
      },
    }),
  );
});
afterAll(() => engine.stop());

describe('those from whom the officer of a task is drawn', () => {
  it('are appointed to its role and office today, each with their open tasks there', async () => {
    expect(await staffFor(stores, draw, waiting('leastLoaded'), now)).toEqual([
      { person: 'o-iryna', open: 3 },
      { person: 'o-taras', open: 0 },
    ]);
  });

  it('are asked for by no other command, and by no task that is gone', async () => {
    expect(await staffFor(stores, { ...draw, kind: 'due' }, waiting('random'), now)).toBeUndefined();
    expect(await staffFor(stores, draw, { places: {} } as unknown as Case, now)).toBeUndefined();
    expect(await staffFor(stores, draw, null, now)).toBeUndefined();
  });
});
