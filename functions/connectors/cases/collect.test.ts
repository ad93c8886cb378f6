import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asking } from '#core/case/asks.testing.ts';
import type { Origin } from '#core/case/origin.ts';
import type { Viewer } from '#core/case/rights.ts';
import type { ServiceRuntime } from '#core/case/runtime.ts';
import { asOfficer, asParty, olena, petro } from '#core/case/small-service.testing.ts';
import type { Identity } from '#core/case/types.ts';
import { visible } from '#core/case/visible.ts';
import { timersOf } from '#core/case/waiting.ts';
import { collectionOf, openCollections } from '../../store/collections.ts';
import { Running } from '../running.testing.ts';
import { collections } from './collections.ts';
import { send } from './send.ts';

const connectors = { cases: { id: 'cases', kind: 'cases' } };
const named = (id: string, service: ServiceRuntime): ServiceRuntime =>
  ({ ...service, hash: id, bundle: { ...service.bundle, id } }) as unknown as ServiceRuntime;
/** Tenders that close tomorrow, by the days of the test. */
const day = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);
const tender = (id: string, more: object = {}) =>
  named(
    id,
    asking(
      {
        type: 'collect',
        service: 'bid',
        closes: `"${day(1)}"`,
        sealed: ['/rnokpp'],
        min: 2,
        as: 'bids',
        next: [{ when: 'count(bids) = 2 and bids[1].form.name = "Друга"', to: 'granted' }, { to: 'late' }],
        tooFew: 'refused',
        ...more,
      },
      { connectors },
    ),
  );
const bid = named(
  'bid',
  asking({ type: 'task', role: 'registrar', actions: { approve: { to: 'granted' } } }, { connectors }),
);
const open = tender('open', { replaceable: true });
const once = tender('once');

let running: Running;
beforeAll(async () => {
  running = await Running.start([open, once, bid], ({ engine, tables }) => ({
    cases: {
      send: (effect) => send(effect, collections(engine.client, tables.platform)),
      gaveUp: () => null,
      tryUntil: () => null,
      holdDead: true,
    },
  }));
}, 60_000);
afterAll(() => running.stop());

const platform = () => ({ client: running.engine.client, table: running.tables.platform });
const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
async function opened(service: string, n: number): Promise<string> {
  await running.command(service, uuid(n), asParty(olena), {
    type: 'submit',
    form: { name: 'Конкурс', rnokpp: '1111111111', owners: [] },
    language: 'uk',
    channel: 'portal',
  });
  await running.settle();
  return uuid(n);
}
/** What a person sends to a collection; the case that it became. */
async function sends(id: string, n: number, who: Identity, name: string): Promise<string> {
  const found = await collectionOf(platform(), 'bid', id);
  const { by = '', effect = '', closes = '', sealed = [] } = found ?? {};
  const origin: Origin = { as: 'collect', service: by, case: id, effect, until: closes, sealed };
  const refusal = await running.command('bid', uuid(n), asParty(who), {
    type: 'submit',
    form: { name, rnokpp: '2222222222', owners: [] },
    language: 'uk',
    channel: 'portal',
    origin,
  });
  expect(refusal).toBeUndefined();
  await running.settle();
  return uuid(n);
}
/** The day comes on which a collection closes. */
async function closes(service: string, id: string): Promise<void> {
  const kase = await running.case(service, id);
  const timer = kase && timersOf(kase).find(({ kind }) => kind === 'until');
  if (!timer) throw new Error('no day is set');
  await running.falls(service, id, timer);
}

