import { describe, expect, it } from 'vitest';
import type { State } from '#core/definition/index.ts';
import { Clock } from './clock.ts';
import { end, fixed, monday, run, task } from './small-run.testing.ts';
import { Staff } from './staff.ts';

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

describe('people of a role', () => {
  const job = (path: string, due: number | undefined) => ({ role: 'r', path, entered: 0, due, work: 10 });

  it('take the nearest deadline first, of equal ones whoever came first, those without one last', () => {
    const clock = new Clock(undefined, 's', '2026-03-02', true);
    const start = clock.moment('2026-03-02');
    const staff = new Staff('r', 1, clock);
    const first = job('first', 100);
    staff.put(first, start);
    for (const [path, due] of [
      ['none', undefined],
      ['a', 50],
      ['b', 20],
      ['c', 50],
    ] as const)
      staff.put(job(path, due), start);
    expect(staff.queue.map((j) => j.path)).toEqual(['b', 'a', 'c', 'none']);
    expect(staff.leave(first, start + 10).map((j) => j.path)).toEqual(['b']);
    // a task that is taken back is no work
    const waiting = staff.queue.find((j) => j.path === 'a');
    if (waiting) staff.leave(waiting, start + 20);
    expect(staff.queue.map((j) => j.path)).toEqual(['c', 'none']);
    expect(staff.done).toBe(1);
  });
});
