import { describe, expect, it } from 'vitest';
import type { Flow, State } from '#core/definition/index.ts';
import { end, failuresOf, proved, task } from './small-flow.testing.ts';

describe('a case that would never end', () => {
  const round = { a: task({ on: 'b' }), b: task({ on: 'a' }), granted: end('granted') };

  it('is not ended by withdrawing or reopening, but by a silence that decides it', () => {
    expect(proved({ ...round, gone: end('gone', 'withdrawn') }, { after: { reopen: { by: 'r' } } })).toEqual([
      'unreachableState granted',
      'neverEnds a',
    ]);
    const overdue = { meaning: 'consent', to: 'granted' };
    expect(
      proved(round, { decideWithin: { workingDays: 9, from: 'submitted', until: ['granted'], overdue } }),
    ).toEqual([]);
  });

  it('is found where two states lead to each other beside the way to both', () => {
    const states = {
      start: task({ left: 'a', right: 'b' }),
      a: task({ on: 'b' }),
      b: task({ on: 'a' }),
    };
    expect(proved(states)).toEqual(['neverEnds start']);
  });
});

describe('a way that can be used up', () => {
  const limited = (atMost: number) => {
    const stuck = task({ back: 'start' });
    if (stuck.type === 'task' && stuck.actions.back) stuck.actions.back.atMost = atMost;
    return { start: task({ on: 'stuck', away: 'granted' }), stuck, granted: end('granted') };
  };

  it('leaves the case stuck where it was used as often as it may be, not sooner', () => {
    const [found] = failuresOf(limited(2));
    expect(found).toMatchObject({ code: 'noWayOn', at: 'stuck', pointer: '/flow/states/stuck' });
    expect(found?.path.map((s) => `${s.at}.${s.action}`)).toEqual([
      'start.on',
      'stuck.back',
      'start.on',
      'stuck.back',
      'start.on',
    ]);
    expect(found?.circle).toBeUndefined();
  });

  it('is told of once, however often it was used on the way', () => {
    const start = task({ again: 'start', on: 'lost', away: 'granted' });
    if (start.type === 'task' && start.actions.again) start.actions.again.atMost = 2;
    const states = { start, lost: task({ on: 'lost' }), granted: end('granted') };
    expect(proved(states)).toEqual(['neverEnds lost']);
    expect(failuresOf(states)[0]?.path.map((s) => s.action)).toEqual(['on']);
  });

  it('is told of at the place where nothing is left, though the case was lost before', () => {
    const last = task({ again: 'last' });
    if (last.type === 'task' && last.actions.again) last.actions.again.atMost = 1;
    const [found] = failuresOf({
      start: task({ on: 'lost', away: 'granted' }),
      lost: task({ on: 'last' }),
      last,
      granted: end('granted'),
    });
    expect(found).toMatchObject({ code: 'noWayOn', at: 'last' });
    expect(found?.path.map((s) => s.at)).toEqual(['start', 'lost', 'last']);
  });
});

