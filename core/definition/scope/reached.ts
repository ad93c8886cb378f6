import type { Flow, Service, State, Target } from '../types.ts';

/** The names whose values are there for certain: what was surely entered or answered on every way to a state. */
export type Certain = ReadonlySet<string>;

/** A way out of a state: where to, and what is known once it is taken. */
type Way = { to: string; gives: readonly string[] };

const names = (target: Target | undefined): string[] =>
  target === undefined ? [] : typeof target === 'string' ? [target] : target.map((branch) => branch.to);

/** What a state gives by each of its ways. */
function waysOf(name: string, state: State): Way[] {
  const ways: Way[] = [];
  const go = (target: Target | undefined, ...gives: string[]) =>
    ways.push(...names(target).map((to) => ({ to, gives })));
  if ('overdue' in state) go(state.overdue?.to);
  switch (state.type) {
    case 'task':
    case 'party':
      for (const action of Object.values(state.actions)) go(action.to, name);
      break;
    case 'call':
      go(state.next, ...(state.as === undefined ? [] : [state.as]));
      go(state.failed);
      break;
    case 'wait':
      go(state.next, ...(state.event?.as === undefined ? [] : [state.event.as]));
      break;
    case 'reserve':
      go(state.next, state.as);
      go(state.none);
      break;
    case 'collect':
      go(state.next, state.as);
      go(state.tooFew, state.as);
      break;
    case 'end':
      break;
    default:
      go(state.next);
      if ('failed' in state) go(state.failed);
      if ('otherwise' in state) go(state.otherwise);
      if ('declined' in state) go(state.declined);
  }
  return ways;
}

/**
 * For every state of a flow what is certain on entering it; a state that nothing leads to knows what the flow began with.
 * @param before what is certain when the flow begins
 * @param anytime where the case may be taken from every state (the term of the whole has run out)
 */
export function certainAt(flow: Flow, before: Certain, anytime?: Target): ReadonlyMap<string, Certain> {
  const at = new Map<string, Certain>([[flow.initial, before]]);
  const open = [flow.initial];
  while (open.length > 0) {
    const name = open.pop() ?? '';
    const state = flow.states[name];
    const here = at.get(name);
    if (!state || !here || !Object.hasOwn(flow.states, name)) continue;
    const outside = state.type === 'end' ? [] : names(anytime).map((to) => ({ to, gives: [] }));
    for (const { to, gives } of [...waysOf(name, state), ...outside]) {
      const comes = new Set([...here, ...gives]);
      const known = at.get(to);
      const now = known ? new Set([...known].filter((n) => comes.has(n))) : comes;
      if (known && now.size === known.size) continue;
      at.set(to, now);
      open.push(to);
    }
  }
  for (const name of Object.keys(flow.states)) if (!at.has(name)) at.set(name, before);
  return at;
}

/** Where the case goes when its whole term has run out and silence decides. */
export const whenSilent = (service: Service): Target | undefined => service.decideWithin?.overdue.to;
