import type { Migrate, Scenario } from '#core/definition/types.ts';
import type { JsonObject } from '#core/flow/types.ts';
import { withMoves } from './carry-data.ts';
import { outermostFirst, Renaming } from './renaming.ts';

/** The steps of a scenario of the earlier version as the later one calls its states, parties and fields. */
export function laterSteps(scenario: Scenario, migrate: Migrate): Scenario {
  const renaming = new Renaming(migrate);
  const renamed = (of: object): object =>
    Object.fromEntries(Object.entries(of).map(([at, value]) => [renaming.pointer(at), value]));
  const steps = scenario.steps.map((step) => ({
    ...step,
    ...('at' in step && step.at !== undefined ? { at: renaming.path(step.at) } : {}),
    ...('answer' in step ? { answer: renaming.path(step.answer) } : {}),
    ...('as' in step ? { as: renaming.name(step.as) } : {}),
    ...('changes' in step && step.changes ? { changes: renamed(step.changes) } : {}),
    ...('marks' in step && step.marks
      ? { marks: step.marks.map((mark) => ({ ...mark, pointer: renaming.pointer(mark.pointer) })) }
      : {}),
  }));
  return { ...scenario, steps: steps as Scenario['steps'] };
}

/** A scenario written for the later version as the earlier one can be played: whoever renames a state renames it there too. */
export function earlierScenario(scenario: Scenario, migrate: Migrate): Scenario {
  const turned = (of: { [from: string]: string } = {}) =>
    Object.fromEntries(Object.entries(of).map(([from, to]) => [to, from]));
  const move = turned(migrate.data?.form?.move);
  const back: Migrate = { from: migrate.from, renamed: turned(migrate.renamed), data: { form: { move } } };
  const form = withMoves(scenario.form as JsonObject, outermostFirst(move));
  return { ...laterSteps(scenario, back), form };
}
