import { describe, expect, it } from 'vitest';
import { answer, asked, asking, fails, fee, outcome, waitsInVain } from './asks.testing.ts';
import type { EventOf } from './event.ts';
import type { ServiceRuntime } from './runtime.ts';
import { asOfficer, asParty, asSystem, olena, Play, small } from './small-service.testing.ts';

const iryna = asOfficer('o-iryna', 'registrar');
const yes = { type: 'end', outcome: 'yes' };
const task = { type: 'task', role: 'registrar', actions: { ok: { to: 'yes' } } };
const calls = { type: 'call', connector: 'population', input: { who: 'form.rnokpp' }, failed: 'refused' };
const both = (one: object, two: object, more: object = {}) => ({
  ...{ type: 'parallel', join: { outcome: 'yes', need: 'all' }, next: 'granted', otherwise: 'refused' },
  branches: {
    one: { initial: 'does', states: { does: one, yes } },
    two: { initial: 'does', states: { does: two, yes } },
  },
  ...more,
});
type Told = 'moved' | 'cancelled' | 'ended';
const last = <T extends Told>(play: Play, type: T) =>
  play.events.findLast((event) => event.type === type) as EventOf<T> | undefined;
/** What a move says, without what the chain adds to it. */
function moved(play: Play): Partial<EventOf<'moved'>> {
  const chained = new Set(['v', 'seq', 'at', 'actor', 'previous', 'hash', 'salt', 'dataHash']);
  return Object.fromEntries(Object.entries(last(play, 'moved') ?? {}).filter(([name]) => !chained.has(name)));
}

describe('a move', () => {
  it('says where the case stands, what was left and entered on the way, and no more than changed', () => {
    const play = asked({ ...calls, next: 'does' }, { states: { does: { ...task, actions: {} } } });
    const effect = `${play.here.id}/2/0`;
    expect(moved(play)).toMatchObject({ data: { asks: { ask: { input: { who: '1111111111' } } } } });
    expect(answer(play, {})).toBeUndefined();
    expect(play.here.places.ask).toBeUndefined();
    expect(moved(play)).toEqual({
      ...{ type: 'moved', position: { state: 'does' }, left: ['ask'], states: ['does'], outcomes: {} },
      entered: [
        {
          ...{ path: 'does', state: 'does', type: 'task', kind: 'task', visit: 4, since: play.now },
          ...{ agency: 'city', office: 'central', role: 'registrar', assign: 'claim' },
        },
      ],
    });
    expect(effect).toBe(`${play.here.id}/2/0`);
  });

  it('gives each place its visit, and each that asks an effect of its own', () => {
    const play = asked(both({ ...calls, next: 'yes' }, { ...calls, next: 'yes' }));
    const { id } = play.here;
    expect(last(play, 'moved')?.entered).toMatchObject([
      { path: 'ask', visit: 2 },
      { path: 'ask/one/does', visit: 2, pending: [`${id}/2/0`] },
      { path: 'ask/two/does', visit: 2, pending: [`${id}/2/1`] },
    ]);
    play.do(asSystem, { type: 'callAnswered', effect: `${id}/2/1`, result: {} });
    play.do(asSystem, { type: 'callAnswered', effect: `${id}/2/0`, result: {} });
    expect(moved(play)).toMatchObject({ joined: { ask: true }, outcomes: {} });
    expect(outcome(play)).toBe('granted');
  });

  it('names the parties that came into it, and the items of a list', () => {
    const play = new Play();
    play.submit([{ rnokpp: '2222222222', email: 'petro@mail.example' }]);
    play.do(asSystem, { type: 'callAnswered', effect: play.effect('check'), result: {} });
    const item = { rnokpp: '2222222222', email: 'petro@mail.example' };
    expect(moved(play)).toMatchObject({ parties: { 'owner/1': { party: 'owner', path: 'consents/1' } } });
    expect(moved(play).data).toEqual({
      items: { consents: { '1': item } },
      parties: { 'owner/1': { identify: { rnokpp: item.rnokpp }, contact: { email: item.email } } },
    });
  });
});

