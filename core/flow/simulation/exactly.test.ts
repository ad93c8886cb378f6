import { describe, expect, it } from 'vitest';
import type { State } from '#core/definition/index.ts';
import { end, fixed, monday, run, task } from './small-run.testing.ts';

describe('a simulated case', () => {
  const review = { review: task({ on: { to: 'granted' } }), granted: end('granted') };

  it('takes as long as its work, in the hours of the office', () => {
    const work = { review: fixed(120) };
    expect(run(review, [monday], { work }).duration?.median).toBeCloseTo(2 / 24, 3);
    // come on Saturday, it is begun on Monday at nine
    const saturday = run(review, ['2026-03-07T07:00:00Z'], { work });
    expect(saturday.duration?.median).toBeCloseTo(2 + 2 / 24, 3);
    expect(saturday.roles[0]?.waiting?.median).toBe(0);
    expect(run(review, ['2026-03-07T07:00:00Z'], { work, hours: 'always' }).duration?.median).toBeCloseTo(
      2 / 24,
      3,
    );
    // ten hours of work end on the next day
    expect(run(review, [monday], { work: { review: fixed(600) } }).duration?.median).toBeCloseTo(
      1 + 2 / 24,
      3,
    );
  });

  it('of a record comes within the days of the plan: what came before and after is left out', () => {
    const times = [
      '2026-03-01T21:59:59Z',
      '2026-03-01T22:00:00Z',
      '2026-03-02T21:59:59Z',
      '2026-03-02T22:00:00Z',
    ];
    expect(run(review, times, { days: 1 })).toMatchObject({
      ...{ from: '2026-03-01T22:00:00.000Z', until: '2026-03-02T22:00:00.000Z' },
      cases: { arrived: 2, ended: 1, open: 1 },
    });
  });

  it('waits for whoever is busy', () => {
    const { roles, duration } = run(review, [monday, monday], { work: { review: fixed(60) } });
    expect(roles[0]).toMatchObject({ done: 2, waited: 0.5, queue: { most: 1, atEnd: 0 } });
    expect(roles[0]?.waiting?.p90).toBeCloseTo(1, 3);
    expect(duration?.p90).toBeCloseTo(2 / 24, 3);
  });

  it('takes a limited action so often and no more', () => {
    const states = {
      review: task({ again: { to: 'review', atMost: 2 }, on: { to: 'granted' } }),
      granted: end('granted'),
    };
    const { states: seen, cases } = run(states, [monday], {
      work: { review: fixed(1) },
      shares: { review: { again: 1 } },
    });
    expect(seen[0]?.visits).toBe(3);
    expect(cases.outcomes).toEqual({ granted: 1 });
  });

  it('waits as long as the definition says, and goes where a deadline leads', () => {
    const asks = (more: object) => ({
      ask: {
        type: 'party',
        party: 'applicant',
        due: 'P3D',
        actions: { yes: { to: 'granted' } },
        ...more,
      } as State,
      granted: end('granted'),
      left: end('left'),
    });
    const answers = { ask: fixed(200) };
    const late = run(asks({ overdue: { to: 'left' } }), [monday], { answers });
    expect(late.cases.outcomes).toEqual({ left: 1 });
    // come at nine, left at midnight of the third day after
    expect(late.duration?.median).toBeCloseTo(3 + 15 / 24, 3);
    expect(run(asks({ overdue: { raise: 'r' } }), [monday], { answers }).cases.outcomes).toEqual({
      granted: 1,
    });
    const wait = {
      wait: { type: 'wait', for: { hours: 30 }, next: 'granted' } as State,
      granted: end('granted'),
    };
    expect(run(wait, [monday]).duration?.median).toBeCloseTo(30 / 24, 3);
  });

  it('has a deadline of each visit: that of an earlier one is of no matter later', () => {
    const states = {
      ask: {
        ...{ type: 'party', party: 'applicant', due: 'P3D', overdue: { to: 'left' } },
        actions: { again: { to: 'ask', atMost: 1 }, yes: { to: 'granted' } },
      } as State,
      ...{ granted: end('granted'), left: end('left') },
    };
    const {
      cases,
      states: seen,
      duration,
    } = run(states, [monday], {
      ...{ answers: { ask: fixed(50) }, shares: { ask: { again: 1 } } },
    });
    expect(cases.outcomes).toEqual({ granted: 1 });
    expect(seen[0]).toMatchObject({ path: 'ask', visits: 2, stay: { median: 2.0833, p90: 2.0833 } });
    expect(duration?.median).toBeCloseTo(100 / 24, 3);
  });

  it('is never drawn to where only the deadline leads, nor does it stay where it stood', () => {
    const states = {
      ask: {
        ...{ type: 'party', party: 'applicant', due: 'P9D', overdue: { to: 'left' } },
        actions: { yes: { to: 'granted' }, no: { to: 'refused' } },
      } as State,
      ...{ granted: end('granted'), refused: end('refused'), left: end('left') },
    };
    const many = Array.from({ length: 60 }, () => monday);
    const { cases } = run(states, many, { answers: { ask: fixed(5) } });
    expect(Object.keys(cases.outcomes)).toEqual(['granted', 'refused']);
    expect(cases).toMatchObject({ arrived: 60, ended: 60, open: 0 });
  });

  it('is overdue in the hands of staff after the deadline of its task, and stays there where it leads nowhere', () => {
    const of = (more: object, hours: number) =>
      run(
        { review: task({ on: { to: 'granted' } }, more), ...{ granted: end('granted'), left: end('left') } },
        [monday],
        {
          work: { review: fixed(hours * 60) },
        },
      );
    const told = { due: { workingDays: 1 }, overdue: { raise: 'r' } };
    expect(of(told, 9).roles[0]).toMatchObject({ overdue: 0, done: 1 });
    expect(of(told, 17).roles[0]).toMatchObject({ overdue: 1, done: 1 });
    const led = of({ due: { workingDays: 1 }, overdue: { to: 'left' } }, 17);
    expect(led.cases.outcomes).toEqual({ left: 1 });
    // taken off their hands as the day of the deadline ends, unfinished
    expect(led.roles[0]).toMatchObject({ overdue: 0, done: 0 });
    expect(led.duration?.median).toBeCloseTo(1 + 15 / 24, 3);
    expect(led.roles[0]?.utilisation).toBeCloseTo(16 / (22 * 8), 3);
  });

  it('goes by the shares of the plan where a deadline leads different ways', () => {
    const to = [{ when: 'form.a', to: 'left' }, { to: 'granted' }];
    const states = {
      ask: {
        ...{ type: 'party', party: 'applicant', due: 'P1D', overdue: { to } },
        actions: { yes: { to: 'granted' } },
      } as State,
      ...{ granted: end('granted'), left: end('left') },
    };
    const of = (shares: object) =>
      run(states, [monday], { answers: { ask: fixed(100) }, shares: { 'ask.due': { ...shares } } }).cases
        .outcomes;
    expect(of({ left: 1 })).toEqual({ left: 1 });
    expect(of({ granted: 1 })).toEqual({ granted: 1 });
  });

  it('asks systems that have no deadline, one case after another', () => {
    const states = {
      ask: { type: 'call', connector: 'c', input: {}, next: 'granted', failed: 'left' } as unknown as State,
      ...{ granted: end('granted'), left: end('left') },
    };
    const times = [7, 8, 9, 10, 11, 12].map((hour) => `2026-03-02T${String(hour).padStart(2, '0')}:00:00Z`);
    const { cases } = run(states, times, { answers: { ask: fixed(3) } }, {}, { c: { id: 'c' } });
    expect(cases).toMatchObject({ arrived: 6, ended: 6, outcomes: { granted: 6 } });
  });

  it('stands in the queue of its role at the end of each day', () => {
    const three = [monday, monday, '2026-03-03T07:00:00Z'];
    const { series, states } = run(review, three, { days: 4, work: { review: fixed(9 * 60) } });
    expect(series).toEqual({
      days: ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'],
      queues: { r: [1, 1, 0, 0] },
    });
    expect(states).toMatchObject([{ path: 'review', visits: 3 }]);
  });

  it('waits for another system as long as the plan says', () => {
    const states = {
      wait: { type: 'wait', event: 'paid', next: 'granted' } as unknown as State,
      granted: end('granted'),
    };
    const { duration, assumed } = run(states, [monday], { answers: { wait: fixed(36) } });
    expect(duration?.median).toBeCloseTo(1.5, 3);
    expect(assumed).toHaveLength(1);
  });

  it('takes an answer that does not come in time for a failure, unless someone is told instead', () => {
    const call = (more: object) => ({
      ask: { type: 'call', connector: 'c', input: {}, next: 'granted', failed: 'left', ...more } as State,
      granted: end('granted'),
      left: end('left'),
    });
    const slow = { answers: { ask: fixed(100) } };
    const connectors = { c: { id: 'c', due: 'PT2H' } };
    expect(run(call({}), [monday], slow, {}, connectors).cases.outcomes).toEqual({ left: 1 });
    expect(run(call({ overdue: { raise: 'r' } }), [monday], slow, {}, connectors).cases.outcomes).toEqual({
      granted: 1,
    });
    expect(run(call({}), [monday], {}, {}, connectors).cases.outcomes).toEqual({ granted: 1 });
  });

  it('is late when its term runs out while it is open, and not while the term stands still', () => {
    const term = (more: object = {}) => ({
      decideWithin: {
        workingDays: 1,
        from: 'submitted',
        until: ['granted'],
        overdue: { meaning: 'late' },
        ...more,
      },
    });
    const slow = { days: 5, work: { review: fixed(60 * 60) } };
    expect(run(review, [monday], slow, term()).late).toMatchObject({ late: 1, of: 1, share: 1 });
    expect(run(review, [monday], slow, term({ pausedIn: ['review'] })).late).toMatchObject({
      late: 0,
      of: 0,
    });
    expect(run(review, [monday], { work: { review: fixed(10) } }, term()).late).toMatchObject({
      late: 0,
      of: 1,
    });
    // the first of two is in time, the second waits too long
    expect(run(review, [monday, monday], { work: { review: fixed(9 * 60) } }, term()).late).toMatchObject({
      late: 1,
      of: 2,
      share: 0.5,
    });
  });
});
