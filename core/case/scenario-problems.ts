import { checkScenarios } from '#core/definition/check/scenarios.ts';
import {
  bundle,
  hash,
  type Library,
  liveOf,
  type Problem,
  placesIn,
  scenarioFile,
  scenariosIn,
  type Text,
} from '#core/definition/index.ts';
import { climbing, type ServiceRuntime } from './runtime.ts';
import { type Played, playScenario, type Scenario } from './scenario.ts';
import { joined, outcomeTitle } from './titles.ts';

/** Lists whose entries a scenario expects, beside its outcome. */
const LISTS = ['documents', 'records', 'messages'] as const;
type Expected = 'outcome' | (typeof LISTS)[number];

/** A scenario of a service, and how it went: `problems` is empty where it holds. */
export type Tried = { name: string; file: string; problems: Problem[] };

/**
 * How the scenarios of a service go: what is wrong with each as it is written (shape, what it names), else where it goes another way
 * than its analyst expects, played through the core. The service itself must hold no mistake.
 */
export function triedScenarios(library: Library, id: string): Tried[] {
  const scenarios = Object.entries(scenariosIn(library, id));
  if (scenarios.length === 0) return [];
  const written = new Map(checkScenarios(library, id).map(({ file, found }) => [file, found]));
  const made = bundle(library, id, 0);
  const service = climbing({ bundle: made, hash: hash(made), live: liveOf(library) });
  return scenarios.map(([name, scenario]) => {
    const file = scenarioFile(id, name);
    const wrong = written.get(file) ?? [];
    const other = wrong.length > 0 ? undefined : differs(service, scenario, playScenario(service, scenario));
    const place = placesIn(library.files[file] ?? '');
    const problems = other ? [{ ...other, severity: 'mistake' as const }] : wrong;
    return { name, file, problems: problems.map((one) => ({ ...one, file, ...place(one.pointer) })) };
  });
}

/** Where the scenarios of all services (of one, where only it is asked for) go another way than expected. */
export const scenarioProblems = (library: Library, only?: string): Problem[] =>
  Object.keys(library.services)
    .filter((id) => only === undefined || id === only)
    .flatMap((id) => triedScenarios(library, id).flatMap(({ problems }) => problems));

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
      'Очікували: {wanted}; вийшло: {given}',
      'Виправте очікування, якщо послуга діє правильно; інакше виправте послугу',
    ],
    en: [
      'Expected: {wanted}; came to: {given}',
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

function differs(service: ServiceRuntime, scenario: Scenario, played: Played): Found | undefined {
  const { refused } = played;
  if (refused)
    return found('scenarioRefused', refused.step < 0 ? '/form' : `/steps/${refused.step}`, {
      why: refused.refusal.message,
    });
  const expected = scenario.expect ?? {};
  const wrong = (name: Expected, wanted: unknown, given: unknown): Found =>
    found('scenarioDiffers', `/expect/${name}`, {
      wanted: inWords(service, name, wanted),
      given: inWords(service, name, given),
    });
  if (expected.outcome !== undefined && expected.outcome !== played.outcome)
    return wrong('outcome', expected.outcome, played.outcome);
  const list = LISTS.find((name) => {
    const wanted = expected[name];
    return wanted !== undefined && JSON.stringify(wanted) !== JSON.stringify(played[name]);
  });
  return list === undefined ? undefined : wrong(list, expected[list], played[list]);
}

/** What is expected, or came out, by the titles that the analyst gave. */
function inWords(
  { bundle: { flow, documents, messages }, live }: ServiceRuntime,
  of: Expected,
  value: unknown,
): Text {
  const names = [value ?? []].flat().map(String);
  const nothing: Text =
    of === 'outcome'
      ? { uk: 'справа ще триває', en: 'the case has not ended' }
      : { uk: 'нічого', en: 'nothing' };
  if (names.length === 0) return nothing;
  const titleOf = (name: string): Text | undefined => {
    if (of === 'outcome') return outcomeTitle(flow, name);
    if (of === 'documents') return documents?.[name]?.title;
    return of === 'records' ? live.registries[name]?.title : messages?.[name]?.subject;
  };
  const said = names.map((name): Text => {
    const title = titleOf(name) ?? {};
    // two may share a title: the name tells them apart
    const named = (text: string | undefined) => (text ? `«${text}» (${name})` : name);
    return { uk: named(title.uk), en: named(title.en ?? title.uk) };
  });
  return joined(said, ', ');
}
