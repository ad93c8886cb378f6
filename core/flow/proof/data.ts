import { inside, join } from '../position.ts';
import type { Path } from '../types.ts';
import { type Fact, factNamed, factsOf, type Knowledge } from './facts.ts';
import { type Edge, edgesOf, type FlowGraph, type Given, innerOf } from './flow-graph.ts';
import { flowsIn, stepsInto } from './graph.ts';
import { assured, rootsOf, turnsOut } from './guards.ts';
import { stateNamed } from './story.ts';
import { type Point, pathOfPoint, points, type Traced, valuesAfter } from './trace.ts';
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
  const named = facts.map((f) => f.name).filter((name) => !name.includes('.'));
  const names = [...new Set([...BUILT_IN, ...AT_PLACES, ...named])];
  const uses = new Uses(given.bundle, names);
  const found = new Findings();
  const known = new Set(facts.map((f) => f.name));
  const asked = new Map<string, Asked>();
  for (const graph of flowsIn(top))
    for (const name of graph.explored.first.keys())
      for (const use of everyUse(uses, graph, name)) {
        const { name: root } = factNamed(use.path);
        const fact = factAt(facts, root, graph.at);
        if (fact) askedOf(asked, facts, fact, use, graph.at);
        else if (known.has(root)) found.add(use, graph, name, stepsInto(graph, name));
      }
  for (const one of asked.values()) new Tracing(one, facts, uses, found).through(top, one.none, []);
  return found.all;
}

const everyUse = (uses: Uses, graph: FlowGraph, name: string): Use[] => [
  ...uses.in(graph, name),
  ...edgesOf(graph, name).flatMap((edge) => uses.on(graph, edge)),
];

/** What a name means in a flow: the innermost fact of that name that is seen there. */
function factAt(facts: readonly Fact[], name: string, flow: Path): Fact | undefined {
  const seen = facts.filter(
    (f) => f.name === name && (f.flow === '' || f.flow === flow || inside(flow, f.flow)),
  );
  return seen.sort((a, b) => b.flow.length - a.flow.length)[0];
}

/** So many facts of conditions are followed beside the fact itself: each multiplies what is to be gone through. */
const MOST_CONDITIONS = 4;
const BETWEEN = '\u0001';

/**
 * A fact, and the facts that the conditions around its uses ask for: they are followed together, so that what is shown only
 * where something else was done is judged by paths on which it was.
 */
class Asked implements Traced {
  readonly facts: readonly Fact[];
  readonly uses = new Set<Use>();

  constructor(facts: readonly Fact[]) {
    this.facts = facts;
  }

  get none(): string {
    return this.facts.map(() => 'none').join(BETWEEN);
  }

  begin(graph: FlowGraph, value: string): string {
    return this.#each(value)
      .map(({ fact, worth }) => fact.begin?.(graph, worth) ?? worth)
      .join(BETWEEN);
  }

  after(graph: FlowGraph, edge: Edge, value: string): string {
    return this.#each(value)
      .map(({ fact, worth }) => fact.after(graph, edge, worth))
      .join(BETWEEN);
  }

  /** Each fact with its value. */
  #each(value: string): { fact: Fact; worth: string }[] {
    const values = value.split(BETWEEN);
    return this.facts.flatMap((fact, n) => values.slice(n, n + 1).map((worth) => ({ fact, worth })));
  }

  /** Whether a use is looked at where the facts have these values, and finds nothing there. */
  fails(use: Use, value: string, state: string): boolean {
    const all = this.#each(value);
    const knows: Knowledge = (path) => {
      const { name, fields } = factNamed(path);
      const found = all.find(({ fact }) => fact.name === name);
      return found ? found.fact.knows(found.worth, fields) : { there: null };
    };
    if (knows(use.path).there === true) return false;
    // another one than who acted here before: the first visit has nobody before it
    if (use.in === 'not' && use.path[0] === state) return false;
    const { name, fields } = factNamed(use.path);
    // where it was asked whether there is an answer, what every answer has need not be asked for
    const enough = [use.path.join('.'), ...(this.facts[0]?.holds?.(fields) ? [name] : [])];
    return use.guards.every((guard) => {
      const truth = turnsOut(guard.node, guard.source, knows);
      return (
        (truth === null || truth === guard.truth) && !assured(guard).some((path) => enough.includes(path))
      );
    });
  }
}

function askedOf(asked: Map<string, Asked>, facts: readonly Fact[], fact: Fact, use: Use, flow: Path): void {
  const roots = new Set(use.guards.flatMap(rootsOf));
  const around = [...roots].flatMap((name) => factAt(facts, name, flow) ?? []).filter((f) => f !== fact);
  const all = [fact, ...around.slice(0, MOST_CONDITIONS)];
  const key = all.map((f) => facts.indexOf(f)).join(' ');
  const one = asked.get(key) ?? new Asked(all);
  asked.set(key, one);
  one.uses.add(use);
}

/** Goes through a flow and all inside it with every value of the facts, and asks each use whether they serve it. */
class Tracing {
  readonly #asked: Asked;
  readonly #facts: readonly Fact[];
  readonly #uses: Uses;
  readonly #found: Findings;

  constructor(asked: Asked, facts: readonly Fact[], uses: Uses, found: Findings) {
    this.#asked = asked;
    this.#facts = facts;
    this.#uses = uses;
    this.#found = found;
  }

  through(graph: FlowGraph, start: string, before: readonly Step[]): void {
    for (const point of points(this.#asked, graph, [start])) {
      this.#at(graph, point, before);
      for (const child of innerOf(graph, point.state))
        this.through(child, point.value, pathOfPoint(point, before));
    }
  }

  #at(graph: FlowGraph, point: Point, before: readonly Step[]): void {
    const { state, value } = point;
    const [fact] = this.#asked.facts;
    // a document may be issued in several flows, where the name means something else
    if (!fact || factAt(this.#facts, fact.name, graph.at) !== fact) return;
    const path = () => pathOfPoint(point, before);
    const lacks = (use: Use, worth: string) =>
      this.#asked.uses.has(use) && this.#asked.fails(use, worth, state);
    for (const use of this.#uses.in(graph, state))
      if (lacks(use, value)) this.#found.add(use, graph, state, path());
    for (const edge of edgesOf(graph, state))
      for (const use of this.#uses.on(graph, edge))
        if (valuesAfter(this.#asked, graph, edge, value).some((worth) => lacks(use, worth)))
          this.#found.add(use, graph, state, [...path(), ...edge.steps]);
  }
}

const CODES: { [in_ in Use['in']]: FailureCode } = {
  document: 'absentInDocument',
  message: 'absentInMessage',
  expression: 'absentInExpression',
  not: 'fourEyesOfNobody',
};

/** Each use is told of once, with the shortest path found first. */
class Findings {
  readonly #told = new Map<string, Failure>();

  get all(): Failure[] {
    return [...this.#told.values()];
  }

  add(use: Use, graph: FlowGraph, state: string, path: Step[]): void {
    const name = use.path.join('.');
    const source = use.in === 'document' || use.in === 'message' ? use.what : (use.text ?? use.pointer);
    const key = `${use.in} ${source} ${name}`;
    const known = this.#told.get(key);
    if (known && known.path.length <= path.length) return;
    const holes = { what: use.what, name, root: name, state: stateNamed(graph.states[state], state) };
    const place = { pointer: use.pointer, at: join(graph.at, state), path };
    this.#told.set(key, failure(CODES[use.in], place, holes));
  }
}
