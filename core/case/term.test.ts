import { describe, expect, it } from 'vitest';
import { asking } from './asks.testing.ts';
import { first, migrated, second } from './migration/versions.testing.ts';
import type { ServiceRuntime } from './runtime.ts';
import { asOfficer, asParty, asSystem, olena, Play, small } from './small-service.testing.ts';
import { limitOf } from './term.ts';

/** The small service, its term in law over once a registrar has the case. */
const untilReview = {
  ...small,
  bundle: {
    ...small.bundle,
    decideWithin: { workingDays: 10, from: 'submitted', until: ['review'], overdue: { meaning: 'late' } },
  },
} as ServiceRuntime;

it('a term from the submission that has stopped does not begin anew when the case goes back', () => {
  const play = new Play(untilReview);
  play.submit();
  expect(play.here.term).toBeDefined();
  play.do(
    { kind: 'system', by: 'population' },
    { type: 'callAnswered', effect: play.effect('check'), result: { found: true } },
  );
  expect(play.here.term).toBeUndefined();
  expect(play.review('return', { reason: 'так', marks: [{ pointer: '/name' }] })).toBeUndefined();
  expect(play.here.term).toBeUndefined();
  const resubmit = {
    type: 'act',
    path: 'correction',
    action: 'resubmit',
    changes: { '/name': 'Олена' },
  } as const;
  expect(play.do(asParty(olena), resubmit)).toBeUndefined();
  expect(play.here.term).toBeUndefined();
});

/** The small service with another term for the whole case. */
const within = (decideWithin: object | undefined): ServiceRuntime =>
  ({ ...small, bundle: { ...small.bundle, decideWithin } }) as ServiceRuntime;
const late = { overdue: { meaning: 'late' } };
/** What the last move says of the term: nothing where it changed nothing. */
const said = (play: Play) => play.events.findLast((event) => event.type === 'moved')?.term;
const answers = (play: Play) =>
  play.do(asSystem, { type: 'callAnswered', effect: play.effect('check'), result: { found: true } });
const back = { reason: 'x', marks: [{ pointer: '/name' }] };
const resubmits = (play: Play) =>
  play.do(asParty(olena), { type: 'act', path: 'correction', action: 'resubmit' });

