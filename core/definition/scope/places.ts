import { any, checked, context, present, type Type } from '#core/expression/types/index.ts';
import type { Flow, Library, Service, State } from '../types.ts';
import { type Certain, certainAt, whenSilent } from './reached.ts';
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
  /** The party that each of the items around is, by name. */
  readonly items: readonly Type[];
  /** The names once the state was left in a way: by an action, with an answer. */
  after(action?: string): Names;
};

/** Every state of a service, those of branches and items included. */
export function statePlaces(library: Library, service: Service, scopes: Scopes): StatePlace[] {
  const out: StatePlace[] = [];
  const walk = (flow: Flow, pointer: string, around: Around): void => {
    const certain = certainAt(flow, around.certain, around.top ? whenSilent(service) : undefined);
    const outcomes = { ...around.outcomes, ...outcomesOf(flow.states) };
    for (const [name, state] of Object.entries(flow.states)) {
      const here = certain.get(name) ?? around.certain;
      const own = namesOfFlow(library, flow.states, here);
      const names: Names = {
        ...scopes.case,
        ...around.names,
        ...own,
        ...around.items,
        outcomes: context(outcomes),
      };
      const at = `${pointer}/states/${name}`;
      out.push({
        name,
        state,
        pointer: at,
        flow,
        top: around.top,
        names,
        items: Object.values(around.items),
        after: (action) => ({ ...names, ...left(library, name, state, here, action) }),
      });
      const inner = {
        certain: here,
        outcomes,
        names: { ...around.names, ...own },
        items: around.items,
        top: false,
      };
      if (state.type === 'parallel')
        for (const [branch, one] of Object.entries(state.branches))
          walk(one, `${at}/branches/${branch}`, inner);
      if (state.type === 'each')
        walk(state.flow, `${at}/flow`, {
          ...inner,
          items: { ...around.items, [state.as]: itemOf(state.of, names, scopes) },
        });
    }
  };
  walk(service.flow, '/flow', { certain: new Set(), outcomes: {}, names: {}, items: {}, top: true });
  return out;
}

type Around = { certain: Certain; outcomes: Names; names: Names; items: Names; top: boolean };

function left(
  library: Library,
  name: string,
  state: State,
  certain: Certain,
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
export function itemOf(source: string, names: Names, scopes: Scopes): Type {
  const { type } = checked(
    source,
    { names, implications: scopes.implications, strict: false },
    { empty: true },
  );
  return present(itemOfList(type));
}

/** An item of what should be a list. */
export const itemOfList = (type: Type): Type => (type.kind === 'list' ? type.of : any);
