import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asking } from '#core/case/asks.testing.ts';
import type { CallEffect, CancelEffect, RecordEffect } from '#core/case/effect.ts';
import { asParty, olena } from '#core/case/small-service.testing.ts';
import type { Registry } from '#core/definition/types.generated.ts';
import type { Outcome, Sending } from '../../store/drain.ts';
import { type Engine, startEngine } from '../../store/engine.testing.ts';
import { Running } from '../running.testing.ts';
import { places } from './places.ts';
import { records } from './records.ts';
import { send } from './send.ts';

let engine: Engine;
let table: string;
beforeAll(async () => {
  engine = await startEngine();
  table = await engine.table('registries');
});
afterAll(() => engine.stop());

const now = '2026-11-24T10:00:00.000Z';
/** A registry of hours at the window of a hall: so many people may come in each. */
const slots = (id: string) =>
  ({
    format: 1,
    id,
    agency: 'city',
    title: { uk: 'Години прийому', en: 'Hours' },
    key: '/id',
    versions: [
      {
        version: 1,
        schema: {
          type: 'object',
          properties: {
            id: { type: 'string' },
            hall: { type: 'string' },
            starts: { type: 'string', format: 'date-time' },
            seats: { type: 'integer' },
          },
          required: ['id', 'seats'],
        },
      },
    ],
    readers: {},
    writtenBy: ['demo'],
    capacity: { places: '/seats', starts: '/starts' },
  }) as unknown as Registry;

/** One registry of a test's own, and what is asked of it. */
function desk(id: string, registry = slots(id)) {
  let count = 0;
  const common = (kase: string) => ({
    id: `${id}-${kase}/${count++}/0`,
    connector: 'queue',
    at: `2026-11-24T10:00:0${count % 10}.000Z`,
    case: `${id}-${kase}`,
    reference: '4821-0937-5516',
    service: 'demo',
    definition: 'hash',
  });
  const sending: Sending = {
    now,
    item: { service: 'demo', case: 'c', connector: 'queue', sequence: 1, createdAt: now },
    noted: null,
    note: async () => true,
  };
  const given = {
    registry,
    records: records(engine.client, table, id, {}),
    places: places(engine.client, table, id),
  };
  const does = (effect: RecordEffect | CallEffect | CancelEffect) => send(effect, sending, given);
  const slot = (key: string, more: object = {}) =>
    does({
      ...common('clerk'),
      kind: 'record',
      do: 'create',
      registry: id,
      data: { key, record: { id: key, seats: 1, starts: '2026-12-01T09:00:00Z', ...more } },
    });
  const asks = (kase: string, more: object = {}, names: object = {}): CallEffect => ({
    ...common(kase),
    kind: 'reserve',
    ask: { registry: id, where: 'record.seats > 0', hold: null, ...more },
    data: { input: { names: names as never } },
  });
  const cancels = (effect: string): CancelEffect => ({
    ...common('x'),
    kind: 'cancel',
    effect,
    data: {},
  });
  return { does, slot, asks, cancels };
}

const result = (outcome: Outcome) =>
  outcome.outcome === 'done' ? (outcome.answer?.result as Record<string, unknown> | null) : outcome;
const others = (outcome: Outcome) => (outcome.outcome === 'done' ? (outcome.others ?? []) : []);

describe('a place', () => {
  it('is reserved once, however often that is repeated, and told with its record', async () => {
    const { does, slot, asks } = desk('once');
    await slot('a', { hall: 'north' });
    const ask = asks('olena');
    const first = await does(ask);
    expect(result(first)).toEqual({
      registry: 'once',
      key: 'a',
      place: 1,
      record: { id: 'a', seats: 1, starts: '2026-12-01T09:00:00Z', hall: 'north' },
    });
    expect(await does(ask)).toEqual(first);
    expect(result(await does(asks('petro')))).toBeNull();
  });

  it('is of a record that `where` holds for, by the values of the case; the one that begins first', async () => {
    const { does, slot, asks } = desk('where');
    await slot('late', { hall: 'north', starts: '2026-12-03T09:00:00Z' });
    await slot('early', { hall: 'north', starts: '2026-12-02T09:00:00Z' });
    await slot('south', { hall: 'south' });
    await slot('past', { hall: 'north', starts: '2026-11-01T09:00:00Z' });
    await slot('nowhere');
    const where = { where: 'record.hall = form.hall' };
    const names = { form: { hall: 'north' } };
    expect(result(await does(asks('a', where, names)))).toMatchObject({ key: 'early' });
    expect(result(await does(asks('b', where, names)))).toMatchObject({ key: 'late' });
    expect(result(await does(asks('c', where, names)))).toBeNull();
    const faulty = await does(asks('d', { where: 'record.room = 1' }));
    expect(faulty).toMatchObject({ outcome: 'failed', code: 'where: unknownName', again: false });
  });

  it('is never given twice, however many come at once', async () => {
    const { does, slot, asks } = desk('race');
    await slot('a', { seats: 3 });
    const all = await Promise.all(Array.from({ length: 6 }, (_, n) => does(asks(`p${n}`))));
    const places = all.map((one) => result(one)).filter((one) => one !== null);
    expect(places.map((one) => (one as { place: number }).place).sort()).toEqual([1, 2, 3]);
  });

  it('that is given back goes to the next who asks, once', async () => {
    const { does, slot, asks, cancels } = desk('back');
    await slot('a');
    const ask = asks('olena');
    await does(ask);
    await does(cancels(ask.id));
    expect(await does(cancels(ask.id))).toMatchObject({ outcome: 'done' });
    expect(result(await does(asks('petro')))).toMatchObject({ key: 'a', place: 1 });
    await does(cancels(ask.id));
    expect(result(await does(asks('third')))).toBeNull();
  });

  it('is not of a registry without places, nor of another service’s', async () => {
    const { capacity: _, ...none } = slots('none');
    const { does, asks } = desk('none', none as Registry);
    expect(await does(asks('a'))).toMatchObject({ code: 'noCapacity' });
    const open = desk('mine');
    expect(await open.does({ ...open.asks('a'), service: 'other' })).toMatchObject({ code: 'mayNotWrite' });
  });
});

