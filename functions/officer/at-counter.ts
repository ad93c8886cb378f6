import type { Answers } from '#core/case/lookups.ts';
import { draftNames } from '#core/case/names.ts';
import type { Described } from '#core/case/represented.ts';
import { type Begins, mayBegin } from '#core/case/rights.ts';
import type { ServiceRuntime } from '#core/case/runtime.ts';
import type { Appointment, Identity, JsonObject, Through } from '#core/case/types.ts';
import type { Asked } from '../http/event.ts';
import { ApiProblem, problem } from '../http/problem.ts';
import type { Looked } from '../lookups/gather.ts';
import { type Asking, lookUp } from '../lookups/look-up.ts';
import { runtimeOf } from '../store/bundles.ts';
import { identified, type PersonKeys } from '../store/person-key.ts';
import { heldBy } from './held.ts';

const UNKNOWN = {
  counter: {
    uk: 'Впишіть РНОКПП, УНЗР або документ, за яким встановлено особу.',
    en: 'Enter the RNOKPP, the UNZR or the document by which the person was identified.',
  },
  officer: {
    uk: 'Впишіть РНОКПП чи УНЗР людини або код ЄДРПОУ підприємства.',
    en: 'Enter the RNOKPP or UNZR of the person, or the EDRPOU of the business.',
  },
};

/**
 * The person whom a clerk has before them, or whom an officer names. @throws ApiProblem notIdentified where nothing tells who
 * that is
 */
export function personOf(
  keys: PersonKeys,
  described: Described,
  pointer: string,
  way: Begins = 'counter',
): Identity {
  const person = identified(keys, described);
  if (person) return person;
  const message = UNKNOWN[way];
  throw new ApiProblem(422, 'notIdentified', message, [{ pointer, code: 'notIdentified', message }]);
}

/** Who begins cases, by which appointment, of which service. */
export type Clerk = { appointment: Appointment; runtime: ServiceRuntime };

/**
 * The appointment by which an officer begins cases of this service in that way, and the service.
 * @throws ApiProblem forbidden where they hold none
 */
export async function clerkOf(asked: Asked, now: string, way: Begins = 'counter'): Promise<Clerk> {
  const held = await heldBy(asked, now);
  const runtime = await runtimeOf(null);
  const appointment = held.find((one) => mayBegin(runtime, one, now).includes(way));
  if (!appointment) throw problem('forbidden');
  return { appointment, runtime };
}

/** What is filled in for a person present, or about someone or nobody, as far as lookups lean on it. */
export type TakenIn = {
  form: JsonObject;
  language: string;
  channel: string;
  through?: Through | undefined;
  identity: Identity | undefined;
  represented: Identity | undefined;
};

/**
 * What registries answer for an application at the counter; `only` one of them is asked where it is named. Answers are kept
 * under the clerk, for there is no draft; who asks for others is held to no limit of a person.
 */
export function lookUpFor(
  { store, runtime, appointment }: Pick<Asking, 'store'> & Clerk,
  { form, identity, represented, language, channel, through }: TakenIn,
  only?: string,
): Promise<Map<string, Looked>> {
  const names = (lookups: Answers) =>
    draftNames(
      runtime,
      { identity, applicant: represented ?? identity, language, channel, through, lookups },
      new Date().toISOString(),
    );
  return lookUp(
    { store, service: runtime, case: `counter-${appointment.person}` },
    { data: form, names },
    only === undefined ? undefined : { lookup: only, refused: () => undefined },
  );
}
