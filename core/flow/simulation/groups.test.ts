import { describe, expect, it } from 'vitest';
import type { State } from '#core/definition/index.ts';
import { end, fixed, monday, run, task } from './small-run.testing.ts';

const ends = { granted: end('granted'), refused: end('refused') };
const branch = (name: string, actions: object) => ({
  initial: name,
  states: { [name]: task(actions), [`${name}Yes`]: end('yes'), [`${name}No`]: end('no') },
});
const yes = (name: string) => branch(name, { on: { to: `${name}Yes` } });
const no = (name: string) => branch(name, { on: { to: `${name}No` } });
const signing = (branches: object, join: object) => ({
  signing: { type: 'parallel', branches, join, next: 'granted', otherwise: 'refused' } as State,
  ...ends,
});
const each = (flow: object, join: object) => ({
  consents: {
    ...{ type: 'each', of: 'form.owners', as: 'owner', key: 'owner.id', flow, join },
    ...{ next: 'granted', otherwise: 'refused' },
  } as unknown as State,
  ...ends,
});
const hours = { a: fixed(60), b: fixed(120) };
const hour = { ask: fixed(60) };

describe('branches of a simulated case', () => {
  const all = { outcome: 'yes', need: 'all' };

  it.each([
    ['all of them agree', { a: yes('a'), b: yes('b') }, all, 'granted'],
    ['one of them does not', { a: yes('a'), b: no('b') }, all, 'refused'],
    ['one is enough', { a: yes('a'), b: no('b') }, { outcome: 'yes', need: 'any' }, 'granted'],
    ['two are wanted', { a: yes('a'), b: no('b') }, { outcome: 'yes', need: 2 }, 'refused'],
  ])('join where %s', (_, branches, join, outcome) => {
    const { cases } = run(signing(branches, join), [monday], { work: hours, staff: { r: 2 } });
    expect(cases.outcomes).toEqual({ [outcome]: 1 });
  });

  it('that are not needed any more leave the hands of the staff: nobody finishes them', () => {
    const { roles, duration } = run(
      signing({ a: yes('a'), b: yes('b') }, { outcome: 'yes', need: 'any' }),
      [monday],
      { work: hours, staff: { r: 1 } },
    );
    // the second was never begun
    expect(roles[0]).toMatchObject({ done: 1, waited: 0, queue: { most: 1, atEnd: 0 } });
    expect(duration?.median).toBeCloseTo(1 / 24, 3);
  });

  it('that an expression joins wait for all of them, and go by the shares of the plan', () => {
    const states = signing({ a: yes('a'), b: no('b') }, { when: 'outcomes.signing.a = "yes"' });
    const of = (shares: object) =>
      run(states, [monday], { work: hours, staff: { r: 2 }, shares: { signing: { ...shares } } });
    expect(of({ met: 1 }).cases.outcomes).toEqual({ granted: 1 });
    expect(of({ lost: 1 }).cases.outcomes).toEqual({ refused: 1 });
    // the longer of the two
    expect(of({ lost: 1 }).duration?.median).toBeCloseTo(2 / 24, 3);
    const many = Array.from({ length: 40 }, () => monday);
    const { outcomes } = run(states, many, { work: hours, staff: { r: 80 } }).cases;
    expect(Object.keys(outcomes)).toEqual(['granted', 'refused']);
    // where the plan weighs neither, it is met
    expect(of({ met: 0, lost: 0 }).cases.outcomes).toEqual({ granted: 1 });
  });

  it('that are over as soon as they begin may make the others needless: these are never begun', () => {
    const over = { initial: 'aYes', states: { aYes: end('yes') } };
    const { cases, states } = run(
      signing({ a: over, b: yes('b') }, { outcome: 'yes', need: 'any' }),
      [monday],
      { work: { b: fixed(60) } },
    );
    expect(cases.outcomes).toEqual({ granted: 1 });
    expect(states.find(({ path }) => path === 'signing/b/b')?.visits).toBe(0);
  });

  it('begin anew when the flow comes back, and how often an action was taken in them too', () => {
    const flow = {
      initial: 'a',
      states: { a: task({ again: { to: 'a', atMost: 1 }, on: { to: 'aNo' } }), aNo: end('no') },
    };
    const states = {
      signing: {
        ...{ type: 'parallel', branches: { a: flow }, join: { outcome: 'yes', need: 'all' } },
        ...{ next: 'granted', otherwise: 'review' },
      } as State,
      review: task({ back: { to: 'signing', atMost: 1 }, refuse: { to: 'refused' } }),
      ...ends,
    };
    const { states: seen } = run(states, [monday], {
      work: { a: fixed(1), review: fixed(1) },
      shares: { a: { again: 1 }, review: { back: 1 } },
    });
    expect(seen.find(({ path }) => path === 'signing')?.visits).toBe(2);
    expect(seen.find(({ path }) => path === 'signing/a/a')?.visits).toBe(4);
  });

  it('leave the hands of whoever is at them and the queue together, when someone else decides it', () => {
    const asked = {
      initial: 'ask',
      states: {
        ask: { type: 'party', party: 'applicant', actions: { yes: { to: 'askYes' } } } as State,
        askYes: end('yes'),
      },
    };
    const { roles, cases } = run(
      signing({ a: yes('a'), b: yes('b'), asked }, { outcome: 'yes', need: 'any' }),
      [monday, '2026-03-02T07:15:00Z'],
      { work: hours, answers: { ask: fixed(0.5) }, staff: { r: 1 } },
    );
    // of the first case a was begun; the second's a only when both of the first were taken back, and b of neither
    expect(cases.outcomes).toEqual({ granted: 2 });
    expect(roles[0]).toMatchObject({ done: 0, waited: 0.5, queue: { most: 3, atEnd: 0 } });
    expect(roles[0]?.waiting).toEqual({ median: 0, p90: 0.25, mean: 0.125 });
  });

  it('that have ended stay so while another opens branches of its own', () => {
    const inner = {
      initial: 'b',
      states: {
        b: task({ on: { to: 'both' } }),
        both: {
          ...{ type: 'parallel', branches: { c: yes('c'), d: yes('d') }, next: 'done', otherwise: 'done' },
          join: all,
        } as State,
        done: end('yes'),
      },
    };
    const { cases, duration } = run(signing({ a: yes('a'), inner }, all), [monday], {
      ...{ work: { ...hours, c: fixed(60), d: fixed(60) }, staff: { r: 2 } },
    });
    expect(cases.outcomes).toEqual({ granted: 1 });
    expect(duration?.median).toBeCloseTo(3 / 24, 3);
  });

  it('that have ended once are waited for again, each time the flow comes to them', () => {
    const states = {
      signing: {
        ...{ type: 'parallel', branches: { a: yes('a'), b: no('b') }, join: all },
        ...{ next: 'granted', otherwise: 'review' },
      } as State,
      review: task({ back: { to: 'signing', atMost: 1 }, refuse: { to: 'refused' } }),
      ...ends,
    };
    const { duration } = run(states, [monday], {
      ...{ work: { ...hours, review: fixed(60) }, staff: { r: 2 }, shares: { review: { back: 1 } } },
    });
    // two hours, an hour, and the same again: what b came to the first time is of no matter the second
    expect(duration?.median).toBeCloseTo(6 / 24, 3);
  });
});

