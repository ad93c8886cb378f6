import type { State } from '#core/definition/types.ts';
import { type Edge, type Explored, edgesOf, type FlowGraph, type Found, type Limit } from './flow-graph.ts';
import { nearestFirst } from './search.ts';
import type { Step } from './types.ts';

export function keyOf(state: string, taken: { [action: string]: number }): string {
  return `${state} ${Object.entries(taken).sort().join(' ')}`;
}

/** Where an edge leads from a position; null where its action is used up. */
export function after(
  found: { taken: { [action: string]: number } },
  edge: Edge,
): { [action: string]: number } | null {
  if (edge.atMost === undefined) return found.taken;
  const action = `${edge.from}.${edge.action}`;
  const times = found.taken[action] ?? 0;
  return times >= edge.atMost ? null : { ...found.taken, [action]: times + 1 };
}

/** Every position that a flow may come to, shortest paths first. Stops at the limit and says so there. */
export function explored(
  initial: string,
  states: { [name: string]: State },
  edges: Map<string, Edge[]>,
  limit: Limit,
): Explored {
  const positions = new Map<string, Found>();
  const first = new Map<string, Found>();
  const start: Found = { state: initial, taken: {}, length: 0, by: null, before: null };
  const next = (found: Found): Found[] =>
    edgesOf({ edges }, found.state).flatMap((by) => {
      const taken = after(found, by);
      const length = found.length + Math.max(1, by.steps.length);
      return taken === null ? [] : [{ state: by.to, taken, length, by, before: found }];
    });
  const key = (found: Found) => keyOf(found.state, found.taken);
  for (const found of nearestFirst(Object.hasOwn(states, initial) ? [start] : [], key, next)) {
    if (limit.seen >= limit.most) {
      limit.reached = true;
      break;
    }
    limit.seen++;
    positions.set(key(found), found);
    if (!first.has(found.state)) first.set(found.state, found);
  }
  return { positions, first };
}

/** The steps that led to a position. */
export function stepsTo(found: Found): Step[] {
  const edges: Edge[] = [];
  for (let here: Found | null = found; here?.by; here = here.before) edges.push(here.by);
  return edges.reverse().flatMap((edge) => edge.steps);
}

/** Shortest steps to a state within its flow; none where nothing leads there. */
export function pathTo({ first }: Explored, state: string): Step[] {
  const found = first.get(state);
  return found ? stepsTo(found) : [];
}

/** The states of a flow that are reached from its beginning without any person, with shortest steps. */
export function waysAlone(graph: Pick<FlowGraph, 'flow' | 'states' | 'edges'>): Map<string, Step[]> {
  const found = new Map<string, Step[]>([[graph.flow.initial, []]]);
  for (const [state, steps] of found)
    for (const { to, alone } of edgesOf(graph, state))
      if (alone !== null && !found.has(to)) found.set(to, [...steps, ...alone]);
  return found;
}
