import {
  any,
  context,
  either,
  list,
  moment,
  orEmpty,
  scalar,
  type Type,
  typeOfSchema,
  unknown,
} from '#core/expression/types/index.ts';
import type { Library, State } from '../types.ts';
import { answerOf, emptied, recordOf, wholeSchema } from './answers.ts';

type Acting = Extract<State, { type: 'task' | 'party' }>;
export type Names = { readonly [name: string]: Type };

const text = scalar('string');

/**
 * What was entered in a state and how it was left (`review.note`, `.action`, `.reason`, …).
 * @param certain someone has surely acted there; `by` which action, if one is known
 */
export function resultOf(library: Library, state: Acting, certain: boolean, by?: string): Type {
  const schema = state.form ? wholeSchema(state.form.schema, library) : undefined;
  const entered = schema ? typeOfSchema(schema, 'form').type : undefined;
  const fields = entered?.kind === 'context' ? entered.fields : {};
  const actions = Object.entries(state.actions).filter(([name]) => by === undefined || name === by);
  const maybe = (type: Type, sure: boolean): Type => (certain && sure ? type : orEmpty(type));
  const every = (word: 'reason' | 'explain') => actions.every(([, action]) => action[word] === true);
  const empty = entered ? emptied(entered) : unknown;
  return {
    kind: 'context',
    fields: {
      ...Object.fromEntries(
        Object.entries(fields).map(([name, type]) => [name, certain ? type : emptied(type)]),
      ),
      action: maybe(
        scalar(
          'string',
          actions.map(([name]) => name),
        ),
        true,
      ),
      by: maybe(text, true),
      at: maybe(moment, true),
      grounds: list(scalar('string', [...new Set(actions.flatMap(([, action]) => action.grounds ?? []))])),
      times: scalar('number'),
      reason: maybe(text, every('reason')),
      explain: maybe(text, every('explain')),
      previous: empty,
    },
  };
}

/** The names that the states of one flow give, as they stand where so much is certain. */
export function namesOfFlow(
  library: Library,
  states: { [name: string]: State },
  certain: ReadonlySet<string>,
): Names {
  const names: { [name: string]: Type } = {};
  for (const [name, state] of Object.entries(states)) {
    if (state.type === 'task' || state.type === 'party')
      names[name] = resultOf(library, state, certain.has(name));
    else if (state.type === 'call' && state.as !== undefined) {
      const answer = answerOf(library, state, { certain: certain.has(state.as) });
      const other = names[state.as];
      names[state.as] = other ? either(other, answer) : answer;
    } else if (state.type === 'collect') names[state.as] = maybeList(certain.has(state.as));
    else if (state.type === 'reserve') {
      const place = reservedOf(library, state.registry);
      names[state.as] = certain.has(state.as) ? place : emptied(place);
    } else if (state.type === 'wait' && state.event?.as !== undefined)
      names[state.event.as] = certain.has(state.event.as) ? any : unknown;
  }
  return names;
}

/** A reserved place: of which record, and which of its places. */
const reservedOf = (library: Library, registry: string): Type =>
  context({
    registry: text,
    key: text,
    place: scalar('number'),
    record: recordOf(library, library.registries[registry]),
  });

const maybeList = (certain: boolean): Type => (certain ? list(any) : ({ ...list(any), empty: true } as Type));

/** The outcomes of the groups of one flow: of each branch and each started case its own, of `each` a list. */
export function outcomesOf(states: { [name: string]: State }): Names {
  const names: { [name: string]: Type } = {};
  const ends = (inner: { [name: string]: State }): Type =>
    scalar('string', [
      ...new Set(Object.values(inner).flatMap((s) => (s.type === 'end' ? [s.outcome] : []))),
    ]);
  for (const [name, state] of Object.entries(states)) {
    if (state.type === 'each') names[name] = list(ends(state.flow.states));
    if (state.type === 'parallel') {
      const branches = Object.entries(state.branches).map(([branch, flow]) => [
        branch,
        orEmpty(ends(flow.states)),
      ]);
      names[name] = { kind: 'context', fields: Object.fromEntries(branches) };
    }
    if (state.type === 'start') {
      const cases = Object.keys(state.cases).map((one) => [one, orEmpty(text)]);
      names[name] = { kind: 'context', fields: Object.fromEntries(cases) };
    }
  }
  return names;
}
