import type { DraftAsked, DraftSaved } from '#core/api/types.ts';
import { closed } from '#core/case/availability.ts';
import { dayOf, plus } from '#core/case/day.ts';
import type { ServiceRuntime } from '#core/case/runtime.ts';
import { bytesOf, MOST_FORM } from '#core/case/size.ts';
import type { JsonObject, Origin, Through } from '#core/case/types.ts';
import { ExpressionError } from '#core/expression/index.ts';
import { evaluated } from '#core/form/expressions.ts';
import { prefill } from '#core/form/prefill.ts';
import type { FormDefinition } from '#core/form/types.ts';
import type { ApiResult, Asked } from '../../http/event.ts';
import { intention } from '../../http/intention.ts';
import { stillTaken } from '../../http/limits.ts';
import { ApiProblem, problem } from '../../http/problem.ts';
import { json } from '../../http/serve.ts';
import { announcedFiles } from '../../store/announced.ts';
import { runtimeOf } from '../../store/bundles.ts';
import { collectionOf, heldBid } from '../../store/collections.ts';
import { createDraft, draftGoes, draftItem, saveDraft } from '../../store/drafts.ts';
import { ids } from '../../store/ids.ts';
import type { DraftItem } from '../../store/items.ts';
import { onceKey } from '../../store/keys.ts';
import { load } from '../../store/load.ts';
import { carryOut } from '../../store/remembered.ts';
import { setting } from '../../store/setting.ts';
import { cases, platform } from '../../store/tables.ts';
import { draftView, namesOfDraft } from './draft-view.ts';
import { actorOf, reach } from './reach.ts';

/** How long a draft is kept after its last change where the definition does not say. */
const KEPT = 'P30D';

/** When a draft of this service goes that was changed now. */
export const untilOf = ({ bundle }: ServiceRuntime, now: string) =>
  plus(now, bundle.retention?.draft ?? KEPT);

const etag = ({ version }: DraftItem) => `"${version}"`;

function mayThrough({ bundle }: ServiceRuntime, through: Through | undefined): void {
  if (through === undefined || (bundle.parties.applicant.through ?? ['self']).includes(through)) return;
  const message = {
    uk: 'У цій послузі так представляти не можна.',
    en: 'This service does not allow acting in this right.',
  };
  throw new ApiProblem(422, 'through', message, [{ pointer: '/through', code: 'through', message }]);
}

function mayBegin({ bundle }: ServiceRuntime, now: string): void {
  const { availability } = bundle;
  const why = closed(availability, { instant: now, day: dayOf(now) });
  if (why?.is === 'suspended') throw new ApiProblem(403, 'suspended', { ...availability?.suspended?.why });
  if (bundle.startedBy.applicant !== true || why !== null)
    throw new ApiProblem(403, 'notOpen', {
      uk: 'Зараз подати заяву онлайн не можна.',
      en: 'One cannot apply online now.',
    });
}

/** What is known of a person already says that they may not apply: told before they fill anything in. */
function mayApply({ bundle }: ServiceRuntime, names: JsonObject): void {
  for (const { when, else: say } of bundle.parties.applicant.may ?? [])
    if (isKnown(when, names) === false) throw new ApiProblem(403, 'mayNotApply', { ...say });
}

/** The value of a condition, undefined while it leans on what is not entered yet. */
function isKnown(source: string, names: JsonObject): unknown {
  try {
    return evaluated(source, names);
  } catch (error) {
    if (error instanceof ExpressionError) return undefined;
    throw error;
  }
}

/**
 * What a draft for a collection is about, and the case that it is bound to.
 * @throws ApiProblem notOpen where there is no such collection now, appliedAlready where one may not be replaced
 */
async function joining({ bundle }: ServiceRuntime, id: string, person: string, now: string) {
  const found = await collectionOf(platform(), bundle.id, id);
  if (!found || found.closes < now || (found.opens !== undefined && now < found.opens))
    throw new ApiProblem(403, 'notOpen', {
      uk: 'Заяви на це зараз не приймають.',
      en: 'Applications for this are not taken now.',
    });
  if (!found.replaceable && (await heldBid(platform(), bundle.id, id, person)))
    throw new ApiProblem(409, 'appliedAlready', {
      uk: 'Ви вже подали заяву, і замінити її не можна. Щоб подати іншу, спершу відкличте ту.',
      en: 'You have applied already, and that cannot be replaced. To apply anew, withdraw the first.',
    });
  const { by, reference, title, opens, closes, sealed, effect } = found;
  const origin: Origin = {
    ...({ as: 'collect', service: by, case: id, effect, until: closes } as const),
    ...(opens === undefined ? {} : { opens }),
    ...(sealed === undefined ? {} : { sealed }),
  };
  return { origin, about: { service: by, case: id, reference, title, closes } };
}

