import type { LookupAnswer } from '#core/api/types.ts';
import { bytesOf, MOST_FORM } from '#core/case/size.ts';
import type { JsonObject } from '#core/case/types.ts';
import type { ApiResult, Asked } from '../../http/event.ts';
import { type ApiProblem, problem } from '../../http/problem.ts';
import { json } from '../../http/serve.ts';
import { lookUp } from '../../lookups/look-up.ts';
import { shownOf } from '../../lookups/shown.ts';
import { runtimeOf } from '../../store/bundles.ts';
import { namesOfDraft } from './draft-view.ts';
import { actorOf, cases, reach } from './reach.ts';

/**
 * Asks one registry for the draft of the one who fills it in. What it is asked is made here, of what is entered; of its answer
 * only what the form itself names leaves. That a registry gives none is no error: one goes on without.
 */
export async function lookup(asked: Asked): Promise<ApiResult> {
  const name = asked.names.lookup ?? '';
  const { form } = asked.body as unknown as { form: JsonObject };
  if (bytesOf(form) > MOST_FORM) throw problem('formTooLarge');
  const service = await runtimeOf(null);
  if (!Object.hasOwn(service.bundle.form.lookups ?? {}, name)) throw problem('notFound');
  const { draft } = await reach(asked);
  if (!draft) throw problem('notFound');
  const { identity } = actorOf(asked);
  const now = new Date().toISOString();
  let limit: ApiProblem | undefined;
  const looked = await lookUp(
    { store: cases(), service, case: asked.names.id ?? '', person: identity.person },
    {
      data: form,
      names: (answers) => namesOfDraft(service, identity, { ...draft, form }, now, answers),
    },
    {
      lookup: name,
      refused: (reached) => {
        limit = reached;
      },
    },
  );
  if (limit) throw limit;
  return json(200, shownOf(service, name, looked) satisfies LookupAnswer);
}
