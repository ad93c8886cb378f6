import { describe, expect, it } from 'vitest';
import type { Flow, State } from '#core/definition/index.ts';
import { shortest } from './group.ts';
import { end, failuresOf, proved, task } from './small-flow.testing.ts';
import type { Step } from './types.ts';

describe('a group that is left', () => {
  const late = { type: 'wait', event: { connector: 'c', match: 'true' }, next: 'refused' } as State;
  const one = (name: string, actions: { [action: string]: string }): Flow => ({
    initial: name,
    states: {
      [name]: task(actions),
      more: task({ on: 'yes' }),
      yes: end('yes'),
      no: end('no'),
      gone: end('gone'),
    },
  });
  /** The steps to `late`, which waits without a deadline. */
  const steps = (branches: { [name: string]: Flow }, more: object) => {
    const both = {
      type: 'parallel',
      branches,
      next: 'granted',
      otherwise: 'refused',
      ...more,
    } as unknown as State;
    return failuresOf({ both, late, granted: end('granted'), refused: end('refused') })
      .filter(({ code }) => code === 'noDeadline')
      .map(({ path }) => path.map((s) => `${s.at}.${s.action ?? s.kind}`));
  };
  const all = { outcome: 'yes', need: 'all' };

  it('because it is lost, is so by the one branch that ends otherwise soonest', () => {
    const branches = {
      a: one('a', { on: 'yes' }),
      b: one('b', { on: 'more', not: 'no' }),
      c: one('c', { on: 'gone' }),
    };
    expect(steps(branches, { join: all, otherwise: 'late' })).toEqual([['both/b/b.not', 'both.lost']]);
    // two of three are wanted: two must fail
    expect(steps(branches, { join: { outcome: 'yes', need: 2 }, otherwise: 'late' })).toEqual([
      ['both/b/b.not', 'both/c/c.on', 'both.lost'],
    ]);
  });

  it('because it is met, is so by those that come to it soonest', () => {
    const branches = { a: one('a', { on: 'more' }), b: one('b', { on: 'yes' }), c: one('c', { on: 'gone' }) };
    expect(steps(branches, { join: { outcome: 'yes', need: 'any' }, next: 'late' })).toEqual([
      ['both/b/b.on', 'both.met'],
    ]);
    expect(steps(branches, { join: { outcome: 'yes', need: 2 }, next: 'late' })).toEqual([
      ['both/b/b.on', 'both/a/a.on', 'both/a/more.on', 'both.met'],
    ]);
  });

  it('by a condition, is so once all have ended, however', () => {
    const branches = { a: one('a', { on: 'more', not: 'no' }), b: one('b', { on: 'yes' }) };
    const join = { when: 'outcomes.both.a = "yes"' };
    expect(steps(branches, { join, next: 'late' })).toEqual([['both/a/a.not', 'both/b/b.on', 'both.met']]);
  });

  it('at its deadline, is so with nothing done inside', () => {
    const branches = { a: one('a', { on: 'yes' }) };
    const due = { due: 'P1D', overdue: { to: 'late' } };
    expect(steps(branches, { join: all, ...due })).toEqual([['both.due']]);
  });

  it('never by what none of its branches comes to, and that is shown at the join', () => {
    const both = {
      ...{ type: 'parallel', branches: { a: one('a', { on: 'yes' }) }, title: { uk: 'Разом', en: 'Both' } },
      ...{ join: { outcome: 'agreed', need: 'all' }, next: 'granted', otherwise: 'refused' },
    } as unknown as State;
    const found = failuresOf({ both, granted: end('granted'), refused: end('refused') });
    const join = found.find(({ code }) => code === 'joinOutOfReach');
    expect(join).toMatchObject({ pointer: '/flow/states/both/join', at: 'both' });
    expect(join?.message.en).toContain('agreed');
    expect(found.find(({ at }) => at === 'granted')).toMatchObject({
      code: 'unreachableState',
      pointer: '/flow/states/granted',
      message: { en: expect.stringContaining('“granted”') },
    });
  });
});

