import { describe, expect, it } from 'vitest';
import type { State } from '#core/definition/index.ts';
import { Clock } from './clock.ts';
import { agency, end, fixed, monday, run, task } from './small-run.testing.ts';

const HOUR = 3_600_000;
const ends = { granted: end('granted'), refused: end('refused') };
const review = { review: task({ on: { to: 'granted' } }), ...ends };
const term = (more: object) => ({
  decideWithin: { from: 'submitted', until: ['granted'], overdue: { meaning: 'late' }, ...more },
});

describe('the term in law of a simulated case', () => {
  const long = { days: 20, work: { review: fixed(10 * 60) } };

  it.each([
    // ten hours of work from Monday nine o'clock end on Tuesday at eleven
    ['so many hours', { hours: 8 }, 1, '8 hours'],
    ['more hours', { hours: 30 }, 0, '30 hours'],
    ['no day', { days: 0 }, 1, '0 days'],
    ['a day', { days: 1 }, 0, '1 day'],
    ['no unit at all is none', {}, 1, '0 days'],
  ])('may be %s', (_, length, late, words) => {
    expect(run(review, [monday], long, term(length)).late).toMatchObject({
      ...{ late, of: 1, limit: { en: words } },
    });
  });

  it('may run from a state, and again where the flow comes back to it: late once is late', () => {
    const states = {
      ask: { type: 'party', party: 'applicant', actions: { yes: { to: 'review' } } } as State,
      review: task({ back: { to: 'ask', atMost: 1 }, on: { to: 'granted' } }),
      ...ends,
    };
    const plan = {
      ...{ days: 60, answers: { ask: fixed(10 * 24) }, work: { review: fixed(60) } },
      shares: { review: { back: 1 } },
    };
    const of = (more: object) => run(states, [monday], plan, term({ from: 'review', ...more })).late;
    expect(of({ workingDays: 2, until: ['granted', 'ask'] })).toMatchObject({ late: 0, of: 1 });
    // where the question does not stop it, ten days are too many
    expect(of({ workingDays: 2 })).toMatchObject({ late: 1, of: 1 });
    // where it stands still meanwhile, it goes on with what was left
    expect(of({ workingDays: 2, pausedIn: ['ask'] })).toMatchObject({ late: 0, of: 1 });
    expect(of({ hours: 48, pausedIn: ['ask'] })).toMatchObject({ late: 0, of: 1 });
  });

  it('runs from the registration as from the submission, once for each case', () => {
    for (const from of ['submitted', 'registered'])
      expect(run(review, [monday, monday], long, term({ from, hours: 8 })).late).toMatchObject({
        late: 2,
        of: 2,
      });
  });

  it('that stopped in time is in time, though the case goes on for long', () => {
    const states = {
      review: task({ on: { to: 'told' } }),
      told: { type: 'wait', for: 'P9D', next: 'granted' } as State,
      ...ends,
    };
    const plan = { days: 30, work: { review: fixed(60) } };
    expect(run(states, [monday], plan, term({ workingDays: 1, until: ['told'] })).late).toMatchObject({
      ...{ late: 0, of: 1 },
    });
    expect(run(states, [monday], plan, term({ workingDays: 1 })).late).toMatchObject({ late: 1, of: 1 });
  });

  const ask = (more: object = {}) =>
    ({ type: 'party', party: 'applicant', actions: { yes: { to: 'review' }, ...more } }) as State;

  it('stops at any end of the case, and at any state that it names, whatever else is come by then', () => {
    const refused = { review: task({ on: { to: 'refused' } }), ...ends };
    const plan = { days: 20, work: { review: fixed(60) } };
    expect(run(refused, [monday], plan, term({ workingDays: 1 })).late).toMatchObject({ late: 0, of: 1 });
    const branch = { initial: 'b', states: { b: task({ on: { to: 'bYes' } }), bYes: end('yes') } };
    const states = {
      review: task({ on: { to: 'both' } }),
      both: {
        ...{ type: 'parallel', branches: { a: branch, b: branch }, join: { outcome: 'yes', need: 'all' } },
        ...{ next: 'granted', otherwise: 'refused' },
      } as State,
      ...ends,
    };
    const slow = { days: 20, work: { review: fixed(60), b: fixed(40 * 60) } };
    const of = (more: object) => run(states, [monday], slow, term({ workingDays: 1, ...more })).late;
    expect(of({ until: ['both'] })).toMatchObject({ late: 0, of: 1 });
    expect(of({})).toMatchObject({ late: 1, of: 1 });
    // it stands still while the case stands in a state of which it has branches, or in one of these
    expect(of({ pausedIn: ['both'] })).toMatchObject({ late: 0, of: 1 });
    expect(of({ pausedIn: ['b'] })).toMatchObject({ late: 0, of: 1 });
  });

  it('from a state begins there and not before', () => {
    const states = { ask: ask(), review: task({ on: { to: 'granted' } }), ...ends };
    const plan = { days: 60, answers: { ask: fixed(10 * 24) }, work: { review: fixed(60) } };
    expect(run(states, [monday], plan, term({ from: 'review', workingDays: 2 })).late).toMatchObject({
      late: 0,
      of: 1,
    });
    expect(run(states, [monday], plan, term({ workingDays: 2 })).late).toMatchObject({ late: 1, of: 1 });
  });

  it('that was kept once does not begin again, whatever is done afterwards', () => {
    const states = {
      review: task({ on: { to: 'told' } }),
      told: { type: 'wait', for: 'PT1H', next: 'archive' } as State,
      archive: task({ on: { to: 'granted' } }),
      ...ends,
    };
    const plan = { days: 40, work: { review: fixed(60), archive: fixed(60 * 60) } };
    const until = { workingDays: 1, until: ['told'] };
    expect(run(states, [monday], plan, term(until)).late).toMatchObject({ late: 0, of: 1 });
  });

  it('keeps what was left of it over several states in which it stands still, and runs on after them', () => {
    const states = {
      ask: ask({ again: { to: 'ask', atMost: 2 } }),
      review: task({ on: { to: 'granted' } }),
      ...ends,
    };
    const of = (minutes: number) =>
      run(
        states,
        [monday],
        {
          ...{ days: 60, answers: { ask: fixed(5 * 24) }, work: { review: fixed(minutes) } },
          shares: { ask: { again: 1 } },
        },
        term({ workingDays: 2, pausedIn: ['ask'] }),
      ).late;
    // fifteen days of questions, then what is left are the two days after that one
    expect(of(15 * 60)).toMatchObject({ late: 0, of: 1 });
    expect(of(30 * 60)).toMatchObject({ late: 1, of: 1 });
  });

  it('is not missed where it stood still when it stopped', () => {
    const states = { ask: ask({ yes: { to: 'granted' } }), ...ends };
    const plan = { days: 60, answers: { ask: fixed(10 * 24) } };
    const paused = term({ workingDays: 1, pausedIn: ['ask'] });
    expect(run(states, [monday], plan, paused).late).toMatchObject({ late: 0, of: 1 });
  });

  it('that was missed once stays missed, though it is kept the second time', () => {
    const states = {
      review: task({ slow: { to: 'check', atMost: 1 }, on: { to: 'granted' } }),
      check: task({ on: { to: 'ask' } }),
      ask: ask(),
      ...ends,
    };
    const plan = {
      ...{ days: 60, answers: { ask: fixed(24) }, shares: { review: { slow: 1 } } },
      work: { review: fixed(60), check: fixed(30 * 60) },
    };
    const rule = term({ from: 'review', workingDays: 1, until: ['ask', 'granted'] });
    expect(run(states, [monday], plan, rule).late).toMatchObject({ late: 1, of: 1 });
    const quick = { ...plan, work: { review: fixed(60), check: fixed(60) } };
    expect(run(states, [monday], quick, rule).late).toMatchObject({ late: 0, of: 1 });
  });

  it('that stood still leads nowhere at its old end, only at its new one', () => {
    const states = { ask: ask(), review: task({ on: { to: 'refused' } }), ...ends };
    const of = (hours: number) =>
      run(
        states,
        [monday],
        { answers: { ask: fixed(48) }, work: { review: fixed(hours * 60) } },
        term({ workingDays: 3, pausedIn: ['ask'], overdue: { meaning: 'consent', to: 'granted' } }),
      );
    // asked until Wednesday at nine: the term ends on Monday now, not on Thursday
    expect(of(17).cases.outcomes).toEqual({ refused: 1 });
    const silent = of(40);
    expect(silent.cases.outcomes).toEqual({ granted: 1 });
    expect(silent.duration?.median).toBeCloseTo(7 + 15 / 24, 3);
    // it is over wherever the case stood
    expect(silent.states.map(({ path, visits }) => [path, visits])).toEqual([
      ['ask', 1],
      ['review', 1],
    ]);
  });

  it('that has run out sets free whoever was at the task', () => {
    const silent = term({
      workingDays: 1,
      overdue: {
        meaning: 'consent',
        to: [{ when: 'form.a', to: 'refused' }, { when: 'form.b', to: 'refused' }, { to: 'granted' }],
      },
    });
    const plan = { days: 20, work: { review: fixed(900 * 60) } };
    const { cases, roles } = run(review, [monday, '2026-03-04T07:00:00Z'], plan, silent);
    expect(cases.outcomes).toEqual({ granted: 2 });
    expect(roles[0]).toMatchObject({ waited: 0, done: 0, queue: { most: 0, atEnd: 0 } });
  });

  it('is not judged while it still runs', () => {
    expect(run(review, [monday], { ...long, days: 1 }, term({ workingDays: 5 })).late).toMatchObject({
      ...{ late: 0, of: 0, share: 0 },
    });
  });

  it('that has run out takes the case where silence leads, by its last way where it depends', () => {
    const to = [{ when: 'form.small', to: 'refused' }, { to: 'granted' }];
    const silent = term({ workingDays: 1, overdue: { meaning: 'consent', to } });
    const { cases, roles } = run(review, [monday], { days: 20, work: { review: fixed(900 * 60) } }, silent);
    expect(cases.outcomes).toEqual({ granted: 1 });
    // taken out of the hands of whoever was at it, who has not done it
    expect(roles[0]).toMatchObject({ done: 0, queue: { atEnd: 0 } });
    const paused = term({ workingDays: 1, pausedIn: ['review'], overdue: { meaning: 'consent', to } });
    expect(run(review, [monday], { days: 20, work: { review: fixed(900 * 60) } }, paused).cases.open).toBe(1);
  });
});

