import type { LookupAnswer, OpenForBody } from '#core/api/types.ts';
import type { ApiResult, Asked } from '../http/event.ts';
import { problem } from '../http/problem.ts';
import { json } from '../http/serve.ts';
import { shownOf } from '../lookups/shown.ts';
import { personKeys } from '../store/person-key.ts';
import { cases } from '../store/tables.ts';
import { clerkOf, lookUpFor, personOf } from './at-counter.ts';

/** Asks one registry while a clerk fills in the form for a person present, as `lookup` does for a draft. */
export async function lookupFor(asked: Asked): Promise<ApiResult> {
  const name = asked.names.lookup ?? '';
  const { appointment, runtime } = await clerkOf(asked, new Date().toISOString());
  if (!Object.hasOwn(runtime.bundle.form.lookups ?? {}, name)) throw problem('notFound');
  const { applicant, represents, ...told } = asked.body as unknown as OpenForBody;
  const keys = await personKeys();
  const looked = await lookUpFor(
    { store: cases(), runtime, appointment },
    {
      ...told,
      identity: personOf(keys, applicant, '/applicant'),
      represented: represents && personOf(keys, represents, '/represents'),
    },
    name,
  );
  return json(200, shownOf(runtime, name, looked) satisfies LookupAnswer);
}
