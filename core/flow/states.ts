import type { Flow, State } from '#core/definition/types.generated.ts';
import { flowOf, join, nameOf } from './position.ts';
import type { Path, StateKind } from './types.ts';

/** The definition of a flow (`''` the top one, `signing/head` a branch, `consents/2` an item), or undefined. */
export function flowAt(top: Flow, flow: Path): Flow | undefined {
  if (flow === '') return top;
  const group = stateAt(top, flowOf(flow));
  if (group?.type === 'parallel')
    return Object.hasOwn(group.branches, nameOf(flow)) ? group.branches[nameOf(flow)] : undefined;
  return group?.type === 'each' ? group.flow : undefined;
}

/** The definition of a state by its path, or undefined. */
export function stateAt(top: Flow, path: Path): State | undefined {
  const flow = flowAt(top, flowOf(path));
  return flow && Object.hasOwn(flow.states, nameOf(path)) ? flow.states[nameOf(path)] : undefined;
}

/** The kind of the machinery behind a state's type. */
export function kindOf(type: State['type']): StateKind {
  switch (type) {
    case 'task':
    case 'party':
    case 'wait':
    case 'parallel':
    case 'each':
    case 'end':
      return type;
    default:
      return 'ask';
  }
}

/** A state of the one shape: ask, wait, answered or failed, due. */
export type AskState = Exclude<State, { type: 'task' | 'party' | 'wait' | 'parallel' | 'each' | 'end' }>;

export function isAsk(state: State): state is AskState {
  return kindOf(state.type) === 'ask';
}

/** Every state of a flow, branches and items' flows included (an item is `*`), with its path. */
export function everyState(flow: Flow, at: Path = ''): { path: Path; state: State }[] {
  return Object.entries(flow.states).flatMap(([name, state]) => {
    const path = join(at, name);
    const below =
      state.type === 'parallel'
        ? Object.entries(state.branches).flatMap(([b, f]) => everyState(f, join(path, b)))
        : state.type === 'each'
          ? everyState(state.flow, join(path, '*'))
          : [];
    return [{ path, state }, ...below];
  });
}

/** The end to which a case goes that its applicant takes back: the first of the kind; undefined where the flow has none. */
export function withdrawnEnd({ states }: Pick<Flow, 'states'>): string | undefined {
  return Object.entries(states).find(([, s]) => s.type === 'end' && s.kind === 'withdrawn')?.[0];
}
