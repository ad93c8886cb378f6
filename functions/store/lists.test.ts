import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from './engine.testing.ts';
import { startEngine } from './engine.testing.ts';
import { BadCursor, casesOfAll } from './lists.ts';
import { toItem } from './stored.ts';

let engine: Engine;
let store: { client: Engine['client']; table: string };
beforeAll(async () => {
  engine = await startEngine();
  store = { client: engine.client, table: await engine.table('cases') };
});
afterAll(() => engine.stop());

/** So many cases of someone, as the index of people holds them. */
async function has(person: string, count: number): Promise<void> {
  const items = Array.from({ length: count }, (_, n) => ({
    ...{ pk: `demo#c#${person}-${n}`, sk: `party#${person}`, ppk: person },
    psk: `2026-01-01T00:00:00Z#${String(n).padStart(3, '0')}`,
    card: { case: `${person}-${n}` },
  }));
  for (let n = 0; n < items.length; n += 25)
    await engine.client.send(
      new BatchWriteItemCommand({
        RequestItems: {
          [store.table]: items.slice(n, n + 25).map((item) => ({ PutRequest: { Item: toItem(item) } })),
        },
      }),
    );
}

/** All pages, one after another. */
async function listed(people: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await casesOfAll(store, people, cursor);
    found.push(...page.items.map((card) => card.case));
    cursor = page.cursor;
  } while (cursor);
  return found;
}

describe('the cases of a person who acts for a business', () => {
  it('are their own and those of the business, each once, over all pages', async () => {
    await has('olena', 60);
    await has('market', 70);
    const found = await listed(['olena', 'market']);
    expect(new Set(found).size).toBe(130);
    expect(found).toHaveLength(130);
    expect(found.slice(0, 60).every((one) => one.startsWith('olena'))).toBe(true);
    expect(await listed(['nobody', 'olena'])).toHaveLength(60);
    expect(await listed(['olena'])).toHaveLength(60);
  });

  it('are not gone through by a cursor of someone else’s list', async () => {
    const { cursor } = await casesOfAll(store, ['market']);
    expect(cursor).toBeDefined();
    await expect(casesOfAll(store, ['olena'], cursor)).rejects.toThrow(BadCursor);
    await expect(casesOfAll(store, ['olena'], 'nonsense')).rejects.toThrow(BadCursor);
  });
});
