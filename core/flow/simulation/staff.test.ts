import { describe, expect, it } from 'vitest';
import { Clock } from './clock.ts';
import { agency } from './small-run.testing.ts';
import { type Job, Staff } from './staff.ts';

const HOUR = 3_600_000;
const hour = (text: string) => Date.parse(`2026-03-${text}:00+02:00`);
const nine = hour('02T09:00');
/** People of an office that is open from nine to five on weekdays. */
const people = (count: number) => new Staff('r', count, new Clock(agency as never, 's', '2026-03-02', false));
const job = (path: string, entered: number, hours: number, due?: number): Job => ({
  ...{ role: 'r', path, entered, due, work: hours * HOUR },
});
/** What a run does at one moment: a task is put, or leaves, and whoever is free begins the next. */
const put = (staff: Staff, one: Job, now: number) => {
  staff.put(one, now);
  return staff.begin(now);
};
const leave = (staff: Staff, one: Job, now: number) => {
  staff.leave(one, now);
  return staff.begin(now);
};
const paths = (jobs: readonly Job[]) => jobs.map((one) => one.path);

describe('people of a role', () => {
  it('take the nearest deadline first, of equal ones whoever came first, those without one last', () => {
    const staff = people(1);
    const first = job('first', nine, 1, nine + 100);
    expect(put(staff, first, nine)).toEqual([first]);
    for (const [path, due] of [
      ['none', undefined],
      ['none either', undefined],
      ['a', nine + 50],
      ['b', nine + 20],
      ['c', nine + 50],
      ['d', nine + 60],
    ] as const)
      expect(put(staff, job(path, nine, 1, due), nine)).toEqual([]);
    expect(paths(staff.queue)).toEqual(['b', 'a', 'c', 'd', 'none', 'none either']);
    expect(paths(leave(staff, first, nine + HOUR))).toEqual(['b']);
  });

  it('begin as many as there are people, the next when one is done', () => {
    const staff = people(2);
    const jobs = ['a', 'b', 'c', 'd'].map((path, n) => job(path, nine, n + 1));
    const [a, b, c, d] = jobs as [Job, Job, Job, Job];
    expect(paths(jobs.flatMap((one) => put(staff, one, nine)))).toEqual(['a', 'b']);
    expect(a).toMatchObject({ begun: nine, ends: nine + HOUR });
    expect(b).toMatchObject({ begun: nine, ends: nine + 2 * HOUR });
    expect(staff).toMatchObject({ busy: 2, done: 0, most: 2 });
    expect(leave(staff, a, nine + HOUR)).toEqual([c]);
    expect(c).toMatchObject({ begun: nine + HOUR, ends: nine + 4 * HOUR });
    expect(leave(staff, b, nine + 2 * HOUR)).toEqual([d]);
    expect(staff).toMatchObject({ busy: 2, done: 2, most: 2 });
    expect(leave(staff, c, nine + 4 * HOUR)).toEqual([]);
    expect(leave(staff, d, nine + 6 * HOUR)).toEqual([]);
    expect(staff).toMatchObject({ busy: 0, done: 4, overdue: 0 });
    expect(staff.waits).toEqual([0, 0, HOUR, 2 * HOUR]);
    expect(staff.workedTime).toBe(10 * HOUR);
    // two waited for an hour, one for another
    expect(staff.queueTime).toBe(3 * HOUR);
  });

  it('do nothing and nobody waits while the office is closed', () => {
    const staff = people(1);
    const [early, next] = [job('early', hour('01T12:00'), 1), job('next', hour('01T12:00'), 1)];
    put(staff, early, hour('01T12:00'));
    put(staff, next, hour('01T12:00'));
    expect(early).toMatchObject({ begun: nine, ends: nine + HOUR });
    leave(staff, early, nine + HOUR);
    expect(staff.waits).toEqual([0, HOUR]);
    expect(staff).toMatchObject({ workedTime: HOUR, queueTime: HOUR });
    // eight hours from ten o'clock: the last two on Tuesday, an hour of them is over when it is counted
    const long = job('long', nine, 8);
    put(staff, long, nine + HOUR);
    leave(staff, next, nine + 2 * HOUR);
    expect(long.ends).toBe(hour('03T11:00'));
    staff.close(hour('03T10:00'), [long]);
    expect(staff.workedTime).toBe(9 * HOUR);
  });

  it('have done what they finished, not what was taken off their hands', () => {
    const staff = people(1);
    const [first, waiting, last] = ['first', 'waiting', 'last'].map((path) => job(path, nine, 2)) as [
      Job,
      Job,
      Job,
    ];
    for (const one of [first, waiting, last]) put(staff, one, nine);
    expect(leave(staff, waiting, nine + HOUR)).toEqual([]);
    expect(paths(staff.queue)).toEqual(['last']);
    expect(staff).toMatchObject({ busy: 1, done: 0, queueTime: 2 * HOUR });
    // an hour before it would have been finished
    expect(leave(staff, first, nine + HOUR)).toEqual([last]);
    expect(staff).toMatchObject({ busy: 1, done: 0, workedTime: HOUR, queueTime: 2 * HOUR });
    leave(staff, last, nine + 3 * HOUR);
    expect(staff).toMatchObject({ busy: 0, done: 1, workedTime: 3 * HOUR });
  });

  it('are late with what leaves their hands after its deadline, and with what is open beyond it', () => {
    const staff = people(3);
    const due = nine + HOUR;
    const [late, inTime, free] = [job('l', nine, 1, due), job('t', nine, 1, due), job('f', nine, 1)];
    for (const one of [late, inTime, free]) put(staff, one, nine);
    leave(staff, inTime, due);
    expect(staff.overdue).toBe(0);
    leave(staff, late, due + 1);
    expect(staff.overdue).toBe(1);
    leave(staff, free, due + 2);
    expect(staff.overdue).toBe(1);
    const open = [due + 3, due + 4, due + 5, due + 6, undefined].map((at) => job('open', nine, 1, at));
    staff.close(due + 6, open);
    expect(staff).toMatchObject({ overdue: 4, done: 3 });
  });

  it('count the queue up to the end of the run', () => {
    const staff = people(1);
    put(staff, job('first', nine, 40), nine);
    // who comes later waits from then on
    put(staff, job('second', nine + HOUR, 1), nine + HOUR);
    put(staff, job('third', nine + 3 * HOUR, 1), nine + 3 * HOUR);
    staff.close(hour('03T12:00'), [...staff.queue]);
    expect(staff).toMatchObject({ queueTime: 18 * HOUR, workedTime: 0, most: 2 });
  });

  it('begin nothing while tasks come and go at one moment: then the nearest deadline', () => {
    const staff = people(1);
    const [later, sooner, gone] = [
      job('later', nine, 1, nine + 3 * HOUR),
      job('sooner', nine, 1, nine + HOUR),
      job('gone', nine, 1, nine),
    ];
    for (const one of [later, gone, sooner]) staff.put(one, nine);
    staff.leave(gone, nine);
    expect(staff.begin(nine)).toEqual([sooner]);
    expect(staff).toMatchObject({ busy: 1, most: 1, waits: [0], queue: [later] });
    expect(staff.begin(nine)).toEqual([]);
  });
});
