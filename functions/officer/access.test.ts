import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asOfficer, Play, small } from '#core/case/small-service.testing.ts';
import type { Appointment, OfficerActor } from '#core/case/types.ts';
import { accessView } from '../access/view.ts';
import { accessesOf, keepAccess } from '../store/access.ts';
import type { Engine } from '../store/engine.testing.ts';
import { startEngine } from '../store/engine.testing.ts';
import { leaveTrace } from './access.ts';
import { sightOf } from './case-view.ts';

let engine: Engine;
let table: string;
beforeAll(async () => {
  engine = await startEngine();
  table = await engine.table('cases');
});
afterAll(() => engine.stop());

const store = () => ({ client: engine.client, table });
const of = (...args: Parameters<typeof asOfficer>): Appointment => asOfficer(...args).appointment;
const registrar = of('o-iryna', 'registrar');
const head = of('o-head', 'head');
const expert = of('o-expert', 'expert', 'other', 'main');
const by = (appointment: Appointment): OfficerActor => ({ kind: 'officer', appointment });

function inReview(id: string): Play {
  const play = new Play();
  play.toReview();
  play.case = { ...play.here, id };
  return play;
}
const looks = (play: Play, officer: Appointment, now = play.now) =>
  leaveTrace(store(), sightOf({ service: small, kase: play.here, now }, [officer], 'uk'));
const looked = async (id: string) =>
  (await accessesOf(store(), { service: small.bundle.id, case: id })).accesses;

describe('a look at a case', () => {
  it('leaves who, in which role, and for what purpose, once an officer and day', async () => {
    const play = inReview('c1');
    await looks(play, registrar, '2026-03-02T08:00:00Z');
    await looks(play, registrar, '2026-03-02T21:59:00Z');
    await looks(play, head, '2026-03-02T09:00:00Z');
    // it is the third of March in Kyiv
    await looks(play, registrar, '2026-03-02T22:01:00Z');
    const found = await looked('c1');
    expect(found.map(({ person, role, purpose, at }) => [person, role, purpose, at])).toEqual([
      ['o-iryna', 'registrar', { for: 'task', state: 'review' }, '2026-03-02T22:01:00Z'],
      ['o-head', 'head', { for: 'office' }, '2026-03-02T09:00:00Z'],
      ['o-iryna', 'registrar', { for: 'task', state: 'review' }, '2026-03-02T08:00:00Z'],
    ]);
  });

  it('of one who was asked for an opinion is for that', async () => {
    const play = inReview('c2');
    play.do(by(registrar), { type: 'claim', path: 'review' });
    play.do(by(registrar), {
      ...{ type: 'consult', path: 'review', agency: 'other', office: 'main', role: 'expert' },
      ...{ question: 'Чи так?', by: '2026-03-10T10:00:00Z', fields: ['/name'] },
    });
    await looks(play, expert);
    expect(await looked('c2')).toMatchObject([{ agency: 'other', purpose: { for: 'consult' } }]);
  });

  it('shows nothing where no trace can be left', async () => {
    const nowhere = { client: engine.client, table: 'no-such-table' };
    const sight = sightOf(
      { service: small, kase: inReview('c3').here, now: '2026-03-02T08:00:00Z' },
      [head],
      'uk',
    );
    await expect(leaveTrace(nowhere, sight)).rejects.toThrow();
  });

  it('is read by a party with office, role and purpose, and without the officer', () => {
    const access = { person: 'o-iryna', agency: 'city', office: 'central', role: 'registrar', at: 'now' };
    const shown = accessView(small, { ...access, purpose: { for: 'task', state: 'review' } });
    expect(shown).toMatchObject({ office: { uk: 'Центр' }, agency: { uk: 'Місто' } });
    expect(JSON.stringify(shown)).not.toContain('iryna');
    const gone = accessView(small, { ...access, agency: 'closed', purpose: { for: 'office' } });
    expect(gone).toMatchObject({ agency: { uk: 'closed' }, purpose: { uk: 'Робота офісу зі справами' } });
  });

  it('is in a list that goes on page by page, each once', async () => {
    const at = '2026-03-02T08:00:00Z';
    await Promise.all(
      Array.from({ length: 130 }, (_, n) =>
        keepAccess(store(), { service: 'small', case: 'c4' }, '2026-03-02', {
          ...{ person: `o-${n}`, agency: 'city', office: 'central', role: 'clerk', at },
          purpose: { for: 'office' },
        }),
      ),
    );
    const first = await accessesOf(store(), { service: 'small', case: 'c4' });
    const rest = await accessesOf(store(), { service: 'small', case: 'c4' }, first.accesses.length);
    expect([first.more, rest.more]).toEqual([true, false]);
    const persons = [...first.accesses, ...rest.accesses].map(({ person }) => person);
    expect(new Set(persons).size).toBe(130);
    expect(persons).toHaveLength(130);
  });
});
