import { both, type Facts, noFacts, one } from '#core/expression/types/index.ts';
import type { Branch, Flow, Service, State, Target } from '../types.ts';

/**
 * What is known on every way to a state: names whose values are there for certain (what was surely entered or answered), and what
 * conditions on the way said of the form.
 */
export type Known = { readonly certain: ReadonlySet<string>; readonly facts: Facts };
export const nothingKnown: Known = { certain: new Set(), facts: noFacts };

/** Where each branch of a target leads, and what follows from its being taken. */
export type FactsOf = (branches: readonly Branch[]) => readonly { to: string; facts: Facts }[];

/** A way out of a state: where to, and what is known once it is taken. */
type Way = { to: string; gives: readonly string[]; facts: Facts };

/** The ways out of a state, by what each gives. */
function waysOf(name: string, state: State, factsOf: FactsOf): Way[] {
  const ways: Way[] = [];
  const go = (target: Target | undefined, ...gives: string[]) => {
    if (typeof target === 'string') ways.push({ to: target, gives, facts: noFacts });
    else if (target !== undefined) for (const way of factsOf(target)) ways.push({ ...way, gives });
  };
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

/** Whether the form may be another once the state was left: a party corrects it, an officer edits it. */
export function changesForm(state: State): boolean {
  switch (state.type) {
    case 'task':
      return (state.edits ?? []).length > 0;
    case 'party':
      return state.pages !== undefined;
    case 'each':
      return Object.values(state.flow.states).some(changesForm);
    case 'parallel':
      return Object.values(state.branches).some((flow) => Object.values(flow.states).some(changesForm));
    default:
      return false;
  }
}

/**
 * For every state of a flow what is known on entering it; a state that nothing leads to knows what the flow began with.
 * @param before what is known when the flow begins
 * @param anytime where the case may be taken from every state (the term of the whole has run out)
 */
export function knownAt(
  flow: Flow,
  before: Known,
  factsOf: FactsOf,
  anytime?: Target,
): ReadonlyMap<string, Known> {
  const at = new Map<string, Known>([[flow.initial, before]]);
  const open = [flow.initial];
  const late = targetsOf(anytime);
  const come = (to: string, comes: Known): void => {
    const known = at.get(to);
    const now = known ? common(known, comes) : comes;
    if (known && isSame(known, now)) return;
    at.set(to, now);
    open.push(to);
  };
  while (open.length > 0) {
    const name = open.pop() ?? '';
    const here = at.get(name);
    const state = Object.hasOwn(flow.states, name) ? flow.states[name] : undefined;
    if (!state || !here) continue;
    const facts = changesForm(state) ? noFacts : here.facts;
    for (const { to, gives, facts: more } of waysOf(name, state, factsOf))
      come(to, { certain: new Set([...here.certain, ...gives]), facts: both(facts, more) });
    // inside the state the form may just be changing
    if (state.type !== 'end') for (const to of late) come(to, { certain: here.certain, facts: noFacts });
  }
  for (const name of Object.keys(flow.states)) if (!at.has(name)) at.set(name, before);
  return at;
}

const targetsOf = (target: Target | undefined): string[] =>
  target === undefined ? [] : typeof target === 'string' ? [target] : target.map((branch) => branch.to);

const common = (a: Known, b: Known): Known => ({
  certain: new Set([...a.certain].filter((name) => b.certain.has(name))),
  facts: one(a.facts, b.facts),
});

const isSame = (a: Known, b: Known): boolean =>
  a.certain.size === b.certain.size && JSON.stringify([...a.facts]) === JSON.stringify([...b.facts]);

/** Where the case goes when its whole term has run out and silence decides. */
export const whenSilent = (service: Service): Target | undefined => service.decideWithin?.overdue.to;
