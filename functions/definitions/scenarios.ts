import type { ScenarioSet, ScenariosSent } from '#core/api/types.ts';
import { type Tried, triedScenarios } from '#core/case/scenario-problems.ts';
import { scenarioFile, shape } from '#core/definition/index.ts';
import type { Library } from '#core/definition/types.ts';
import type { ApiResult, Asked } from '../http/event.ts';
import { ApiProblem, problem } from '../http/problem.ts';
import { json } from '../http/serve.ts';
import {
  type KeptScenarios,
  keptScenarios,
  LARGEST_SET,
  type Scenarios,
  saveScenarioSet,
} from '../store/kept-scenarios.ts';
import { platform } from '../store/tables.ts';
import { agencyOf, designing, matches, placed, present, type Ref, reading, refOf } from './drafts.ts';
import { releasedPlatform } from './released.ts';

/** The most steps of all scenarios of a service: publishing plays them while a person waits. */
const MOST_STEPS = 1000;

/** The scenarios released with a service; nothing else has any. */
export async function releasedScenarios({ kind, id }: Ref): Promise<Scenarios> {
  return kind === 'service' ? ((await releasedPlatform()).scenarios?.[id] ?? {}) : {};
}

/** The scenarios that stand beside the draft: those kept, else those released with the service, as version 0. */
export async function presentScenarios(ref: Ref): Promise<KeptScenarios> {
  const kept = ref.kind === 'service' ? await keptScenarios(platform(), ref.id) : null;
  return kept ?? { version: 0, scenarios: await releasedScenarios(ref), savedAt: '', savedBy: '' };
}

/** How the scenarios of a definition go; nothing is wrong with the definition itself. */
export function tried(library: Library, ref: Ref, definition: unknown, scenarios: Scenarios): Tried[] {
  if (ref.kind !== 'service') return [];
  const files = Object.fromEntries(
    Object.entries(scenarios).map(([name, one]) => [scenarioFile(ref.id, name), JSON.stringify(one)]),
  );
  return triedScenarios({ ...placed(library, ref, definition), files }, ref.id);
}

/** Which service is meant: only a service has scenarios. @throws ApiProblem notFound */
function serviceOf(asked: Asked): Ref {
  const ref = refOf(asked);
  if (ref.kind !== 'service') throw problem('notFound');
  return ref;
}

/** `GET …/scenarios`: all scenarios with their ETag; where none were kept yet, those released, as `"0"`. */
export async function readScenarios(asked: Asked): Promise<ApiResult> {
  await reading(asked);
  const { version, scenarios, savedAt } = await presentScenarios(serviceOf(asked));
  const shown: ScenarioSet = { scenarios, savedAt };
  return json(200, shown, { etag: `"${version}"` });
}

/** `PUT …/scenarios`: keeps the scenarios sent in place of those that stand; their shape must be right, what they name need not be there. */
export async function saveScenarios(asked: Asked): Promise<ApiResult> {
  const agencies = await designing(asked);
  const ref = serviceOf(asked);
  const { scenarios } = asked.body as unknown as ScenariosSent;
  bounded(scenarios);
  const [{ definition }, { version }] = await Promise.all([present(ref), presentScenarios(ref)]);
  if (definition === null) throw problem('notFound');
  const agency = agencyOf(ref.kind, definition);
  if (agency === undefined || !agencies.has(agency)) throw problem('forbidden');
  if (!matches(asked, version)) throw problem('changed');
  const savedAt = new Date().toISOString();
  const set = { version: version + 1, savedAt, savedBy: asked.caller?.person ?? '' };
  const kept = await saveScenarioSet(platform(), ref.id, {
    ...set,
    scenarios: scenarios as unknown as Scenarios,
  });
  if (!kept) throw problem('changed');
  return json(200, { savedAt }, { etag: `"${set.version}"` });
}

/** @throws ApiProblem tooLarge; badDefinition where a scenario has a wrong shape */
function bounded(scenarios: ScenariosSent['scenarios']): void {
  const steps = Object.values(scenarios).map(({ steps: made }) => (Array.isArray(made) ? made.length : 0));
  const count = steps.reduce((sum, n) => sum + n, 0);
  if (Buffer.byteLength(JSON.stringify(scenarios)) > LARGEST_SET || count > MOST_STEPS)
    throw new ApiProblem(413, 'tooLarge', {
      uk: `Прикладів забагато: разом щонайбільше ${LARGEST_SET / 1000} КБ і ${MOST_STEPS} кроків. Приберіть зайві.`,
      en: `The scenarios are too many: at most ${LARGEST_SET / 1000} KB and ${MOST_STEPS} steps together. Remove some.`,
    });
  const wrong = Object.entries(scenarios).flatMap(([name, one]) =>
    shape('scenario', one).map(({ pointer, code, message }) => ({
      ...{ pointer: `/scenarios/${name}${pointer}`, code },
      message: { ...message },
    })),
  );
  if (wrong.length > 0)
    throw new ApiProblem(
      422,
      'badDefinition',
      { uk: 'Приклад записано не за схемою.', en: 'A scenario does not fit its schema.' },
      wrong.slice(0, 50),
    );
}