describe('a group that may be kept open', () => {
  const stuck = (name: string): Flow => ({
    initial: name,
    states: {
      [name]: task({ on: `${name}Done`, lost: `${name}Lost` }),
      [`${name}Lost`]: task({ on: `${name}Lost` }),
      [`${name}Done`]: end('yes'),
    },
  });
  const plain = (name: string): Flow => ({
    initial: name,
    states: { [name]: task({ on: `${name}Done` }), [`${name}Done`]: end('yes') },
  });
  const group = (more: object) =>
    ({
      ...{ type: 'parallel', branches: { a: stuck('a'), b: plain('b') } },
      ...{ join: { outcome: 'yes', need: 'all' }, next: 'granted', otherwise: 'granted', ...more },
    }) as unknown as State;
  const found = (more: object, around: Flow['states'] = {}) =>
    proved({ group: group(more), ...around, granted: end('granted') });

  it('is told of where it hangs, once, however the case circles round it', () => {
    expect(found({})).toEqual(['neverEnds group/a/aLost']);
    const states = { start: task({ on: 'group' }), group: group({ next: 'start', otherwise: 'start' }) };
    expect(proved(states)).toEqual(['neverEnds group/a/aLost']);
  });

  it('does no harm where the others are enough, or a deadline leads out', () => {
    expect(found({ join: { outcome: 'yes', need: 'any' } })).toEqual([]);
    expect(found({ join: { outcome: 'yes', need: 1 } })).toEqual([]);
    expect(found({ join: { outcome: 'yes', need: 2 } })).toEqual(['neverEnds group/a/aLost']);
    expect(found({ due: 'P1D', overdue: { to: 'granted' } })).toEqual([]);
    // it is only told
    expect(found({ due: 'P1D', overdue: { raise: 'r' } })).toEqual(['neverEnds group/a/aLost']);
  });

  it('hangs beside another that may hang, whatever one of them would be worth', () => {
    const both = { branches: { a: stuck('a'), b: stuck('b') }, join: { outcome: 'yes', need: 'any' } };
    expect(found(both)).toEqual(['neverEnds group/a/aLost', 'neverEnds group/b/bLost']);
  });

  it('is lost in good time where another branch cannot bring what is wanted', () => {
    const no = { initial: 'b', states: { b: task({ on: 'bNo' }), bNo: end('no') } };
    expect(found({ branches: { a: stuck('a'), b: no } })).toEqual(['joinOutOfReach group']);
    const either = {
      ...no,
      states: { b: task({ on: 'bNo', yes: 'bYes' }), bNo: end('no'), bYes: end('yes') },
    };
    expect(found({ branches: { a: stuck('a'), b: either } })).toEqual(['neverEnds group/a/aLost']);
  });

  it('hangs beside one that need not bring what is wanted, not where that loses in good time', () => {
    const b = (...to: string[]) => ({
      initial: 'b',
      states: {
        b: task(Object.fromEntries(to.map((name) => [name, name]))),
        ...Object.fromEntries(to.map((name) => [name, end(name)])),
      },
    });
    const any = { outcome: 'yes', need: 'any' };
    for (const other of [b('yes', 'no'), b('no')])
      expect(found({ branches: { a: stuck('a'), b: other }, join: any })).toEqual([
        'neverEnds group/a/aLost',
      ]);
    expect(found({ branches: { a: stuck('a'), b: b('yes') }, join: any })).toEqual([]);
    const two = { branches: { a: stuck('a'), b: b('no') }, join: { outcome: 'yes', need: 2 } };
    expect(found(two)).toEqual(['joinOutOfReach group']);
  });

  it('in a branch where nothing leads to it keeps nothing open', () => {
    const inner = {
      initial: 'in',
      states: { in: task({ on: 'out' }), lost: group({ next: 'out', otherwise: 'out' }), out: end('yes') },
    };
    const both = group({ branches: { one: inner }, next: 'both', otherwise: 'both' });
    expect(proved({ both })).toEqual(['unreachableState both/one/lost', 'neverEnds both']);
  });

  it('of a list hangs with a single item, and with one of several', () => {
    const list = (need: unknown) =>
      proved({
        each: {
          ...{ type: 'each', of: 'form.l', as: 'i', key: 'i.k', flow: stuck('a') },
          ...{ join: { outcome: 'yes', need }, next: 'granted', otherwise: 'granted' },
        } as unknown as State,
        granted: end('granted'),
      });
    for (const need of ['all', 'any', 1, 3]) expect(list(need)).toEqual(['neverEnds each/*/aLost']);
  });

  it('is shown where it is written, with the steps that repeat and the state by its name', () => {
    const whole = (states: Flow['states']) =>
      failuresOf({ ...states, granted: end('granted') }).map(({ pointer, at, path, circle, message }) => ({
        ...{ pointer, at, en: message.en },
        path: path.map((s) => s.pointer),
        circle: circle?.map((s) => `${s.at}.${s.action}`),
      }));
    const branch = '/flow/states/group/branches/a/states';
    expect(whole({ group: group({}) })).toEqual([
      {
        pointer: `${branch}/aLost`,
        at: 'group/a/aLost',
        en: expect.stringContaining('“aLost”'),
        path: [`${branch}/a/actions/lost/to`],
        circle: ['group/a/aLost.on'],
      },
    ]);
    const each = {
      ...{ type: 'each', of: 'form.l', as: 'i', key: 'i.k', flow: stuck('a') },
      ...{ join: { outcome: 'yes', need: 'all' }, next: 'granted', otherwise: 'granted' },
    } as unknown as State;
    expect(whole({ each })[0]?.pointer).toBe('/flow/states/each/flow/states/aLost');
  });

  it('deep inside holds up all around it: a circle through it is no other fault', () => {
    const inner = {
      initial: 'in',
      states: { in: group({ next: 'out', otherwise: 'out' }), out: end('out') },
    };
    const outer = {
      ...{ type: 'parallel', branches: { one: inner }, join: { outcome: 'out', need: 'all' } },
      ...{ next: 'start', otherwise: 'start' },
    } as unknown as State;
    expect(proved({ start: task({ on: 'outer' }), outer })).toEqual(['neverEnds outer/one/in/a/aLost']);
  });

  it('by a condition waits for all, whatever the others came to', () => {
    expect(found({ join: { when: 'outcomes.group.b = "yes"' } })).toEqual(['neverEnds group/a/aLost']);
  });

  it('does no harm where the term in law takes the case away by silence', () => {
    const silence = {
      ...{ workingDays: 9, from: 'submitted', until: ['granted'] },
      overdue: { meaning: 'consent', to: 'granted' },
    };
    const states = { group: group({}), granted: end('granted') };
    expect(proved(states, { decideWithin: silence })).not.toContain('neverEnds group/a/aLost');
  });

  it('inside another is told of only where that stays open too', () => {
    const outer = (need: string): State =>
      ({
        ...{ type: 'parallel', join: { outcome: 'out', need }, next: 'granted', otherwise: 'granted' },
        branches: {
          one: {
            initial: 'group',
            states: { group: group({ next: 'out', otherwise: 'out' }), out: end('out') },
          },
          two: { initial: 'c', states: { c: task({ on: 'cOut' }), cOut: end('out') } },
        },
      }) as unknown as State;
    expect(proved({ outer: outer('all'), granted: end('granted') })).toEqual([
      'neverEnds outer/one/group/a/aLost',
    ]);
    expect(proved({ outer: outer('any'), granted: end('granted') })).toEqual([]);
  });
});