async function shown(asked: Asked, draft: DraftItem, id: string, status: number): Promise<ApiResult> {
  const service = await runtimeOf(null);
  const { identity } = actorOf(asked);
  const files = draft.hasFiles ? await announcedFiles(cases(), { service: service.bundle.id, case: id }) : [];
  const body = draftView(service, id, { draft, files, identity }, new Date().toISOString());
  const where = `/api/services/${service.bundle.id}/applications/${id}`;
  return json(status, body, { etag: etag(draft), ...(status === 201 ? { location: where } : {}) });
}

/** Opens a draft, filled in with what is known of the one who asks. The same key opens the same draft. */
export async function openDraft(asked: Asked): Promise<ApiResult> {
  const { identity } = actorOf(asked);
  const { language: wanted, through, collection } = asked.body as DraftAsked;
  const language = wanted ?? asked.language;
  const service = await runtimeOf(null);
  const now = new Date().toISOString();
  mayBegin(service, now);
  await stillTaken(cases(), service.bundle.id, service.bundle.availability);
  mayThrough(service, through);
  const joins = collection === undefined ? null : await joining(service, collection, identity.person, now);
  const at = setting('KLADKA_SERVICE');
  const hash = intention(identity.person, 'openDraft', asked.key);
  const request = intention(asked.body);
  for (let tries = 0; tries < 3; tries++) {
    const known = (await load(cases(), { service: at, case: ids.uuid(), once: hash }, now)).once;
    if (known) {
      if (known.request !== request) throw problem('otherRequest');
      const { id } = known.answer.body as { id: string };
      const { draft } = await load(cases(), { service: at, case: id }, now);
      if (!draft) throw problem('notFound');
      return shown(asked, draft, id, 201);
    }
    const id = ids.uuid();
    const begun = {
      ...{ form: {}, language },
      ...(through === undefined ? {} : { through }),
      ...(joins ? { about: joins.about } : {}),
    };
    const names = namesOfDraft(service, identity, begun, now);
    mayApply(service, names);
    const draft = draftItem({
      service: at,
      id,
      title: { ...service.bundle.title },
      person: identity.person,
      definition: service.hash,
      language,
      ...(through === undefined ? {} : { through }),
      ...joins,
      form: prefill(service.bundle.form as unknown as FormDefinition, names) as JsonObject,
      savedAt: now,
      until: untilOf(service, now),
    });
    const once = { service: at, hash, request, answer: { status: 201, body: { id } } };
    if (await createDraft(cases(), draft, once)) return shown(asked, draft, id, 201);
  }
  throw problem('busy');
}

/** The draft as it stands, for `application`. */
export const showDraft = (asked: Asked, draft: DraftItem) => shown(asked, draft, asked.names.id ?? '', 200);

/** The version that an ETag of ours names; null for any other. */
const versionOf = (tag: string | null): number | null => {
  const [, version] = /^"([1-9]\d{0,8})"$/.exec(tag ?? '') ?? [];
  return version === undefined ? null : Number(version);
};

/**
 * Replaces what a draft holds, where nobody replaced it meanwhile. One write that says itself whether it may; only where
 * it may not is the draft read, to tell why.
 */
export async function putDraft(asked: Asked): Promise<ApiResult> {
  const { form, language, through } = asked.body as unknown as DraftSaved;
  if (bytesOf(form) > MOST_FORM) throw problem('formTooLarge');
  const service = await runtimeOf(null);
  mayThrough(service, through);
  const now = new Date().toISOString();
  const version = versionOf(asked.ifMatch);
  const { person } = actorOf(asked).identity;
  const saved =
    version !== null &&
    (await saveDraft(
      cases(),
      { service: setting('KLADKA_SERVICE'), id: asked.names.id ?? '', person, version },
      {
        form,
        ...(language === undefined ? {} : { language }),
        ...(through === undefined ? {} : { through }),
        definition: service.hash,
        savedAt: now,
        until: untilOf(service, now),
      },
    ));
  if (saved) return json(200, { savedAt: now }, { etag: `"${version + 1}"` });
  const { draft } = await reach(asked);
  throw problem(draft ? 'changed' : 'notFound');
}

/** A draft goes, once under its Idempotency-Key; its files go by themselves. */
export async function dropDraft(asked: Asked): Promise<ApiResult> {
  const { caller, operation, names, body, key } = asked;
  const of = { hash: intention(caller?.person, operation.id, names, key), request: intention(body) };
  const kept = onceKey(setting('KLADKA_SERVICE'), of.hash);
  const plan = async () => {
    const { draft } = await reach(asked);
    if (!draft) throw problem('notFound');
    return { writes: [draftGoes(cases().table, draft)], answer: { status: 204, body: {} } };
  };
  const carried = await carryOut(cases(), of, new Date().toISOString(), plan, kept);
  if ('otherRequest' in carried) throw problem('otherRequest');
  return { statusCode: 204, headers: { 'cache-control': 'no-store' } };
}
