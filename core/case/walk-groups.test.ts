import { describe, expect, it } from 'vitest';
import { asking, fee } from './asks.testing.ts';
import type { EventOf } from './event.ts';
import { asOfficer, asParty, asSystem, olena, Play } from './small-service.testing.ts';
import { Turn } from './turn.ts';
import { timersOf } from './waiting.ts';
import { Walk } from './walk.ts';

const iryna = asOfficer('o-iryna', 'registrar');
const yes = { type: 'end', outcome: 'yes' };
const no = { type: 'end', outcome: 'no' };
const task = { type: 'task', role: 'registrar', actions: { ok: { to: 'yes' }, not: { to: 'no' } } };
const all = { outcome: 'yes', need: 'all' };
const any = { outcome: 'yes', need: 'any' };
const ways = { next: 'granted', otherwise: 'refused' };
const flow = (initial: string, states: object = {}) => ({
  initial,
  states: { does: task, yes, no, ...states },
});
const parallel = (join: object, branches: object, more: object = {}) => ({
  ...{ type: 'parallel', join, branches, ...ways, ...more },
});
const each = (join: object, inner: object, more: object = {}) => ({
  ...{
    type: 'each',
    of: 'form.owners',
    as: 'owner',
    key: 'owner.rnokpp',
    join,
    flow: inner,
    ...ways,
    ...more,
  },
});
/** A payment that nobody pays: straight on. */
const free = { ...fee, exempt: [{ when: 'true' }] };
const owners = (n: number) =>
  Array.from({ length: n }, (_, i) => ({ rnokpp: `${i + 1}`, email: `${i + 1}@mail.example` }));
function playing(state: object, states: object = {}, list = 0): Play {
  const play = new Play(asking(state, { states }));
  expect(play.submit(owners(list))).toBeUndefined();
  return play;
}
const acts = (play: Play, path: string, action: string) => {
  play.do(iryna, { type: 'claim', path });
  return play.do(iryna, { type: 'act', path, action });
};
const moved = (play: Play) => play.events.findLast((e): e is EventOf<'moved'> => e.type === 'moved');
const cancelled = (play: Play) =>
  play.events.findLast((e): e is EventOf<'cancelled'> => e.type === 'cancelled')?.paths;
const places = (play: Play) => Object.keys(play.here.places);
const fires = (play: Play, kind: string) => {
  const timer = timersOf(play.here).find((one) => one.kind === kind);
  play.now = timer && timer.at > play.now ? timer.at : play.now;
  return timer ? play.do(asSystem, { type: 'timerFired', ...timer }) : 'none';
};

