import type { State } from '#core/definition/types.ts';
import { join } from '../position.ts';
import { isAsk } from '../states.ts';
import { connectorOf } from './connector.ts';
import type { FlowGraph, Given } from './flow-graph.ts';
import { flowsIn, stepsInto } from './graph.ts';
import { stateNamed } from './story.ts';
import type { Failure } from './types.ts';
import { type FailureCode, failure } from './words.ts';

/** Every waiting state has a deadline, and what happens then. */
export function withoutDeadline(given: Given, top: FlowGraph): Failure[] {
  return flowsIn(top).flatMap((graph) =>
    [...graph.explored.first.keys()].flatMap((name) => {
      const state = graph.states[name];
      const code = state && lacks(given, state);
      if (!state || !code) return [];
      const place = {
        pointer: `${graph.pointer}/states/${name}`,
        at: join(graph.at, name),
        path: stepsInto(graph, name),
      };
      return [failure(code, place, { state: stateNamed(state, name) })];
    }),
  );
}

function lacks(given: Given, state: State): FailureCode | null {
  switch (state.type) {
    case 'end':
    case 'parallel':
    case 'each':
    case 'publish':
    // a collection closes by itself; what is published is published by ourselves
    case 'collect':
      return null;
    case 'wait':
      if (state.event === undefined) return null;
      break;
    default:
  }
  const { due, overdue } = state;
  const limit = due ?? (isAsk(state) ? connectorOf(given, state)?.due : undefined);
  if (limit === undefined) return 'noDeadline';
  // a call that is not answered in time has failed: where it goes then is said there
  const fails = state.type === 'call' || state.type === 'issue' || state.type === 'reserve';
  if (overdue === undefined) return fails ? null : 'nothingAtDue';
  return overdue.to === undefined && state.type !== 'task' ? 'waitsOnAfterDue' : null;
}
