import type { OpenForBody, Submitted } from '#core/api/types.ts';
import type { Actor } from '#core/case/types.ts';
import type { ApiResult, Asked } from '../http/event.ts';
import { intention } from '../http/intention.ts';
import { applicationsLimit } from '../http/limits.ts';
import { answerOf } from '../http/performed.ts';
import { json } from '../http/serve.ts';
import { answersIn } from '../lookups/look-up.ts';
import { runtimeOf } from '../store/bundles.ts';
import { ids } from '../store/ids.ts';
import { perform } from '../store/perform.ts';
import { personKeys } from '../store/person-key.ts';
import { setting } from '../store/setting.ts';
import { cases } from '../store/tables.ts';
import { clerkOf, lookUpFor, personOf } from './at-counter.ts';

/** Opens the case of a person present, by the appointment whose role takes in applications for this service. */
export async function openFor(asked: Asked): Promise<ApiResult> {
  const now = new Date().toISOString();
  const { appointment, runtime } = await clerkOf(asked, now);
  const { bundle } = runtime;
  const keys = await personKeys();
  const { applicant, represents, ...told } = asked.body as unknown as OpenForBody;
  const actor: Actor = {
    kind: 'officer',
    appointment,
    ...(asked.caller?.name ? { name: asked.caller.name } : {}),
  };
  const id = ids.uuid();
  const store = cases();
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
      const looked = await lookUpFor({ store, runtime, appointment }, { ...told, identity, represented });
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
  const { status, body } = answerOf(performed);
  const at = (body as Submitted).id;
  return json(status, body, { location: `/api/services/${setting('KLADKA_SERVICE')}/cases/${at}` });
}