describe('the term in law for a case', () => {
  it('begins with the submission, or where the definition says, and is told once', () => {
    for (const from of ['submitted', 'registered']) {
      const play = new Play(within({ days: 30, from, until: ['granted'], ...late }));
      play.submit();
      expect(said(play), from).toEqual({
        ...{ due: '2026-04-01T20:59:59Z', startedAt: '2026-03-02T08:00:00Z' },
        ...{ meaning: 'late', extended: 0 },
      });
      answers(play);
      expect(said(play), from).toBeUndefined();
    }
    const play = new Play(within({ hours: 48, from: 'review', until: ['granted'], ...late }));
    play.submit();
    expect(play.here).not.toHaveProperty('term');
    expect(said(play)).toBeUndefined();
    play.now = '2026-03-03T10:00:00Z';
    answers(play);
    expect(said(play)).toMatchObject({ startedAt: '2026-03-03T10:00:00Z', due: '2026-03-05T10:00:00Z' });
    play.review('return', back);
    play.now = '2026-03-04T10:00:00Z';
    resubmits(play);
    expect(said(play)).toBeUndefined();
    expect(play.here.term?.startedAt).toBe('2026-03-03T10:00:00Z');
  });

  it('is none where the law has none', () => {
    const play = new Play(within(undefined));
    play.toReview();
    play.review('refuse', { grounds: ['noRight'], explain: 'ні' });
    expect(play.here.outcome?.outcome).toBe('refused');
    expect(play.events.every((event) => event.type !== 'moved' || !('term' in event))).toBe(true);
  });

  it('stops where it has been met, and with the case, and only where it runs', () => {
    const play = new Play(within({ days: 30, from: 'submitted', until: ['review'], ...late }));
    play.submit();
    answers(play);
    expect(said(play)).toBeNull();
    play.review('refuse', { grounds: ['noRight'], explain: 'ні' });
    expect(said(play)).toBeUndefined();

    const ended = new Play(within({ days: 30, from: 'submitted', until: ['granted'], ...late }));
    ended.toReview();
    ended.review('refuse', { grounds: ['noRight'], explain: 'ні' });
    expect(said(ended)).toBeNull();
    expect(ended.here).not.toHaveProperty('term');
  });

  it('stops with a state that the case only passes on its way', () => {
    const exempt = [{ when: 'form.name = "Олена"' }];
    const pays = { type: 'pay', connector: 'bank', amount: '1', exempt, next: 'does' };
    const asks = { type: 'party', party: 'applicant', actions: { ok: { to: 'pays' } } };
    const does = { type: 'task', role: 'registrar', actions: { ok: { to: 'granted' } } };
    const service = asking(asks, { states: { pays, does } });
    const decideWithin = { days: 30, from: 'submitted', until: ['pays'], ...late };
    Object.assign(service.bundle, { decideWithin });
    const play = new Play(service);
    play.submit();
    expect(play.do(asParty(olena), { type: 'act', path: 'ask', action: 'ok' })).toBeUndefined();
    expect(play.here.position).toEqual({ state: 'does' });
    expect(said(play)).toBeNull();
  });

  it('that has stopped does not begin anew with another version, in which more is to be done', () => {
    const decideWithin = { days: 30, from: 'submitted', until: ['review'], ...late };
    const play = new Play({ ...first, bundle: { ...first.bundle, decideWithin } } as ServiceRuntime);
    play.toReview();
    play.review('approve');
    expect(play.here.position?.state).toBe('signing');
    const next = second({}, (bundle) => {
      const { branches } = bundle.flow.states.signing as { branches: { [name: string]: object } };
      Object.assign(bundle, { decideWithin });
      Object.assign(branches, { third: { ...branches.head } });
    });
    const over = migrated(play, next);
    expect(over.refusal).toBeUndefined();
    expect(over.play.here.places).toHaveProperty('signing/third/headDecides');
    expect(said(over.play)).toBeUndefined();
    expect(over.play.here).not.toHaveProperty('term');
  });

  it('stands still in the states that the law names, with what was left, and goes on from there', () => {
    const play = new Play(
      within({ days: 30, from: 'submitted', until: ['granted'], pausedIn: ['correction'], ...late }),
    );
    play.toReview();
    play.now = '2026-03-12T08:00:00Z';
    play.review('return', back);
    expect(said(play)).toMatchObject({ paused: { since: '2026-03-12T08:00:00Z', left: 20 } });
    play.now = '2026-03-20T08:00:00Z';
    resubmits(play);
    expect(said(play)).toEqual({
      ...{ due: '2026-04-09T20:59:59Z', startedAt: '2026-03-02T08:00:00Z' },
      ...{ meaning: 'late', extended: 0 },
    });
  });

  it('goes on standing still while one of its branches does, whatever the others do', () => {
    const asks = { type: 'party', party: 'applicant', actions: { ok: { to: 'yes' } } };
    const does = { type: 'task', role: 'registrar', actions: { ok: { to: 'yes' } } };
    const yes = { type: 'end', outcome: 'yes' };
    const both = {
      ...{ type: 'parallel', join: { outcome: 'yes', need: 'all' }, next: 'last', otherwise: 'refused' },
      branches: {
        one: { initial: 'asks', states: { asks, yes } },
        two: { initial: 'does', states: { does, yes } },
      },
    };
    const last = { ...does, actions: { ok: { to: 'granted' } } };
    const service = asking(both, { states: { last } });
    Object.assign(service.bundle, {
      decideWithin: { days: 30, from: 'submitted', until: ['granted'], pausedIn: ['asks'], ...late },
    });
    const play = new Play(service);
    play.submit();
    expect(said(play)).toMatchObject({ paused: { since: '2026-03-02T08:00:00Z', left: 30 } });
    play.now = '2026-03-04T08:00:00Z';
    const iryna = asOfficer('o-iryna', 'registrar');
    play.do(iryna, { type: 'claim', path: 'ask/two/does' });
    expect(play.do(iryna, { type: 'act', path: 'ask/two/does', action: 'ok' })).toBeUndefined();
    expect(said(play)).toBeUndefined();
    expect(play.do(asParty(olena), { type: 'act', path: 'ask/one/asks', action: 'ok' })).toBeUndefined();
    expect(said(play)).toMatchObject({ due: '2026-04-03T20:59:59Z' });
    expect(said(play)).not.toHaveProperty('paused');
  });

  it('is as long as the definition says, in the one unit that it says', () => {
    const given = [{ workingDays: 3 }, { days: 0 }, { hours: 72 }];
    for (const one of given) expect(limitOf(one)).toEqual(one);
    expect(limitOf({})).toEqual({ days: 0 });
  });
});
