import { describe, expect, it } from 'vitest';
import type { Flow, State } from '#core/definition/index.ts';
import { end, failuresOf, proved, task } from './small-flow.testing.ts';

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
