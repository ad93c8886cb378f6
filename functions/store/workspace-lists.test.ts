import {
  BatchWriteItemCommand,
  PutItemCommand,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appointedIn, appointmentsOf, ending, granting, OwnAppointment } from './appointments.ts';
import { deadId, deadItems, deadKey } from './dead.ts';
import { readDraft, saveDraft } from './definition-drafts.ts';
import type { Engine } from './engine.testing.ts';
import { startEngine } from './engine.testing.ts';
import { caseKey, sortKey, taskIndex, taskSort } from './keys.ts';
import { BadCursor } from './lists.ts';
import { toItem } from './stored.ts';
import { tasksOver } from './task-pages.ts';

let engine: Engine;
let cases: { client: Engine['client']; table: string };
let platform: { client: Engine['client']; table: string };
const write = (TransactItems: TransactWriteItem[]) =>
  engine.client.send(new TransactWriteItemsCommand({ TransactItems }));

beforeAll(async () => {
  engine = await startEngine();
  cases = { client: engine.client, table: await engine.table('cases') };
  platform = { client: engine.client, table: await engine.table('platform') };
});
afterAll(() => engine.stop());

const registrar = { agency: 'a', office: 'o', role: 'registrar' };
const head = { agency: 'a', office: 'o', role: 'head' };

async function task(n: number, at: typeof registrar) {
  const kase = `case-${String(n).padStart(3, '0')}`;
  const due = `2026-12-${String((n % 28) + 1).padStart(2, '0')}T10:00:00.000Z`;
  return {
    pk: caseKey('demo', kase),
    sk: sortKey.task('review'),
    tpk: taskIndex(at),
    tsk: taskSort(due, kase, 'review'),
    card: { case: kase, path: 'review', due, ...at },
  };
}

describe('the tasks of an officer with several roles', () => {
  it('are one list, the most urgent first, each once over all pages', async () => {
    const items = await Promise.all(Array.from({ length: 120 }, (_, n) => task(n, n % 3 ? registrar : head)));
    for (let n = 0; n < items.length; n += 25)
      await engine.client.send(
        new BatchWriteItemCommand({
          RequestItems: {
            [cases.table]: items.slice(n, n + 25).map((item) => ({ PutRequest: { Item: toItem(item) } })),
          },
        }),
      );
    const places = [taskIndex(registrar), taskIndex(head)];
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await tasksOver(cases, places, cursor);
      expect(page.items.length).toBeLessThanOrEqual(50);
      seen.push(...page.items.map((card) => `${card.due}#${card.case}`));
      cursor = page.cursor;
    } while (cursor);
    expect(new Set(seen).size).toBe(120);
    expect(seen).toEqual([...seen].sort());
    await expect(tasksOver(cases, places, 'nonsense')).rejects.toThrow(BadCursor);
  });
});

describe('what was given up', () => {
  it('is listed without personal data, and named so that it can be replayed', async () => {
    const item = {
      ...{ pk: 'o#email#c1', sk: '0000000004', dpk: 'dead', dsk: '2026-11-24T10:00:00.000Z', state: 'dead' },
      ...{ connector: 'email', service: 'demo', case: 'c1', attempts: 8, reason: 'unreachable', done: 1 },
      effects: [
        { id: 'c1/4/0', kind: 'call', reference: '482109375516' },
        {
          id: 'c1/4/1',
          kind: 'message',
          reference: '482109375516',
          data: { address: { email: 'a@b.example' } },
        },
      ],
    };
    await engine.client.send(new PutItemCommand({ TableName: cases.table, Item: toItem(item) }));
    const { items } = await deadItems(cases);
    expect(items).toHaveLength(1);
    expect(JSON.stringify(items)).not.toContain('b.example');
    expect(items[0]).toMatchObject({ kind: 'message', attempts: 8, reason: 'unreachable' });
    expect(deadKey(deadId(item))).toEqual({ pk: 'o#email#c1', sk: '0000000004', case: 'c1' });
    for (const id of ['', 'abc', deadId({ pk: 'demo#c#c1', sk: 'snapshot' })]) expect(deadKey(id)).toBeNull();
    await expect(deadItems(cases, 'x~y')).rejects.toThrow(BadCursor);
  });
});

describe('an appointment', () => {
  const of = { person: 'person-one', ...registrar, order: '1' };
  const now = '2026-11-24T10:00:00.000Z';
  it('stands with its person and in the list of its agency, and ends in both', async () => {
    await write(granting(platform.table, of, 'administrator'));
    expect(await appointmentsOf(platform, 'person-one', now)).toEqual([of]);
    expect((await appointedIn(platform, 'a')).items).toEqual([of]);
    expect((await appointedIn(platform, 'other')).items).toEqual([]);
    await write(ending(platform.table, of));
    expect(await appointmentsOf(platform, 'person-one', now)).toEqual([]);
    expect((await appointedIn(platform, 'a')).items).toEqual([]);
  });
  it('holds in its time only', async () => {
    await write(granting(platform.table, { ...of, person: 'later', from: '2026-12-01' }, 'administrator'));
    await write(granting(platform.table, { ...of, person: 'former', to: '2026-11-23' }, 'administrator'));
    expect(await appointmentsOf(platform, 'later', now)).toEqual([]);
    expect(await appointmentsOf(platform, 'former', now)).toEqual([]);
  });
  it('is never granted to oneself', async () => {
    expect(() => granting(platform.table, of, 'person-one')).toThrow(OwnAppointment);
  });
});

describe('a draft of a definition', () => {
  it('is replaced only by one who saw the last save', async () => {
    const ref = { kind: 'service', id: 'demo' };
    const draft = (version: number, text: string) => ({ version, text, savedAt: 'now', savedBy: 'p' });
    const save = (version: number, text: string) =>
      saveDraft(platform, ref, draft(version, text), { title: { uk: 'Д' }, agency: 'a' });
    expect(await readDraft(platform, ref)).toBeNull();
    expect(await save(1, 'a')).toBe(true);
    expect(await save(1, 'b')).toBe(false);
    const both = await Promise.all(['c', 'd'].map((text) => save(2, text)));
    expect(both.filter(Boolean)).toHaveLength(1);
    expect(await readDraft(platform, ref)).toMatchObject({ version: 2 });
  });
});
