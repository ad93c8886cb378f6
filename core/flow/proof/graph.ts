import type { Flow, State } from '#core/definition/types.ts';
import { join } from '../position.ts';
import type { Path } from '../types.ts';
import { takesPerson, waysOf } from '../ways.ts';
import { asideOf } from './aside.ts';
import { explored, pathTo, stepsTo, waysAlone } from './explore.ts';
import type { Edge, Ending, FlowGraph, Given, Inside, Limit } from './flow-graph.ts';
import { groupWays, shortest } from './group.ts';
import { stepOf } from './story.ts';
import type { Step } from './types.ts';

/** The graph of a flow and of all flows inside it. */
export function graphOf(
  given: Given,
  limit: Limit,
  flow: Flow = given.bundle.flow,
  at: Path = '',
  pointer = '/flow',
): FlowGraph {
  const inner = new Map<string, Inside>();
  for (const [name, state] of Object.entries(flow.states)) {
    const path = join(at, name);
    const here = `${pointer}/states/${name}`;
    if (state.type === 'each') {
      const flows = [graphOf(given, limit, state.flow, join(path, '*'), `${here}/flow`)];
      inner.set(name, { state, flows });
    }
    if (state.type === 'parallel') {
      const flows = Object.entries(state.branches).map(([branch, f]) =>
        graphOf(given, limit, f, join(path, branch), `${here}/branches/${branch}`),
      );
      inner.set(name, { state, flows });
    }
  }
  const place = { at, pointer, states: flow.states };
  const edges = new Map<string, Edge[]>();
  for (const [name, state] of Object.entries(flow.states)) {
    const group = inner.get(name);
    edges.set(name, group ? groupWays(given, place, name, group) : plain(given, place, name, state));
  }
  if (at === '') for (const edge of asideOf(given, place)) edges.get(edge.from)?.push(edge);
  const found = explored(flow.initial, flow.states, edges, limit);
  const graph: FlowGraph = {
    at,
    pointer,
    flow,
    states: flow.states,
    edges,
    explored: found,
    endings: new Map(),
    inner,
  };
  for (const [name, group] of inner) for (const child of group.flows) child.outer = { graph, name, group };
  if (at !== '') graph.endings = endingsOf(graph);
  return graph;
}

function plain(given: Given, place: Parameters<typeof stepOf>[1], name: string, state: State): Edge[] {
  return waysOf(state).flatMap((way) => {
    if (!Object.hasOwn(place.states, way.to)) return [];
    const pointer = `${place.pointer}/states/${name}${way.step}`;
    const steps = [stepOf(given.bundle, place, name, { ...way, pointer })];
    const { step: _, ...rest } = way;
    return [{ ...rest, from: name, pointer, steps, alone: takesPerson(state, way) ? null : steps }];
  });
}

function endingsOf(graph: FlowGraph): Map<string, Ending> {
  const endings = new Map<string, Ending>();
  const alone = waysAlone(graph);
  // states are in the order in which they are found: the first end of an outcome is the nearest
  for (const [name, found] of graph.explored.first) {
    const state = graph.states[name];
    if (state?.type !== 'end') continue;
    const known = endings.get(state.outcome);
    endings.set(state.outcome, {
      steps: known?.steps ?? stepsTo(found),
      alone: shortest([known?.alone ?? null, alone.get(name) ?? null]),
    });
  }
  return endings;
}

/** The shortest steps from the beginning of the case to a state of a flow; where nothing leads there, to the flow. */
export const stepsInto = (graph: FlowGraph, state: string): Step[] => [
  ...stepsAround(graph),
  ...pathTo(graph.explored, state),
];

/** The shortest steps to the flow itself: none to the whole. */
export const stepsAround = ({ outer }: FlowGraph): Step[] =>
  outer ? stepsInto(outer.graph, outer.name) : [];

/** Every flow whose group can be reached, the outermost first. */
export function flowsIn(graph: FlowGraph): FlowGraph[] {
  const inside = [...graph.inner]
    .filter(([state]) => graph.explored.first.has(state))
    .flatMap(([, { flows }]) => flows);
  return [graph, ...inside.flatMap(flowsIn)];
}
