import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asking } from '#core/case/asks.testing.ts';
import { childOf } from '#core/case/origin.ts';
import type { ServiceRuntime } from '#core/case/runtime.ts';
import { asOfficer, asParty, olena } from '#core/case/small-service.testing.ts';
import type { AskPlace, Identity } from '#core/case/types.ts';
import { originView } from '../../access/linked-view.ts';
import { Running } from '../running.testing.ts';
import { collections } from './collections.ts';
import { send } from './send.ts';

const connectors = { cases: { id: 'cases', kind: 'cases' } };
const named = (id: string, service: ServiceRuntime, more: object = {}): ServiceRuntime =>
  ({ ...service, hash: id, bundle: { ...service.bundle, id, ...more } }) as unknown as ServiceRuntime;
const decides = {
  type: 'task',
  role: 'registrar',
  actions: { approve: { to: 'granted' }, refuse: { to: 'refused' } },
};
const child = named('child', asking(decides, { connectors }));
const after = {
  appeal: { service: 'child', within: 'P30D' },
  renew: { service: 'child', opens: 'P60D' },
};
const parent = named(
  'parent',
  asking(
    {
      type: 'start',
      cases: {
        first: { service: 'child', form: { '/name': 'form.name', '/rnokpp': 'form.rnokpp' } },
        second: { service: 'child', form: { '/name': 'form.name' }, when: 'form.name = "Двоє"' },
      },
      due: 'P60D',
      overdue: { to: 'late' },
      next: [{ when: 'outcomes.ask.first = "granted"', to: 'granted' }, { to: 'refused' }],
    },
    { connectors },
  ),
  { after },
);

let running: Running;
beforeAll(async () => {
  running = await Running.start([parent, child], ({ engine, tables }) => ({
    cases: {
      send: (effect) => send(effect, collections(engine.client, tables.platform)),
      gaveUp: () => null,
      tryUntil: () => null,
      holdDead: true,
    },
  }));
}, 60_000);
afterAll(() => running.stop());

const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
async function submitted(n: number, name = 'Олена', identity: Identity = olena): Promise<string> {
  const refusal = await running.command('parent', uuid(n), asParty(identity), {
    type: 'submit',
    form: { name, rnokpp: '1111111111', owners: [] },
    language: 'uk',
    channel: 'portal',
  });
  expect(refusal).toBeUndefined();
  return uuid(n);
}
const asked = async (id: string) =>
  ((await running.case('parent', id))?.places.ask as AskPlace | undefined)?.pending[0] ?? '';
async function decide(id: string, action: string) {
  const iryna = asOfficer('o-iryna', 'registrar');
  await running.command('child', id, iryna, { type: 'claim', path: 'ask' });
  expect(await running.command('child', id, iryna, { type: 'act', path: 'ask', action })).toBeUndefined();
  await running.settle();
}

describe('a case that starts another', () => {
  it('waits for it, sees where it is, and goes on as it ended', async () => {
    const id = await submitted(1);
    const first = childOf(await asked(id), 'first');
    await running.settle();
    const begun = await running.case('child', first);
    expect(begun).toMatchObject({
      data: { form: { name: 'Олена', rnokpp: '1111111111' }, about: { case: id } },
      origin: { as: 'start', service: 'parent', case: id, name: 'first' },
    });
    expect(await running.case('parent', id)).toMatchObject({
      position: { state: 'ask' },
      linked: { [first]: { as: 'start', service: 'child', reference: begun?.reference } },
    });
    await decide(first, 'approve');
    expect(await running.case('parent', id)).toMatchObject({ outcome: { outcome: 'granted' } });
    // told twice, begun once
    expect((await running.cases('child')).filter(({ origin }) => origin?.case === id)).toHaveLength(1);
  });

  it('hears of one that could not begin as of one that was refused', async () => {
    const id = await submitted(2, 'Двоє');
    const first = childOf(await asked(id), 'first');
    await running.settle();
    // the second lacks what its own form requires
    expect(
      await running.cases('child').then((all) => all.filter(({ origin }) => origin?.case === id)),
    ).toHaveLength(1);
    await decide(first, 'refuse');
    expect(await running.case('parent', id)).toMatchObject({
      outcome: { outcome: 'refused' },
      outcomes: { 'ask/first': 'refused', 'ask/second': 'invalidData' },
    });
  });

  it('takes it back with itself', async () => {
    const id = await submitted(3);
    const first = childOf(await asked(id), 'first');
    await running.settle();
    await running.command('parent', id, asParty(olena), { type: 'withdraw' });
    await running.settle();
    expect(await running.case('child', first)).toMatchObject({ outcome: { kind: 'withdrawn' } });
  });
});

describe('a complaint', () => {
  it('is a draft of its service about the case, is told of when sent, and how it was decided', async () => {
    const id = await submitted(4);
    const first = childOf(await asked(id), 'first');
    await running.settle();
    await decide(first, 'refuse');
    expect(await running.command('parent', id, asParty(olena), { type: 'appeal' })).toBeUndefined();
    const kase = await running.case('parent', id);
    const complaint = childOf(`${id}/${kase?.seq}/0`);
    await running.settle();
    const draft = await running.draft('child', complaint);
    expect(draft).toMatchObject({
      person: 'p-olena',
      about: { case: id, reference: kase?.reference, outcome: 'refused' },
      origin: { as: 'appeal', case: id },
    });
    const { about, origin } = draft ?? {};
    const form = { name: 'Олена', rnokpp: '1111111111', owners: [] };
    await running.command('child', complaint, asParty(olena), {
      ...{ type: 'submit', form, language: 'uk', channel: 'portal' },
      ...(about ? { about } : {}),
      ...(origin ? { origin } : {}),
    });
    await running.settle();
    expect(await running.case('parent', id)).toMatchObject({ linked: { [complaint]: { as: 'appeal' } } });
    const sent = await running.case('child', complaint);
    expect(sent && originView(sent)).toEqual({
      ...{ as: 'appeal', service: 'parent', id, reference: kase?.reference },
    });
    expect(kase && originView(kase)).toBeUndefined();
    await decide(complaint, 'approve');
    expect(await running.case('parent', id)).toMatchObject({
      linked: { [complaint]: { ended: { kind: 'granted' } } },
    });
  });
});

describe('a draft that is filled in from another case', () => {
  it('takes what its own form has and still accepts', async () => {
    const { carriedOver } = await import('../../begun/draft.ts');
    const earlier = { name: 'Олена', rnokpp: 5, gone: 'x' };
    expect(carriedOver(child, {}, earlier, {})).toEqual({ name: 'Олена' });
  });
});
