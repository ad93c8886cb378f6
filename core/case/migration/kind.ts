import type { State } from '#core/definition/types.ts';
import type { Renaming } from './renaming.ts';

/** What a state waits for, as far as a case that waits there is concerned: of one kind are those between which it can go on. */
export function waitsFor(state: State, renaming?: Renaming): string {
  const named = (name: string | undefined) =>
    name === undefined ? '' : renaming ? renaming.name(name) : name;
  switch (state.type) {
    case 'wait':
      return state.event ? `wait event ${state.event.connector}` : 'wait time';
    case 'party':
      return `party ${named(state.party)}`;
    case 'call':
      return `call ${state.connector} ${state.operation ?? ''}`;
    case 'pay':
      return `pay ${state.connector} ${named(state.party ?? 'applicant')}`;
    case 'sign':
      return `sign ${state.connector ?? ''} ${named(state.by.party ?? state.by.role)} ${named(state.what)}`;
    case 'issue':
      return `issue ${named(state.document)} ${state.record?.do ?? ''} ${state.record?.registry ?? ''}`;
    case 'reserve':
      return `reserve ${state.registry}`;
    case 'collect':
      return `collect ${state.service}`;
    case 'start':
      return `start ${state.await ?? 'all'} ${Object.values(state.cases)
        .map(({ service }) => service)
        .join(' ')}`;
    default:
      return state.type;
  }
}

/** Whether a case that waits in one state can go on waiting in the other: `kind` is another, or another is asked or waited for. */
export function goesOn(before: State, after: State, renaming: Renaming): 'yes' | 'kind' | 'asked' {
  if (before.type !== after.type) return 'kind';
  return waitsFor(before, renaming) === waitsFor(after) ? 'yes' : 'asked';
}
