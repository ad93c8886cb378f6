import { describe, expect, it } from 'vitest';
import type { Flow, State } from '#core/definition/index.ts';
import { end, failuresOf, task } from './small-flow.testing.ts';

/** Where cases are decided though the term, which begins there, never began. */
const never = (from: string, states: Flow['states']) =>
  failuresOf(states, {
    decideWithin: { workingDays: 90, from, until: ['granted'], overdue: { meaning: 'late' } },
  }).filter(({ code }) => code === 'termNeverBegins');
const places = (from: string, states: Flow['states']) =>
  never(from, states).map(({ at, path }) => `${at}: ${path.map((s) => `${s.at}.${s.action ?? s.kind}`)}`);

describe('a term in law that begins with a state', () => {
  const ends = { granted: end('granted'), refused: end('refused', 'refused'), left: end('left', 'left') };
  const around = {
    intake: task({ check: 'check', quick: 'granted' }),
    check: task({ yes: 'granted' }),
    ...ends,
  };
  const through = {
    intake: task({ check: 'check' }),
    check: task({ yes: 'granted', no: 'refused' }),
    ...ends,
  };

  it('may never begin where a case is decided on a way around it', () => {
    expect(places('check', around)).toEqual(['granted: intake.quick']);
    expect(never('check', around)[0]).toMatchObject({
      pointer: '/decideWithin/from',
      at: 'granted',
      message: {
        en: 'A case may be decided without the term in law ever beginning: the path passes by “check”',
      },
    });
    expect(places('check', through)).toEqual([]);
  });

  it('always begins with the submission, the registration, the first state of all, or the end itself', () => {
    for (const from of ['submitted', 'registered', 'intake', 'granted'])
      expect(places(from, around)).toEqual([]);
  });

  it.each(['granted', 'partly', 'refused'])(
    'need not begin for a case that nobody decides, but where it is %s',
    (kind) => {
      const leaves = {
        intake: task({ check: 'check', away: 'left' }),
        check: task({ yes: 'granted' }),
        ...ends,
      };
      expect(places('check', leaves)).toEqual([]);
      expect(places('check', { ...leaves, left: end('left', kind) })).toEqual(['left: intake.away']);
    },
  );

  it('begins in a group too, in its first state and in later ones, though only its end is gone on from', () => {
    const flow = {
      initial: 'ask',
      states: { ask: task({ on: 'told' }), told: task({ on: 'yes' }), yes: end('yes') },
    };
    const group = {
      ...{ type: 'parallel', branches: { one: flow }, join: { outcome: 'yes', need: 'all' } },
      ...{ next: 'granted', otherwise: 'granted' },
    } as unknown as State;
    const states = { intake: task({ on: 'group' }), group, granted: end('granted') };
    for (const from of ['group', 'ask', 'told']) expect(places(from, states)).toEqual([]);
    expect(places('told', { ...states, intake: task({ on: 'group', quick: 'granted' }) })).toEqual([
      'granted: intake.quick',
    ]);
  });

  /** Branches of two tasks each, `one1` and `one2`, which end with yes or no. */
  const branch = (name: string, outcome = 'yes'): Flow => ({
    initial: `${name}1`,
    states: {
      [`${name}1`]: task({ on: `${name}2` }),
      [`${name}2`]: task({ on: 'over' }),
      over: end(outcome),
    },
  });
  const group = (branches: { [name: string]: Flow }, need: unknown, more: object = {}) =>
    ({
      ...{ type: 'parallel', branches, join: { outcome: 'yes', need } },
      ...{ next: 'granted', otherwise: 'refused', ...more },
    }) as unknown as State;

  it('may never begin where it begins in one branch and another is enough, but for its first state', () => {
    const any = { both: group({ one: branch('one'), two: branch('two') }, 'any'), ...ends };
    for (const states of [any, { intake: task({ on: 'both' }), ...any }]) {
      expect(never('one2', states).map(({ at }) => at)).toEqual(['granted']);
      // all branches begin at once
      expect(places('one1', states)).toEqual([]);
      expect(places('two1', states)).toEqual([]);
    }
    const all = { both: group({ one: branch('one'), two: branch('two') }, 'all'), ...ends };
    for (const from of ['one2', 'two2']) expect(places(from, all)).toEqual([]);
    // nor does it begin in them where it begins beside them
    const beside = { intake: task({ on: 'both', check: 'check' }), check: task({ on: 'left' }), ...all };
    expect(never('check', beside).map(({ at }) => at)).toEqual(['granted']);
  });

  it('has begun where all had to end before a group was lost', () => {
    const lost = { both: group({ one: branch('one', 'no'), two: branch('two', 'no') }, 'any'), ...ends };
    for (const from of ['one2', 'two2']) expect(places(from, lost)).toEqual([]);
    const first = { both: group({ one: branch('one', 'no'), two: branch('two', 'no') }, 'all'), ...ends };
    expect(never('one2', first).map(({ at }) => at)).toEqual(['refused']);
  });

  it('begins in a group that a branch begins with', () => {
    const deep = group({ one: branch('one'), two: branch('two') }, 'any', {
      next: 'over',
      otherwise: 'over',
    });
    const outer = { initial: 'deep', states: { deep, over: end('yes') } };
    const states = { both: group({ outer, beside: branch('beside') }, 'any'), ...ends };
    expect(places('two1', states)).toEqual([]);
    expect(never('two2', states).map(({ at }) => at)).toEqual(['granted']);
  });

  it('does not begin with an empty list', () => {
    const each = (need: string, more: object = {}) =>
      ({
        ...{ type: 'each', of: 'form.l', as: 'i', key: 'i.k', flow: branch('ask') },
        ...{ join: { outcome: 'yes', need }, next: 'granted', otherwise: 'left', ...more },
      }) as unknown as State;
    expect(places('ask1', { each: each('all'), ...ends })).toEqual(['granted: each.met']);
    expect(places('ask1', { each: each('any'), ...ends })).toEqual([]);
    const lost = each('any', { next: 'left', otherwise: 'granted' });
    expect(places('ask1', { each: lost, ...ends })).toEqual(['granted: each.lost']);
    // but a list that a deadline leaves has someone in it
    const late = { due: 'P1D', overdue: { to: 'granted' }, next: 'left' };
    expect(places('ask1', { each: each('all', late), ...ends })).toEqual([]);
    expect(places('ask2', { each: each('all', late), ...ends })).toEqual(['granted: each.due']);
    const flow = {
      initial: 'both',
      states: {
        both: group({ one: branch('one'), two: branch('two') }, 'any', { next: 'over', otherwise: 'over' }),
        over: end('yes'),
      },
    };
    expect(places('two1', { each: each('any', { flow }), ...ends })).toEqual([]);
    expect(never('two2', { each: each('any', { flow }), ...ends })).toHaveLength(1);
  });
});
