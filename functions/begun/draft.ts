import type { ServiceRuntime } from '#core/case/runtime.ts';
import type { Identity, JsonObject, Origin } from '#core/case/types.ts';
import { withAt } from '#core/flow/pointer.ts';
import { prefill } from '#core/form/prefill.ts';
import type { FormDefinition } from '#core/form/types.ts';
import { judged } from '#core/form/validate.ts';
import { namesOfDraft } from '../handlers/application/draft-view.ts';
import { untilOf } from '../handlers/application/drafts.ts';
import { createDraft, draftItem } from '../store/drafts.ts';
import type { CaseStore } from '../store/load.ts';

/** A draft that another case of ours has opened for a person: a complaint, a renewal. */
export type Opened = {
  identity: Identity;
  about: JsonObject;
  form: JsonObject;
  language: string;
  origin: Origin;
};

/** What of an earlier application this form takes: fields that it has too, with values that it still accepts. */
export function carriedOver(
  service: ServiceRuntime,
  begun: JsonObject,
  earlier: JsonObject,
  names: JsonObject,
): JsonObject {
  const form = service.bundle.form as unknown as FormDefinition;
  const known = Object.keys((form.schema as { properties?: object }).properties ?? {});
  const taken = Object.fromEntries(Object.entries(earlier).filter(([name]) => known.includes(name)));
  const { problems, whole } = judged(form, { ...taken, ...begun }, names);
  return problems
    .filter(({ code }) => code !== 'required')
    .reduce<JsonObject>((data, { pointer }) => withAt(data, pointer, undefined), whole as JsonObject);
}

/** Opens the draft, once however often it is told. */
export async function openFor(
  store: CaseStore,
  service: ServiceRuntime,
  id: string,
  { identity, about, form: earlier, language, origin }: Opened,
  now: string,
): Promise<boolean> {
  const begun = { form: {}, language, about };
  const names = namesOfDraft(service, identity, begun, now) as JsonObject;
  const prefilled = prefill(service.bundle.form as unknown as FormDefinition, names) as JsonObject;
  const draft = draftItem({
    service: service.bundle.id,
    id,
    title: { ...service.bundle.title },
    person: identity.person,
    definition: service.hash,
    language,
    ...{ about, origin },
    form: carriedOver(service, prefilled, earlier, names),
    savedAt: now,
    until: untilOf(service, now),
  });
  const once = {
    service: service.bundle.id,
    hash: `begun/${id}`,
    request: id,
    answer: { status: 201, body: { id } },
  };
  return createDraft(store, draft, once);
}
