import type { PublishAnswer, PublishedDefinition } from '#core/api/types.ts';
import { bundle, hash } from '#core/definition/index.ts';
import type { Library } from '#core/definition/types.ts';
import type { ApiResult, Asked } from '../http/event.ts';
import { ApiProblem, problem } from '../http/problem.ts';
import { json } from '../http/serve.ts';
import { keepVersion, lastPublished, readHead, readVersion } from '../store/definition-drafts.ts';
import { having, standingOf } from '../workspace/standing.ts';
import {
  agencyOf,
  designing,
  matches,
  placed,
  present,
  problemsOf,
  type Ref,
  refOf,
  told,
} from './drafts.ts';
import { platform, releasedLibrary, withVersions } from './released.ts';

/** What a version is known by: of a service its bundle, of the others what was written. */
const hashOf = (library: Library, { kind, id }: Ref, definition: unknown, version: number): string =>
  kind === 'service'
    ? hash(bundle(placed(library, { kind, id }, definition), id, version))
    : hash(definition);

/**
 * `POST …/publish`: freezes the draft as the next version: checked, hashed, never written again. An account gets it live by
 * `kladka pull` and a deployment, one machine at once. Only for an agency for which the caller may publish.
 */
export async function publishDefinition(asked: Asked): Promise<ApiResult> {
  const agencies = new Set(having(await standingOf(asked), 'publish').map(({ agency }) => agency));
  const ref = refOf(asked);
  const draft = await present(ref);
  if (draft.definition === null) throw problem('notFound');
  const agency = agencyOf(ref.kind, draft.definition);
  if (agency === undefined || !agencies.has(agency)) throw problem('forbidden');
  if (!matches(asked, draft.version)) throw problem('changed');
  const library = await withVersions(await releasedLibrary(), ref, draft.definition);
  const mistakes = problemsOf(library, ref, draft.definition).filter(
    ({ severity }) => severity === 'mistake',
  );
  if (mistakes.length > 0)
    throw new ApiProblem(
      422,
      'hasMistakes',
      { uk: 'Спершу виправте помилки.', en: 'Mend the mistakes first.' },
      told(mistakes).map(({ pointer, code, message }) => ({ pointer, code, message })),
    );
  const [last, head] = await Promise.all([
    lastPublished(platform(), ref),
    ref.kind === 'service' ? readHead(platform(), ref) : null,
  ]);
  // versions of one service are counted on, whether they were published here or from the folder
  const newest = (last?.version ?? 0) >= (head?.version ?? 0) ? last : head;
  const before = newest?.version ?? 0;
  if (newest?.hash && before > 0 && hashOf(library, ref, draft.definition, before) === newest.hash)
    return answer({ version: before, hash: newest.hash, changed: false });
  const version = before + 1;
  const item = {
    version,
    hash: hashOf(library, ref, draft.definition, version),
    at: new Date().toISOString(),
    by: asked.caller?.name ?? '',
    source: JSON.stringify(draft.definition),
  };
  const { title } = draft.definition as { title?: unknown };
  if (!(await keepVersion(platform(), ref, item, { title: title ?? {}, agency }))) throw problem('changed');
  return answer({ version, hash: item.hash, changed: true });
}

const answer = (shown: PublishAnswer): ApiResult => json(200, shown);

/** `GET …/versions/{version}`: what was published, as it was written. */
export async function publishedDefinition(asked: Asked): Promise<ApiResult> {
  await designing(asked);
  const n = Number(asked.names.version);
  const found = Number.isInteger(n) ? await readVersion(platform(), refOf(asked), n) : null;
  if (!found) throw problem('notFound');
  const { version, hash: known, at, by, source } = found;
  const shown: PublishedDefinition = { version, hash: known, at, by, source: JSON.parse(source) as unknown };
  return json(200, shown);
}
