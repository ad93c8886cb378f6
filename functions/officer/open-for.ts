import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { OpenForBody, Submitted } from '#core/api/types.ts';
import { draftNames } from '#core/case/names.ts';
import type { Described } from '#core/case/represented.ts';
import type { Actor, Identity } from '#core/case/types.ts';
import type { ApiResult, Asked } from '../http/event.ts';
import { intention } from '../http/intention.ts';
import { applicationsLimit } from '../http/limits.ts';
import { ApiProblem, problem, refused } from '../http/problem.ts';
import { json } from '../http/serve.ts';
import { answersIn, lookUp } from '../lookups/look-up.ts';
import { runtimeOf } from '../store/bundles.ts';
import { ids } from '../store/ids.ts';
import { perform } from '../store/perform.ts';
import { identified, type PersonKeys, personKeys } from '../store/person-key.ts';
import { setting } from '../store/setting.ts';
import { heldBy } from './held.ts';

const client = new DynamoDBClient({});

/** The person whom a clerk has before them. @throws ApiProblem notIdentified where nothing tells who that is */
function personOf(keys: PersonKeys, described: Described, pointer: string): Identity {
  const person = identified(keys, described);
  if (person) return person;
  const message = {
    uk: 'Впишіть РНОКПП, УНЗР або документ, за яким встановлено особу.',
    en: 'Enter the RNOKPP, the UNZR or the document by which the person was identified.',
  };
  throw new ApiProblem(422, 'notIdentified', message, [{ pointer, code: 'notIdentified', message }]);
}

/** Opens the case of a person present, by the appointment whose role takes in applications for this service. */
export async function openFor(asked: Asked): Promise<ApiResult> {
  const now = new Date().toISOString();
  const held = await heldBy(asked, now);
  const runtime = await runtimeOf(null);
  const { bundle } = runtime;
  const role = bundle.startedBy.counter?.role;
  const agency = (role && bundle.roles?.[role]?.agency) ?? bundle.agency;
  const appointment = held.find((a) => a.role === role && a.agency === agency);
  if (!appointment) throw problem('forbidden');
  const keys = await personKeys();
  const { applicant, represents, ...told } = asked.body as unknown as OpenForBody;
  const actor: Actor = {
    kind: 'officer',
    appointment,
    ...(asked.caller?.name ? { name: asked.caller.name } : {}),
  };
  const id = ids.uuid();
  const store = { client, table: setting('KLADKA_CASES') };
  const service = setting('KLADKA_SERVICE');
  const limit = applicationsLimit({ table: store.table, service }, bundle.availability);
  const performed = await perform({
    store,
    service,
    case: id,
    runtime: runtimeOf,
    command: async () => {
      const identity = personOf(keys, applicant, '/applicant');
      const represented = represents && personOf(keys, represents, '/represents');
      const looked = await lookUp(
        { store, service: runtime, case: id, person: appointment.person },
        {
          data: told.form,
          names: (lookups) =>
            draftNames(
              runtime,
              { identity, applicant: represented ?? identity, ...told, lookups },
              new Date().toISOString(),
            ),
        },
      );
      return {
        command: {
          ...told,
          type: 'openFor',
          applicant: identity,
          ...(represented ? { represents: represented } : {}),
          lookups: answersIn(looked),
        },
      };
    },
    actor,
    ids: { ...ids, uuid: () => id },
    now: () => new Date().toISOString(),
    personKey: keys,
    once: { hash: intention(appointment.person, 'openFor', asked.key), request: intention(asked.body) },
    answer: (kase) => ({
      status: 201,
      body: {
        id: kase.id,
        reference: kase.reference,
        submittedAt: kase.submittedAt,
      } satisfies Submitted,
    }),
    limits: limit ? [limit] : [],
  });
  if ('otherRequest' in performed) throw problem('otherRequest');
  if ('refusal' in performed) throw refused(performed.refusal);
  const { status, body } = 'done' in performed ? performed.done : performed.replayed;
  const at = (body as Submitted).id;
  return json(status, body, { location: `/api/services/${setting('KLADKA_SERVICE')}/cases/${at}` });
}
