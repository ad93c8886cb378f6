import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../store/engine.testing.ts';
import { startEngine } from '../../store/engine.testing.ts';
import { documentId } from './identity.ts';
import { papers } from './papers.ts';
import type { DocumentItem } from './types.ts';

let engine: Engine;
let table: string;
beforeAll(async () => {
  engine = await startEngine();
  table = await engine.table('platform');
});
afterAll(() => engine.stop());

const item = (effect: string): DocumentItem => ({
  id: documentId(effect),
  effect,
  service: 'demo',
  case: 'c1',
  document: 'certificate',
  title: { uk: 'Витяг', en: 'Extract' },
  agency: { uk: 'Громада', en: 'Community' },
  number: null,
  issuedAt: '2026-11-24T10:00:00.000Z',
  validUntil: null,
  verify: true,
  shows: [],
  state: 'drawn',
  language: 'uk',
});
const number = (n: number) => `80-${n}/2026`;

describe('the number of a document', () => {
  it('is missing nowhere and given twice to none, however many are drawn at once', async () => {
    const kept = papers(engine.client, table);
    const all = await Promise.all(
      Array.from({ length: 12 }, (_, n) => kept.draw(item(`c1/${n}/0`), 'demo/certificate#80#2026', number)),
    );
    const numbers = all.map((one) => Number(one.number?.split('-')[1]?.split('/')[0])).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 12 }, (_, n) => n + 1));
  });

  it('stays the same when the drawing is repeated', async () => {
    const kept = papers(engine.client, table);
    const [first, again] = [
      await kept.draw(item('c2/1/0'), 'demo/refusal', number),
      await kept.draw({ ...item('c2/1/0'), issuedAt: '2027-01-01T00:00:00.000Z' }, 'demo/refusal', number),
    ];
    expect(again).toMatchObject({ number: first.number, issuedAt: first.issuedAt });
    expect((await kept.draw(item('c2/2/0'), 'demo/refusal', number)).number).toBe('80-2/2026');
  });

  it('is none where the definition numbers nothing', async () => {
    expect((await papers(engine.client, table).draw(item('c3/1/0'), null, number)).number).toBeNull();
  });
});

describe('a document', () => {
  it('is revoked for good, also before its file is kept', async () => {
    const kept = papers(engine.client, table);
    const { id } = await kept.draw(item('c4/1/0'), null, number);
    await kept.revoke(id, '2026-11-25T10:00:00.000Z');
    await kept.revoke(id, '2026-11-26T10:00:00.000Z');
    await kept.issued(id, {
      file: { key: 'k', version: 'v', sha256: 's', size: 1, pages: 1 },
      signature: 'x',
    });
    expect(await kept.get(id)).toMatchObject({ state: 'revoked', revokedAt: '2026-11-25T10:00:00.000Z' });
  });

  it('has an id that is a UUID and always the same for an effect', () => {
    expect(documentId('c1/2/0')).toBe(documentId('c1/2/0'));
    expect(documentId('c1/2/0')).not.toBe(documentId('c1/2/1'));
    expect(documentId('c1/2/0')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });
});
