import { join } from '../position.ts';
import { components, shortestCircle } from './circles.ts';
import { edgesOf, type FlowGraph } from './flow-graph.ts';
import { flowsIn, stepsInto } from './graph.ts';
import { stateNamed } from './story.ts';
import type { Failure } from './types.ts';
import { failure } from './words.ts';

const ASIDE = new Set(['term', 'withdraw', 'reopen']);

/** No case can circle for ever without a person in the circle. One failure for each knot of circles. */
export function circlesAlone(top: FlowGraph): Failure[] {
  return flowsIn(top).flatMap((graph) => {
    const ways = (state: string) =>
      edgesOf(graph, state).flatMap(({ alone, ...way }) =>
        alone === null || ASIDE.has(way.kind) ? [] : [{ ...way, alone }],
      );
    const states = [...graph.explored.first.keys()];
    const knots = components(states, (state) => ways(state).map((e) => e.to)).map((knot) => new Set(knot));
    // states are in the order in which they are found: the first of a knot is nearest to the beginning
    const nearest = new Map<Set<string>, string>();
    for (const name of states)
      for (const knot of knots) if (knot.has(name) && !nearest.has(knot)) nearest.set(knot, name);
    return [...nearest.values()].map((name) => {
      const circle = shortestCircle(name, ways);
      const place = {
        pointer: `${graph.pointer}/states/${name}`,
        at: join(graph.at, name),
        path: stepsInto(graph, name),
        circle: circle.flatMap(({ alone }) => alone),
      };
      return failure('circlesAlone', place, { state: stateNamed(graph.states[name], name) });
    });
  });
}
