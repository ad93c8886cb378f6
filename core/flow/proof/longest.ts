import type { Duration, State } from '#core/definition/types.ts';
import { isAsk } from '../states.ts';
import type { Text } from '../types.ts';
import { budgetsOf } from './budgets.ts';
import { connectorOf } from './connector.ts';
import { edgesOf, type FlowGraph, type Given, innerOf, type Limit } from './flow-graph.ts';
import { durationWords, mostOf, type Unit, weekOf } from './length.ts';
import { stateNamed } from './story.ts';
import type { Longest, Step } from './types.ts';
import { longestWalk, type Walk } from './walk.ts';

type Stay = { length: number; takes?: Text; inside: Step[] };

const ASIDE = new Set(['term', 'withdraw', 'reopen']);
const PAUSED: Text = { uk: 'строк зупинено', en: 'the term stands still' };

/**
 * The longest path in the unit of `decideWithin`, from where its term begins to where it stops: every deadline is used to its
 * end, each circle is gone through once, or as often as `atMost` lets it. Paused states take nothing. null where no term is set.
 */
export function longestOf(given: Given, top: FlowGraph, limit: Limit, unknown: Text[]): Longest | null {
  const rule = given.bundle.decideWithin;
  if (!rule) return null;
  const unit: Unit =
    rule.workingDays !== undefined ? 'workingDays' : rule.hours !== undefined ? 'hours' : 'days';
  const search = new Search(given, unit, limit, unknown);
  // a term of a state that nothing leads to is counted from the beginning
  const start = [...top.explored.first.keys()].find(
    (name) => name === rule.from || holds(top, name, rule.from),
  );
  const { length, path } = search.through(top, start ?? top.flow.initial, new Set(rule.until));
  return { unit, length, limit: rule.workingDays ?? rule.hours ?? rule.days ?? 0, path };
}

/** Whether a state of an inner flow is meant. */
function holds(graph: FlowGraph, name: string, wanted: string): boolean {
  return innerOf(graph, name).some(
    (child) =>
      Object.hasOwn(child.states, wanted) || [...child.inner.keys()].some((n) => holds(child, n, wanted)),
  );
}

class Search {
  readonly given: Given;
  readonly unit: Unit;
  readonly limit: Limit;
  readonly unknown: Text[];
  readonly week: boolean[];

  constructor(given: Given, unit: Unit, limit: Limit, unknown: Text[]) {
    this.given = given;
    this.unit = unit;
    this.limit = limit;
    this.unknown = unknown;
    this.week = weekOf(given.live.agencies[given.bundle.agency]);
  }

  /** The longest walk through a flow. */
  through(graph: FlowGraph, start: string, until: ReadonlySet<string>): { length: number; path: Step[] } {
    const edges = (state: string) =>
      until.has(state) ? [] : edgesOf(graph, state).filter((e) => !ASIDE.has(e.kind));
    // what lies before the term begins or after it has stopped is not asked
    const found = new Set([start]);
    for (const state of found) for (const { to } of edges(state)) found.add(to);
    const states = [...found];
    const stays = new Map(states.map((name) => [name, until.has(name) ? null : this.stay(graph, name)]));
    const budgets = budgetsOf(start, states, edges);
    if (budgets.tooMany) this.limit.reached = true;
    const lengths = (state: string) => stays.get(state)?.length ?? 0;
    const walk = longestWalk(start, { edges, budgets, stays: lengths }, this.limit);
    const path: Step[] = [];
    // a flow without any end has no longest path; that it never ends is told of by itself
    for (let here: Walk | null = walk; here?.edge; here = here.next) {
      const stay = stays.get(here.edge.from);
      // of a group the longest way through it, not the shortest
      const own = here.edge.steps.slice(-1);
      const takes = stay?.takes === undefined ? {} : { takes: stay.takes };
      path.push(...(stay?.inside ?? []), ...own.map((step) => ({ ...step, ...takes })));
    }
    return { length: walk?.length ?? 0, path };
  }

  /** The longest that a case may stay in a state, by its deadline; a group as long as the longest of its flows. */
  stay(graph: FlowGraph, name: string): Stay {
    const state = graph.states[name];
    if (!state || state.type === 'end') return { length: 0, inside: [] };
    const pauses = this.given.bundle.decideWithin?.pausedIn?.includes(name);
    const due = this.#deadline(state);
    const inside = innerOf(graph, name).map((child) => this.through(child, child.flow.initial, new Set()));
    if (pauses) return { length: 0, takes: PAUSED, inside: [] };
    const longest = inside.reduce((a, b) => (b.length > a.length ? b : a), { length: 0, path: [] as Step[] });
    if (graph.inner.has(name)) {
      const leaves = 'overdue' in state && state.overdue?.to !== undefined;
      const most = due === undefined || !leaves ? longest.length : mostOf(due, this.unit, this.week);
      return { length: Math.min(most, longest.length), inside: longest.path };
    }
    if (due === undefined) {
      if (state.type !== 'publish') this.unknown.push(unknownStay(stateNamed(state, name)));
      return { length: 0, inside: [] };
    }
    return { length: mostOf(due, this.unit, this.week), takes: durationWords(due), inside: [] };
  }

  #deadline(state: State): Duration | undefined {
    if (state.type === 'wait' && state.for !== undefined) return state.for;
    const due = 'due' in state ? state.due : undefined;
    return due ?? (isAsk(state) ? connectorOf(this.given, state)?.due : undefined);
  }
}

function unknownStay(state: Text): Text {
  return {
    uk: `Найдовший шлях: скільки справа пробуде у ${state.uk}, з опису не видно; пораховано як 0`,
    en: `The longest path: how long a case stays in ${state.en} cannot be seen from the definition; it is counted as 0`,
  };
}
