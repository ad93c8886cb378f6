import { hash } from '#core/definition/index.ts';
import type { Library } from '#core/definition/types.ts';
import type { Asked } from '../http/event.ts';
import { ApiProblem, problem } from '../http/problem.ts';
import { lastPublished } from '../store/definition-drafts.ts';
import type { KeptScenarios } from '../store/kept-scenarios.ts';
import { type PublicationProposal, publicationProposal } from '../store/publication.ts';
import { platform } from '../store/tables.ts';
import { having, standingOf } from '../workspace/standing.ts';
import { agencyOf, matches, present, problemsOf, type Ref, refOf, told } from './drafts.ts';
import { releasedDefinition, releasedLibrary, withVersions } from './released.ts';
import { presentScenarios, tried } from './scenarios.ts';

/** A draft that one may publish, and how its publishing stands. */
export type Ready = {
  ref: Ref;
  /** The version of the draft; 0 where what was released is published as it is. */
  draft: number;
  definition: unknown;
  agency: string;
  scenarios: KeptScenarios;
  persons: 'one' | 'two';
  proposal: PublicationProposal | null;
  /** Of the definition with its scenarios: a proposal of another no longer stands. */
  hash: string;
};

/** What is published by the caller. @throws ApiProblem notFound, forbidden */
export async function publishable(asked: Asked): Promise<Ready> {
  const { held, agencies, ...rest } = await standingOf(asked);
  const mine = new Set(having({ held, agencies, ...rest }, 'publish').map(({ agency }) => agency));
  const ref = refOf(asked);
  const [{ version: draft, definition }, released, last, scenarios, proposal] = await Promise.all([
    present(ref),
    releasedDefinition(ref.kind, ref.id),
    lastPublished(platform(), ref),
    presentScenarios(ref),
    publicationProposal(platform(), ref),
  ]);
  if (definition === null) throw problem('notFound');
  const agency = agencyOf(ref.kind, definition);
  if (agency === undefined || !mine.has(agency)) throw problem('forbidden');
  // who gives a service to another agency does not get round the rule of the one that has it
  const published: unknown = last && JSON.parse(last.source);
  const concerned = [agency, agencyOf(ref.kind, released), agencyOf(ref.kind, published)];
  const isTwo = concerned.some((id) => id !== undefined && agencies.get(id)?.publishedBy === 'two');
  return {
    ...{ ref, draft, definition, agency, scenarios, proposal },
    persons: isTwo ? 'two' : 'one',
    hash: hash({ definition, scenarios: scenarios.scenarios }),
  };
}

/** The same, where the draft is still the one that the caller saw. @throws ApiProblem changed */
export async function standing(asked: Asked): Promise<Ready> {
  const ready = await publishable(asked);
  if (!matches(asked, ready.draft)) throw problem('changed');
  return ready;
}

/** The library in which the draft holds no mistake and all its scenarios go as expected. @throws ApiProblem hasMistakes, scenariosFail */
export async function sound({ ref, definition, scenarios }: Ready): Promise<Library> {
  const library = await withVersions(await releasedLibrary(), ref, definition);
  const mistakes = problemsOf(library, ref, definition).filter(({ severity }) => severity === 'mistake');
  if (mistakes.length > 0)
    throw new ApiProblem(
      422,
      'hasMistakes',
      { uk: 'Спершу виправте помилки.', en: 'Mend the mistakes first.' },
      told(mistakes).map(({ pointer, code, message }) => ({ pointer, code, message })),
    );
  const failing = tried(library, ref, definition, scenarios.scenarios).flatMap(({ name, problems }) =>
    problems.map(({ pointer, code, message }) => ({
      ...{ pointer: `/scenarios/${name}${pointer}`, code },
      message: { ...message },
    })),
  );
  if (failing.length > 0)
    throw new ApiProblem(
      422,
      'scenariosFail',
      {
        uk: 'Приклади йдуть не так, як очікували. Виправте послугу або приклад.',
        en: 'Scenarios go another way than expected. Mend the service or the scenario.',
      },
      failing,
    );
  return library;
}
