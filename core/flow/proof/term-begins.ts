import { nameOf } from '../position.ts';
import type { FlowGraph, Given } from './flow-graph.ts';
import { pathOfPoint, points, type Traced } from './trace.ts';
import type { Failure } from './types.ts';
import { failure } from './words.ts';

/** Kinds of end that decide a case. */
export const DECIDED: ReadonlySet<string | undefined> = new Set(['granted', 'partly', 'refused']);

/** Where the term in law begins with a state, every decided case has come through it. */
export function termBegins({ bundle }: Given, top: FlowGraph): Failure[] {
  const from = bundle.decideWithin?.from;
  if (from === undefined || from === 'submitted' || from === 'registered' || top.flow.initial === from)
    return [];
  const begun: Traced = {
    after: (_graph, edge, value) =>
      edge.to === from || edge.steps.some((s) => nameOf(s.at) === from || nameOf(s.to) === from)
        ? 'begun'
        : value,
  };
  for (const point of points(begun, top, ['none'])) {
    const state = top.states[point.state];
    if (point.value !== 'none' || state?.type !== 'end' || !DECIDED.has(state.kind)) continue;
    const place = { pointer: '/decideWithin/from', at: point.state, path: pathOfPoint(point) };
    return [failure('termNeverBegins', place, { from })];
  }
  return [];
}
