type Next = (node: string) => readonly string[];

/** Sets of nodes that all lead to each other (Tarjan, without recursion): those of one node only where it leads to itself. */
export function components(nodes: readonly string[], next: Next): string[][] {
  const search = new Search(next);
  for (const node of nodes) if (!search.knows(node)) search.from(node);
  return search.found;
}

class Search {
  readonly found: string[][] = [];
  readonly #index = new Map<string, number>();
  readonly #low = new Map<string, number>();
  readonly #open: string[] = [];
  readonly #work: { node: string; ways: readonly string[]; at: number }[] = [];
  readonly #next: Next;

  constructor(next: Next) {
    this.#next = next;
  }

  knows(node: string): boolean {
    return this.#index.has(node);
  }

  from(root: string): void {
    this.#enter(root);
    for (let here = this.#work.at(-1); here; here = this.#work.at(-1)) {
      const to = here.ways[here.at++];
      if (to === undefined) this.#leave(here.node);
      else if (!this.knows(to)) this.#enter(to);
      else if (this.#open.includes(to)) this.#lower(here.node, this.#index.get(to) ?? 0);
    }
  }

  #enter(node: string): void {
    this.#low.set(node, this.#index.size);
    this.#index.set(node, this.#index.size);
    this.#open.push(node);
    this.#work.push({ node, ways: this.#next(node), at: 0 });
  }

  #leave(node: string): void {
    this.#work.pop();
    const low = this.#low.get(node) ?? 0;
    const above = this.#work.at(-1);
    if (above) this.#lower(above.node, low);
    if (low !== this.#index.get(node)) return;
    const component = this.#open.splice(this.#open.indexOf(node));
    if (component.length > 1 || this.#next(node).includes(node)) this.found.push(component);
  }

  #lower(node: string, to: number): void {
    this.#low.set(node, Math.min(this.#low.get(node) ?? to, to));
  }
}

/** The shortest way from a node over `ways` back to it, in steps; null where there is none. */
export function shortestCircle<T extends { from: string; to: string }>(
  from: string,
  ways: (node: string) => readonly T[],
): T[] | null {
  const by = new Map<string, T>();
  const waiting = [from];
  for (const node of waiting)
    for (const way of ways(node)) {
      if (way.to === from) return [...back(by, from, node), way];
      if (by.has(way.to)) continue;
      by.set(way.to, way);
      waiting.push(way.to);
    }
  return null;
}

function back<T extends { from: string }>(by: Map<string, T>, from: string, to: string): T[] {
  const ways: T[] = [];
  for (let here = to; here !== from; ) {
    const way = by.get(here);
    if (!way) break;
    ways.unshift(way);
    here = way.from;
  }
  return ways;
}
