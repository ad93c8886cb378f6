import { components } from './circles.ts';
import type { Edge } from './flow-graph.ts';

/** A way that may be used `most` times; how often it was is one digit of a number, `unit` its place value. */
type Budget = { most: number; unit: number };

/**
 * How often each way of a circle may be taken on the longest path: a limited action `atMost` times, and of the ways that close a
 * circle without any limited action, each once. Every circle has such a way, so every walk ends.
 */
export type Budgets = {
  /** The knot of circles that a state stands in; what was used in another knot is of no matter. */
  knotOf: Map<string, number>;
  /** What a way uses up; none for ways that close nothing. */
  of: Map<Edge, Budget>;
  /** More ways than a number has room for: some are not gone through at all. */
  tooMany: boolean;
};

/** How often a budget was used, of all that was used. */
export const usedOf = (used: number, { most, unit }: Budget): number => Math.floor(used / unit) % (most + 1);

export function budgetsOf(
  initial: string,
  states: readonly string[],
  edges: (state: string) => Edge[],
): Budgets {
  const knots = components(states, (state) => edges(state).map((e) => e.to));
  const knotOf = new Map(knots.flatMap((knot, n) => knot.map((state) => [state, n] as const)));
  const inKnot = (e: Edge) => knotOf.has(e.from) && knotOf.get(e.from) === knotOf.get(e.to);
  const within = (state: string) => edges(state).filter(inKnot);
  const all = states.flatMap(within);
  const most = new Map<Edge, { key: string; most: number }>();
  for (const edge of all)
    if (edge.atMost !== undefined) most.set(edge, { key: `${edge.from}.${edge.action}`, most: edge.atMost });
  for (const edge of closing(initial, states, edges)) {
    const free = reaches(edge.to, edge.from, (s) => within(s).filter((e) => e.atMost === undefined));
    if (!free || edge.atMost !== undefined) continue;
    const limited = new Map(
      all.flatMap((e) =>
        e.atMost !== undefined && reaches(e.to, edge.from, within, edge.to)
          ? [[`${e.from}.${e.action}`, e.atMost] as const]
          : [],
      ),
    );
    const times = 1 + [...limited.values()].reduce((sum, n) => sum + n, 0);
    most.set(edge, { key: `${edge.from}>${edge.to}`, most: times });
  }
  return { knotOf, ...placed(most, knotOf) };
}

/** Gives each budget of a knot its place in the number. */
function placed(most: Map<Edge, { key: string; most: number }>, knotOf: Map<string, number>) {
  const known = new Map<string, Budget>();
  const next = new Map<number | undefined, number>();
  const of = new Map<Edge, Budget>();
  let tooMany = false;
  for (const [edge, { key, most: times }] of most) {
    const knot = knotOf.get(edge.from);
    const unit = next.get(knot) ?? 1;
    const fits = unit * (times + 1) < Number.MAX_SAFE_INTEGER;
    const budget = known.get(key) ?? { most: fits ? times : 0, unit: fits ? unit : 1 };
    if (!known.has(key) && fits) next.set(knot, unit * (times + 1));
    if (!fits) tooMany = true;
    known.set(key, budget);
    of.set(edge, budget);
  }
  return { of, tooMany };
}

/** The ways that lead back to a state which is still being gone through. */
function closing(initial: string, states: readonly string[], edges: (state: string) => Edge[]): Edge[] {
  const found: Edge[] = [];
  const state = new Map<string, 'open' | 'done'>();
  for (const root of [initial, ...states]) {
    if (state.has(root)) continue;
    const work = [{ node: root, ways: edges(root), at: 0 }];
    state.set(root, 'open');
    for (let here = work.at(-1); here; here = work.at(-1)) {
      const edge = here.ways[here.at++];
      if (!edge) {
        state.set(here.node, 'done');
        work.pop();
      } else if (state.get(edge.to) === 'open') found.push(edge);
      else if (!state.has(edge.to)) {
        state.set(edge.to, 'open');
        work.push({ node: edge.to, ways: edges(edge.to), at: 0 });
      }
    }
  }
  return found;
}

/** Whether one state leads to another (not through a third). */
function reaches(from: string, to: string, ways: (state: string) => Edge[], not?: string): boolean {
  const seen = new Set([from]);
  for (const state of seen) {
    if (state === to) return true;
    if (state !== not) for (const e of ways(state)) seen.add(e.to);
  }
  return false;
}
