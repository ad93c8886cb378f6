import { join } from '../position.ts';
import type { Path } from '../types.ts';
import { type Fact, factsOf } from './facts.ts';
import type { Edge, FlowGraph, Given } from './flow-graph.ts';
import { flowsIn, wholePath } from './graph.ts';
import { assured, type Knowledge, turnsOut } from './guards.ts';
import { stateNamed } from './story.ts';
import { type Point, pathOfPoint, points, valuesAfter } from './trace.ts';
import type { Failure, Step } from './types.ts';
import { type Use, Uses } from './uses.ts';
import { type FailureCode, failure } from './words.ts';

const BUILT_IN = [
  'form',
  'identity',
  'applicant',
  'agency',
  'office',
  'parameters',
  'case',
  'about',
  'now',
  'today',
];
const AT_PLACES = [
  'files',
  'outcomes',
  'result',
  'item',
  'record',
  'event',
  'document',
  'application',
  'n',
  'year',
];

/** No document, message or expression uses what may not exist by then; `not` names someone who has acted. */
export function absentData(given: Given, top: FlowGraph): Failure[] {
  const facts = factsOf(given, top);
  const names = [...new Set([...BUILT_IN, ...AT_PLACES, ...facts.map((f) => f.name)])];
  const uses = new Uses(given.bundle, names);
  const found = new Findings();
  const flows = flowsIn(top);
  const used = new Set<Fact>();
  const known = new Set(facts.map((f) => f.name));
  for (const graph of flows)
    for (const name of graph.explored.first.keys()) {
      const path = () => wholePath(graph, name) ?? [];
      const all = [
        ...uses.in(graph, name),
        ...edgesOf(graph, name).flatMap((e) => uses.on(e, earlier(graph, e))),
      ];
      for (const use of all) {
        const root = use.path[0] ?? '';
        const fact = factAt(facts, root, graph.at);
        if (fact) used.add(fact);
        else if (known.has(root)) found.add(use, graph, name, path());
      }
    }
  for (const fact of used) new Tracing(fact, facts, uses, found).through(top, 'none', []);
  return found.all;
}

const edgesOf = (graph: FlowGraph, name: string): Edge[] => graph.edges.get(name) ?? [];

/** The entries of the same target that come first. */
const earlier = (graph: FlowGraph, edge: Edge): Edge[] => {
  const same = edgesOf(graph, edge.from).filter((e) => e.kind === edge.kind && e.action === edge.action);
  return same.slice(0, same.indexOf(edge));
};

/** What a name means in a flow: the innermost fact of that name that is seen there. */
function factAt(facts: readonly Fact[], name: string, flow: Path): Fact | undefined {
  const seen = facts.filter(
    (f) =>
      f.name === name &&
      (f.flow === null || f.flow === '' || f.flow === flow || flow.startsWith(`${f.flow}/`)),
  );
  return seen.sort((a, b) => (b.flow?.length ?? -1) - (a.flow?.length ?? -1))[0];
}

/** Goes through a flow and all inside it with every value of a fact, and asks each use whether the fact serves it. */
class Tracing {
  readonly fact: Fact;
  readonly facts: readonly Fact[];
  readonly uses: Uses;
  readonly found: Findings;

  constructor(fact: Fact, facts: readonly Fact[], uses: Uses, found: Findings) {
    this.fact = fact;
    this.facts = facts;
    this.uses = uses;
    this.found = found;
  }

  through(graph: FlowGraph, start: string, before: readonly Step[]): void {
    const entered = new Set<string>();
    for (const point of points(this.fact, graph, [start])) {
      this.#at(graph, point, before);
      for (const child of graph.inner.get(point.state) ?? []) {
        const key = `${child.at} ${point.value}`;
        if (!entered.has(key)) this.through(child, point.value, pathOfPoint(point, before));
        entered.add(key);
      }
    }
  }

  #at(graph: FlowGraph, point: Point, before: readonly Step[]): void {
    const { state, value } = point;
    if (factAt(this.facts, this.fact.name, graph.at) !== this.fact) return;
    const path = () => pathOfPoint(point, before);
    const lacks = (use: Use, worth: string) =>
      use.path[0] === this.fact.name && fails(this.fact, use, worth, state);
    for (const use of this.uses.in(graph, state))
      if (lacks(use, value)) this.found.add(use, graph, state, path());
    for (const edge of edgesOf(graph, state))
      for (const use of this.uses.on(edge, earlier(graph, edge)))
        if (valuesAfter(this.fact, graph, edge, value).some((worth) => lacks(use, worth)))
          this.found.add(use, graph, state, [...path(), ...edge.steps]);
  }
}

/** Whether a use is looked at where the fact has a value, and finds nothing there. */
function fails(fact: Fact, use: Use, value: string, state: string): boolean {
  const knows: Knowledge = (path) =>
    path[0] === fact.name ? fact.knows(value, path.slice(1)) : { there: null };
  const { there } = fact.knows(value, use.path.slice(1));
  if (there === true) return false;
  // another one than who acted here before: the first visit has nobody before it
  if (use.in === 'not' && use.path[0] === state) return false;
  const written = use.path.join('.');
  return use.guards.every((guard) => {
    const truth = turnsOut(guard.node, guard.source, knows);
    return (truth === null || truth === guard.truth) && !assured(guard).includes(written);
  });
}

const CODES: { [in_ in Use['in']]: FailureCode } = {
  document: 'absentInDocument',
  message: 'absentInMessage',
  expression: 'absentInExpression',
  not: 'fourEyesOfNobody',
};

/** Each use is told of once, with the shortest path found first. */
class Findings {
  readonly all: Failure[] = [];
  readonly #told = new Map<string, number>();

  add(use: Use, graph: FlowGraph, state: string, path: Step[]): void {
    const name = use.path.join('.');
    const key = `${use.in} ${use.in === 'expression' || use.in === 'not' ? use.pointer : use.what} ${name}`;
    const at = this.#told.get(key);
    const known = at === undefined ? undefined : this.all[at];
    if (known && known.path.length <= path.length) return;
    const holes = { what: use.what, name, root: name, state: stateNamed(graph.states[state], state) };
    const made = failure(CODES[use.in], { pointer: use.pointer, at: join(graph.at, state), path }, holes);
    if (at !== undefined) this.all[at] = made;
    else this.#told.set(key, this.all.push(made) - 1);
  }
}
