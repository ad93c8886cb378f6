import { joinState, type Need } from '../join.ts';
import type { Both } from '../types.ts';
import { waysOf } from '../ways.ts';
import type { Edge, Ending, FlowGraph, Given, Group, Inside } from './flow-graph.ts';
import { stepOf } from './story.ts';
import type { Step } from './types.ts';

/** How many children a group may have, the fewest first: the branches; for `each` 0, 1 and 2 items, and as many as a join needs. */
export function sizesOf(state: Group): number[] {
  if (state.type === 'parallel') return [Object.keys(state.branches).length];
  const { need } = state.join;
  return typeof need === 'number' ? [0, 1, 2, need] : [0, 1, 2];
}

/** What the join of a group counts; null where a condition over the outcomes decides. */
export function counted({ join: { outcome, need } }: Group): { outcome: string; need: Need } | null {
  return outcome === undefined || need === undefined ? null : { outcome, need };
}

/** The ways out of a `parallel` or `each`: its join met or lost, as far as its flows can bring that about, and its deadline. */
export function groupWays(
  given: Given,
  place: Parameters<typeof stepOf>[1],
  name: string,
  group: Inside,
): Edge[] {
  const { state } = group;
  return waysOf(state).flatMap((way): Edge[] => {
    if (!Object.hasOwn(place.states, way.to)) return [];
    const pointer = `${place.pointer}/states/${name}${way.step}`;
    const told = (inside: Step[], more?: Both): Step[] => [
      ...inside,
      stepOf(given.bundle, place, name, { ...way, pointer }, more),
    ];
    const { step: _, ...rest } = way;
    const edge = { ...rest, from: name, pointer };
    if (way.kind === 'due') return [{ ...edge, steps: told([]), alone: told([]) }];
    const any = bringsAbout(group, way.kind === 'met', (e) => e.steps);
    if (any === null) return [];
    const alone = bringsAbout(group, way.kind === 'met', (e) => e.alone);
    const empty = { uk: ' (перелік порожній)', en: ' (the list is empty)' };
    const tell = (found: { steps: Step[]; size: number }) =>
      told(found.steps, found.size === 0 ? empty : undefined);
    return [{ ...edge, steps: tell(any), alone: alone === null ? null : tell(alone) }];
  });
}

/** The shortest steps inside that meet a join, or lose it; null where nothing does. */
function bringsAbout(
  { state, flows: children }: Inside,
  meets: boolean,
  by: (ending: Ending) => Step[] | null,
): { steps: Step[]; size: number } | null {
  // more items take more steps: the first that does is the shortest
  for (const size of sizesOf(state)) {
    const flows =
      state.type === 'each' ? children.flatMap((one) => Array.from({ length: size }, () => one)) : children;
    const steps = insideSteps(state, flows, meets, by);
    if (steps !== null) return { steps, size };
  }
  return null;
}

function insideSteps(
  group: Group,
  flows: FlowGraph[],
  meets: boolean,
  by: (ending: Ending) => Step[] | null,
): Step[] | null {
  const rule = counted(group);
  if (!rule) {
    // a condition over the outcomes waits for all of them, then is a free choice
    const all = flows.map((flow) => shortest([...flow.endings.values()].map(by)));
    return all.every((steps) => steps !== null) ? all.flat() : null;
  }
  const { outcome, need } = rule;
  const wanted = flows.map((flow) => {
    const with_ = flow.endings.get(outcome);
    const others = [...flow.endings].filter(([o]) => o !== outcome).map(([, ending]) => by(ending));
    return meets ? (with_ ? by(with_) : null) : shortest(others);
  });
  const order = wanted
    .map((steps, i) => ({ steps, i }))
    .filter((w): w is { steps: Step[]; i: number } => w.steps !== null)
    .sort((a, b) => a.steps.length - b.steps.length);
  const outcomes: (string | undefined)[] = flows.map(() => undefined);
  const steps: Step[] = [];
  const goal = meets ? 'met' : 'lost';
  if (joinState(outcomes, outcome, need) === goal) return [];
  for (const next of order) {
    outcomes[next.i] = meets ? outcome : `not ${outcome}`;
    steps.push(...next.steps);
    if (joinState(outcomes, outcome, need) === goal) return steps;
  }
  return null;
}

/** The shortest of several; null where there is none. */
export function shortest(all: (Step[] | null)[]): Step[] | null {
  return all.reduce((best, s) => (best === null || (s !== null && s.length < best.length) ? s : best), null);
}
