import { goesOn, type Named } from './goes-on.ts';
import { pointerOf, segments } from './place.ts';
import type { Migrate, Service, ServiceBundle, State } from './types.ts';
import { type StateAt, statesOf } from './walk.ts';

/** A state of an earlier version as a migration has it. */
export type CarriedState = StateAt & {
  /** Where it would stand in the later version, were nothing said of it but names. */
  there: string;
  /** The name whose entry in `states` holds for it: its own, else that of the group around it. */
  said: string | undefined;
  /** Whether a case goes on waiting there; `gone`: there is no such state, `group`: nor the flow that would hold it. */
  goes: 'yes' | 'kind' | 'asked' | 'gone' | 'group';
};

/** Every state of an earlier version, with where a case that waits in it would come to wait. */
export function carriedStates(
  migrate: Pick<Migrate, 'renamed' | 'states'>,
  before: Pick<ServiceBundle, 'flow'>,
  after: Pick<Service, 'flow'>,
): CarriedState[] {
  const { renamed = {}, states = {} } = migrate;
  const named: Named = (old) => (Object.hasOwn(renamed, old) ? (renamed[old] ?? old) : old);
  return statesOf(before.flow).map((one) => {
    const parts = segments(one.pointer);
    // names stand behind states and branches; what else a pointer goes through is of the format
    const isName = (n: number) => parts[n - 1] === 'states' || parts[n - 1] === 'branches';
    const there = parts.map((part, n) => (isName(n) ? named(part) : part));
    const state = at(after, there) as State | undefined;
    const holds = state !== undefined || at(after, there.slice(0, -1)) !== undefined;
    return {
      ...one,
      there: pointerOf(there),
      said: parts.findLast((part, n) => isName(n) && Object.hasOwn(states, part)),
      goes: state ? goesOn(one.state, state, named) : holds ? 'gone' : 'group',
    };
  });
}

/** What stands at the steps of a pointer. */
function at(service: object, parts: readonly string[]): unknown {
  let here: unknown = service;
  for (const part of parts)
    here = typeof here === 'object' && here !== null ? Reflect.get(here, part) : undefined;
  return here;
}