describe('branches', () => {
  it('stand each in its own state, and what is left of them when the join is lost is cancelled', () => {
    const play = playing(parallel(all, { one: flow('does'), two: flow('does'), three: flow('yes') }));
    expect(play.here.position).toEqual({
      ...{ state: 'ask' },
      branches: { one: { state: 'does' }, two: { state: 'does' }, three: { state: 'yes' } },
    });
    expect(play.here.outcomes).toEqual({ 'ask/three': 'yes' });
    expect(acts(play, 'ask/one/does', 'not')).toBeUndefined();
    expect(cancelled(play)).toEqual(['ask/two/does']);
    expect(moved(play)).toMatchObject({
      ...{ left: ['ask/one/does', 'ask'], joined: { ask: false }, states: ['ask/one/no', 'refused'] },
      outcomes: { 'ask/one': 'no', 'ask/three': 'yes' },
    });
  });

  it('are not begun where those before them have decided the join, nor is what was opened for nothing told of', () => {
    const quick = { one: flow('yes'), two: flow('does') };
    const play = playing(parallel(any, quick, { next: 'last' }), { last: task });
    expect(moved(play)?.states).toEqual(['ask', 'ask/one/yes', 'last']);
    expect(places(play)).toEqual(['last']);
    const slow = playing(parallel(any, { two: flow('does'), one: flow('yes') }, { next: 'last' }), {
      last: task,
    });
    expect(moved(slow)).toMatchObject({ left: [], states: ['ask', 'ask/two/does', 'ask/one/yes', 'last'] });
    expect(places(slow)).toEqual(['last']);
    expect(cancelled(slow)).toBeUndefined();
  });

  it('that were opened for nothing send no letter, while every other letter goes', () => {
    const slow = flow('does', { does: { ...task, notify: ['late'] } });
    const group = parallel(any, { two: slow, one: flow('yes') }, { next: 'last' });
    const last = { ...task, notify: ['done', 'late'] };
    const play = playing({ ...free, next: 'group', notify: ['done'] }, { group, last });
    const sent = play.events.flatMap((e) => (e.type === 'notified' ? e.messages : []));
    expect(sent.map(({ message }) => message)).toEqual(['done', 'done', 'late']);
  });

  it('are joined by a condition once all have ended, which sees how each did', () => {
    const when = { when: 'outcomes.ask.one = "yes" and outcomes.ask.two != "yes"' };
    const branches = { one: flow('does'), two: flow('does') };
    for (const [action, joined, outcome] of [
      ['not', true, 'granted'],
      ['ok', false, 'refused'],
    ] as const) {
      const play = playing(parallel(when, branches));
      acts(play, 'ask/one/does', 'ok');
      expect(moved(play)).not.toHaveProperty('joined');
      expect(places(play)).toEqual(['ask', 'ask/two/does']);
      acts(play, 'ask/two/does', action);
      expect(moved(play)?.joined).toEqual({ ask: joined });
      expect(play.here.outcome?.outcome).toBe(outcome);
    }
  });

  it('keep how they ended while one of them enters branches of its own, which begin anew each time', () => {
    const inner = parallel(all, { a: flow('does'), b: flow('yes') }, { next: 'does', otherwise: 'does' });
    const back = { ...task, actions: { ok: { to: 'yes' }, again: { to: 'inner' } } };
    const first = { ...task, actions: { ok: { to: 'inner' } } };
    const one = flow('first', { first, inner, does: back });
    const play = playing(parallel(all, { one, two: flow('does') }));
    acts(play, 'ask/two/does', 'ok');
    acts(play, 'ask/one/first', 'ok');
    expect(play.here.outcomes).toEqual({ 'ask/two': 'yes', 'ask/one/inner/b': 'yes' });
    acts(play, 'ask/one/inner/a/does', 'not');
    expect(play.here.outcomes).toMatchObject({ 'ask/one/inner/a': 'no' });
    acts(play, 'ask/one/does', 'again');
    expect(play.here.outcomes).toEqual({ 'ask/two': 'yes', 'ask/one/inner/b': 'yes' });
    acts(play, 'ask/one/inner/a/does', 'ok');
    expect(acts(play, 'ask/one/does', 'ok')).toBeUndefined();
    expect(play.here.outcome?.outcome).toBe('granted');
  });

  it('go on where one of them loses a place that it held, which goes its own way', () => {
    const slot = {
      type: 'reserve',
      registry: 'slots',
      where: 'true',
      as: 'slot',
      hold: 'PT15M',
      none: 'lost',
    };
    const one = flow('slot', { slot: { ...slot, next: 'does' }, lost: task });
    const group = parallel(all, { one, two: flow('does') });
    const play = playing(group);
    const effect = play.effect('ask/one/slot');
    play.do(asSystem, { type: 'callAnswered', effect, result: { key: 's', place: 1 } });
    expect(places(play)).toEqual(['ask', 'ask/two/does', 'ask/one/does']);
    expect(fires(play, 'hold')).toBeUndefined();
    expect(cancelled(play)).toEqual(['ask/one/does']);
    expect(places(play)).toEqual(['ask', 'ask/two/does', 'ask/one/lost']);
    expect(play.here.position).toEqual({
      ...{ state: 'ask', branches: { one: { state: 'lost' }, two: { state: 'does' } } },
    });
  });

  it('are broken off where a place is lost that the whole case held', () => {
    const slot = {
      type: 'reserve',
      registry: 'slots',
      where: 'true',
      as: 'slot',
      hold: 'PT15M',
      none: 'lost',
    };
    const group = parallel(all, { one: flow('does'), two: flow('does') });
    const play = playing({ ...slot, next: 'group' }, { group, lost: task });
    play.do(asSystem, { type: 'callAnswered', effect: play.effect('ask'), result: { key: 's', place: 1 } });
    expect(fires(play, 'hold')).toBeUndefined();
    expect(cancelled(play)).toEqual(['group', 'group/one/does', 'group/two/does']);
    expect(places(play)).toEqual(['lost']);
    expect(play.here.position).toEqual({ state: 'lost' });
  });
});

