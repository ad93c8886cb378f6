import { contractOf } from '#core/definition/contract.ts';
import type { JsonSchema, ServiceBundle, State } from '#core/definition/types.ts';
import { type Type, typeOfSchema } from '#core/expression/types/index.ts';
import { join } from '../position.ts';
import type { Path } from '../types.ts';
import { type Edge, type FlowGraph, type Given, innerOf } from './flow-graph.ts';

/** What is known of a name at some point: whether it is there, and its value where only one is possible. */
export type Known = { there: boolean | null; value?: string | number };
export type Knowledge = (path: string[]) => Known;

/**
 * Something that an expression may name and that comes about on the way: what was done in a state, what a system answered, who a
 * party is. It has one of a few values at each point of a path; `none` before anything has happened.
 */
export type Fact = {
  name: string;
  /** The flow that it belongs to: it is seen there and further inside; `''` everywhere. */
  flow: Path;
  /** Its value where a flow begins, if that changes it. */
  begin?(graph: FlowGraph, value: string): string;
  /** Its value after a way is taken. */
  after(graph: FlowGraph, edge: Edge, value: string): string;
  /** What is known of `name.field…` where the fact has a value. */
  knows(value: string, fields: string[]): Known;
  /** Whether these fields of it are surely there wherever it is there as a whole. */
  holds?(fields: readonly string[]): boolean;
};

/** The fact that a path names, and the fields of it: each group has its own among the `outcomes`. */
export function factNamed(path: readonly string[]): { name: string; fields: string[] } {
  const own = path[0] === 'outcomes' ? 2 : 1;
  return { name: path.slice(0, own).join('.'), fields: path.slice(own) };
}

/** Every fact of a service. */
export function factsOf(given: Given, top: FlowGraph): Fact[] {
  const { bundle } = given;
  const facts: Fact[] = [];
  const visit = (graph: FlowGraph): void => {
    for (const [name, state] of Object.entries(graph.states)) {
      if (state.type === 'task' || state.type === 'party') facts.push(resultOf(graph.at, name, state));
      if (state.type === 'parallel') facts.push(outcomesOf(graph.at, name, state));
      if (state.type === 'each')
        facts.push({
          name: state.as,
          flow: join(join(graph.at, name), '*'),
          after: (_g, _e, v) => v,
          knows: there,
        });
      for (const child of innerOf(graph, name)) visit(child);
    }
    facts.push(...answersOf(given, graph));
  };
  visit(top);
  for (const name of Object.keys(bundle.parties)) if (name !== 'applicant') facts.push(partyOf(bundle, name));
  for (const [name, lookup] of Object.entries(bundle.form.lookups ?? {}))
    facts.push({
      name: lookup.as ?? name,
      flow: '',
      after: (_graph, _edge, value) => value,
      // a lookup fails softly: nothing says that it was ever answered
      knows: () => ({ there: null }),
      holds: alwaysIn(answerOf(given, lookup)),
    });
  return facts;
}

/** What a system answers that is asked. */
const answerOf = ({ live }: Given, asked: Parameters<typeof contractOf>[1]): JsonSchema | undefined =>
  contractOf(live, asked).output;

/** Which fields an answer always has, as its schema says. */
function alwaysIn(schema: JsonSchema | undefined): (fields: readonly string[]) => boolean {
  const whole = schema && typeOfSchema(schema, '').type;
  return (fields) => {
    let here: Type | undefined = whole;
    for (const field of fields) {
      here = here?.kind === 'context' ? here.fields[field] : undefined;
      if (!here || here.empty) return false;
    }
    return true;
  };
}

const there = (): Known => ({ there: true });

/** What was last done in a task or by a party: the value is the action. */
function resultOf(flow: Path, name: string, state: Extract<State, { type: 'task' | 'party' }>): Fact {
  return {
    name,
    flow,
    after: (graph, edge, value) =>
      graph.at === flow && edge.from === name && edge.action !== undefined ? edge.action : value,
    knows: (value, [field, ...more]) => {
      const happened = value !== 'none';
      switch (field) {
        case undefined:
          return { there: true, value };
        case 'grounds':
          return { there: true };
        case 'times':
          return happened ? { there: true } : { there: true, value: 0 };
        case 'action':
          return happened ? { there: true, value } : { there: false };
        case 'by':
        case 'at':
          return { there: happened };
        case 'reason':
        case 'explain':
          if (!happened) return { there: false };
          return { there: state.actions[value]?.[field] === true ? true : null };
        case 'previous':
          return { there: happened ? null : false };
        default:
          return happened ? { there: true } : empty(state.form?.schema, [field, ...more]);
      }
    },
  };
}

/** How the branches of a `parallel` ended: of those that were cancelled, and before it is over, nothing is known. */
function outcomesOf(flow: Path, name: string, state: Extract<State, { type: 'parallel' }>): Fact {
  const { need, when } = state.join;
  return {
    name: `outcomes.${name}`,
    flow,
    // while the others go on, a branch sees how those beside it ended
    begin: (graph, value) => (graph.at === flow && graph.flow.initial === name ? 'some' : value),
    after: (graph, edge, value) => {
      if (graph.at !== flow) return value;
      if (edge.to === name) return 'some';
      if (edge.from !== name) return value;
      return when !== undefined || (edge.kind === 'met' && need === 'all') ? 'all' : 'some';
    },
    knows: (value, [branch]) => {
      if (branch === undefined || value === 'all') return { there: true };
      return { there: value === 'none' ? false : null };
    },
  };
}

/** Whether a field is there before anything was entered: objects and lists are, other values are null. */
function empty(schema: JsonSchema | undefined, fields: string[]): Known {
  let here: Type | undefined = schema === undefined ? undefined : typeOfSchema(schema, '').type;
  for (const field of fields) here = here?.kind === 'context' ? here.fields[field] : undefined;
  return { there: here?.kind === 'context' || here?.kind === 'list' };
}

/** What calls, reservations, collections and events of a flow leave under a name. */
function answersOf(given: Given, { at, states }: FlowGraph): Fact[] {
  const from = new Map<string, { states: Set<string>; schema: JsonSchema | undefined }>();
  for (const [name, state] of Object.entries(states)) {
    const as =
      state.type === 'wait' ? state.event?.as : 'as' in state && state.type !== 'each' ? state.as : undefined;
    if (as === undefined) continue;
    const schema = state.type === 'call' ? answerOf(given, state) : undefined;
    const known = from.get(as) ?? { states: new Set<string>(), schema };
    known.states.add(name);
    from.set(as, known);
  }
  return [...from].map(([name, { states: by, schema }]) => ({
    name,
    flow: at,
    after: (graph, edge, value) =>
      graph.at === at && by.has(edge.from) && /^(answered|told|tooFew)$/.test(edge.kind) ? 'answered' : value,
    knows: (value, fields) => (value === 'none' ? { value, ...empty(schema, fields) } : { there: true }),
  }));
}

/** A party beside the applicant: known once it has acted for the first time. */
function partyOf(bundle: ServiceBundle, name: string): Fact {
  const isEach = bundle.parties[name]?.each !== undefined;
  return {
    name,
    flow: '',
    after: (graph, edge, value) => {
      const state = graph.states[edge.from];
      const acts = edge.kind === 'act' && state?.type === 'party' && state.party === name;
      return acts && !isEach ? 'known' : value;
    },
    // who it is, is known then; the other claims a person may not have
    knows: (value, [field]) => {
      if (field === undefined || field === 'business') return { there: true };
      if (value === 'none') return { there: false };
      return { there: field === 'person' ? true : null };
    },
  };
}
