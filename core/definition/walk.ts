import type { Flow, Remind, State } from './types.ts';

/** A flow inside a service: its states, where it stands in the definition, and what is seen inside beside the service's names. */
export type FlowPlace = { flow: Flow; pointer: string; seen: readonly string[]; top: boolean };

/** Every flow of a service: the top one, branches, items. */
export function flowsOf(
  flow: Flow,
  pointer = '/flow',
  seen: readonly string[] = [],
  top = true,
): FlowPlace[] {
  const names = [...seen, ...Object.entries(flow.states).flatMap(([name, state]) => namesOf(name, state))];
  const all: FlowPlace[] = [{ flow, pointer, seen: names, top }];
  for (const [name, state] of Object.entries(flow.states)) {
    const at = `${pointer}/states/${name}`;
    if (state.type === 'each') all.push(...flowsOf(state.flow, `${at}/flow`, [...names, state.as], false));
    if (state.type === 'parallel')
      for (const [branch, inner] of Object.entries(state.branches))
        all.push(...flowsOf(inner, `${at}/branches/${branch}`, names, false));
  }
  return all;
}

/** The names that a state gives to expressions: its own, and that of its answer. */
export function namesOf(name: string, state: State): string[] {
  switch (state.type) {
    case 'task':
    case 'party':
      return [name];
    case 'call':
      return state.as ? [state.as] : [];
    case 'reserve':
    case 'collect':
      return [state.as];
    case 'wait':
      return state.event?.as ? [state.event.as] : [];
    default:
      return [];
  }
}

/** What is reminded of before a state is due, in any kind of state that may wait. */
export const remindersOf = (state: State): readonly Remind[] =>
  (state as { readonly remind?: readonly Remind[] }).remind ?? [];

/** The messages that a state sends: on entry, before it is due, when it is late. */
export const messagesOf = (state: State): string[] => [
  ...(state.notify ?? []),
  ...remindersOf(state).map(({ message }) => message),
  ...('overdue' in state ? (state.overdue?.notify ?? []) : []),
];

/** A state, and where it stands in the definition. */
export type StateAt = { name: string; state: State; pointer: string; flow: Flow; top: boolean };

/** Every state of a service, those of branches and items included. */
export const statesOf = (flow: Flow): StateAt[] =>
  flowsOf(flow).flatMap(({ flow, pointer, top }) =>
    Object.entries(flow.states).map(([name, state]) => ({
      name,
      state,
      pointer: `${pointer}/states/${name}`,
      flow,
      top,
    })),
  );