describe('a list of a simulated case', () => {
  const agrees = yes('ask');
  const all = { outcome: 'yes', need: 'all' };

  it.each([
    ['nobody to ask: it goes on at once', 0, 0, 'granted'],
    ['three to ask', 3, 3, 'granted'],
  ])('has %s', (_, items, visits, outcome) => {
    const { cases, states } = run(each(agrees, all), [monday], {
      ...{ items: { consents: items }, work: hour, staff: { r: 5 } },
    });
    expect(states.find(({ path }) => path === 'consents/*/ask')?.visits).toBe(visits);
    expect(cases.outcomes).toEqual({ [outcome]: 1 });
  });

  it('of a dozen, each with its own branches, is counted as one place', () => {
    const inner = signing({ a: yes('a'), b: yes('b') }, all);
    const flow = { initial: 'signing', states: { ...inner, granted: end('yes'), refused: end('no') } };
    const { states, cases, roles } = run(each(flow, all), [monday], {
      ...{ items: { consents: 12 }, work: hours, staff: { r: 24 } },
    });
    expect(states.map(({ path, visits }) => [path, visits])).toEqual([
      ['consents', 1],
      ['consents/*/signing', 12],
      ['consents/*/signing/a/a', 12],
      ['consents/*/signing/b/b', 12],
    ]);
    expect(states.map(({ stay }) => stay?.mean)).toEqual([0.0833, 0.0833, 0.0417, 0.0833]);
    expect(cases.outcomes).toEqual({ granted: 1 });
    expect(roles[0]).toMatchObject({ done: 24, overdue: 0 });
  });

  it('has on average as many as the plan says', () => {
    const at = Array.from({ length: 400 }, () => monday);
    const { states } = run(each(agrees, all), at, {
      items: { consents: 1.5 },
      work: hour,
      staff: { r: 900 },
    });
    const visits = states.find(({ path }) => path === 'consents/*/ask')?.visits ?? 0;
    expect(visits / 400).toBeGreaterThan(1.4);
    expect(visits / 400).toBeLessThan(1.6);
  });

  it('is done with once too few can still agree: the others are not asked further', () => {
    const { cases, roles } = run(each(no('ask'), all), [monday], {
      ...{ items: { consents: 3 }, work: hour, staff: { r: 1 } },
    });
    expect(cases.outcomes).toEqual({ refused: 1 });
    expect(roles[0]?.done).toBe(1);
  });
});
