type Next = (node: string) => readonly string[];

/** Sets of nodes that all lead to each other (Tarjan, without recursion): those of one node only where it leads to itself. */
export function components(nodes: readonly string[], next: Next): string[][] {
  const search = new Search(next);
  for (const node of nodes) if (!search.knows(node)) search.from(node);
  return search.found;
}

/** A node that was come to: as which, the earliest of its set that it leads back to, whether its set is not known yet, its ways. */
type Visit = {
  node: string;
  index: number;
  low: number;
  open: boolean;
  ways: readonly string[];
  /** So many of the ways were gone. */
  at: number;
};

class Search {
  readonly found: string[][] = [];
  readonly #visits = new Map<string, Visit>();
  readonly #open: Visit[] = [];
  readonly #work: Visit[] = [];
  readonly #next: Next;

  constructor(next: Next) {
    this.#next = next;
  }

  knows(node: string): boolean {
    return this.#visits.has(node);
  }

  from(root: string): void {
    this.#enter(root);
    for (let here = this.#work.at(-1); here; here = this.#work.at(-1)) {
      const to = here.ways[here.at++];
      if (to === undefined) this.#leave(here);
      else {
        const there = this.#visits.get(to);
        if (!there) this.#enter(to);
        else if (there.open) here.low = Math.min(here.low, there.index);
      }
    }
  }

  #enter(node: string): void {
    const index = this.#visits.size;
    const visit = { node, index, low: index, open: true, ways: this.#next(node), at: 0 };
    this.#visits.set(node, visit);
    this.#open.push(visit);
    this.#work.push(visit);
  }

  #leave(visit: Visit): void {
    this.#work.pop();
    const above = this.#work.at(-1);
    if (above) above.low = Math.min(above.low, visit.low);
    if (visit.low !== visit.index) return;
    const component = this.#open.splice(this.#open.indexOf(visit));
    for (const one of component) one.open = false;
    if (component.length > 1 || visit.ways.includes(visit.node))
      this.found.push(component.map((v) => v.node));
  }
}

type Trail<T> = { way: T; before: Trail<T> | null };

/** The shortest way from a node over `ways` back to it, in steps; empty where there is none. */
export function shortestCircle<N, T extends { to: N }>(from: N, ways: (node: N) => readonly T[]): T[] {
  const seen = new Set<N>();
  const waiting: { node: N; before: Trail<T> | null }[] = [{ node: from, before: null }];
  for (const { node, before } of waiting)
    for (const way of ways(node)) {
      if (way.to === from) return along({ way, before });
      if (seen.has(way.to)) continue;
      seen.add(way.to);
      waiting.push({ node: way.to, before: { way, before } });
    }
  return [];
}

function along<T>(trail: Trail<T>): T[] {
  const ways: T[] = [];
  for (let here: Trail<T> | null = trail; here; here = here.before) ways.push(here.way);
  return ways.reverse();
}