describe('a collection', () => {
  it('is open to applications of the service named, until its day is over', async () => {
    const id = await opened('once', 1);
    const [found] = await openCollections(platform(), 'bid', new Date().toISOString());
    expect(found).toMatchObject({ id, by: 'once', service: 'bid', sealed: ['/rnokpp'] });
    expect(await openCollections(platform(), 'bid', `${day(3)}T12:00:00Z`)).toEqual([]);
    const place = (await running.case('once', id))?.places.ask;
    expect(place).toMatchObject({ until: found?.closes });
  });

  it('gives its case all that came once it has closed, in the order in which it came', async () => {
    const id = await opened('once', 10);
    const first = await sends(id, 11, olena, 'Перша');
    const second = await sends(id, 12, petro, 'Друга');
    expect((await running.case('once', id))?.linked).toMatchObject({
      [first]: { as: 'collect' },
      [second]: { as: 'collect' },
    });
    await closes('once', id);
    const kase = await running.case('once', id);
    expect(kase?.data.values['']?.bids).toMatchObject([
      { id: first, form: { name: 'Перша' } },
      { id: second, form: { name: 'Друга', rnokpp: '2222222222' } },
    ]);
    // FEEL counts from 1
    expect(kase?.outcome).toMatchObject({ outcome: 'late' });
  });

  it('that too few came to goes its own way', async () => {
    const id = await opened('once', 20);
    await sends(id, 21, olena, 'Одна');
    await closes('once', id);
    expect((await running.case('once', id))?.outcome).toMatchObject({ outcome: 'refused' });
  });

  it('takes one application of each person: a second is taken back, or takes the place of the first', async () => {
    const only = await opened('once', 30);
    const first = await sends(only, 31, olena, 'Перша');
    const again = await sends(only, 32, olena, 'Друга');
    expect((await running.case('bid', first))?.outcome).toBeUndefined();
    expect((await running.case('bid', again))?.outcome?.kind).toBe('withdrawn');

    const may = await opened('open', 33);
    const before = await sends(may, 34, olena, 'Перша');
    const instead = await sends(may, 35, olena, 'Друга');
    expect((await running.case('bid', before))?.outcome?.kind).toBe('withdrawn');
    expect((await running.case('bid', instead))?.outcome).toBeUndefined();
    const other = await sends(may, 36, petro, 'Інша');
    await closes('open', may);
    const kase = await running.case('open', may);
    expect(kase?.data.values['']?.bids).toMatchObject([{ id: instead }, { id: other }]);
    expect(kase?.outcome?.outcome).toBe('granted');
  });

  it('does not hold what was withdrawn before it closed', async () => {
    const id = await opened('once', 40);
    const gone = await sends(id, 41, olena, 'Перша');
    await running.command('bid', gone, asParty(olena), { type: 'withdraw' });
    await running.settle();
    await sends(id, 42, olena, 'Знову');
    await closes('once', id);
    const kase = await running.case('once', id);
    expect(kase?.data.values['']?.bids).toMatchObject([{ form: { name: 'Знову' } }]);
  });

  it('that is called off takes back what was sent to it', async () => {
    const id = await opened('once', 50);
    const sent = await sends(id, 51, petro, 'Одна');
    await running.command('once', id, asParty(olena), { type: 'withdraw' });
    await running.settle();
    expect((await running.case('bid', sent))?.outcome?.kind).toBe('withdrawn');
    expect(await collectionOf(platform(), 'bid', id)).toBeNull();
  });
});

describe('what is sealed', () => {
  it('no officer sees before the collection closes; who sent it does', async () => {
    const id = await opened('once', 60);
    const kase = await running.case('bid', await sends(id, 61, petro, 'Одна'));
    if (!kase) throw new Error('not sent');
    const sees = { ...bid, bundle: { ...bid.bundle } };
    const officer: Viewer = asOfficer('o-iryna', 'registrar');
    const sender: Viewer = { kind: 'party', identity: petro };
    const now = new Date().toISOString();
    expect(visible(sees, kase, officer, now)?.form).toEqual({ name: 'Одна', owners: [] });
    expect(visible(sees, kase, officer, `${day(3)}T12:00:00Z`)?.form).toMatchObject({ rnokpp: '2222222222' });
    expect(visible(sees, kase, sender, now)?.form).toMatchObject({ rnokpp: '2222222222' });
  });
});
