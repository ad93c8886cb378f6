import { type Budgets, usedOf } from './budgets.ts';
import type { Edge, Limit } from './flow-graph.ts';

/** What is left of a path from a state on: how long it takes, by how many steps, the first of them and the rest. */
export type Walk = { length: number; steps: number; edge: Edge | null; next: Walk | null };

/** Where it goes: the ways, how often each may be used, and how long a case stays in a state. */
export type Ground = { edges: (state: string) => Edge[]; budgets: Budgets; stays: (state: string) => number };

const END: Walk = { length: 0, steps: 0, edge: null, next: null };

const isLonger = (walk: Walk, best: Walk | null): boolean =>
  best === null || walk.length > best.length || (walk.length === best.length && walk.steps + 1 < best.steps);

/** The longest walk from a state to an end; null where what may be used leads to none. */
export function longestWalk(start: string, on: Ground, limit: Limit): Walk | null {
  return new Search(on, limit).from(start);
}

/** A state with what was used up to it; of its ways the first `at` are gone. */
type Visit = { state: string; used: number; isOver: boolean; ways: Edge[]; at: number; best: Walk | null };

/** Without recursion: a walk may go through a long circle a hundred times. */
class Search {
  readonly #on: Ground;
  readonly #limit: Limit;
  readonly #known = new Map<string, Map<number, Walk | null>>();
  readonly #work: Visit[] = [];

  constructor(on: Ground, limit: Limit) {
    this.#on = on;
    this.#limit = limit;
  }

  from(start: string): Walk | null {
    this.#enter(start, 0);
    for (let here = this.#work.at(-1); here; here = this.#work.at(-1)) {
      const way = here.ways[here.at];
      if (way) this.#go(here, way);
      else this.#leave(here);
    }
    return this.#known.get(start)?.get(0) ?? null;
  }

  #enter(state: string, used: number): void {
    this.#limit.seen++;
    const isOver = this.#limit.seen > this.#limit.most;
    if (isOver) this.#limit.reached = true;
    const ways = this.#on.edges(state);
    this.#work.push({ state, used, isOver, ways, at: 0, best: ways.length === 0 ? END : null });
  }

  /** Along a way: what it leads to is gone through first, where that is not known yet. */
  #go(here: Visit, edge: Edge): void {
    const used = this.#usedAfter(here, edge);
    const next = used === null ? null : this.#known.get(edge.to)?.get(used);
    if (used !== null && next === undefined) this.#enter(edge.to, used);
    else {
      here.at++;
      if (next && isLonger(next, here.best))
        here.best = { length: next.length, steps: next.steps + 1, edge, next };
    }
  }

  /** What is used with a way; null where it is used up, or closes a circle and the limit is reached. */
  #usedAfter({ state, used, isOver }: Visit, edge: Edge): number | null {
    const { of, knotOf } = this.#on.budgets;
    const budget = of.get(edge);
    if (budget && (isOver || usedOf(used, budget) >= budget.most)) return null;
    return knotOf.get(state) === knotOf.get(edge.to) ? used + (budget?.unit ?? 0) : 0;
  }

  #leave({ state, used, best }: Visit): void {
    const walk = best && { ...best, length: best.length + this.#on.stays(state) };
    const known = this.#known.get(state) ?? new Map<number, Walk | null>();
    this.#known.set(state, known.set(used, walk));
    this.#work.pop();
  }
}
