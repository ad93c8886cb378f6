import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Flow, ServiceBundle, State } from '#core/definition/index.ts';
import { flowOf, inside, nameOf } from '../position.ts';
import type { Path } from '../types.ts';
import { everyPositionOf } from './every-position.testing.ts';
import { flows, given } from './flows.testing.ts';
import { prove } from './prove.ts';
import type { Step } from './types.ts';

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

/** Whether a branch begins with a list: an empty one may end the group before its other branches begin. */
function hasListFirst({ states }: Flow): boolean {
  return Object.values(states).some((state) => {
    if (state.type === 'each') return hasListFirst(state.flow);
    if (state.type !== 'parallel') return false;
    return Object.values(state.branches).some(
      (branch) => branch.states[branch.initial]?.type === 'each' || hasListFirst(branch),
    );
  });
}

describe('a term in law that begins with a state', () => {
  it('is told to perhaps never begin exactly where some order of steps decides a case without it', () => {
    const told = { never: 0, always: 0 };
    fc.assert(
      fc.property(flows('', 2), fc.nat(), (flow, pick) => {
        const names = every(flow).map(nameOf);
        const from = names[pick % names.length] ?? '';
        const whole = hasListFirst(flow) ? null : everyPositionOf(flow, 3000, from);
        if (!whole) return;
        const { bundle, live } = given(flow);
        const decideWithin = { days: 9, from, until: [], overdue: { meaning: 'late' } };
        const { failures } = prove({ bundle: { ...bundle, decideWithin } as unknown as ServiceBundle, live });
        const found = failures.some((f) => f.code === 'termNeverBegins');
        expect([flow, from, found]).toEqual([flow, from, whole.endsUnseen]);
        told[found ? 'never' : 'always']++;
      }),
      { numRuns: 300, seed: 18 },
    );
    expect(Math.min(told.never, told.always)).toBeGreaterThan(50);
  });
});

/** Whether steps follow each other: each leaves the state in which its flow stands, an inner flow begins where it begins. */
function follow(flow: Flow, path: readonly Step[]): void {
  const stands = new Map<Path, string>();
  for (const { at, to } of path) {
    const inner = flowOf(at);
    const definition = flowNamed(flow, inner);
    const here = stands.get(inner) ?? definition.initial;
    // another item begins anew where one has ended
    const begins = definition.states[here]?.type === 'end' ? definition.initial : here;
    expect(nameOf(at)).toBe(begins);
    stands.set(inner, nameOf(to));
    for (const known of stands.keys()) if (inside(known, at)) stands.delete(known);
  }
}

/** Whether a circle ends where its path has led; that can be said where both are of one flow. */
function comesBack(flow: Flow, path: readonly Step[], circle: readonly Step[]): boolean {
  const last = circle.at(-1)?.to ?? '';
  const first = circle[0]?.at ?? '';
  const begins = path.at(-1)?.to ?? (flowOf(first) === '' ? flow.initial : undefined);
  return begins === undefined || flowOf(begins) !== flowOf(last) || last === begins;
}

/** A flow by its path, `*` the inside of an `each`. */
function flowNamed(flow: Flow, path: Path): Flow {
  if (path === '') return flow;
  const around = flowOf(flowOf(path));
  const group = flowNamed(flow, around).states[nameOf(flowOf(path))];
  const found =
    group?.type === 'parallel'
      ? group.branches[nameOf(path)]
      : group?.type === 'each'
        ? group.flow
        : undefined;
  if (!found) throw new Error(`there is no flow ${path}`);
  return found;
}

describe('the path of a failure', () => {
  it('can be followed step by step, its circle comes back to where it began', () => {
    let paths = 0;
    let circles = 0;
    fc.assert(
      fc.property(flows('', 2), fc.boolean(), (flow, alone) => {
        // where nobody has to act, circles are found too
        const { failures } = prove(given(alone ? withoutPeople(flow) : flow));
        for (const { path, circle } of failures) {
          if (path.length > 0) paths++;
          follow(flow, [...path, ...(circle ?? [])]);
          if (!circle) continue;
          circles++;
          expect(comesBack(flow, path, circle)).toBe(true);
        }
      }),
      { numRuns: 600, seed: 11 },
    );
    expect(paths).toBeGreaterThan(200);
    expect(circles).toBeGreaterThan(100);
  });
});

/** Every task made a call: its first way the answer, its last the failure. */
function withoutPeople(flow: Flow): Flow {
  const states = Object.entries(flow.states).map(([name, state]): [string, State] => {
    if (state.type === 'parallel')
      return [
        name,
        {
          ...state,
          branches: Object.fromEntries(Object.entries(state.branches).map(([b, f]) => [b, withoutPeople(f)])),
        },
      ];
    if (state.type === 'each') return [name, { ...state, flow: withoutPeople(state.flow) }];
    if (state.type !== 'task') return [name, state];
    const ways = Object.values(state.actions).map((action) => action.to);
    const [next = '', failed = next] = ways;
    return [name, { type: 'call', connector: 'c', input: {}, due: 'P1D', next, failed } as State];
  });
  return { ...flow, states: Object.fromEntries(states) };
}

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
