import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MessageEffect } from '#core/case/effect.ts';
import { type Connector, type Draining, drain } from '../../store/drain.ts';
import { type Engine, startEngine } from '../../store/engine.testing.ts';
import { hear } from '../../store/heard.ts';
import { outboxItem, outboxKey, outboxPut, replay } from '../../store/outbox.ts';
import { EVENT_WITHIN_MS, heardOf } from './attempt.ts';
import { send } from './send.ts';
import { standIn } from './standIn.ts';
import type { EmailEffect } from './types.ts';

let engine: Engine;
let table: string;
beforeAll(async () => {
  engine = await startEngine();
  table = await engine.table('cases');
});
afterAll(() => engine.stop());

const START = Date.parse('2026-11-24T10:00:00.000Z');
const LEASE = 60_000;
const SK = '0000000004';
class Killed extends Error {}
let count = 0;

const effectOf = (kase: string, n = 0): MessageEffect => ({
  id: `${kase}/3/${n}`,
  connector: 'email',
  at: new Date(START).toISOString(),
  case: kase,
  reference: '4821-0937-5516',
  service: 'demo',
  definition: 'hash',
  kind: 'message',
  channel: 'email',
  message: 'returned',
  to: 'applicant',
  language: 'uk',
  data: { address: { email: 'solomiia@citizens.example' }, subject: 'Заяву повернуто', body: 'Так.' },
});

/** A letter to be sent, a post office, a clock, and functions that may be killed after so many calls to the outside. */
async function world() {
  const kase = `case-${count++}`;
  const pk = outboxKey('email', kase);
  const { post, letters, events } = standIn();
  let clock = START;
  let left = Number.POSITIVE_INFINITY;
  const burn = () => {
    left -= 1;
    if (left < 0) throw new Killed();
  };
  const client = {
    send: async (command: Parameters<DynamoDBClient['send']>[0]) => {
      burn();
      const answer = await engine.client.send(command);
      burn();
      return answer;
    },
  } as unknown as DynamoDBClient;
  const store = { client, table };
  let posting = async (...given: Parameters<typeof post>) => {
    burn();
    await post(...given);
    burn();
  };
  const connector: Connector<EmailEffect> = {
    attempts: 9,
    holdDead: false,
    tryUntil: () => null,
    gaveUp: () => null,
    wait: () => 5_000,
    send: (effect, sending) =>
      send(effect, sending, {
        from: 'no-reply@kladka.example',
        origin: 'https://kladka.example',
        read: async () => null,
        post: (...given) => posting(...given),
      }),
  };
  const entry = { connector: 'email', service: 'demo', case: kase, sequence: 4 };
  await engine.client.send(
    new TransactWriteItemsCommand({
      TransactItems: [
        outboxPut(table, { ...entry, effects: [effectOf(kase)] }, new Date(START).toISOString()),
      ],
    }),
  );
  const now = () => new Date(clock).toISOString();
  /** One function at work until it ends or is killed. */
  const work = async (calls = Number.POSITIVE_INFINITY) => {
    left = calls;
    const given: Draining = {
      store,
      now,
      holder: `function-${count++}`,
      leaseMs: LEASE,
      answer: async () => {},
      turn: async () => {},
      hasTime: () => true,
    };
    try {
      return await drain(pk, connector, given);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      return 'killed';
    } finally {
      left = Number.POSITIVE_INFINITY;
    }
  };
  return {
    letters,
    work,
    replay: () => replay(store, { pk, sk: SK, case: kase }, now()),
    /** The post office's events reach the queue. */
    tell: async () => {
      for (const event of events) {
        const heard = heardOf(event);
        if (heard) await hear(store, 'email', heard, now());
      }
    },
    later: (ms: number) => {
      clock += ms;
    },
    answers: (how: (taken: () => Promise<void>) => Promise<void>) => {
      const before = posting;
      posting = (...given) => how(() => before(...given));
    },
    state: async () => (await outboxItem({ client: engine.client, table }, pk, SK))?.state,
  };
}

/** Whatever was in the way is over: events arrive, leases and waits run out, the sweep wakes. */
async function calm({ work, tell, later, state }: Awaited<ReturnType<typeof world>>): Promise<void> {
  for (let n = 0; n < 6 && (await state()) === 'pending'; n++) {
    await tell();
    await work();
    later(LEASE + EVENT_WITHIN_MS / 2);
  }
}

const unanswered = (name: string, $fault?: string) => Object.assign(new Error('no'), { name, $fault });

describe('a letter goes out once', () => {
  it('wherever the function that sends it is killed', async () => {
    let calls = 0;
    for (let killed = true; killed; calls++) {
      const here = await world();
      killed = (await here.work(calls)) === 'killed';
      await calm(here);
      expect(here.letters, `killed after ${calls} calls`).toHaveLength(1);
      expect(await here.state()).toBe('done');
    }
    // looked, taken, begun, sent, done: each may be the last before or after
    expect(calls).toBeGreaterThan(9);
  });

  it('when it is known to have gone out, the effect is done without waiting for its time', async () => {
    const here = await world();
    here.answers(async (taken) => {
      await taken();
      throw unanswered('TimeoutError');
    });
    expect(await here.work()).toBe('waiting');
    await here.tell();
    expect(await here.work()).toBe('empty');
    expect(here.letters).toHaveLength(1);
  });

  it('when nothing was heard of it for five minutes, it is sent again, not before', async () => {
    const here = await world();
    let down = true;
    here.answers(async (taken) => {
      if (down) throw unanswered('InternalServiceError', 'server');
      await taken();
    });
    await here.work();
    down = false;
    here.later(EVENT_WITHIN_MS - 1);
    expect(await here.work()).toBe('waiting');
    expect(here.letters).toEqual([]);
    here.later(1);
    expect(await here.work()).toBe('empty');
    expect(here.letters).toHaveLength(1);
  });

  it('refused for now, it is tried again soon: SES said that it did not take it', async () => {
    const here = await world();
    let busy = true;
    here.answers(async (taken) => {
      if (busy) throw unanswered('TooManyRequestsException', 'client');
      await taken();
    });
    await here.work();
    busy = false;
    here.later(5_000);
    expect(await here.work()).toBe('empty');
    expect(here.letters).toHaveLength(1);
  });

  it('told of while it is being sent, told of twice and told of afterwards, it is done once', async () => {
    const here = await world();
    here.answers(async (taken) => {
      await taken();
      await here.tell();
    });
    expect(await here.work()).toBe('empty');
    await here.tell();
    await here.tell();
    expect(await here.work()).toBe('empty');
    expect(here.letters).toHaveLength(1);
    expect(await here.state()).toBe('done');
  });

  it('given up and only then told of, it is not sent again by a replay', async () => {
    const here = await world();
    here.answers(async (taken) => {
      if (here.letters.length === 0) await taken();
      throw unanswered('TimeoutError');
    });
    for (let n = 0; n < 9; n++) {
      await here.work();
      here.later(EVENT_WITHIN_MS);
    }
    expect(await here.state()).toBe('dead');
    await here.tell();
    await here.replay();
    expect(await here.work()).toBe('empty');
    expect(here.letters).toHaveLength(1);
  });

  it('two functions woken at once send one', async () => {
    for (let n = 0; n < 10; n++) {
      const here = await world();
      await Promise.all([here.work(), here.work()]);
      expect(here.letters).toHaveLength(1);
    }
  });
});
