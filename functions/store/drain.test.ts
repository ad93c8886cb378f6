import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connector, Draining, Outcome } from './drain.ts';
import { backoff, drain } from './drain.ts';
import type { Engine } from './engine.testing.ts';
import { startEngine } from './engine.testing.ts';
import type { OutboxEffect, OutboxStore } from './outbox.ts';
import { outboxItem, outboxKey, outboxPut, replay } from './outbox.ts';

let engine: Engine;
let table: string;
beforeAll(async () => {
  engine = await startEngine();
  table = await engine.table('cases');
});
afterAll(() => engine.stop());

const START = Date.parse('2026-11-24T10:00:00.000Z');
const LEASE = 60_000;
class Crash extends Error {}

/** A world in which everything may crash: it counts what reaches the other side, repeats included. */
function world(outcomes: (effect: string, attempt: number) => Outcome | undefined = () => undefined) {
  const tried: string[] = [];
  const done = new Set<string>();
  const answered = new Map<string, number>();
  let clock = START;
  let fuse = Number.POSITIVE_INFINITY;
  const burn = () => {
    fuse -= 1;
    if (fuse < 0) throw new Crash('crash');
  };
  /** The store, its every call a place to crash before and after. */
  const client = {
    send: async (command: Parameters<DynamoDBClient['send']>[0]) => {
      burn();
      const result = await engine.client.send(command);
      burn();
      return result;
    },
  } as unknown as DynamoDBClient;
  const store: OutboxStore = { client, table };
  const connector: Connector<OutboxEffect> = {
    attempts: 3,
    holdDead: true,
    tryUntil: () => null,
    gaveUp: () => null,
    send: async ({ id }) => {
      const attempt = tried.filter((other) => other === id).length;
      tried.push(id);
      const other = outcomes(id, attempt);
      if (other) return other;
      done.add(id);
      return { outcome: 'done', answer: { type: 'callAnswered', effect: id } };
    },
  };
  // a crash inside the connector's own code is a crash of the process, not a failed try
  const crashing: Connector<OutboxEffect> = {
    ...connector,
    send: async (effect, sending) => {
      const outcome = await connector.send(effect, sending);
      if (fuse <= 0) await new Promise<never>((_, reject) => reject(new Crash('crash')));
      return outcome;
    },
  };
  let runs = 0;
  const run = async (key: string, crashAfter = Number.POSITIVE_INFINITY): Promise<string> => {
    fuse = crashAfter;
    runs += 1;
    const given: Draining = {
      store,
      now: () => new Date(clock).toISOString(),
      holder: `run-${runs}`,
      leaseMs: LEASE,
      turn: async () => {},
      hasTime: () => true,
      answer: async (_service, { id }) => {
        burn();
        answered.set(id, (answered.get(id) ?? 0) + 1);
        burn();
      },
    };
    try {
      return await drain(key, crashing, given);
    } catch (error) {
      if (error instanceof Crash) return 'crashed';
      throw error;
    }
  };
  return {
    run,
    tried,
    done,
    answered,
    store,
    later: (ms: number) => {
      clock += ms;
    },
    now: () => new Date(clock).toISOString(),
  };
}

let cases = 0;
async function put(kase: string, sequence: number, effects: string[]) {
  const entry = {
    connector: 'email',
    service: 'demo',
    case: kase,
    sequence,
    effects: effects.map((id) => ({ id })),
  };
  await engine.client.send(
    new TransactWriteItemsCommand({
      TransactItems: [outboxPut(table, entry, new Date(START).toISOString())],
    }),
  );
}
const newCase = () => `case-${cases++}`;

