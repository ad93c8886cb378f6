import type { Migrate } from '#core/definition/types.ts';
import { flowOf, flowsAround, join, nameOf } from '#core/flow/position.ts';
import { flowsIn, graphOf } from '#core/flow/proof/graph.ts';
import { stateAt } from '#core/flow/states.ts';
import type { Path, Position } from '#core/flow/types.ts';
import { evolve } from '../evolve.ts';
import type { ServiceRuntime } from '../runtime.ts';
import { playScenario, type Scenario } from '../scenario.ts';
import type { Case, CaseEvent } from '../types.ts';
import { carriedFlow, versionsOf } from './carry-flow.ts';
import { notOver, type Rehearsed, refusalOf, told } from './rehearse.ts';
import { earlierScenario } from './scenarios.ts';

/** More positions than this are not looked at: a flow has hundreds at most. */
const MOST_POSITIONS = 100_000;

/**
 * The open cases that scenarios of a version pass through: one for every place where one of them rests. A scenario may be written for
 * the version that takes the cases over, by `migrate`: it is played as the version before calls things.
 */
export function casesOfScenarios(
  service: ServiceRuntime,
  scenarios: readonly Scenario[],
  migrate?: Migrate,
): Case[] {
  const found = new Map<string, Case>();
  for (const scenario of scenarios) {
    let kase: Case | null = null;
    for (const event of furthest(service, scenario, migrate)) {
      kase = evolve(kase, event);
      const where = Object.keys(kase.places).sort().join(' ');
      // where a case moves it rests, until the next command
      if (event.type === 'moved' && where !== '' && !found.has(where)) found.set(where, kase);
    }
  }
  return [...found.values()];
}

/** What the scenario comes to as it is written, or turned back where it gets further so. */
function furthest(service: ServiceRuntime, scenario: Scenario, migrate?: Migrate): CaseEvent[] {
  const { events, refused } = playScenario(service, scenario);
  if (!refused || !migrate) return events;
  const back = playScenario(service, earlierScenario(scenario, migrate, service)).events;
  return back.length > events.length ? back : events;
}

/** The paths of all states in which a case of a version can come to wait; any item is `1`. */
export function reachableStates({ bundle, live }: ServiceRuntime): Path[] {
  const graph = graphOf({ bundle, live }, { most: MOST_POSITIONS, seen: 0, reached: false });
  return flowsIn(graph).flatMap(({ at, explored, states }) =>
    Object.entries(states)
      .filter(([name, { type }]) => explored.first.has(name) && !['end', 'parallel', 'each'].includes(type))
      .map(([name]) => join(at.replaceAll('*', '1'), name)),
  );
}

/** What becomes of any case that waits in a state, whatever was entered: by the flows of the two versions alone. */
export function rehearsedState(from: ServiceRuntime, to: ServiceRuntime, path: Path): Rehearsed {
  const common = { from: [path] };
  try {
    const { places, enters, dropped } = carriedFlow(versionsOf(from, to), standingAt(from, path));
    const goesOn = places.get(path);
    const entered = enters.map(({ flow, state }) => join(flow, state));
    const moves = {
      result: 'moves' as const,
      to: goesOn === undefined ? entered : [goesOn],
      ...{ cancelled: dropped.includes(path) ? [path] : [], entered, lost: [], terms: [] },
    };
    return told(from, to, { ...common, ...moves });
  } catch (error) {
    return told(from, to, { ...common, ...notOver(refusalOf(error)) });
  }
}

/** A case of which nothing is known but that it waits in a state, alone of all branches. */
function standingAt({ bundle }: ServiceRuntime, path: Path): Case {
  const flows = flowsAround(flowOf(path)).filter((flow) => flow !== '');
  const position = flows.reduce<Position>(
    (inner, flow) => {
      const group = flowOf(flow);
      const children = stateAt(bundle.flow, group)?.type === 'each' ? 'items' : 'branches';
      return { state: nameOf(group), [children]: { [nameOf(flow)]: inner } };
    },
    { state: nameOf(path) },
  );
  const places = Object.fromEntries([path, ...flows.map(flowOf)].map((at) => [at, { path: at }]));
  return { position, places } as unknown as Case;
}
