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
    after: (graph, edge, value) => {
      const has = enters(graph, edge.from, from) || enters(graph, edge.to, from);
      // a list that is not left by its join has someone in it: an empty one is left at once
      const late = edge.kind !== 'met' && edge.kind !== 'lost';
      return has || (late && entersInside(graph, edge.from, from)) ? 'begun' : value;
    },
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

/**
 * Whether a state is entered with another: it is that one, or all its branches begin at once, and one of them there. (That a branch
 * before it begins with an empty list and so may end the group at once is not looked at.)
 */
function enters(graph: FlowGraph, state: string, wanted: string): boolean {
  // a list may be empty
  return state === wanted || (graph.states[state]?.type === 'parallel' && entersInside(graph, state, wanted));
}

/** Whether one of the flows inside a state begins with another. */
const entersInside = (graph: FlowGraph, state: string, wanted: string): boolean =>
  innerOf(graph, state).some((child) => enters(child, child.flow.initial, wanted));
