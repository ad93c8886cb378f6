import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case, CaseEvent, TaskEntry } from '#core/case/types.ts';
import type { Engine } from './engine.testing.ts';
import { startEngine } from './engine.testing.ts';
import { load } from './load.ts';
import { type Accepted, TooManyWrites, writesOf } from './transaction.ts';

let engine: Engine;
let table: string;
beforeAll(async () => {
  engine = await startEngine();
  table = await engine.table('cases');
});
afterAll(() => engine.stop());

const NOW = '2026-11-24T10:00:00.000Z';
const kase = (id: string, seq: number, reference = '482109375516') =>
  ({ v: 1, id, reference, service: 'demo', seq, head: `h${seq}`, changedAt: NOW }) as Case;
const event = (seq: number) =>
  ({
    type: 'noted',
    v: 1,
    seq,
    at: NOW,
    previous: '',
    hash: 'x',
    data: { text: 'a' },
    salt: 's',
  }) as CaseEvent;
const task: TaskEntry = {
  path: 'review',
  state: 'review',
  agency: 'a',
  office: 'o',
  role: 'r',
  since: NOW,
  overdue: false,
  title: { uk: 'Розгляд' },
  service: 'demo',
  reference: '482109375516',
};
const none = { tasks: [], timers: [], parties: [] };
const accepted = (after: Case, before: Case | null, more: Partial<Accepted> = {}): Accepted => ({
  before: before ? { case: before, waiting: none } : null,
  after: { case: after, waiting: none },
  events: [event(after.seq)],
  effects: [],
  people: new Map(),
  gone: [],
  open: { kind: 'application', case: after.id, service: 'demo', title: {} },
  ...more,
});
const write = (given: Accepted) =>
  engine.client.send(new TransactWriteItemsCommand({ TransactItems: writesOf(table, given, NOW) }));
const store = () => ({ client: engine.client, table });
const read = (id: string, once?: string) =>
  load(store(), { service: 'demo', case: id, ...(once ? { once } : {}) }, NOW);

describe('the transaction of an accepted command', () => {
  it('keeps snapshot and remembered answer together', async () => {
    const once = { hash: 'k1', request: 'q', answer: { status: 201, body: { id: 'c1' } } };
    await write(accepted(kase('c1', 1), null, { once }));
    const found = await read('c1', 'k1');
    expect(found.case).toMatchObject({ id: 'c1', seq: 1 });
    expect(found.once).toMatchObject({ request: 'q', answer: { status: 201, body: { id: 'c1' } } });
  });

  it('refuses whoever decided on an older case, and leaves nothing behind', async () => {
    await write(accepted(kase('c2', 1, '000000000202'), null));
    const next = (key: string) =>
      accepted(kase('c2', 2, '000000000202'), kase('c2', 1, '000000000202'), {
        once: { hash: key, request: 'q', answer: { status: 200, body: null } },
      });
    const results = await Promise.allSettled(['a', 'b', 'c'].map((key) => write(next(key))));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const kept = await Promise.all(['a', 'b', 'c'].map((key) => read('c2', key)));
    expect(kept.filter(({ once }) => once !== null)).toHaveLength(1);
  });

  it('refuses a reference that another case has', async () => {
    await write(accepted(kase('c3', 1, '000000000303'), null));
    await expect(write(accepted(kase('c4', 1, '000000000303'), null))).rejects.toMatchObject({
      name: 'TransactionCanceledException',
    });
    expect((await read('c4')).case).toBeNull();
  });

  it('writes tasks that changed, removes those that went, leaves the rest alone', () => {
    const from = { case: kase('c5', 1), waiting: { ...none, tasks: [task, { ...task, path: 'other' }] } };
    const to = { case: kase('c5', 2), waiting: { ...none, tasks: [{ ...task, claimedBy: 'p' }] } };
    const writes = writesOf(table, { ...accepted(to.case, null), before: from, after: to }, NOW);
    const keys = writes.map(({ Put, Delete }) => Put?.Item?.sk?.S ?? `gone ${Delete?.Key?.sk?.S}`);
    expect(keys.filter((key) => key.includes('task#'))).toEqual(['task#review', 'gone task#other']);
    expect(keys[0]).toBe('snapshot');
  });

  it('says by name when more changed than one transaction takes', () => {
    const tasks = Array.from({ length: 100 }, (_, n) => ({ ...task, path: `t${n}` }));
    const after = { case: kase('c6', 1), waiting: { ...none, tasks } };
    expect(() => writesOf(table, { ...accepted(after.case, null), after }, NOW)).toThrow(TooManyWrites);
  });
});