describe('who does not answer', () => {
  it('is taken for none where a place was to be reserved', () => {
    const states = {
      book: {
        ...{ type: 'reserve', registry: 'slots', as: 'slot', due: 'P1D', next: 'granted', none: 'refused' },
      } as unknown as State,
      ...ends,
    };
    const connectors = { slots: { id: 'slots', kind: 'registry', registry: 'slots' } };
    const plan = { answers: { book: fixed(100) } };
    expect(run(states, [monday], plan, {}, connectors).cases.outcomes).toEqual({ refused: 1 });
    expect(run(states, [monday], {}, {}, connectors).cases.outcomes).toEqual({ granted: 1 });
  });

  it('is waited for half of the deadline where the plan says nothing, a day where there is none', () => {
    const asks = (due?: unknown) => ({
      ask: { type: 'party', party: 'applicant', actions: { yes: { to: 'granted' } }, due } as State,
      ...ends,
    });
    const assumed = (due?: unknown) => run(asks(due), [monday]).assumed.map(({ en }) => en)[0];
    for (const [due, hours] of [
      [undefined, 24],
      ['P3D', 36],
      [{ workingDays: 2 }, 24],
      [{ hours: 5 }, 2.5],
      ['PT30M', 0.25],
      ['P1Y', 4380],
      ['P1M', 360],
      ['P2W', 168],
      ['P1DT1H', 12.5],
    ] as const)
      expect(assumed(due)).toBe(`answer in ask: ${hours} hours on average`);
  });

  it('is no system: who pays or signs takes time, a registry answers in a minute', () => {
    const states = {
      fee: {
        ...{ type: 'pay', connector: 'bank', amount: '1', purpose: { uk: 'з' }, due: 'P2D', next: 'look' },
      } as unknown as State,
      look: { type: 'call', connector: 'c', input: {}, next: 'sign', failed: 'refused' } as unknown as State,
      sign: {
        ...{ type: 'sign', by: { party: 'applicant' }, what: 'form', next: 'granted', declined: 'refused' },
      } as unknown as State,
      ...ends,
    };
    const said = run(states, [monday]).assumed.map(({ en }) => en);
    expect(said).toContain('answer in fee: 24 hours on average');
    expect(said).toContain('answer in look: in a minute');
    expect(said).toContain('answer in sign: 24 hours on average');
  });
});

