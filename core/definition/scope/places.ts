import {
  any,
  both,
  checked,
  context,
  type Facts,
  noFacts,
  present,
  type Type,
} from '#core/expression/types/index.ts';
import type { Branch, Flow, Library, Service, State } from '../types.ts';
import { type FactsOf, type Known, knownAt, nothingKnown, whenSilent } from './reached.ts';
import { type Names, namesOfFlow, outcomesOf, resultOf } from './results.ts';
import type { Scopes } from './scopes.ts';

/** A state where it stands, with the names that expressions see on entering it. */
export type StatePlace = {
  readonly name: string;
  readonly state: State;
  /** Of the state. */
  readonly pointer: string;
  readonly flow: Flow;
  /** It belongs to the flow of the service, not to a branch or item. */
  readonly top: boolean;
  readonly names: Names;
  /** What conditions on every way here said of the form. */
  readonly facts: Facts;
  /** The party that each of the items around is, by name. */
  readonly items: readonly Type[];
  /** The names once the state was left in a way: by an action, with an answer. */
  after(action?: string): Names;
};

/** Every state of a service, those of branches and items included. */
export function statePlaces(library: Library, service: Service, scopes: Scopes): StatePlace[] {
  const out: StatePlace[] = [];
  const walk = (flow: Flow, pointer: string, around: Around): void => {
    const any = namesOfFlow(library, flow.states, new Set());
    const seen: Names = { ...scopes.case, ...around.names, ...any, ...around.items };
    const factsOf: FactsOf = (branches) => factsOfForm(branches, seen, scopes);
    const known = knownAt(flow, around.known, factsOf, around.top ? whenSilent(service) : undefined);
    const outcomes = { ...around.outcomes, ...outcomesOf(flow.states) };
    for (const [name, state] of Object.entries(flow.states)) {
      const here = known.get(name) ?? around.known;
      const own = namesOfFlow(library, flow.states, here.certain);
      const inside = { ...around.names, ...own };
      const names: Names = { ...scopes.case, ...inside, ...around.items, outcomes: context(outcomes) };
      const at = `${pointer}/states/${name}`;
      out.push({
        name,
        state,
        pointer: at,
        flow,
        top: around.top,
        names,
        facts: here.facts,
        items: Object.values(around.items),
        after: (action) => ({ ...names, ...left(library, name, state, here.certain, action) }),
      });
      const inner: Around = { known: here, outcomes, names: inside, items: around.items, top: false };
      if (state.type === 'parallel')
        for (const [branch, one] of Object.entries(state.branches))
          walk(one, `${at}/branches/${branch}`, inner);
      if (state.type === 'each') {
        const item = itemOf(state.of, names, here.facts, scopes);
        walk(state.flow, `${at}/flow`, { ...inner, items: { ...around.items, [state.as]: item } });
      }
    }
  };
  walk(service.flow, '/flow', { known: nothingKnown, outcomes: {}, names: {}, items: {}, top: true });
  return out;
}

type Around = { known: Known; outcomes: Names; names: Names; items: Names; top: boolean };

/** What each branch of a target says of the form once it is taken: its condition holds, those before it do not. */
function factsOfForm(branches: readonly Branch[], names: Names, scopes: Scopes): ReturnType<FactsOf> {
  let before: Facts = noFacts;
  return branches.map(({ when, to }) => {
    if (when === undefined) return { to, facts: before };
    const scope = { names, implications: scopes.implications, strict: false, facts: before };
    const { yes, no } = checked(when, scope, { kinds: ['boolean'] });
    const facts = both(before, ofForm(yes));
    before = both(before, ofForm(no));
    return { to, facts };
  });
}

const ofForm = (facts: Facts): Facts => new Map([...facts].filter(([path]) => path.startsWith('form.')));

function left(
  library: Library,
  name: string,
  state: State,
  certain: ReadonlySet<string>,
  action: string | undefined,
): Names {
  if (state.type === 'task' || state.type === 'party')
    return { [name]: resultOf(library, state, true, action) };
  const as =
    state.type === 'wait' ? state.event?.as : 'as' in state && state.type !== 'each' ? state.as : undefined;
  if (as === undefined) return {};
  return { [as]: namesOfFlow(library, { [name]: state }, new Set([...certain, as]))[as] ?? any };
}

/** An item of a list that an expression gives. */
export function itemOf(source: string, names: Names, facts: Facts, scopes: Scopes): Type {
  const { type } = checked(
    source,
    { names, facts, implications: scopes.implications, strict: false },
    { empty: true },
  );
  return present(itemOfList(type));
}

/** An item of what should be a list. */
export const itemOfList = (type: Type): Type => (type.kind === 'list' ? type.of : any);
