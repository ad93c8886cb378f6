import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asParty, olena, small } from '#core/case/small-service.testing.ts';
import { linesOf, metricsIn } from '../watch/lines.testing.ts';
import type { Engine } from './engine.testing.ts';
import { startEngine } from './engine.testing.ts';
import { ids } from './ids.ts';
import { applicationsIn, oneMoreApplication, oneMoreSubmit } from './limit.ts';
import { load } from './load.ts';
import { type Limit, perform } from './perform.ts';

let engine: Engine;
let table: string;
beforeAll(async () => {
  engine = await startEngine();
  table = await engine.table('cases');
});
afterAll(() => engine.stop());

class Reached extends Error {}
const NOW = '2026-03-02T08:00:00.000Z';

/** One submission of Olena's on a day; `key` and `id` the same again for a repeat. */
function submit(
  day: string,
  most: number,
  { id, key }: { id: string; key: string },
  person = olena,
  more: Limit[] = [],
) {
  return perform({
    store: { client: engine.client, table },
    service: 'small',
    case: id,
    runtime: async () => small,
    command: async () => ({
      command: {
        type: 'submit',
        form: { name: 'Олена', rnokpp: '3347312325', owners: [] },
        language: 'uk',
        channel: 'portal',
        files: {},
      },
    }),
    actor: asParty(person),
    ids: { ...ids, uuid: () => id },
    now: () => NOW,
    personKey: () => null,
    once: { hash: key, request: 'q' },
    answer: (kase) => ({ status: 200, body: { id: kase.id } }),
    limits: [
      {
        write: oneMoreSubmit({ table, service: 'small', person: person.person, day, most }),
        reached: () => new Reached(),
      },
      ...more,
    ],
  });
}
const next = () => ({ id: ids.uuid(), key: ids.uuid() });
const found = async (id: string) =>
  (await load({ client: engine.client, table }, { service: 'small', case: id }, NOW)).case;

describe('what a person may submit in a day', () => {
  it('is refused from the limit on, leaves nothing behind, and is open again the next day', async () => {
    const lines = await linesOf(async () => {
      for (let n = 0; n < 3; n++) expect(await submit('2026-03-02', 3, next())).toHaveProperty('done');
    });
    const counted = metricsIn(lines).filter(({ dimensions }) => dimensions.service === 'small');
    expect(counted.map(({ name, value }) => [name, value])).toEqual(Array(3).fill(['Submits', 1]));
    const fourth = next();
    await expect(submit('2026-03-02', 3, fourth)).rejects.toBeInstanceOf(Reached);
    expect(await found(fourth.id)).toBeNull();
    expect(await submit('2026-03-03', 3, fourth)).toHaveProperty('done');
  });

  it('counts a submission that is sent twice once', async () => {
    const one = next();
    expect(await submit('2026-03-04', 1, one)).toHaveProperty('done');
    const lines = await linesOf(async () => {
      expect(await submit('2026-03-04', 1, one)).toHaveProperty('replayed');
    });
    expect(metricsIn(lines)).toEqual([]);
  });

  it('holds however many are sent at the same time', async () => {
    const all = await Promise.allSettled(Array.from({ length: 8 }, () => submit('2026-03-05', 4, next())));
    const done = all.filter(({ status }) => status === 'fulfilled');
    expect(done).toHaveLength(4);
  });

  it('is one person’s own', async () => {
    await submit('2026-03-06', 1, next());
    const other = { ...olena, person: 'another', rnokpp: '3347312325' };
    expect(await submit('2026-03-06', 1, next(), other)).toHaveProperty('done');
  });
});

describe('what a service takes in all', () => {
  class Full extends Error {}
  const taken = (since: string) =>
    applicationsIn({ client: engine.client, table }, { service: 'small', since });
  const send = (since: string, most: number, perDay = 1000) =>
    submit('2026-03-09', perDay, next(), olena, [
      {
        write: oneMoreApplication({ table, service: 'small', since, most }),
        reached: () => new Full(),
      },
    ]);

  it('is refused from the limit on, however many come at the same time, and counts anew when it opens again', async () => {
    const all = await Promise.allSettled(Array.from({ length: 6 }, () => send('2026-01-10', 3)));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    expect(await taken('2026-01-10')).toBe(3);
    await expect(send('2026-01-10', 3)).rejects.toBeInstanceOf(Full);
    expect(await send('2027-01-10', 3)).toHaveProperty('done');
    expect(await taken('2027-01-10')).toBe(1);
  });

  it('is not used up by what another limit refuses', async () => {
    await expect(send('2028-01-10', 3, 0)).rejects.toBeInstanceOf(Reached);
    expect(await taken('2028-01-10')).toBe(0);
  });
});
