import { climbing } from '#core/case/runtime.ts';
import { playScenario, type Scenario } from '#core/case/scenario.ts';
import { bundle, hash, type Library, liveOf, type Problem, placesIn } from '#core/definition/index.ts';

/** Lists whose entries a scenario expects, beside its outcome. */
const LISTS = ['documents', 'records', 'messages'] as const;

/**
 * Plays every scenario of the services (of one, where only it is asked for) through the core, and tells where one goes
 * another way than its analyst expects. The definitions must hold no mistake.
 */
export function scenarioProblems(library: Library, only?: string): Problem[] {
  const live = liveOf(library);
  return Object.keys(library.services)
    .filter((id) => only === undefined || id === only)
    .flatMap((id) => {
      const made = bundle(library, id, 0);
      const service = climbing({ bundle: made, hash: hash(made), live });
      return Object.entries(library.files)
        .filter(([file]) => file.startsWith(`services/${id}/scenarios/`))
        .flatMap(([file, text]) => {
          const scenario = JSON.parse(text) as Scenario;
          const problem = differs(scenario, playScenario(service, scenario));
          if (!problem) return [];
          return [{ ...problem, severity: 'mistake' as const, file, ...placesIn(text)(problem.pointer) }];
        });
    });
}

type Found = Pick<Problem, 'pointer' | 'code' | 'message' | 'hint'>;

function differs(scenario: Scenario, played: ReturnType<typeof playScenario>): Found | undefined {
  const { refused } = played;
  if (refused)
    return {
      pointer: refused.step < 0 ? '/form' : `/steps/${refused.step}`,
      code: 'scenarioRefused',
      message: {
        uk: `Приклад тут зупиняється: ${refused.refusal.message.uk}`,
        en: `The scenario stops here: ${refused.refusal.message.en}`,
      },
      hint: {
        uk: 'Змініть приклад, якщо послуга має так відмовляти; інакше виправте послугу',
        en: 'Change the scenario if the service should refuse here; mend the service if it should not',
      },
    };
  const expected = scenario.expect ?? {};
  const wrong = (name: string, wanted: unknown, given: unknown): Found => ({
    pointer: `/expect/${name}`,
    code: 'scenarioDiffers',
    message: {
      uk: `Очікували ${JSON.stringify(wanted)}, вийшло ${JSON.stringify(given ?? null)}`,
      en: `Expected ${JSON.stringify(wanted)}, came to ${JSON.stringify(given ?? null)}`,
    },
    hint: {
      uk: 'Виправте очікування, якщо послуга діє правильно; інакше виправте послугу',
      en: 'Mend what is expected if the service acts rightly; mend the service if it does not',
    },
  });
  if (expected.outcome !== undefined && expected.outcome !== played.outcome)
    return wrong('outcome', expected.outcome, played.outcome);
  const list = LISTS.find((name) => {
    const wanted = expected[name];
    return wanted !== undefined && JSON.stringify(wanted) !== JSON.stringify(played[name]);
  });
  return list === undefined ? undefined : wrong(list, expected[list], played[list]);
}
