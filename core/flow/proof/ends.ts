import type { State } from '#core/definition/types.ts';
import { joinState } from '../join.ts';
import { join } from '../position.ts';
import { shortestCircle } from './circles.ts';
import { after, keyOf, stepsTo } from './explore.ts';
import { type Edge, edgesOf, type FlowGraph, type Found, innerOf } from './flow-graph.ts';
import { flowsIn, stepsAround, stepsInto } from './graph.ts';
import { sizesOf } from './group.ts';
import { stateNamed } from './story.ts';
import type { Failure } from './types.ts';
import { failure } from './words.ts';

/** Every path can end. That an applicant may always withdraw, or a case be reopened, does not count as an end. */
export function endless(top: FlowGraph): Failure[] {
  return flowsIn(top).flatMap((graph) => {
    if (graph.outer && !hangs(graph.outer.graph, graph.outer.state, graph)) return [];
    return [...traps(graph), ...conditional(graph)];
  });
}

function goesOn(found: Found, graph: Pick<FlowGraph, 'edges'>): { edge: Edge; key: string }[] {
  return edgesOf(graph, found.state).flatMap((edge) => {
    const taken = after(found, edge);
    if (taken === null || edge.kind === 'withdraw' || edge.kind === 'reopen') return [];
    return [{ edge, key: keyOf(edge.to, taken) }];
  });
}

const kept = new WeakMap<FlowGraph, Map<string, Found>>();

/** The positions from which no end can be reached. */
function trapped(graph: FlowGraph): Map<string, Found> {
  const known = kept.get(graph) ?? trappedIn(graph);
  kept.set(graph, known);
  return known;
}

function trappedIn({ explored, edges, states }: FlowGraph): Map<string, Found> {
  const { positions } = explored;
  const before = new Map<string, string[]>();
  const ends: string[] = [];
  for (const [key, found] of positions) {
    if (states[found.state]?.type === 'end') ends.push(key);
    for (const next of goesOn(found, { edges })) {
      // what lies beyond the limit counts as an end: nothing is said of it
      if (!positions.has(next.key)) ends.push(key);
      const list = before.get(next.key) ?? [];
      before.set(next.key, list);
      list.push(key);
    }
  }
  const can = new Set(ends);
  for (const key of can) for (const earlier of before.get(key) ?? []) can.add(earlier);
  return new Map([...positions].filter(([key]) => !can.has(key)));
}

function traps(graph: FlowGraph): Failure[] {
  const caught = trapped(graph);
  const told = new Set<string>();
  return [...caught.values()].flatMap((found): Failure[] => {
    const isEntry = found.before === null || !caught.has(keyOf(found.before.state, found.before.taken));
    if (!isEntry || told.has(found.state)) return [];
    told.add(found.state);
    const { leadIn, last, circle } = leadsOn(graph, found);
    const { state } = circle.length > 0 ? found : last;
    // a group hangs because of what is inside; it is told of there
    if (isHeld(graph, state)) return [];
    if (circle.some((e) => isHeld(graph, e.from))) return [];
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

type Going = { from: string; to: string; edge: Edge };

/** From a trapped position on: to the nearest one without any way, or to the nearest circle and round it. */
function leadsOn(graph: FlowGraph, start: Found): { leadIn: Edge[]; last: Found; circle: Edge[] } {
  const { positions } = graph.explored;
  const ways = (from: string): Going[] => {
    const found = positions.get(from);
    const all = found ? goesOn(found, graph) : [];
    return all.filter(({ key }) => positions.has(key)).map(({ edge, key }) => ({ from, to: key, edge }));
  };
  const first = keyOf(start.state, start.taken);
  const seen = new Map<string, Edge[]>([[first, []]]);
  for (const [key, leadIn] of seen) {
    const on = ways(key);
    const last = positions.get(key) ?? start;
    if (on.length === 0) return { leadIn, last, circle: [] };
    for (const { to, edge } of on) if (!seen.has(to)) seen.set(to, [...leadIn, edge]);
  }
  for (const [key, leadIn] of seen) {
    const circle = shortestCircle(key, ways);
    if (circle) return { leadIn, last: positions.get(key) ?? start, circle: circle.map((w) => w.edge) };
  }
  return { leadIn: [], last: start, circle: [] };
}

/** Whether a flow may come to where it never ends, by itself or because a group in it stays open. */
function mayHang(graph: FlowGraph): boolean {
  if (trapped(graph).size > 0) return true;
  return [...graph.inner.keys()].some((name) => graph.explored.first.has(name) && isHeld(graph, name));
}

/** Whether a state is a group that one of its flows may keep open for ever. */
function isHeld(graph: FlowGraph, name: string): boolean {
  return innerOf(graph, name).some((child) => mayHang(child) && staysOpen(graph, name, child));
}

/** Whether a flow that never ends keeps the case from ending: so do all groups around it. */
function hangs(outer: FlowGraph, name: string, child: FlowGraph): boolean {
  const around = outer.outer;
  return staysOpen(outer, name, child) && (!around || hangs(around.graph, around.state, outer));
}

/** Whether a group may stay for ever where one of its flows never ends: no deadline leads out, and the join may stay open. */
function staysOpen(graph: FlowGraph, name: string, child: FlowGraph): boolean {
  const state = graph.states[name];
  if (!state || (state.type !== 'parallel' && state.type !== 'each')) return false;
  const edges = edgesOf(graph, name);
  if (edges.some((e) => e.kind === 'due' || e.kind === 'term')) return false;
  if (state.type === 'parallel')
    return mayStayOpen(
      state,
      innerOf(graph, name).filter((c) => c !== child),
    );
  const items = sizesOf(state).filter((n) => n > 0);
  return items.some((n) =>
    mayStayOpen(
      state,
      Array.from({ length: n - 1 }, () => child),
    ),
  );
}

/** Whether a join may stay open beside a flow that never ends, over all that the others may come to. */
function mayStayOpen(
  { join: rule }: Extract<State, { type: 'parallel' | 'each' }>,
  others: FlowGraph[],
): boolean {
  const { outcome, need, when } = rule;
  if (when !== undefined || outcome === undefined || need === undefined) return true;
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

/** Whether one condition is written as the opposite of another. */
function isOpposite(one: string, other: string): boolean {
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
  const [a, b] = [plain(one), plain(other)];
  return b === `not(${a})` || (a !== b && (a.replace('!=', '=') === b || a === b.replace('!=', '=')));
}
