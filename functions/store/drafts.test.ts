import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileVersion } from '#core/case/types.ts';
import { announce, announcedFiles, recordScan } from './announced.ts';
import { createDraft, draftGoes, draftItem, saveDraft } from './drafts.ts';
import { type Engine, startEngine } from './engine.testing.ts';
import { casesOf } from './lists.ts';
import { type CaseStore, load } from './load.ts';

let engine: Engine;
let store: CaseStore;
beforeAll(async () => {
  engine = await startEngine();
  store = { client: engine.client, table: await engine.table('cases') };
});
afterAll(() => engine.stop());

const NOW = '2026-11-24T10:00:00.000Z';
const LATER = '2026-11-24T10:05:00.000Z';
const UNTIL = '2026-12-24T10:00:00.000Z';
const draft = (id: string, person = 'olena') =>
  draftItem({
    service: 'demo',
    id,
    title: { uk: 'Послуга' },
    person,
    definition: 'h1',
    language: 'uk',
    form: { name: 'Олена' },
    savedAt: NOW,
    until: UNTIL,
  });
const open = (id: string, key = `key-${id}`) =>
  createDraft(store, draft(id), {
    service: 'demo',
    hash: key,
    request: 'q',
    answer: { status: 201, body: { id } },
  });
const read = (id: string, once?: string) =>
  load(store, { service: 'demo', case: id, ...(once ? { once } : {}) }, NOW);
const save = (id: string, person: string, version: number, name: string) =>
  saveDraft(
    store,
    { service: 'demo', id, person, version },
    { form: { name }, language: 'en', through: 'parent', definition: 'h2', savedAt: LATER, until: UNTIL },
  );

describe('a draft', () => {
  it('is opened once for one intention, and stands among the applications of its person', async () => {
    const opened = await Promise.all([open('d1', 'k'), open('d2', 'k')]);
    expect(opened.filter(Boolean)).toHaveLength(1);
    const { once } = await read('d1', 'k');
    const { id } = (once?.answer.body ?? {}) as { id: string };
    const other = id === 'd1' ? 'd2' : 'd1';
    expect((await read(id)).draft?.form).toEqual({ name: 'Олена' });
    expect((await read(other)).draft).toBeNull();
    expect((await casesOf(store, 'olena')).items).toMatchObject([{ kind: 'draft', case: id }]);
  });

  it('is replaced only where it still stands as it was read, and only by its person', async () => {
    await open('d3');
    expect(await save('d3', 'olena', 1, 'first')).toBe(true);
    expect(await save('d3', 'olena', 1, 'second')).toBe(false);
    expect(await save('d3', 'petro', 2, 'theft')).toBe(false);
    expect((await read('d3')).draft).toMatchObject({
      version: 2,
      form: { name: 'first' },
      language: 'en',
      through: 'parent',
      definition: 'h2',
      savedAt: LATER,
    });
    // the person's list says when it was saved, too
    const { items } = await casesOf(store, 'olena');
    expect(items.find((item) => item.case === 'd3')).toMatchObject({ kind: 'draft', changedAt: LATER });
  });

  it('does not go with a submission of what was saved over meanwhile', async () => {
    await open('d5');
    const { draft: seen } = await read('d5');
    if (!seen) throw new Error('the draft was not opened');
    await save('d5', 'olena', 1, 'newer');
    const write = (item: typeof seen) =>
      store.client.send(new TransactWriteItemsCommand({ TransactItems: [draftGoes(store.table, item)] }));
    await expect(write(seen)).rejects.toMatchObject({ name: 'TransactionCanceledException' });
    await write({ ...seen, version: 2 });
    expect((await read('d5')).draft).toBeNull();
  });
});

describe('a file announced for a draft', () => {
  const of = { service: 'demo', case: 'd6' };
  const file = (id: string): FileVersion => ({
    id,
    at: '/proof',
    name: 'a.png',
    key: `demo/d6/files/${id}`,
    version: '',
    sha256: 'aa',
    size: 10,
    type: 'image/png',
    scan: 'pending',
  });
  const scan = (id: string, sha256: string, verdict: 'clean' | 'infected' = 'clean') =>
    recordScan(store, of, { file: id, version: 'v1', verdict, sha256, size: 10 });
  const scans = async () =>
    Object.fromEntries((await announcedFiles(store, of)).map((item) => [item.file.id, item.file.scan]));

  it('waits for its scan; what is not the content that was announced counts as of another type', async () => {
    for (const id of ['f1', 'f2', 'f3', 'f4'])
      await announce(store, of, { file: file(id), person: 'olena', until: UNTIL });
    expect(await scan('f1', 'aa')).toBe(true);
    expect(await scan('f2', 'bb')).toBe(true);
    expect(await scan('f3', 'aa', 'infected')).toBe(true);
    expect(await scan('unknown', 'aa')).toBe(false);
    expect(await scans()).toEqual({ f1: 'clean', f2: 'mismatch', f3: 'infected', f4: 'pending' });
  });

  it('announced again is the one that was announced, verdict and all', async () => {
    const again = await announce(store, of, { file: file('f1'), person: 'olena', until: UNTIL });
    expect(again.file).toMatchObject({ scan: 'clean', version: 'v1' });
  });
});
