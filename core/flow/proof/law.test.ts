import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Flow, ServiceBundle, State } from '#core/definition/index.ts';
import { everyPositionOf } from './every-position.testing.ts';
import { prove } from './prove.ts';

const text = { uk: 'т', en: 't' };
const given = (flow: Flow) => ({
  bundle: {
    id: 'law',
    agency: 'a',
    startedBy: { applicant: true },
    parties: { applicant: {} },
    roles: { r: { title: text, sees: [] } },
    form: { schema: {}, pages: [] },
    flow,
    retention: {},
  } as unknown as ServiceBundle,
  live: { connectors: {}, agencies: {} },
});

/** A flow of a few states that lead anywhere within it, groups in it to a depth. Names are unique by their prefix. */
function flows(prefix: string, depth: number): fc.Arbitrary<Flow> {
  const size = depth === 0 ? 3 : 2;
  return fc.integer({ min: 1, max: size }).chain((count) => {
    const names = Array.from({ length: count }, (_, i) => `${prefix}s${i}`);
    const ends = [`${prefix}yes`, `${prefix}no`];
    const anywhere = fc.constantFrom(...names, ...ends);
    const task = fc.array(anywhere, { minLength: 1, maxLength: 2 }).map((targets) => ({
      type: 'task',
      role: 'r',
      due: 'P1D',
      overdue: { raise: 'r' },
      actions: Object.fromEntries(targets.map((to, i) => [`do${i}`, { to }])),
    }));
    const group = (name: string): fc.Arbitrary<unknown> => {
      const join = fc.record({
        outcome: fc.constantFrom('yes', 'no'),
        need: fc.constantFrom('all', 'any', 1, 2),
      });
      const ways = { join, next: anywhere, otherwise: anywhere };
      const late = fc.option(anywhere, { nil: undefined });
      const due = (to: string | undefined) => (to === undefined ? {} : { due: 'P1D', overdue: { to } });
      const parallel = fc
        .record({ ...ways, late, a: flows(`${name}a`, depth - 1), b: flows(`${name}b`, depth - 1) })
        .map(({ a, b, late, ...rest }) => ({ ...rest, ...due(late), type: 'parallel', branches: { a, b } }));
      const each = fc
        .record({ ...ways, late, flow: flows(`${name}e`, depth - 1) })
        .map(({ late, ...rest }) => ({
          ...rest,
          ...due(late),
          type: 'each',
          of: 'form.list',
          as: `${name}item`,
          key: '"k"',
        }));
      return fc.oneof(parallel, each);
    };
    const state = (name: string) =>
      depth === 0 ? task : fc.oneof({ weight: 2, arbitrary: task }, { weight: 1, arbitrary: group(name) });
    return fc.tuple(...names.map(state)).map((states) => ({
      initial: names[0] ?? '',
      states: Object.fromEntries([
        ...names.map((name, i) => [name, states[i] as State] as const),
        [`${prefix}yes`, { type: 'end', outcome: 'yes', kind: 'granted' } as State],
        [`${prefix}no`, { type: 'end', outcome: 'no', kind: 'refused' } as State],
      ]),
    }));
  });
}

/** All states of a flow whose group is not itself out of reach, as the proof names them. */
function reached(flow: Flow): { unreached: string[]; ends: boolean } {
  const { failures } = prove(given(flow));
  return {
    unreached: failures.filter((f) => f.code === 'unreachableState').map((f) => f.at),
    ends: !failures.some((f) => f.code === 'neverEnds' || f.code === 'noWayOn'),
  };
}

function every(flow: Flow, at = ''): string[] {
  const path = (name: string) => (at === '' ? name : `${at}/${name}`);
  return Object.entries(flow.states).flatMap(([name, state]) => [
    path(name),
    ...(state.type === 'each' ? every(state.flow, `${path(name)}/*`) : []),
    ...(state.type === 'parallel'
      ? Object.entries(state.branches).flatMap(([b, f]) => every(f, `${path(name)}/${b}`))
      : []),
  ]);
}

describe('exploring each flow alone', () => {
  it('reaches the same states as exploring every position of the whole case, and says the same of its ends', () => {
    let compared = 0;
    fc.assert(
      fc.property(flows('', 2), (flow) => {
        const whole = everyPositionOf(flow, 3000);
        if (!whole) return;
        compared++;
        const { unreached, ends } = reached(flow);
        const missing = every(flow).filter((p) => !whole.states.has(p));
        // what lies inside a group out of reach is not told again
        const told = missing.filter((p) => !missing.some((group) => p.startsWith(`${group}/`)));
        expect(unreached.sort()).toEqual(told.sort());
        expect(ends).toBe(whole.canAlwaysEnd);
      }),
      { numRuns: 600, seed: 20261126 },
    );
    expect(compared).toBeGreaterThan(500);
  });
});

describe('a large flow', () => {
  it('of 200 states with nested parallels is proved in under two seconds', () => {
    const chain = (prefix: string, count: number, last: State[] = []): Flow => {
      const states: Flow['states'] = {};
      const names = Array.from({ length: count }, (_, i) => `${prefix}t${i}`);
      for (const [i, name] of names.entries())
        states[name] = {
          type: 'task',
          role: 'r',
          due: { workingDays: 1 },
          overdue: { raise: 'r' },
          actions: {
            on: { to: names[i + 1] ?? (last.length > 0 ? `${prefix}g0` : `${prefix}yes`) },
            back: { to: names[Math.max(0, i - 1)] ?? '', atMost: 1 },
            no: { to: `${prefix}no` },
          },
        } as State;
      for (const [i, state] of last.entries())
        states[`${prefix}g${i}`] = {
          ...state,
          next: last[i + 1] ? `${prefix}g${i + 1}` : `${prefix}yes`,
          otherwise: `${prefix}no`,
        } as State;
      states[`${prefix}yes`] = { type: 'end', outcome: 'yes', kind: 'granted' };
      states[`${prefix}no`] = { type: 'end', outcome: 'no', kind: 'refused' };
      return { initial: names[0] ?? '', states };
    };
    const parallel = (branches: Flow[]): State =>
      ({
        type: 'parallel',
        branches: Object.fromEntries(branches.map((f, i) => [`b${i}`, f])),
        join: { outcome: 'yes', need: 'all' },
        next: '',
        otherwise: '',
      }) as State;
    const inner = (p: string) => chain(p, 3, [parallel([0, 1, 2].map((i) => chain(`${p}x${i}`, 4)))]);
    const flow = chain(
      '',
      8,
      [0, 1].map((g) => parallel([0, 1, 2, 3].map((i) => inner(`g${g}i${i}`)))),
    );
    const states = every(flow).length;
    expect(states).toBeGreaterThanOrEqual(200);
    const begun = performance.now();
    const { explored, held } = prove({
      ...given(flow),
      bundle: {
        ...given(flow).bundle,
        decideWithin: {
          workingDays: 1000,
          from: 'submitted',
          until: ['yes', 'no'],
          overdue: { meaning: 'late', raise: 'r' },
        },
      } as ServiceBundle,
    });
    const took = performance.now() - begun;
    console.log(
      `${states} states, ${explored.positions} positions for ${explored.standFor.toExponential(1)} of the whole case: ${Math.round(took)} ms`,
    );
    expect(held).toBe(true);
    expect(explored.states).toBe(states);
    expect(took).toBeLessThan(2000);
  });
});
