import { describe, expect, it } from 'vitest';
import type { State } from '#core/definition/types.generated.ts';
import { batchOf, hasRoom } from './batch.ts';
import type { Place } from './place.ts';

type Each = Extract<State, { type: 'each' }>;
const each = (first: object): Each =>
  ({
    type: 'each',
    of: 'form.list',
    as: 'one',
    flow: { initial: 'first', states: { first } },
  }) as unknown as Each;
const task = { type: 'task', role: 'inspector' };
const reminders = (n: number) => Array.from({ length: n }, () => ({ before: 'P1D', message: 'soon' }));

describe('how many of a list one command opens', () => {
  it('is at most 25', () => {
    expect(batchOf(each(task))).toBe(25);
    expect(batchOf(each({ ...task, due: 'P5D', remind: reminders(1) }))).toBe(25);
    // an item that is done at once, and one whose first state there is not
    expect(batchOf(each({ type: 'end', outcome: 'done' }))).toBe(25);
    expect(batchOf({ ...each(task), flow: { initial: 'gone', states: {} } } as Each)).toBe(25);
  });
  it('is less where each needs more: reminders, branches', () => {
    expect(batchOf(each({ ...task, due: 'P5D', remind: reminders(3) }))).toBe(15);
    const branch = { initial: 'a', states: { a: { ...task, due: 'P5D' } } };
    expect(batchOf(each({ type: 'parallel', branches: { x: branch, y: branch, z: branch } }))).toBe(10);
  });
  it('does not count branches that end where they begin', () => {
    const branch = (first: object) => ({ initial: 'a', states: { a: first } });
    const end = branch({ type: 'end', outcome: 'done' });
    const branches = { x: branch({ ...task, due: 'P5D' }), y: end, z: end };
    expect(batchOf(each({ type: 'parallel', branches }))).toBe(25);
  });
  it('is never nothing', () => {
    expect(batchOf(each({ ...task, due: 'P5D', remind: reminders(90) }))).toBe(1);
  });
});

describe('whether a command that opens places can open another item', () => {
  const places = (n: number, more: object = {}) =>
    Array.from({ length: n }, () => ({ kind: 'task', path: 'a', ...more }) as unknown as Place);

  it('depends on what each of them writes: itself, its deadline, its reminders', () => {
    expect(hasRoom([])).toBe(true);
    expect([74, 75].map((n) => hasRoom(places(n)))).toEqual([true, false]);
    const due = { due: '2026-03-10T00:00:00Z' };
    expect([37, 38].map((n) => hasRoom(places(n, due)))).toEqual([true, false]);
    const remind = { 0: due.due, 1: due.due, 2: due.due };
    expect([14, 15].map((n) => hasRoom(places(n, { ...due, remind })))).toEqual([true, false]);
  });
});
