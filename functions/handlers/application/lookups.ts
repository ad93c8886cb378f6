import type { LookupAnswer } from '#core/api/types.ts';
import { bytesOf, MOST_FORM } from '#core/case/size.ts';
import type { Case, Identity, JsonObject } from '#core/case/types.ts';
import { partiesOf } from '#core/case/who.ts';
import { at, withAt } from '#core/flow/pointer.ts';
import type { ApiResult, Asked } from '../../http/event.ts';
import { type ApiProblem, problem } from '../../http/problem.ts';
import { json } from '../../http/serve.ts';
import { lookUpLists } from '../../lookups/lists.ts';
import { lookUp } from '../../lookups/look-up.ts';
import { shownOf } from '../../lookups/shown.ts';
import { runtimeOf } from '../../store/bundles.ts';
import { cases } from '../../store/tables.ts';
import { namesOfDraft } from './draft-view.ts';
import { actorOf, reach } from './reach.ts';

/**
 * Asks one registry for the draft of the one who fills it in, or, while a case is corrected, for a list that its form chooses from. What it is asked is made here, of what is entered; of its answer
 * only what the form itself names leaves. That a registry gives none is no error: one goes on without.
 */
export async function lookup(asked: Asked): Promise<ApiResult> {
  const name = asked.names.lookup ?? '';
  const { form } = asked.body as unknown as { form: JsonObject };
  if (bytesOf(form) > MOST_FORM) throw problem('formTooLarge');
  const { draft, case: kase, now } = await reach(asked);
  const service = await runtimeOf(kase?.definition ?? null);
  if (!Object.hasOwn(service.bundle.form.lookups ?? {}, name)) throw problem('notFound');
  const { identity } = actorOf(asked);
  const { person } = identity;
  let limit: ApiProblem | undefined;
  const only = {
    lookup: name,
    refused: (reached: ApiProblem) => {
      limit = reached;
    },
  };
  const looked = draft
    ? await lookUp(
        { store: cases(), service, case: asked.names.id ?? '', person },
        {
          data: form,
          names: (answers) => namesOfDraft(service, identity, { ...draft, form }, now, answers),
        },
        only,
      )
    : await lookUpLists(
        { store: cases(), service, case: kase, person },
        corrected(kase, identity, form),
        only,
      );
  if (limit) throw limit;
  return json(200, shownOf(service, name, looked) satisfies LookupAnswer);
}

/** The form of a case with what is open to the party as it stands in its browser; nothing is asked where nothing is open. */
function corrected(kase: Case, identity: Identity, form: JsonObject): JsonObject {
  const mine = partiesOf(kase, identity);
  const open = Object.values(kase.places).flatMap((place) =>
    place.kind === 'party' && mine.includes(place.party) ? place.open : [],
  );
  if (open.length === 0) throw problem('notFound');
  return open.reduce<JsonObject>((now, pointer) => withAt(now, pointer, at(form, pointer)), kase.data.form);
}
