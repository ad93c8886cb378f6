import { climbing } from '#core/case/runtime.ts';
import { playScenario, type Scenario } from '#core/case/scenario.ts';
import {
  bundle,
  hash,
  type Library,
  liveOf,
  type Problem,
  placesIn,
  type Text,
} from '#core/definition/index.ts';

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

/** Where a scenario goes another way than its analyst expects: what is wrong, how to mend it. */
export const scenarioWords = {
  scenarioRefused: {
    uk: [
      'Приклад тут зупиняється: {why}',
      'Змініть приклад, якщо послуга має так відмовляти; інакше виправте послугу',
    ],
    en: [
      'The scenario stops here: {why}',
      'Change the scenario if the service should refuse here; mend the service if it should not',
    ],
  },
  scenarioDiffers: {
    uk: [
      'Очікували {wanted}, вийшло {given}',
      'Виправте очікування, якщо послуга діє правильно; інакше виправте послугу',
    ],
    en: [
      'Expected {wanted}, came to {given}',
      'Mend what is expected if the service acts rightly; mend the service if it does not',
    ],
  },
} as const;

function found(code: keyof typeof scenarioWords, pointer: string, holes: { [hole: string]: Text }): Found {
  const said = (n: 0 | 1): Text =>
    Object.fromEntries(
      (['uk', 'en'] as const).map((language) => [
        language,
        scenarioWords[code][language][n].replace(/\{(\w+)\}/g, (_, hole) => holes[hole]?.[language] ?? ''),
      ]),
    );
  return { pointer, code, message: said(0), hint: said(1) };
}

function differs(scenario: Scenario, played: ReturnType<typeof playScenario>): Found | undefined {
  const { refused } = played;
  if (refused)
    return found('scenarioRefused', refused.step < 0 ? '/form' : `/steps/${refused.step}`, {
      why: refused.refusal.message,
    });
  const expected = scenario.expect ?? {};
  const plain = (value: unknown): Text => ({
    uk: JSON.stringify(value ?? null),
    en: JSON.stringify(value ?? null),
  });
  const wrong = (name: string, wanted: unknown, given: unknown): Found =>
    found('scenarioDiffers', `/expect/${name}`, { wanted: plain(wanted), given: plain(given) });
  if (expected.outcome !== undefined && expected.outcome !== played.outcome)
    return wrong('outcome', expected.outcome, played.outcome);
  const list = LISTS.find((name) => {
    const wanted = expected[name];
    return wanted !== undefined && JSON.stringify(wanted) !== JSON.stringify(played[name]);
  });
  return list === undefined ? undefined : wrong(list, expected[list], played[list]);
}
