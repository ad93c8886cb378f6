import { describe, expect, it } from 'vitest';
import type { State } from '#core/definition/types.generated.ts';
import { batchOf } from './batch.ts';

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
  it('is never nothing', () => {
    expect(batchOf(each({ ...task, due: 'P5D', remind: reminders(90) }))).toBe(1);
  });
});