describe('actions that all have a condition', () => {
  const asks = (more: object) =>
    failuresOf({
      asks: {
        ...{ type: 'party', party: 'other', due: 'P1D' },
        actions: { yes: { to: 'granted', when: 'form.a' }, no: { to: 'granted', when: 'form.b' } },
        ...more,
      } as unknown as State,
      granted: end('granted'),
    }).filter(({ code }) => code === 'noActionOffered');

  it('may leave a party without any, and that is said of it by name', () => {
    expect(asks({ overdue: { raise: 'r' }, title: { uk: 'Запит', en: 'The question' } })).toMatchObject([
      {
        ...{ at: 'asks', pointer: '/flow/states/asks/actions', severity: 'warning', path: [] },
        message: { en: expect.stringContaining('In “The question” (asks) every action has a condition') },
      },
    ]);
  });

  it('do no harm where a deadline leads on, one has none, or two are opposites beside a third', () => {
    const to = (when: string) => ({ to: 'granted', when });
    const three = { yes: to('form.a'), no: to('not(form.a)'), ask: to('form.b') };
    expect(asks({ actions: three })).toEqual([]);
    expect(asks({ overdue: { to: 'granted' } })).toEqual([]);
    expect(asks({ actions: { yes: { to: 'granted', when: 'form.a' }, no: { to: 'granted' } } })).toEqual([]);
  });
});
