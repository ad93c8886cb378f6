import type { Target } from '#core/definition/types.ts';
import { join } from '../position.ts';
import { type Edge, edgesOf, type FlowGraph, type Given } from './flow-graph.ts';
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
    const task = path.findLast((s) => s.kind === 'act' && stateType(top, s.at) === 'task');
    const pointer = task ? task.pointer.replace(/\/actions\/.*$/, '') : `/flow/states/${point.state}`;
    return [failure('ownCase', { pointer, at: task?.at ?? point.state, path }, {})];
  }
  return [];
}

function stateType(top: FlowGraph, path: string): string | undefined {
  for (const graph of flowsIn(top))
    for (const [name, state] of Object.entries(graph.states))
      if (join(graph.at, name) === path) return state.type;
  return undefined;
}

/** What the applicant last changed or chose is checked by an officer or a registry before it is granted. */
function byApplicant(top: FlowGraph): Failure[] {
  const chooses = deciding(top);
  const checks: Traced = {
    after: (graph, edge, value) => {
      const state = graph.states[edge.from];
      if (state?.type === 'task' && edge.kind === 'act') return 'checked';
      if (state?.type === 'call') return value === 'none' ? 'none' : 'checked';
      if (state?.type !== 'party' || state.party !== 'applicant' || edge.kind !== 'act') return value;
      if (state.pages !== undefined) return `changed in ${edge.from}`;
      return value !== 'checked' && chooses.has(edge.from) ? `changed in ${edge.from}` : value;
    },
    together: (one, other) => (one.startsWith('changed') ? one : other),
  };
  const told = new Set<string>();
  return [...points(checks, top, ['none'])].flatMap((point): Failure[] => {
    const [, state] = /^changed in (.*)$/.exec(point.value) ?? [];
    if (state === undefined || told.has(state) || !endsAs(point, GRANTED)) return [];
    told.add(state);
    const path = pathOfPoint(point);
    const step = path.findLast((s) => s.at.endsWith(state) && s.kind === 'act');
    const pointer = step?.pointer ?? `/flow/states/${state}`;
    const holes = { state: stateNamed(stateOf(top, step?.at ?? state), state) };
    return [failure('applicantDecides', { pointer, at: step?.at ?? state, path }, holes)];
  });
}

function stateOf(top: FlowGraph, path: string) {
  for (const graph of flowsIn(top))
    for (const [name, state] of Object.entries(graph.states)) if (join(graph.at, name) === path) return state;
  return undefined;
}

/** States in which the applicant chooses between being granted and being refused. */
function deciding(top: FlowGraph): Set<string> {
  const found = new Set<string>();
  for (const [name, state] of Object.entries(top.states)) {
    if (state.type !== 'party' || state.party !== 'applicant') continue;
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
    for (const edge of edgesOf(top, name).filter(isForward)) waiting.add(edge.to);
  }
  return kinds;
}

const isForward = (edge: Edge): boolean => edge.kind !== 'withdraw' && edge.kind !== 'term';
