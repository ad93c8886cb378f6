import { joinState } from '../join.ts';
import { type Edge, edgesOf, type FlowGraph, type Inside } from './flow-graph.ts';
import { counted } from './group.ts';
import { nearestFirst } from './search.ts';
import { type EndValue, leftTogether } from './together.ts';
import type { Step } from './types.ts';

/** Something with one of a few values at each point of a path. */
export type Traced = {
  /** Its value where a flow begins that is entered with another; the same where that changes nothing. */
  begin?(graph: FlowGraph, value: string): string;
  after(graph: FlowGraph, edge: Edge, value: string): string;
  /** What comes of two values that branches left side by side. */
  together?(one: string, other: string): string;
};

/** Where a flow stands and what the traced thing is worth there; `steps` are the shortest to it. */
export type Point = {
  graph: FlowGraph;
  state: string;
  value: string;
  length: number;
  last: { edge: Edge; before: Point } | null;
};

export function pathOfPoint(point: Point, from: readonly Step[] = []): Step[] {
  const edges: Edge[] = [];
  for (let here = point; here.last !== null; here = here.last.before) edges.push(here.last.edge);
  return [...from, ...edges.reverse().flatMap((e) => e.steps)];
}

/**
 * Every point of a flow, nearest first, for values that it may be entered with. What inner flows do to the value is worked out
 * from the inner flows: each of their possible results is gone on with.
 */
export function* points(traced: Traced, graph: FlowGraph, starts: readonly string[]): Generator<Point> {
  const first = starts.map((start): Point => {
    const value = traced.begin?.(graph, start) ?? start;
    return { graph, state: graph.flow.initial, value, length: 0, last: null };
  });
  const next = (point: Point): Point[] =>
    edgesOf(graph, point.state).flatMap((edge) =>
      valuesAfter(traced, graph, edge, point.value).map((value) => ({
        graph,
        state: edge.to,
        value,
        length: point.length + edge.steps.length,
        last: { edge, before: point },
      })),
    );
  yield* nearestFirst(first, (p) => `${p.state} ${p.value}`, next);
}

/** The values that a way may leave. */
export function valuesAfter(traced: Traced, graph: FlowGraph, edge: Edge, value: string): string[] {
  const group = graph.inner.get(edge.from);
  const own = traced.after(graph, edge, value);
  if (!group) return [own];
  if (edge.kind === 'withdraw' || edge.kind === 'term') return [own];
  const ends = group.flows.map((child) => endValues(traced, child, own));
  if (ends.flat().every((end) => end.value === own)) return [own];
  if (traced.together)
    return [...leftTogether(group, edge.kind, ends, traced.together)].map((left) => left ?? own);
  // some have ended, others were cancelled, an empty list did nothing
  const none = edge.kind === 'due' || endsEmpty(group, edge) ? [own] : [];
  return [...new Set([...none, ...ends.flat().map((end) => end.value)])];
}

/** Whether an empty list leaves by this way. */
function endsEmpty({ state }: Inside, { kind }: Edge): boolean {
  if (state.type !== 'each') return false;
  const rule = counted(state);
  return !rule || joinState([], rule.outcome, rule.need) === kind;
}

function endValues(traced: Traced, child: FlowGraph, start: string): EndValue[] {
  const found = new Map<string, EndValue>();
  for (const { state: name, value } of points(traced, child, [start])) {
    const state = child.states[name];
    if (state?.type === 'end') found.set(`${state.outcome} ${value}`, { outcome: state.outcome, value });
  }
  return [...found.values()];
}
