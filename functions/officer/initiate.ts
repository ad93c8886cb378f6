import type { LookupAnswer, MotionBody, Submitted } from '#core/api/types.ts';
import type { Actor } from '#core/case/types.ts';
import type { ApiResult, Asked } from '../http/event.ts';
import { intention } from '../http/intention.ts';
import { answerOf } from '../http/performed.ts';
import { problem } from '../http/problem.ts';
import { json } from '../http/serve.ts';
import { answersIn } from '../lookups/look-up.ts';
import { shownOf } from '../lookups/shown.ts';
import { runtimeOf } from '../store/bundles.ts';
import { ids } from '../store/ids.ts';
import { perform } from '../store/perform.ts';
import { personKeys } from '../store/person-key.ts';
import { setting } from '../store/setting.ts';
import { cases } from '../store/tables.ts';
import { clerkOf, lookUpFor, personOf } from './at-counter.ts';

/** Begins a case of the agency's own motion, by the appointment that the service lets do so; about whom the officer names, or nobody. */
export async function initiate(asked: Asked): Promise<ApiResult> {
  const { appointment, runtime } = await clerkOf(asked, new Date().toISOString(), 'officer');
  const keys = await personKeys();
  const { applicant, form, language } = asked.body as unknown as MotionBody;
  const { name } = asked.caller ?? {};
  const actor: Actor = { kind: 'officer', appointment, ...(name ? { name } : {}) };
  const id = ids.uuid();
  const service = setting('KLADKA_SERVICE');
  const performed = await perform({
    store: cases(),
    service,
    case: id,
    runtime: runtimeOf,
    command: async () => {
      const identity = applicant && personOf(keys, applicant, '/applicant', 'officer');
      const filled = { form, language, channel: 'officer', identity, represented: undefined };
      const looked = await lookUpFor({ store: cases(), runtime, appointment }, filled);
      return {
        command: {
          ...{ type: 'initiate', channel: 'officer', form, language },
          ...(identity ? { applicant: identity } : {}),
          lookups: answersIn(looked),
        },
      };
    },
    actor,
    ids: { ...ids, uuid: () => id },
    now: () => new Date().toISOString(),
    personKey: keys,
    once: { hash: intention(appointment.person, 'initiate', asked.key), request: intention(asked.body) },
    answer: ({ id: made, reference, submittedAt }) => ({
      status: 201,
      body: { id: made, reference, submittedAt } satisfies Submitted,
    }),
  });
  const { status, body } = answerOf(performed);
  return json(status, body, { location: `/api/services/${service}/cases/${(body as Submitted).id}` });
}

/** Asks one registry while an officer fills in the form of a case of their own motion. */
export async function lookupForMotion(asked: Asked): Promise<ApiResult> {
  const name = asked.names.lookup ?? '';
  const { appointment, runtime } = await clerkOf(asked, new Date().toISOString(), 'officer');
  if (!Object.hasOwn(runtime.bundle.form.lookups ?? {}, name)) throw problem('notFound');
  const { applicant, form, language } = asked.body as unknown as MotionBody;
  const identity = applicant && personOf(await personKeys(), applicant, '/applicant', 'officer');
  const filled = { form, language, channel: 'officer', identity, represented: undefined };
  const looked = await lookUpFor({ store: cases(), runtime, appointment }, filled, name);
  return json(200, shownOf(runtime, name, looked) satisfies LookupAnswer);
}
