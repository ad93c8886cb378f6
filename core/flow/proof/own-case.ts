import type { State, Target } from '#core/definition/types.ts';
import { flowOf, join, nameOf } from '../position.ts';
import type { Path } from '../types.ts';
import { edgesOf, type FlowGraph, type Given } from './flow-graph.ts';
import { flowsIn } from './graph.ts';
import { stateNamed } from './story.ts';
import { DECIDED } from './term-begins.ts';
import { type Point, pathOfPoint, points, type Traced } from './trace.ts';
import type { Failure } from './types.ts';
import { failure } from './words.ts';

/** Nobody decides their own case: not the officer who entered it, not the applicant. */
export function ownCases(given: Given, top: FlowGraph): Failure[] {
  return [...byWhoEntered(given, top), ...byApplicant(top)];
}

const GRANTED: typeof DECIDED = new Set(['granted', 'partly']);

function endsAs(point: Point, kinds: typeof DECIDED): boolean {
  const state = point.graph.states[point.state];
  return state?.type === 'end' && kinds.has(state.kind);
}

/** Where an officer may open a case, someone else must take part in every decision that officers make. */
function byWhoEntered({ bundle }: Given, top: FlowGraph): Failure[] {
  if (bundle.startedBy.counter === undefined && bundle.startedBy.officer === undefined) return [];
  const rank = ['none', 'acted', 'checked'];
  const hands: Traced = {
    after: (graph, edge, value) => {
      const state = graph.states[edge.from];
      if (state?.type !== 'task' || edge.kind !== 'act') return value;
      return state.not?.includes('case.enteredBy') || value === 'checked' ? 'checked' : 'acted';
    },
    together: (one, other) => (rank.indexOf(one) > rank.indexOf(other) ? one : other),
  };
  for (const point of points(hands, top, ['none'])) {
    if (point.value !== 'acted' || !endsAs(point, DECIDED)) continue;
    const path = pathOfPoint(point);
    const task = path.findLast((s) => s.kind === 'act' && placeOf(top, s.at).state?.type === 'task');
    const at = task?.at ?? point.state;
    return [failure('ownCase', { pointer: placeOf(top, at).pointer, at, path }, {})];
  }
  return [];
}

/** A state by its path, and where it is written. */
function placeOf(top: FlowGraph, path: Path): { pointer: string; state: State | undefined } {
  const graph = flowsIn(top).find(({ at }) => at === flowOf(path)) ?? top;
  const name = nameOf(path);
  return { pointer: `${graph.pointer}/states/${name}`, state: graph.states[name] };
}

const CHANGED = 'changed in ';

/** What the applicant last changed or chose is checked by an officer or a registry before it is granted. */
function byApplicant(top: FlowGraph): Failure[] {
  const chooses = deciding(top);
  const checks: Traced = {
    after: (graph, edge, value) => {
      const state = graph.states[edge.from];
      if (state?.type === 'task' && edge.kind === 'act') return 'checked';
      if (state?.type === 'call') return value === 'none' ? 'none' : 'checked';
      if (state?.type !== 'party' || state.party !== 'applicant' || edge.kind !== 'act') return value;
      const path = join(graph.at, edge.from);
      const changes = state.pages !== undefined || (value !== 'checked' && chooses.has(path));
      return changes ? `${CHANGED}${path}` : value;
    },
    together: (one, other) => (one.startsWith(CHANGED) ? one : other),
  };
  const told = new Set<Path>();
  return [...points(checks, top, ['none'])].flatMap((point): Failure[] => {
    if (!point.value.startsWith(CHANGED) || !endsAs(point, GRANTED)) return [];
    const at = point.value.slice(CHANGED.length);
    if (told.has(at)) return [];
    told.add(at);
    const path = pathOfPoint(point);
    const step = path.findLast((s) => s.at === at && s.kind === 'act');
    const { pointer, state } = placeOf(top, at);
    const holes = { state: stateNamed(state, nameOf(at)) };
    return [failure('applicantDecides', { pointer: step?.pointer ?? pointer, at, path }, holes)];
  });
}

/** States in which a party chooses between being granted and being refused. */
function deciding(top: FlowGraph): Set<string> {
  const found = new Set<string>();
  for (const [name, state] of Object.entries(top.states)) {
    if (state.type !== 'party') continue;
    const kinds = Object.values(state.actions).map(({ to }) => endsFrom(top, to));
    if (kinds.some((k) => k.has('granted') || k.has('partly')) && kinds.some((k) => k.has('refused')))
      found.add(name);
  }
  return found;
}

/** The kinds of end that a target leads to without any further check. */
function endsFrom(top: FlowGraph, target: Target): Set<string | undefined> {
  const kinds = new Set<string | undefined>();
  const waiting = new Set(typeof target === 'string' ? [target] : target.map((e) => e.to));
  for (const name of waiting) {
    const state = top.states[name];
    if (state?.type === 'end') kinds.add(state.kind);
    if (!state || /^(task|party|call|end)$/.test(state.type)) continue;
    // the end to which an applicant withdraws is of neither kind
    for (const { kind, to } of edgesOf(top, name)) if (kind !== 'term') waiting.add(to);
  }
  return kinds;
}
