import { joinState } from '../join.ts';
import { join } from '../position.ts';
import { shortestCircle } from './circles.ts';
import { after, keyOf, stepsTo } from './explore.ts';
import { type Around, type Edge, edgesOf, type FlowGraph, type Found, type Group } from './flow-graph.ts';
import { flowsIn, stepsAround, stepsInto } from './graph.ts';
import { counted } from './group.ts';
import { isOpposite } from './opposite.ts';
import { stateNamed } from './story.ts';
import type { Failure } from './types.ts';
import { failure } from './words.ts';

/** Every path can end. That an applicant may always withdraw, or a case be reopened, does not count as an end. */
export function endless(top: FlowGraph): Failure[] {
  return flowsIn(top).flatMap((graph) => {
    if (graph.outer && !hangs(graph.outer, graph)) return [];
    return [...traps(graph), ...conditional(graph)];
  });
}

/** A position, where its ways lead, and from where it is come to. */
type Place = { found: Found; on: { edge: Edge; to: Place }[]; before: Place[] };

const kept = new WeakMap<FlowGraph, Map<Found, Place>>();

/** The positions from which no end can be reached. */
function trapped(graph: FlowGraph): Map<Found, Place> {
  const known = kept.get(graph) ?? trappedIn(graph);
  kept.set(graph, known);
  return known;
}

function trappedIn(graph: FlowGraph): Map<Found, Place> {
  const places = new Map<string, Place>();
  for (const [key, found] of graph.explored.positions) places.set(key, { found, on: [], before: [] });
  const can = new Set<Place>();
  for (const place of places.values()) {
    const { state } = place.found;
    if (graph.states[state]?.type === 'end') can.add(place);
    for (const edge of edgesOf(graph, state)) {
      const left = after(place.found, edge);
      if (left === null || edge.kind === 'withdraw') continue;
      const to = places.get(keyOf(edge.to, left));
      // what lies beyond the limit counts as an end: nothing is said of it
      if (!to) {
        can.add(place);
        continue;
      }
      place.on.push({ edge, to });
      to.before.push(place);
    }
  }
  for (const place of can) for (const earlier of place.before) can.add(earlier);
  const caught = [...places.values()].filter((place) => !can.has(place));
  return new Map(caught.map((place) => [place.found, place]));
}

function traps(graph: FlowGraph): Failure[] {
  const caught = trapped(graph);
  const told = new Set<string>();
  return [...caught.values()].flatMap((entry): Failure[] => {
    const { found } = entry;
    const isEntry = found.before === null || !caught.has(found.before);
    if (!isEntry || told.has(found.state)) return [];
    told.add(found.state);
    const { leadIn, last, circle } = leadsOn(entry);
    const { state } = circle.length > 0 ? found : last;
    // a group hangs because of what is inside; it is told of there
    if (isHeld(graph, state) || circle.some((e) => isHeld(graph, e.from))) return [];
    const place = {
      pointer: `${graph.pointer}/states/${state}`,
      at: join(graph.at, state),
      path: [...stepsAround(graph), ...stepsTo(found), ...leadIn.flatMap((e) => e.steps)],
      ...(circle.length > 0 ? { circle: circle.flatMap((e) => e.steps) } : {}),
    };
    const code = circle.length > 0 ? 'neverEnds' : 'noWayOn';
    return [failure(code, place, { state: stateNamed(graph.states[state], state) })];
  });
}

/** From a trapped position on: to the nearest one without any way, or to the nearest circle and round it. */
function leadsOn(start: Place): { leadIn: Edge[]; last: Found; circle: Edge[] } {
  const seen = new Map<Place, Edge[]>([[start, []]]);
  for (const [{ found, on }, leadIn] of seen) {
    if (on.length === 0) return { leadIn, last: found, circle: [] };
    for (const { to, edge } of on) if (!seen.has(to)) seen.set(to, [...leadIn, edge]);
  }
  for (const [place, leadIn] of seen) {
    const circle = shortestCircle(place, ({ on }) => on).map(({ edge }) => edge);
    if (circle.length > 0) return { leadIn, last: place.found, circle };
  }
  return { leadIn: [], last: start.found, circle: [] };
}

/** Whether a flow may come to where it never ends, by itself or because a group in it stays open. */
function mayHang(graph: FlowGraph): boolean {
  if (trapped(graph).size > 0) return true;
  return [...graph.inner.keys()].some((name) => graph.explored.first.has(name) && isHeld(graph, name));
}

/** Whether a state is a group that one of its flows may keep open for ever. */
function isHeld(graph: FlowGraph, name: string): boolean {
  const group = graph.inner.get(name);
  if (!group) return false;
  return group.flows.some((child) => mayHang(child) && staysOpen({ graph, name, group }, child));
}

/** Whether a flow that never ends keeps the case from ending: so do all groups around it. */
function hangs(around: Around, child: FlowGraph): boolean {
  const { outer } = around.graph;
  return staysOpen(around, child) && (!outer || hangs(outer, around.graph));
}

/** Whether a group may stay for ever where one of its flows never ends: no deadline leads out, and the join may stay open. */
function staysOpen({ graph, name, group: { state, flows } }: Around, child: FlowGraph): boolean {
  if (edgesOf(graph, name).some((e) => e.kind === 'due' || e.kind === 'term')) return false;
  // of a list every item may be one that never ends
  if (state.type === 'each') return true;
  return mayStayOpen(
    state,
    flows.filter((one) => one !== child),
  );
}

/** Whether a join may stay open beside a flow that never ends, over all that the others may come to. */
function mayStayOpen(group: Group, others: FlowGraph[]): boolean {
  const rule = counted(group);
  if (!rule) return true;
  const { outcome, need } = rule;
  const ending = others.filter((o) => !mayHang(o));
  const open = others.filter(mayHang).map(() => undefined);
  const can = ending.filter((o) => o.endings.has(outcome)).length;
  const must = ending.filter((o) => o.endings.has(outcome) && o.endings.size === 1).length;
  for (let met = must; met <= can; met++) {
    const ended = ending.map((_, i) => (i < met ? outcome : `not ${outcome}`));
    if (joinState([undefined, ...open, ...ended], outcome, need) === 'open') return true;
  }
  return false;
}

/** A state whose every action has a condition, so that perhaps none is offered. */
function conditional(graph: FlowGraph): Failure[] {
  return [...graph.explored.first.keys()].flatMap((name) => {
    const state = graph.states[name];
    if (state?.type !== 'task' && state?.type !== 'party') return [];
    const actions = Object.values(state.actions);
    const conditions = actions.flatMap(({ when }) => (when === undefined ? [] : [when]));
    if (state.overdue?.to !== undefined || conditions.length < actions.length) return [];
    if (conditions.some((one) => conditions.some((other) => isOpposite(one, other)))) return [];
    const place = {
      pointer: `${graph.pointer}/states/${name}/actions`,
      at: join(graph.at, name),
      path: stepsInto(graph, name),
    };
    return [failure('noActionOffered', place, { state: stateNamed(state, name) })];
  });
}