describe('each of a list', () => {
  it('stands in its own state, under its number, and lists in it see the item that they are in', () => {
    const inner = each(all, flow('does'), { of: '[owner.rnokpp, owner.email]', as: 'text', key: 'text' });
    const play = playing(
      each(all, flow('inner', { inner: { ...inner, next: 'yes', otherwise: 'no' } })),
      {},
      1,
    );
    expect(play.here.data.items).toEqual({
      ask: { '1': { rnokpp: '1', email: '1@mail.example' } },
      'ask/1/inner': { '1': '1', '2': '1@mail.example' },
    });
    expect(play.here.position).toEqual({
      ...{ state: 'ask' },
      items: { '1': { state: 'inner', items: { '1': { state: 'does' }, '2': { state: 'does' } } } },
    });
  });

  it('of which there is none is joined at once: all have agreed, and not one has', () => {
    for (const [join, outcome] of [
      [all, 'granted'],
      [any, 'refused'],
    ] as const)
      expect(playing(each(join, flow('does'))).here.outcome?.outcome).toBe(outcome);
  });

  it('is not opened any more once the join is decided, which leads on once', () => {
    const last = { ...task, notify: ['done'] };
    const inner = flow('ask', {
      ask: { ...free, exempt: [{ when: 'owner.rnokpp = "1"' }], connector: 'bank', next: 'no' },
    });
    const play = playing(each(all, inner, { otherwise: 'last' }), { last }, 3);
    expect(moved(play)?.states).toEqual(['ask', 'ask/1/ask', 'ask/1/no', 'last']);
    expect(places(play)).toEqual(['last']);
    const quick = playing(each(all, flow('yes'), { next: 'last' }), { last }, 2);
    expect(moved(quick)?.states).toEqual(['ask', 'ask/1/yes', 'ask/2/yes', 'last']);
    expect(quick.events.filter((e) => e.type === 'notified')).toHaveLength(1);
  });

  it('is opened 25 at a time, the others by their numbers', () => {
    const play = playing(each(all, flow('does')), {}, 27);
    expect(places(play)).toHaveLength(26);
    expect(play.here.places.ask).toMatchObject({ next: { at: play.now, items: ['26', '27'] } });
    const { visit } = play.here.places.ask ?? {};
    expect(fires(play, 'next')).toBeUndefined();
    expect(places(play)).toHaveLength(28);
    expect(play.here.places.ask).not.toHaveProperty('next');
    expect(play.here.places.ask?.visit).toBe(visit);
    expect(playing(each(all, flow('does')), {}, 25).here.places.ask).not.toHaveProperty('next');
  });

  it('in a list is opened with its first item at least, however little room the lists before it left', () => {
    // a group with a deadline and two tasks: four writes an item, and the nineteenth comes when two are left
    const inner = each(all, flow('does'), {
      of: '[1, 2]',
      as: 'n',
      key: 'n',
      due: 'P1D',
      overdue: { notify: [] },
    });
    const state = { ...inner, next: 'yes', otherwise: 'no' };
    const play = playing(each(all, flow('inner', { inner: state })), {}, 20);
    const open = places(play).filter((path) => path.startsWith('ask/19/'));
    expect(open).toEqual(['ask/19/inner', 'ask/19/inner/1/does']);
    expect(play.here.places['ask/19/inner']).toMatchObject({ next: { items: ['2'] } });
    expect(play.here.places.ask).toMatchObject({ next: { items: ['20'] } });
  });

  it('that decides the join when the rest is opened closes the group, with all that waits in it', () => {
    const inner = flow('ask', {
      ask: { ...free, exempt: [{ when: 'owner.rnokpp = "26"' }], connector: 'bank', next: 'no' },
    });
    const play = playing(each(all, inner, { otherwise: 'last' }), { last: task }, 27);
    expect(fires(play, 'next')).toBeUndefined();
    expect(moved(play)).toMatchObject({ left: ['ask'], states: ['ask/26/ask', 'ask/26/no', 'last'] });
    expect(cancelled(play)).toHaveLength(25);
    expect(places(play)).toEqual(['last']);
  });
});

