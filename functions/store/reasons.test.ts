import { DeleteItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Case, CaseEvent } from '#core/case/types.ts';
import { type Engine, startEngine } from './engine.testing.ts';
import { publicEvents } from './events.ts';
import { caseKey, sortKey } from './keys.ts';
import { withReasons } from './reasons.ts';
import { toItem } from './stored.ts';
import { writesOf } from './transaction.ts';

const NOW = '2026-11-24T10:00:00.000Z';
const of = { service: 'demo', case: 'c1' };
let engine: Engine;
let table: string;
beforeAll(async () => {
  engine = await startEngine();
  table = await engine.table('cases');
  const after = {
    v: 1,
    id: 'c1',
    reference: '482109375516',
    service: 'demo',
    seq: 2,
    head: 'h',
    changedAt: NOW,
  };
  const common = { v: 1, at: NOW, previous: '', hash: 'x', salt: 's' };
  const events = [
    { ...common, type: 'noted', seq: 1, data: { text: 'особисте' } },
    { ...common, type: 'revoked', seq: 2, grounds: ['noRight'], data: { reason: 'Підробка' } },
  ] as unknown as CaseEvent[];
  const writes = writesOf(
    table,
    {
      before: null,
      after: { case: after as Case, waiting: { tasks: [], timers: [], parties: [] } },
      events,
      effects: [],
      people: new Map(),
      gone: [],
      open: { kind: 'application', case: 'c1', service: 'demo', title: {} },
    },
    NOW,
  );
  await engine.client.send(new TransactWriteItemsCommand({ TransactItems: writes }));
});
afterAll(() => engine.stop());

const told = async () => {
  const store = { client: engine.client, table };
  return withReasons(store, of, await publicEvents(store, of));
};

it('a decision that was revoked is told with its reason, and nothing else that is personal', async () => {
  const [noted, revoked] = await told();
  expect(revoked).toMatchObject({ type: 'revoked', data: { reason: 'Підробка' } });
  expect(noted).not.toHaveProperty('data');
});

it('the reason is told no more once it is erased', async () => {
  const Key = toItem({ pk: caseKey('demo', 'c1'), sk: sortKey.data(2) });
  await engine.client.send(new DeleteItemCommand({ TableName: table, Key }));
  expect((await told())[1]).not.toHaveProperty('data');
});
