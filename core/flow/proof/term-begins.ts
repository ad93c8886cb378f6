import { type FlowGraph, type Given, innerOf } from './flow-graph.ts';
import { pathOfPoint, points, type Traced } from './trace.ts';
import type { Failure } from './types.ts';
import { failure } from './words.ts';

/** Kinds of end that decide a case. */
export const DECIDED: ReadonlySet<string | undefined> = new Set(['granted', 'partly', 'refused']);

/** Where the term in law begins with a state, every decided case has come through it. */
export function termBegins({ bundle }: Given, top: FlowGraph): Failure[] {
  const from = bundle.decideWithin?.from;
  if (from === undefined || from === 'submitted' || from === 'registered') return [];
  const begun: Traced = {
    after: (graph, edge, value) => (edge.from === from || enters(graph, edge.to, from) ? 'begun' : value),
    together: (one, other) => (one === 'begun' ? one : other),
  };
  const start = enters(top, top.flow.initial, from) ? 'begun' : 'none';
  for (const point of points(begun, top, [start])) {
    const state = top.states[point.state];
    if (point.value !== 'none' || state?.type !== 'end' || !DECIDED.has(state.kind)) continue;
    const place = { pointer: '/decideWithin/from', at: point.state, path: pathOfPoint(point) };
    return [failure('termNeverBegins', place, { from })];
  }
  return [];
}

/** Whether a state is entered with another: it is that one, or all its branches begin at once, and one of them there. */
function enters(graph: FlowGraph, state: string, wanted: string): boolean {
  if (state === wanted) return true;
  // a list may be empty
  if (graph.states[state]?.type !== 'parallel') return false;
  return innerOf(graph, state).some((child) => enters(child, child.flow.initial, wanted));
}
