import { join } from '../position.ts';
import { edgesOf, type FlowGraph, innerOf } from './flow-graph.ts';
import { flowsIn, stepsInto } from './graph.ts';
import { counted } from './group.ts';
import { stateNamed } from './story.ts';
import type { Failure } from './types.ts';
import { failure } from './words.ts';

/** Every state can be reached, and every join can be met. What lies inside a group that cannot be reached is not told again. */
export function unreached(top: FlowGraph): Failure[] {
  return flowsIn(top).flatMap((graph) =>
    Object.entries(graph.states).flatMap(([name, state]) => {
      const pointer = `${graph.pointer}/states/${name}`;
      const at = join(graph.at, name);
      const holes = { state: stateNamed(state, name) };
      const path = stepsInto(graph, name);
      if (!graph.explored.first.has(name)) return [failure('unreachableState', { pointer, at, path }, holes)];
      const isGroup = state.type === 'parallel' || state.type === 'each';
      if (!isGroup || edgesOf(graph, name).some((e) => e.kind === 'met')) return [];
      // flows that never end are told of where they hang
      const rule = counted(state);
      if (!rule || innerOf(graph, name).some((child) => child.endings.size === 0)) return [];
      const more = { ...holes, outcome: rule.outcome, need: String(rule.need) };
      return [failure('joinOutOfReach', { pointer: `${pointer}/join`, at, path }, more)];
    }),
  );
}
