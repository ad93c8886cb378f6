import type { Flow, State } from '#core/definition/types.ts';
import { join } from '../position.ts';
import type { Path } from '../types.ts';
import { takesPerson, waysOf } from '../ways.ts';
import { asideOf } from './aside.ts';
import { explored, pathTo, waysAlone } from './explore.ts';
import type { Edge, Ending, FlowGraph, Given, Limit } from './flow-graph.ts';
import { groupWays } from './group.ts';
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
  const inner = new Map<string, FlowGraph[]>();
  for (const [name, state] of Object.entries(flow.states)) {
    const path = join(at, name);
    const here = `${pointer}/states/${name}`;
    if (state.type === 'each')
      inner.set(name, [graphOf(given, limit, state.flow, join(path, '*'), `${here}/flow`)]);
    if (state.type === 'parallel')
      inner.set(
        name,
        Object.entries(state.branches).map(([branch, f]) =>
          graphOf(given, limit, f, join(path, branch), `${here}/branches/${branch}`),
        ),
      );
  }
  const place = { at, pointer, states: flow.states };
  const edges = new Map<string, Edge[]>();
  for (const [name, state] of Object.entries(flow.states)) {
    const children = inner.get(name);
    edges.set(
      name,
      children ? groupWays(given, place, name, state, children) : plain(given, place, name, state),
    );
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
  for (const [state, children] of inner) for (const child of children) child.outer = { graph, state };
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
  for (const [name, state] of Object.entries(graph.states)) {
    const steps = pathTo(graph.explored, name);
    if (state.type !== 'end' || steps === undefined) continue;
    const known = endings.get(state.outcome);
    const without = alone.get(name) ?? null;
    endings.set(state.outcome, {
      steps: known && known.steps.length <= steps.length ? known.steps : steps,
      alone: shorter(known?.alone ?? null, without),
    });
  }
  return endings;
}

function shorter(a: Step[] | null, b: Step[] | null): Step[] | null {
  if (a === null || b === null) return a ?? b;
  return a.length <= b.length ? a : b;
}

/** The shortest steps from the beginning of the case to a state of a flow, inner or not; undefined where nothing leads there. */
export function wholePath(graph: FlowGraph, state: string): Step[] | undefined {
  const inside = pathTo(graph.explored, state);
  if (inside === undefined || graph.outer === undefined) return inside;
  const before = wholePath(graph.outer.graph, graph.outer.state);
  return before === undefined ? undefined : [...before, ...inside];
}

/** The shortest steps to a state that is reached. */
export const stepsInto = (graph: FlowGraph, state: string): Step[] => wholePath(graph, state) ?? [];

/** The shortest steps to the flow itself: none to the whole. */
export const stepsAround = ({ outer }: FlowGraph): Step[] =>
  outer ? stepsInto(outer.graph, outer.state) : [];

/** Every flow whose group can be reached, the outermost first. */
export function flowsIn(graph: FlowGraph): FlowGraph[] {
  const inside = [...graph.inner]
    .filter(([state]) => graph.explored.first.has(state))
    .flatMap(([, children]) => children);
  return [graph, ...inside.flatMap(flowsIn)];
}
