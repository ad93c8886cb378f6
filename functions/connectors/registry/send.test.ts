import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordEffect } from '#core/case/effect.ts';
import type { Registry } from '#core/definition/types.generated.ts';
import type { Sending } from '../../store/drain.ts';
import type { Engine } from '../../store/engine.testing.ts';
import { startEngine } from '../../store/engine.testing.ts';
import { keyText } from './key.ts';
import { places } from './places.ts';
import { records } from './records.ts';
import { lookUp, send } from './send.ts';

let engine: Engine;
let table: string;
beforeAll(async () => {
  engine = await startEngine();
  table = await engine.table('registries');
});
afterAll(() => engine.stop());

const registry = {
  format: 1,
  id: 'residence',
  agency: 'kyiv-city',
  title: { uk: 'Реєстр', en: 'Register' },
  key: '/rnokpp',
  indexes: { unzr: { fields: ['/unzr'], unique: true }, street: { fields: ['/street'] } },
  versions: [
    {
      version: 1,
      schema: {
        type: 'object',
        properties: { rnokpp: { type: 'string' }, unzr: { type: 'string' }, street: { type: 'string' } },
        required: ['rnokpp', 'street'],
        additionalProperties: false,
      },
    },
  ],
  readers: {},
  writtenBy: ['demo'],
} as unknown as Registry;

let count = 0;
const effect = (
  what: RecordEffect['do'],
  key: string,
  record?: RecordEffect['data']['record'],
): RecordEffect => ({
  id: `c1/${count++}/0`,
  connector: 'residence-registry',
  at: '2026-11-24T10:00:00.000Z',
  case: 'c1',
  reference: '4821-0937-5516',
  service: 'demo',
  definition: 'hash',
  kind: 'record',
  do: what,
  registry: 'residence',
  data: { key, ...(record ? { record } : {}) },
});
const sending: Sending = {
  now: '2026-11-24T10:00:00.000Z',
  item: {
    service: 'demo',
    case: 'c1',
    connector: 'residence-registry',
    sequence: 3,
    createdAt: '2026-11-24T10:00:00.000Z',
  },
  noted: null,
  note: async () => true,
};
const kept = () =>
  records(engine.client, table, 'residence', {
    unzr: { fields: ['/unzr'], unique: true },
    street: { fields: ['/street'] },
  });
const does = (one: RecordEffect) =>
  send(one, sending, { registry, records: kept(), places: places(engine.client, table, 'residence') });
const refused = (code: string) => ({ outcome: 'failed', code, again: false });

describe('a record of a registry', () => {
  it('is created once, however often that is repeated', async () => {
    const create = effect('create', '3121212314', { rnokpp: '3121212314', street: 'Хрещатик' });
    const first = await does(create);
    expect(first).toMatchObject({
      outcome: 'done',
      answer: {
        type: 'callAnswered',
        effect: create.id,
        result: { registry: 'residence', key: '3121212314', version: 1 },
      },
    });
    expect(await does(create)).toEqual(first);
    expect(await does(effect('create', '3121212314', { rnokpp: '3121212314', street: 'Інша' }))).toEqual(
      refused('exists'),
    );
  });

  it('is changed, closed and opened anew with its history kept', async () => {
    await does(effect('create', '2530414071', { rnokpp: '2530414071', street: 'Хрещатик' }));
    await does(effect('change', '2530414071', { street: 'Лесі Українки' }));
    expect(await kept().get('2530414071')).toMatchObject({
      version: 2,
      data: { rnokpp: '2530414071', street: 'Лесі Українки' },
    });
    await does(effect('close', '2530414071'));
    expect(await lookUp({ key: '2530414071' }, registry, kept())).toEqual({ found: false });
    expect(await does(effect('change', '2530414071', { street: 'Інша' }))).toEqual(refused('closed'));
    expect(
      await does(effect('create', '2530414071', { rnokpp: '2530414071', street: 'Нова' })),
    ).toMatchObject({
      outcome: 'done',
      answer: { result: { version: 4 } },
    });
  });

  it('is not written when it does not fit the schema, and the fault names the place and not the value', async () => {
    const result = await does(
      effect('create', '1', { rnokpp: '1', street: 5 as unknown as string, secret: 'x' }),
    );
    expect(result).toMatchObject({
      outcome: 'failed',
      again: false,
      code: expect.stringMatching(/^misfit: .*\/street type/),
    });
    expect(await kept().get('1')).toBeNull();
  });

  it('is written by those services only that the registry names, and into no other registry', async () => {
    expect(await does({ ...effect('create', '2', {}), service: 'other' })).toEqual(refused('mayNotWrite'));
    expect(await does({ ...effect('create', '2', {}), registry: 'other' })).toEqual(refused('otherRegistry'));
    expect(await does(effect('revoke', '404'))).toEqual(refused('absent'));
    expect(await does(effect('create', '', {}))).toEqual(refused('emptyKey'));
  });

  it('is found by its indexes, and a unique one holds one record', async () => {
    await does(effect('create', 'a', { rnokpp: 'a', unzr: '19850615-01231', street: 'Одна' }));
    expect(
      await does(effect('create', 'b', { rnokpp: 'b', unzr: '19850615-01231', street: 'Одна' })),
    ).toEqual(refused('taken'));
    await does(effect('create', 'c', { rnokpp: 'c', street: 'Одна' }));
    expect(await lookUp({ unzr: '19850615-01231' }, registry, kept())).toMatchObject({
      found: true,
      key: 'a',
      count: 1,
    });
    expect(await lookUp({ street: 'Одна' }, registry, kept())).toMatchObject({ found: true, count: 2 });
    await does(effect('change', 'a', { street: 'Друга' }));
    expect(await lookUp({ street: 'Одна' }, registry, kept())).toMatchObject({
      found: true,
      key: 'c',
      count: 1,
    });
    expect(await lookUp({ city: 'Київ' }, registry, kept())).toBeNull();
  });

  it('loses no change when many come at once', async () => {
    await does(effect('create', 'many', { rnokpp: 'many', street: '0' }));
    const all = await Promise.all(
      Array.from({ length: 4 }, (_, n) => does(effect('change', 'many', { street: String(n + 1) }))),
    );
    expect(all.every(({ outcome }) => outcome === 'done')).toBe(true);
    expect((await kept().get('many'))?.version).toBe(5);
  });

  it('has a key that no part of another can be mistaken for', () => {
    expect(keyText(['a|b', 'c'])).not.toBe(keyText(['a', 'b|c']));
    expect(keyText({ b: 2, a: 1 })).toBe(keyText({ a: 1, b: 2 }));
    expect(() => keyText(null)).toThrow(TypeError);
  });
});