describe('a list that many must agree to', () => {
  const flow = {
    initial: 'ask',
    states: { ask: task({ on: 'yes', no: 'no' }), yes: end('yes'), no: end('no') },
  };
  const each = (need: unknown) =>
    ({
      ...{ type: 'each', of: 'form.l', as: 'i', key: 'i.k', flow, join: { outcome: 'yes', need } },
      ...{ next: 'late', otherwise: 'refused' },
    }) as unknown as State;
  const late = { type: 'wait', event: { connector: 'c', match: 'true' }, next: 'granted' } as State;
  const steps = (need: unknown) =>
    failuresOf({ each: each(need), late, granted: end('granted'), refused: end('refused', 'refused') })
      .filter(({ code }) => code === 'noDeadline')
      .map(({ path }) => path.map((s) => `${s.at}.${s.action ?? s.kind}`));

  it('is looked at with as many items as they are, though lists have two at most elsewhere', () => {
    expect(steps(3)).toEqual([['each/*/ask.on', 'each/*/ask.on', 'each/*/ask.on', 'each.met']]);
    expect(steps('any')).toEqual([['each/*/ask.on', 'each.met']]);
  });

  it('of all is met by an empty list, and that is said', () => {
    expect(steps('all')).toEqual([['each.met']]);
    const [found] = failuresOf({ each: each('all'), late, granted: end('granted'), refused: end('refused') });
    expect(found?.path[0]?.says).toEqual({
      uk: '«each»: умову обʼєднання виконано (перелік порожній) → «late»',
      en: '“each”: the join is met (the list is empty) → “late”',
    });
  });
});

describe('a join by a condition', () => {
  const branch = (name: string, to: string): Flow => ({
    initial: name,
    states: { [name]: task({ on: to }), [`${name}End`]: { type: 'end', outcome: 'yes' } as State },
  });
  const group = (one: Flow) => ({
    both: {
      type: 'parallel',
      branches: { one, other: branch('other', 'otherEnd') },
      join: { when: 'outcomes.both.one = "yes"' },
      next: 'granted',
      otherwise: 'refused',
    } as State,
    granted: end('granted'),
    refused: end('refused', 'refused'),
  });

  it('may turn out either way once all have ended, and never does where one does not end', () => {
    expect(proved(group(branch('one', 'oneEnd')))).toEqual([]);
    expect(proved(group(branch('one', 'one')))).toEqual([
      'unreachableState granted',
      'unreachableState refused',
      'unreachableState both/one/oneEnd',
      'neverEnds both/one/one',
    ]);
  });
});

describe('the shortest path', () => {
  it('counts the steps that a person would take, those inside a group too', () => {
    const chain = (name: string): Flow => ({
      initial: `${name}1`,
      states: {
        [`${name}1`]: task({ on: `${name}2` }),
        [`${name}2`]: task({ on: `${name}3` }),
        [`${name}3`]: task({ on: `${name}End` }),
        [`${name}End`]: { type: 'end', outcome: 'yes' } as State,
      },
    });
    const both = {
      type: 'parallel',
      branches: { a: chain('a'), b: chain('b') },
      join: { outcome: 'yes', need: 'all' },
      next: 'late',
      otherwise: 'late',
    } as State;
    const late = { type: 'wait', event: { connector: 'c', match: 'true' }, next: 'granted' } as State;
    const [found] = failuresOf({
      start: task({ group: 'both', walk: 'one' }),
      both,
      one: task({ on: 'two' }),
      two: task({ on: 'three' }),
      three: task({ on: 'late' }),
      late,
      granted: end('granted'),
    });
    expect(found?.code).toBe('noDeadline');
    expect(found?.path.map((s) => s.at)).toEqual(['start', 'one', 'two', 'three']);
  });
});

it('of several ways the one of fewest steps is the shortest, the first of those that are as short', () => {
  const steps = (...names: string[]) => names.map((at) => ({ at }) as Step);
  const [one, other, long] = [steps('a'), steps('b'), steps('a', 'b')];
  expect(shortest([long, one, other])).toBe(one);
  expect(shortest([null, other, null, one, long])).toBe(other);
  expect([shortest([null, null]), shortest([])]).toEqual([null, null]);
});
