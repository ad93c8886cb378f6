import type { CheckAnswer, DefinitionDraft } from '#core/api/types.ts';
import { check, collections } from '#core/definition/index.ts';
import type { Kind, Library, Problem } from '#core/definition/types.ts';
import type { ApiResult, Asked } from '../http/event.ts';
import { ApiProblem, problem } from '../http/problem.ts';
import { json } from '../http/serve.ts';
import { LARGEST_DRAFT, readDraft, saveDraft } from '../store/definition-drafts.ts';
import { platform } from '../store/tables.ts';
import { having, rightsOf, standingOf } from '../workspace/standing.ts';
import { releasedDefinition, releasedLibrary, withVersions } from './released.ts';

export type Ref = { kind: Kind; id: string };

/** Which definition is meant. @throws ApiProblem notFound */
export function refOf({ names }: Asked): Ref {
  const { kind = '', id = '' } = names;
  if (!Object.hasOwn(collections, kind) || !/^[a-z][a-z0-9-]{0,63}$/.test(id)) throw problem('notFound');
  return { kind: kind as Kind, id };
}

/** The agencies for which the officer may work on definitions. @throws ApiProblem forbidden */
export async function designing(asked: Asked): Promise<ReadonlySet<string>> {
  return new Set(having(await standingOf(asked), 'define').map(({ agency }) => agency));
}

/** Those who draw may read, and those who publish: they see what they confirm. @throws ApiProblem forbidden */
export async function reading(asked: Asked): Promise<void> {
  const standing = await standingOf(asked);
  const may = standing.held.some((held) =>
    rightsOf(standing, held).some((right) => right === 'define' || right === 'publish'),
  );
  if (!may) throw problem('forbidden');
}

/** The agency that answers for a definition, as it says itself. */
export function agencyOf(kind: Kind, definition: unknown): string | undefined {
  const { id, agency } = (definition ?? {}) as { id?: unknown; agency?: unknown };
  const named = kind === 'agency' ? id : agency;
  return typeof named === 'string' ? named : undefined;
}

const wrong = (pointer: string, uk: string, en: string) =>
  new ApiProblem(422, 'badDefinition', { uk, en }, [{ pointer, code: 'badDefinition', message: { uk, en } }]);

/** What one goes on from: the draft, else what was released, else nothing. */
export async function present(ref: Ref) {
  const draft = await readDraft(platform(), ref);
  if (draft)
    return { version: draft.version, savedAt: draft.savedAt, definition: JSON.parse(draft.text) as unknown };
  return { version: 0, savedAt: '', definition: await releasedDefinition(ref.kind, ref.id) };
}

/** `GET …/draft`: the draft with its ETag; where there is none yet, what was released, as `"0"`. */
export async function readDefinition(asked: Asked): Promise<ApiResult> {
  await reading(asked);
  const { version, savedAt, definition } = await present(refOf(asked));
  if (definition === null) throw problem('notFound');
  const shown: DefinitionDraft = { definition, savedAt };
  return json(200, shown, { etag: `"${version}"` });
}

/** Whether the ETag sent is that of what stands now. */
export const matches = (asked: Asked, version: number): boolean =>
  asked.ifMatch?.replace(/^W\//, '') === `"${version}"`;

/** `PUT …/draft`: the definition is the body; kept as it is, mistakes included, for the agency that answers for it. */
export async function saveDefinition(asked: Asked): Promise<ApiResult> {
  const agencies = await designing(asked);
  const ref = refOf(asked);
  const text = JSON.stringify(asked.body);
  if (Buffer.byteLength(text) > LARGEST_DRAFT) throw problem('tooLarge');
  if (asked.body.id !== ref.id) throw wrong('/id', `Тут має бути «${ref.id}».`, `This must be “${ref.id}”.`);
  const agency = agencyOf(ref.kind, asked.body);
  if (agency === undefined)
    throw wrong('/agency', 'Назвіть орган, що за це відповідає.', 'Name the agency that answers for it.');
  const now = await present(ref);
  const before = now.definition === null ? undefined : agencyOf(ref.kind, now.definition);
  if (!agencies.has(agency) || (before !== undefined && !agencies.has(before))) throw problem('forbidden');
  const version = now.version + 1;
  if (!matches(asked, now.version)) throw problem('changed');
  const savedAt = new Date().toISOString();
  const savedBy = asked.caller?.person ?? '';
  const draft = { version, text, savedAt, savedBy, savedByName: asked.caller?.name ?? '' };
  if (!(await saveDraft(platform(), ref, draft, { title: asked.body.title ?? {}, agency })))
    throw problem('changed');
  return json(200, { savedAt }, { etag: `"${version}"` });
}

/** Every mistake of a definition among all that was released; of a migration, where the versions of its service are known. */
export function problemsOf(released: Library, ref: Ref, definition: unknown): Problem[] {
  const versions = released.published[ref.id] ? {} : ({ withoutVersions: true } as const);
  const today = new Date().toISOString().slice(0, 10);
  return check(placed(released, ref, definition), ref, { today, ...versions });
}

/** All that was released, with this definition in its place. */
export function placed(released: Library, { kind, id }: Ref, definition: unknown): Library {
  const list = collections[kind];
  return { ...released, [list]: { ...released[list], [id]: definition } } as Library;
}

/** The most problems that are told at once. */
const MOST = 500;

export const told = (problems: readonly Problem[]): CheckAnswer['problems'] =>
  problems.slice(0, MOST).map(({ pointer, code, severity, message, hint }) => ({
    ...{ pointer, code, severity },
    message: { ...message },
    hint: { ...hint },
  }));

/** `POST …/check`: every mistake of the definition sent, else of the draft, among all that was released. */
export async function checkDefinition(asked: Asked): Promise<ApiResult> {
  await reading(asked);
  const ref = refOf(asked);
  const sent = Object.keys(asked.body).length > 0;
  const definition: unknown = sent ? asked.body : (await present(ref)).definition;
  if (definition === null) throw problem('notFound');
  const shown: CheckAnswer = {
    problems: told(problemsOf(await withVersions(await releasedLibrary(), ref, definition), ref, definition)),
  };
  return json(200, shown);
}