describe('a line', () => {
  const inLine = { waitingList: true };

  it('gets what becomes free in the order in which people came, each case told on its own', async () => {
    const { does, slot, asks, cancels } = desk('line');
    await slot('a');
    const first = asks('first', inLine);
    const second = asks('second', inLine);
    const third = asks('third', inLine);
    expect(result(await does(first))).toMatchObject({ key: 'a' });
    for (const waits of [second, third]) expect(await does(waits)).toEqual({ outcome: 'done' });
    expect(await does(second)).toEqual({ outcome: 'done' });
    const told = others(await does(cancels(first.id)));
    expect(told).toMatchObject([
      {
        service: 'demo',
        case: 'line-second',
        id: second.id,
        command: { type: 'callAnswered', effect: second.id, result: { key: 'a', place: 1 } },
      },
    ]);
    // a crash before it was told: the repeat tells it again, and gives nothing to anyone else
    expect(others(await does(cancels(first.id)))).toEqual(told);
    expect(others(await does(cancels(second.id))).map(({ id }) => id)).toEqual([third.id]);
  });

  it('is left by whoever does not wait any more', async () => {
    const { does, slot, asks, cancels } = desk('left');
    await slot('a');
    const first = asks('first', inLine);
    const second = asks('second', inLine);
    await does(first);
    await does(second);
    await does(cancels(second.id));
    expect(others(await does(cancels(first.id)))).toEqual([]);
    expect(result(await does(asks('third', inLine)))).toMatchObject({ key: 'a' });
  });

  it('is served by a new record too', async () => {
    const { does, slot, asks } = desk('new');
    const ask = asks('first', inLine);
    await does(ask);
    expect(others(await slot('a')).map(({ id }) => id)).toEqual([ask.id]);
  });
});

describe('a case', () => {
  const form = (name: string) => ({ name, rnokpp: '1111111111', owners: [] });
  const decide = {
    type: 'task',
    role: 'registrar',
    actions: { approve: { to: 'granted' }, refuse: { to: 'refused' } },
  };
  const slot = {
    type: 'reserve',
    registry: 'hall',
    where: 'record.hall = form.name',
    as: 'slot',
    waitingList: true,
    release: ['withdrawn', 'refused'],
    due: 'P5D',
    next: [{ when: 'slot.record.hall = "north"', to: 'decide' }, { to: 'late' }],
    none: 'refused',
  };

  it('gets its place, and gives it to the next in line where it ends without it', async () => {
    const service = asking(slot, {
      connectors: { queue: { id: 'queue', kind: 'registry', registry: 'hall' } },
      states: { decide },
    });
    const registry = { ...slots('hall'), writtenBy: ['small'] };
    const running = await Running.start([service], ({ engine: own, tables }) => {
      const given = {
        registry,
        records: records(own.client, tables.registries, 'hall', {}),
        places: places(own.client, tables.registries, 'hall'),
      };
      return {
        queue: {
          send: (effect, sending) => send(effect, sending, given),
          gaveUp: () => null,
          tryUntil: () => null,
          holdDead: true,
        },
      };
    });
    try {
      const kept = records(running.engine.client, running.tables.registries, 'hall', {});
      await kept.write('made', 'a', () => ({
        registry: 'hall',
        key: 'a',
        version: 1,
        schema: 1,
        state: 'open',
        data: { id: 'a', hall: 'north', seats: 1 },
        changedAt: now,
        effect: 'made',
        case: 'c',
        service: 'small',
      }));
      const [first, second] = [
        '00000000-0000-7000-8000-000000000001',
        '00000000-0000-7000-8000-000000000002',
      ];
      for (const id of [first, second]) {
        const submit = { type: 'submit', form: form('north'), language: 'uk', channel: 'portal' } as const;
        expect(await running.command('small', id, asParty(olena), submit)).toBeUndefined();
        await running.settle();
      }
      expect(await running.case('small', first)).toMatchObject({
        position: { state: 'decide' },
        data: { values: { '': { slot: { key: 'a', place: 1 } } } },
      });
      expect(await running.case('small', second)).toMatchObject({ position: { state: 'ask' } });
      await running.command('small', first, asParty(olena), { type: 'withdraw' });
      await running.settle();
      expect(await running.case('small', second)).toMatchObject({ position: { state: 'decide' } });
    } finally {
      await running.stop();
    }
  }, 60_000);
});
