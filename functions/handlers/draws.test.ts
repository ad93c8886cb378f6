import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asking } from '#core/case/asks.testing.ts';
import type { ServiceRuntime } from '#core/case/runtime.ts';
import { asOfficer, asParty, olena } from '#core/case/small-service.testing.ts';
import { timersOf } from '#core/case/waiting.ts';
import { Running } from '../connectors/running.testing.ts';
import { granting } from '../store/appointments.ts';

const review = { type: 'task', role: 'registrar', actions: { approve: { to: 'granted' } } };
const service = (id: string, assign: string): ServiceRuntime => {
  const made = asking({ ...review, assign });
  return { ...made, hash: id, bundle: { ...made.bundle, id } } as unknown as ServiceRuntime;
};

let running: Running;
beforeAll(async () => {
  running = await Running.start([service('fair', 'leastLoaded'), service('lottery', 'random')], () => ({}));
}, 60_000);
afterAll(() => running.stop());

const appoint = (person: string) =>
  running.engine.client.send(
    new TransactWriteItemsCommand({
      TransactItems: granting(
        running.tables.platform,
        { person, agency: 'city', office: 'central', role: 'registrar' },
        'o-head',
      ),
    }),
  );
const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** An application is sent, and the sweep comes by; who has its task then. */
async function arises(of: string, n: number): Promise<string | undefined> {
  await running.command(of, uuid(n), asParty(olena), {
    ...{ type: 'submit', language: 'uk', channel: 'portal' },
    form: { name: 'Олена', rnokpp: '1111111111', owners: [] },
  });
  const kase = await running.case(of, uuid(n));
  const timer = kase && timersOf(kase).find(({ kind }) => kind === 'draw');
  if (timer) await running.falls(of, uuid(n), timer);
  const [place] = Object.values((await running.case(of, uuid(n)))?.places ?? {});
  return place?.kind === 'task' ? place.claimedBy : undefined;
}

describe('the officer of a task', () => {
  it('is nobody where nobody is appointed: who comes then claims it', async () => {
    expect(await arises('lottery', 1)).toBeUndefined();
    const [path = ''] = Object.keys((await running.case('lottery', uuid(1)))?.places ?? {});
    const iryna = asOfficer('o-iryna', 'registrar');
    expect(await running.command('lottery', uuid(1), iryna, { type: 'claim', path })).toBeUndefined();
  });

  it('is drawn by the worker, whoever has fewest tasks of the office, over all services', async () => {
    await appoint('o-iryna');
    await appoint('o-taras');
    // one of the other service is theirs already: it counts
    expect(await arises('fair', 2)).toBe('o-taras');
    const next = [await arises('fair', 3), await arises('fair', 4)];
    expect(next.toSorted()).toEqual(['o-iryna', 'o-taras']);
  });
});