describe('what nobody waits for any more', () => {
  const collect = {
    ...{ type: 'collect', service: 'bid', title: { uk: 'Пропозиції' }, closes: '"2026-03-20"' },
    ...{ as: 'bids', next: 'granted' },
  };

  const left = (state: object, connectors: object = {}) => {
    const play = asked({ due: 'P1D', overdue: { to: 'late' }, ...state }, { connectors });
    const effect = play.effect('ask');
    expect(waitsInVain(play)).toBeUndefined();
    return { play, effect, told: last(play, 'cancelled') };
  };

  it('is called off with a payment, by whom it was asked of; a question to a registry needs no calling off', () => {
    const { told, effect } = left(fee);
    expect(told?.paths).toEqual(['ask']);
    expect(told?.effects).toEqual({ ask: { connector: 'bank', ids: [effect] } });
    for (const state of [
      { type: 'sign', connector: 'signs', what: 'certificate', by: { party: 'applicant' }, next: 'granted' },
      { ...collect, closes: '"2026-03-20"' },
    ])
      expect(left(state).told?.paths, state.type).toEqual(['ask']);
    expect(left({ ...calls, next: 'granted' }).told).toBeUndefined();
    expect(left({ ...task, actions: {} }).told).toBeUndefined();
  });

  it('is told with what was asked, where that says what is to be called off', () => {
    const play = asked(collect, { connectors: { cases: { id: 'between', kind: 'cases' } } });
    play.do(asParty(olena), { type: 'withdraw' });
    expect(last(play, 'cancelled')?.effects).toMatchObject({ ask: { ask: { service: 'bid' } } });
  });

  it('is not called off once it was answered', () => {
    const play = asked(fee);
    play.do(asSystem, { type: 'paid', effect: play.effect('ask'), payment: 'p', amount: 100 });
    expect(outcome(play)).toBe('granted');
    expect(last(play, 'cancelled')).toBeUndefined();
    const failed = asked({ ...calls, next: 'granted' });
    fails(failed, 'down', { final: true });
    expect(last(failed, 'cancelled')).toBeUndefined();
  });

  it('is told with all that goes at once, tasks too, which are called off with nobody', () => {
    const play = asked(both(task, { ...fee, next: 'yes', overdue: { to: 'yes' } }));
    const effect = play.effect('ask/two/does');
    play.do(asParty(olena), { type: 'withdraw' });
    expect(last(play, 'cancelled')).toMatchObject({ paths: ['ask', 'ask/one/does', 'ask/two/does'] });
    expect(last(play, 'cancelled')?.effects).toEqual({
      'ask/two/does': { connector: 'bank', ids: [effect] },
    });
  });
});

describe('the end of a case', () => {
  const ends = (kind: string, bundle: object = {}) => {
    const service = asking({ type: 'end', outcome: 'done', kind });
    Object.assign(service.bundle, bundle);
    const play = new Play(service);
    expect(play.submit()).toBeUndefined();
    return last(play, 'ended')?.outcome;
  };

  it('says until when it is kept, as the law of its kind says; for ever where it says nothing', () => {
    const done = { state: 'ask', outcome: 'done', at: '2026-03-02T08:00:00Z' };
    expect(ends('refused')).toEqual({ ...done, kind: 'refused', retention: '2031-03-02T08:00:00Z' });
    expect(ends('partly')).toEqual({ ...done, kind: 'partly' });
  });

  it('says when to remind that what was granted ends', () => {
    const renew = { service: 'small', opens: 'P60D', remind: ['P60D', 'P14D'] };
    const issue = { type: 'issue', document: 'certificate', next: 'granted', failed: 'refused' };
    const granted = (validUntil?: string) => {
      const service = asking(issue);
      Object.assign(service.bundle, { after: { renew } });
      const play = new Play(service);
      play.submit();
      const paper = { id: 'd', sha256: '0'.repeat(64), number: '1', ...(validUntil ? { validUntil } : {}) };
      answer(play, paper);
      return last(play, 'ended')?.outcome;
    };
    expect(granted('2027-03-02')?.remind).toMatchObject({ '1': expect.stringMatching(/^2027-02-16/) });
    expect(granted()).not.toHaveProperty('remind');
  });
});

describe('a place that is held for a while', () => {
  const slot = {
    ...{ type: 'reserve', registry: 'slots', where: 'true', as: 'slot', hold: 'PT15M' },
    ...{ next: 'pays', none: 'no' },
  };
  const no = { type: 'end', outcome: 'no' };
  const service = (): ServiceRuntime => {
    const pays = { ...task, due: { hours: 1 }, overdue: { to: 'goes' } };
    const branch = { initial: 'does', states: { does: slot, pays, goes: task, yes, no } };
    const state = both(slot, task, {});
    state.branches.one = branch as never;
    return asking(state, { connectors: { queue: { id: 'queue', kind: 'registry', registry: 'slots' } } });
  };
  const does = (play: Play, path: string) => {
    play.do(iryna, { type: 'claim', path });
    return play.do(iryna, { type: 'act', path, action: 'ok' });
  };

  it('is kept for good by the next step of its own flow, not by one of another', () => {
    const play = new Play(service());
    play.submit();
    const effect = play.effect('ask/one/does');
    play.do(asSystem, { type: 'callAnswered', effect, result: { key: 's1', place: 1 } });
    // the answer itself is no next step, nor is that the time for it has passed
    expect(moved(play)).not.toHaveProperty('kept');
    expect(does(play, 'ask/two/does')).toBeUndefined();
    expect(moved(play)).not.toHaveProperty('kept');
    expect(play.here.held?.[effect]).toHaveProperty('until');
    const late = {
      type: 'timerFired',
      path: 'ask/one/pays',
      kind: 'due',
      at: '2026-03-02T09:00:00Z',
    } as const;
    const waits = Object.assign(new Play(play.service), { case: play.case, now: late.at });
    expect(waits.do(asSystem, late)).toBeUndefined();
    expect(moved(waits)).toMatchObject({ states: ['ask/one/goes'] });
    expect(moved(waits)).not.toHaveProperty('kept');
    expect(does(play, 'ask/one/pays')).toBeUndefined();
    expect(moved(play)).toMatchObject({ kept: [effect] });
    expect(play.here.held?.[effect]).not.toHaveProperty('until');
  });
});

describe('a case that nobody has submitted', () => {
  it('is unknown to whoever comes for it', () => {
    expect(new Play(small).refused(iryna, { type: 'claim', path: 'review' })).toMatchObject({
      ...{ code: 'unknownCase', message: { en: 'There is no such case', uk: 'Такої справи немає' } },
    });
  });
});