describe('the hours of an office', () => {
  const at = (clock: Clock, text: string) => clock.moment(text);
  const clockOf = (calendar: object, more: object = {}) =>
    new Clock({ ...agency, ...more, calendar } as never, 's', '2026-03-02', false);

  it('have a break in which nobody works', () => {
    const monday = { from: '09:00', to: '18:00', break: { from: '13:00', to: '14:00' } };
    const clock = clockOf({ country: 'none', week: { monday } });
    const noon = at(clock, '2026-03-02T10:00:00Z');
    expect(clock.after(noon, 2 * HOUR) - noon).toBe(3 * HOUR);
    // in the break nothing begins
    expect(clock.after(at(clock, '2026-03-02T11:30:00Z'), 0)).toBe(at(clock, '2026-03-02T12:00:00Z'));
    expect(clock.worked(at(clock, '2026-03-03'))).toBe(8 * HOUR);
  });

  it('are those of the office that the cases go to, where it has its own', () => {
    const saturday = { from: '10:00', to: '14:00' };
    const offices = [{ id: 'o', calendar: { country: 'none', week: { saturday } } }];
    const clock = clockOf({ country: 'none', week: { monday: { from: '08:00', to: '20:00' } } }, { offices });
    expect(clock.worked(at(clock, '2026-03-09'))).toBe(4 * HOUR);
    expect(clock.after(at(clock, '2026-03-02'), 0)).toBe(at(clock, '2026-03-07T08:00:00Z'));
  });

  it('of a day that was moved are those of Monday, of the first day that has any where it has none', () => {
    const days = [{ date: '2026-03-07', works: true }];
    const week = { monday: { from: '08:00', to: '12:00' } };
    const clock = clockOf({ country: 'none', week, days });
    expect(clock.worked(at(clock, '2026-03-08')) - clock.worked(at(clock, '2026-03-07'))).toBe(4 * HOUR);
    const fridays = clockOf({ country: 'none', week: { friday: { from: '08:00', to: '13:00' } }, days });
    expect(fridays.worked(at(fridays, '2026-03-08')) - fridays.worked(at(fridays, '2026-03-07'))).toBe(
      5 * HOUR,
    );
  });

  it('without any, nothing is ever done, and that is said', () => {
    const clock = clockOf({ country: 'none', week: {} });
    expect(() => clock.after(at(clock, '2026-03-02'), HOUR)).toThrow('no working hours');
  });

  it('and terms by the hour stand still while the law suspends them', () => {
    const regimes = [{ id: 'w', title: {}, from: '2026-03-02', to: '2026-03-04', termsSuspended: true }];
    const week = { monday: { from: '09:00', to: '17:00' } };
    const clock = clockOf({ country: 'none', week }, { regimes });
    const now = at(clock, '2026-03-02T10:00:00Z');
    const end = clock.due(now, { hours: 4 });
    expect(new Date(end).toISOString()).toMatch(/^2026-03-0[25]/);
    const free = clockOf({ country: 'none', week });
    expect(free.due(now, { hours: 4 }) - now).toBe(4 * HOUR);
    expect(free.due(now, 'PT90M') - now).toBe(1.5 * HOUR);
    const nobody = new Clock(undefined, 's', '2026-03-02', true);
    expect(nobody.after(now, HOUR) - now).toBe(HOUR);
    expect(nobody.worked(nobody.moment('2026-03-03'))).toBe(24 * HOUR);
    expect(nobody.due(now, { hours: 4 }) - now).toBe(4 * HOUR);
    expect(nobody.due(now, 'P1D')).toBe(nobody.moment('2026-03-04') - 1000);
    expect(nobody.due(now + HOUR, 'P1D')).toBe(nobody.moment('2026-03-04') - 1000);
  });
});