describe('a case started again', () => {
  it('is not known by how it ended the first time', () => {
    const start = { type: 'start', cases: { first: { service: 'other' } }, next: 'does' };
    const does = { ...task, actions: { again: { to: 'ask' }, ok: { to: 'granted' } } };
    const play = new Play(
      asking(start, { connectors: { cases: { id: 'between', kind: 'cases' } }, states: { does } }),
    );
    play.submit();
    const effect = play.effect('ask');
    const child = { effect, service: 'other', child: 'c', name: 'first' };
    play.do(asSystem, { ...child, type: 'childBegun', as: 'start', reference: 'r' });
    play.do(asSystem, { ...child, type: 'childEnded', outcome: 'granted', kind: 'granted' });
    expect(play.here.outcomes).toEqual({ 'ask/first': 'granted' });
    expect(acts(play, 'does', 'again')).toBeUndefined();
    expect(play.here.outcomes).toEqual({});
  });
});

describe('a walk', () => {
  const turning = (play: Play) => {
    const { service, here, now, ids } = play;
    return new Turn(service, here, { now, actor: asSystem, ids }, { kind: 'system', by: 'worker' });
  };

  it('shows expressions the case as it will be: who came into it, what is dealt with, how branches ended', () => {
    const play = new Play();
    play.submit(owners(2));
    const walk = new Walk(turning(play));
    const before = walk.case;
    walk.leave('check', 'consents');
    play.do(asSystem, { type: 'callAnswered', effect: play.effect('check'), result: {} });
    const { parties, outcomes, data } = walk.case;
    expect(Object.keys(before.parties)).toEqual(['applicant']);
    expect(Object.keys(parties)).toEqual(['applicant', 'owner/1', 'owner/2']);
    expect({ parties, outcomes }).toEqual({ parties: play.here.parties, outcomes: play.here.outcomes });
    expect([data.parties, data.items]).toEqual([play.here.data.parties, play.here.data.items]);
  });

  it('begins no branch of a group that is not open, and joins none', () => {
    const play = new Play();
    play.toReview();
    play.review('approve');
    const lawyer = asOfficer('o-law', 'lawyer');
    const path = 'signing/lawyer/lawyerDecides';
    play.do(lawyer, { type: 'claim', path });
    play.do(lawyer, { type: 'act', path, action: 'reject' });
    // what ended there says that its join is lost, but it is over
    expect(play.here.outcomes).toEqual({ 'signing/lawyer': 'rejected' });
    const walk = new Walk(turning(play));
    walk.begin('signing/head');
    walk.rejoin('signing');
    expect([walk.states, [...walk.entered], walk.joined]).toEqual([[], [], {}]);
    expect(walk.standing()).toEqual(['review']);
    expect([walk.goes(''), walk.goes('signing/head')]).toEqual([true, false]);
  });

  it('ends the case where it takes everything off, without a state of the definition', () => {
    const play = playing(parallel(all, { one: flow('does'), two: flow('yes') }));
    const walk = new Walk(turning(play));
    walk.cancelAll();
    walk.endAs('withdrawn', 'withdrawn');
    expect([...walk.cancelled]).toEqual(['ask', 'ask/one/does']);
    expect(walk.ended).toEqual({
      ...{ state: 'withdrawn', outcome: 'withdrawn', kind: 'withdrawn', at: play.now },
    });
  });
});

describe('an applicant who takes back the application', () => {
  it('leaves nothing open', () => {
    const play = playing(parallel(all, { one: flow('does'), two: flow('does') }));
    expect(play.do(asParty(olena), { type: 'withdraw' })).toBeUndefined();
    expect(cancelled(play)).toEqual(['ask', 'ask/one/does', 'ask/two/does']);
    expect(places(play)).toEqual([]);
  });
});
