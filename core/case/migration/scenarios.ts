import type { Migrate, Scenario, ScenarioStep } from '#core/definition/types.ts';
import { nameOf } from '#core/flow/position.ts';
import type { JsonObject, Pointer } from '#core/flow/types.ts';
import type { ServiceRuntime } from '../runtime.ts';
import { withMoves } from './carry-data.ts';
import { outermostFirst, Renaming } from './renaming.ts';

/** The service whose roles act: these have no other names in another version. */
type OfRoles = Pick<ServiceRuntime, 'bundle'>;

/** The steps of a scenario of the earlier version as the later one calls its states, parties, lookups and fields. */
export function laterSteps(scenario: Scenario, migrate: Migrate, service: OfRoles): Scenario {
  const renaming = new Renaming(migrate);
  const { roles = {} } = service.bundle;
  const later = (step: ScenarioStep): ScenarioStep => {
    if ('answer' in step) return { ...step, answer: renaming.path(step.answer) };
    if (!('as' in step)) return step;
    const changes = step.changes && byPointer(step.changes, renaming);
    const common = {
      // a role may be called like a state
      as: Object.hasOwn(roles, step.as) ? step.as : renaming.name(step.as),
      ...(changes ? { changes } : {}),
    };
    if ('do' in step) return { ...step, ...common };
    const at = renaming.path(step.at);
    const { marks, lookups, data } = step;
    return {
      ...step,
      ...common,
      at,
      ...(marks
        ? { marks: marks.map((mark) => ({ ...mark, pointer: renaming.pointer(mark.pointer) })) }
        : {}),
      ...(lookups ? { lookups: byName(lookups, renaming) } : {}),
      ...(data ? { data: withMoves(data, movesIn(migrate, nameOf(at))) } : {}),
    };
  };
  return { ...scenario, steps: scenario.steps.map(later) };
}

/** A scenario written for the later version as the earlier one can be played: whoever renames a state renames it there too. */
export function earlierScenario(scenario: Scenario, migrate: Migrate, service: OfRoles): Scenario {
  const { from, renamed, data = {} } = migrate;
  const names = { from, renamed: turned(renamed) };
  const renaming = new Renaming(names);
  const moves = Object.entries(data).map(([of, { move }]) => [renaming.name(of), { move: turned(move) }]);
  const back: Migrate = { ...names, data: Object.fromEntries(moves) };
  return {
    ...laterSteps(scenario, back, service),
    form: withMoves(scenario.form, movesIn(back, 'form')),
    ...(scenario.lookups ? { lookups: byName(scenario.lookups, renaming) } : {}),
  };
}

const turned = (of: { [from: string]: string } = {}) =>
  Object.fromEntries(Object.entries(of).map(([from, to]) => [to, from]));

/** Where what was entered goes: in the form, or in a state as it is called by then. */
const movesIn = ({ data }: Migrate, of: string): [from: Pointer, to: Pointer][] =>
  outermostFirst(data?.[of]?.move ?? {});

const byPointer = (changes: JsonObject, renaming: Renaming): JsonObject =>
  Object.fromEntries(Object.entries(changes).map(([at, value]) => [renaming.pointer(at), value]));

const byName = (answers: JsonObject, renaming: Renaming): JsonObject =>
  Object.fromEntries(Object.entries(answers).map(([name, answer]) => [renaming.name(name), answer]));
