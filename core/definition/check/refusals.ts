import type { Problem, State, Target } from '../types.ts';
import type { FlowPlace } from '../walk.ts';
import { mistake } from './problem.ts';

/** An action that leads to a refusal of the service, straight or by what happens of itself on the way, names its grounds. */
export function checkRefusals(place: FlowPlace, state: State, at: string): Problem[] {
  if (state.type !== 'task' || !place.top) return [];
  return Object.entries(state.actions).flatMap(([name, action]) =>
    !action.grounds && names(action.to).some((to) => refuses(place, to, new Set()))
      ? [mistake('refusalWithoutGrounds', `${at}/actions/${name}`, {})]
      : [],
  );
}

const names = (target: Target): string[] =>
  typeof target === 'string' ? [target] : target.map((branch) => branch.to);

/** Whether all that happens of itself from a state ends in a refusal: a document is issued, something published. */
function refuses(place: Pick<FlowPlace, 'flow'>, name: string, seen: Set<string>): boolean {
  const state = place.flow.states[name];
  if (!state || seen.has(name)) return false;
  seen.add(name);
  if (state.type === 'end') return state.kind === 'refused';
  if (state.type !== 'issue' && state.type !== 'publish') return false;
  return names(state.next).some((next) => refuses(place, next, seen));
}