describe('the outbox', () => {
  it('does what is pending in order, answers and forgets the data', async () => {
    const kase = newCase();
    await put(kase, 1, [`${kase}/1/0`, `${kase}/1/1`]);
    await put(kase, 2, [`${kase}/2/0`]);
    const here = world();
    expect(await here.run(outboxKey('email', kase))).toBe('empty');
    expect(here.tried).toEqual([`${kase}/1/0`, `${kase}/1/1`, `${kase}/2/0`]);
    expect([...here.answered.values()]).toEqual([1, 1, 1]);
    const item = await outboxItem(here.store, outboxKey('email', kase), '0000000001');
    expect(item).toMatchObject({ state: 'done', done: 2 });
    expect(item).not.toHaveProperty('dpk');
  });

  it('loses and doubles nothing wherever it crashes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }),
        fc.array(fc.integer({ min: 0, max: 14 }), { maxLength: 5 }),
        fc.integer({ min: 0, max: 2 }),
        async (sizes, crashes, failures) => {
          const kase = newCase();
          const wanted = sizes.map((size, n) => Array.from({ length: size }, (_, m) => `${kase}/${n}/${m}`));
          for (const [n, effects] of wanted.entries()) await put(kase, n + 1, effects);
          const here = world((id, attempt) =>
            id === wanted[0]?.[0] && attempt < failures
              ? { outcome: 'failed', code: 'unreachable', again: true }
              : undefined,
          );
          const key = outboxKey('email', kase);
          for (const crash of crashes) {
            await here.run(key, crash);
            here.later(LEASE + 1);
          }
          // the failing first effect may use its tries up: it is dead then, and a person replays it
          let state = await here.run(key);
          for (let round = 0; state !== 'empty' && round < 20; round++) {
            here.later(3_600_001);
            await replay(here.store, { pk: key, sk: '0000000001', case: kase }, here.now());
            state = await here.run(key);
          }
          expect(state).toBe('empty');
          expect([...here.done]).toEqual(wanted.flat());
          expect([...here.answered.keys()]).toEqual(wanted.flat());
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is worked on by one at a time', async () => {
    const kase = newCase();
    await put(kase, 1, [`${kase}/1/0`, `${kase}/1/1`, `${kase}/1/2`]);
    const here = world();
    const key = outboxKey('email', kase);
    await Promise.all([here.run(key), here.run(key), here.run(key)]);
    expect(here.tried).toEqual([`${kase}/1/0`, `${kase}/1/1`, `${kase}/1/2`]);
  });

  it('holds up a case and connector while a try waits, and no other', async () => {
    const [slow, quick] = [newCase(), newCase()];
    await put(slow, 1, [`${slow}/1/0`]);
    await put(slow, 2, [`${slow}/2/0`]);
    await put(quick, 1, [`${quick}/1/0`]);
    const here = world((id, attempt) =>
      id === `${slow}/1/0` && attempt === 0
        ? { outcome: 'failed', code: 'unreachable', again: true }
        : undefined,
    );
    expect(await here.run(outboxKey('email', slow))).toBe('waiting');
    expect(await here.run(outboxKey('email', slow))).toBe('waiting');
    expect(await here.run(outboxKey('email', quick))).toBe('empty');
    expect(here.tried).toEqual([`${slow}/1/0`, `${quick}/1/0`]);
    here.later(backoff(0));
    expect(await here.run(outboxKey('email', slow))).toBe('empty');
    expect([...here.done]).toEqual([`${quick}/1/0`, `${slow}/1/0`, `${slow}/2/0`]);
  });

  it('is dead after its last try, shown as such, and goes on when replayed', async () => {
    const kase = newCase();
    await put(kase, 1, [`${kase}/1/0`]);
    let mended = false;
    const here = world(() => (mended ? undefined : { outcome: 'failed', code: 'unreachable', again: true }));
    const key = outboxKey('email', kase);
    for (let n = 0; n < 3; n++) {
      await here.run(key);
      here.later(3_600_001);
    }
    const dead = await outboxItem(here.store, key, '0000000001');
    expect(dead).toMatchObject({ state: 'dead', attempts: 3, reason: 'unreachable', dpk: 'dead' });
    expect(await here.run(key)).toBe('waiting');
    mended = true;
    expect(await replay(here.store, { pk: key, sk: '0000000001', case: kase }, here.now())).toBe(true);
    expect(await here.run(key)).toBe('empty');
    expect(here.answered.get(`${kase}/1/0`)).toBe(1);
  });
});
