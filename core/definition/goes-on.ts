import type { State } from './types.ts';

/** What a thing of the earlier version is called in the later one. */
export type Named = (old: string) => string;

/** What a state waits for, as far as a case that waits there is concerned; of one kind are those between which it can go on. */
function waitsFor(state: State, named: Named): string {
  const name = (of: string | undefined) => (of === undefined ? '' : named(of));
  switch (state.type) {
    case 'wait':
      return state.event ? `event ${state.event.connector}` : 'time';
    case 'party':
      return name(state.party);
    case 'call':
      return `${state.connector} ${state.operation ?? ''}`;
    case 'pay':
      return `${state.connector} ${name(state.party ?? 'applicant')}`;
    case 'sign':
      return `${state.connector ?? ''} ${name(state.by.party)} ${state.by.role ?? ''} ${name(state.what)}`;
    case 'issue':
      return `${name(state.document)} ${state.record?.do ?? ''} ${state.record?.registry ?? ''}`;
    case 'reserve':
      return state.registry;
    case 'collect':
      return state.service;
    case 'start':
      return [state.await ?? 'all', ...Object.values(state.cases).map(({ service }) => service)].join(' ');
    default:
      return '';
  }
}

/**
 * Whether a case that waits in a state of one version can go on waiting in a state of another. `kind`: that is something else;
 * `asked`: it asks or waits for something else.
 */
export function goesOn(before: State, after: State, named: Named): 'yes' | 'kind' | 'asked' {
  if (before.type !== after.type) return 'kind';
  return waitsFor(before, named) === waitsFor(after, (name) => name) ? 'yes' : 'asked';
}
