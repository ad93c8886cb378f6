import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asking } from '#core/case/asks.testing.ts';
import type { ServiceRuntime } from '#core/case/runtime.ts';
import { asOfficer, asParty, olena } from '#core/case/small-service.testing.ts';
import { newsOf } from '../../store/news.ts';
import { Running } from '../running.testing.ts';
import { news } from './news.ts';
import { send } from './send.ts';

const text = (uk: string, en = uk) => ({ uk, en });
const announcing = (id: string, more: object): ServiceRuntime => {
  const publish = {
    type: 'publish',
    body: [
      { type: 'heading', text: text('Рішення', 'Decision') },
      { type: 'text', text: text('Надано: {{form.name}}', 'Granted to: {{form.name}}') },
      { type: 'fields', of: ['/name'] },
      { type: 'text', when: 'form.name = "Ніхто"', text: text('Немає') },
    ],
    next: 'decide',
    ...more,
  };
  const decide = { type: 'task', role: 'registrar', actions: { approve: { to: 'granted' } } };
  const service = asking(publish, {
    connectors: { board: { id: 'board', kind: 'publish' } },
    states: { decide },
  });
  const form = { ...service.bundle.form, texts: { '/name': { title: text('Ім’я', 'Name') } } };
  return {
    ...service,
    hash: id,
    bundle: { ...service.bundle, id, title: text('Мала послуга', 'Small service'), form },
  } as unknown as ServiceRuntime;
};

let running: Running;
beforeAll(async () => {
  const services = [announcing('plain', {}), announcing('short', { in: ['tenders'], until: '"2026-01-01"' })];
  running = await Running.start(services, ({ engine, tables }) => ({
    board: {
      send: (effect) => send(effect, news(engine.client, tables.platform)),
      gaveUp: () => null,
      tryUntil: () => null,
      holdDead: false,
    },
  }));
}, 60_000);
afterAll(() => running.stop());

const shown = (place: string, now = new Date().toISOString()) =>
  newsOf({ client: running.engine.client, table: running.tables.platform }, place, now);
const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const submits = (service: string, n: number) =>
  running.command(service, uuid(n), asParty(olena), {
    type: 'submit',
    form: { name: 'Олена', rnokpp: '1111111111', owners: [] },
    language: 'uk',
    channel: 'portal',
  });

describe('an announcement', () => {
  it('is put where everyone may read it, in every language, once, and the case goes on', async () => {
    await submits('plain', 1);
    await running.settle();
    const [first, ...none] = await shown('news');
    expect(none).toEqual([]);
    expect(first).toMatchObject({
      service: { uk: 'Мала послуга' },
      agency: { uk: 'Місто' },
      body: {
        uk: [
          { type: 'heading', text: 'Рішення' },
          { type: 'text', text: 'Надано: Олена' },
          { type: 'fields', items: [{ title: 'Ім’я', value: 'Олена' }] },
        ],
        en: [{ text: 'Decision' }, { text: 'Granted to: Олена' }, { items: [{ title: 'Name' }] }],
      },
    });
    // nothing but what the definition says: no number of the person, no case
    expect(JSON.stringify(first)).not.toMatch(/1111111111|p-olena|000000000001/);
    expect(await running.case('plain', uuid(1))).toMatchObject({ position: { state: 'decide' } });
    const iryna = asOfficer('o-iryna', 'registrar');
    await running.command('plain', uuid(1), iryna, { type: 'claim', path: 'decide' });
    await running.command('plain', uuid(1), iryna, { type: 'act', path: 'decide', action: 'approve' });
    expect(await shown('news')).toHaveLength(1);
  });

  it('stays as long as the definition says, in the places that it names', async () => {
    await submits('short', 2);
    await running.settle();
    expect(await shown('tenders')).toEqual([]);
    expect(await shown('tenders', '2025-12-31T12:00:00Z')).toHaveLength(1);
    expect(await shown('news')).toHaveLength(1);
  });

  it('that is not wanted any more before it is out does not come out, nor stay', async () => {
    await submits('short', 3);
    const before = (await shown('tenders', '2025-12-31T12:00:00Z')).length;
    await running.command('short', uuid(3), asParty(olena), { type: 'withdraw' });
    await running.settle();
    expect(await shown('tenders', '2025-12-31T12:00:00Z')).toHaveLength(before);
  });
});
