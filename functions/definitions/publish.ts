import type { PublishAnswer, PublishedDefinition } from '#core/api/types.ts';
import { bundle, hash } from '#core/definition/index.ts';
import type { Library } from '#core/definition/types.ts';
import type { ApiResult, Asked } from '../http/event.ts';
import { problem } from '../http/problem.ts';
import { json } from '../http/serve.ts';
import { lastPublished, publishing, readHead, readVersion } from '../store/definition-drafts.ts';
import { freezing, frozenScenarios, type Scenarios } from '../store/kept-scenarios.ts';
import { recording, settling } from '../store/publication.ts';
import { platform } from '../store/tables.ts';
import { once } from '../workspace/once.ts';
import { placed, type Ref, reading, refOf } from './drafts.ts';
import { confirmed } from './proposals.ts';
import { type Ready, sound, standing } from './ready.ts';
import { releasedDefinition } from './released.ts';
import { releasedScenarios } from './scenarios.ts';

/** What a version is known by: of a service its bundle, of the others what was written. */
const hashOf = (library: Library, { kind, id }: Ref, definition: unknown, version: number): string =>
  kind === 'service'
    ? hash(bundle(placed(library, { kind, id }, definition), id, version))
    : hash(definition);

/**
 * `POST …/publish`: freezes the draft and its scenarios as the next version: checked, played, hashed, never written again. An account
 * gets it live by `kladka pull` and a deployment, one machine at once. Only for an agency for which the caller may publish; where it
 * says that two publish, only what another proposed.
 */
export const publishDefinition = (asked: Asked): Promise<ApiResult> =>
  once(asked, async () => {
    const ready = await standing(asked);
    const proposal = confirmed(ready, asked);
    const library = await sound(ready);
    const { ref, definition, scenarios } = ready;
    const before = await newest(ref);
    const settled = proposal ? [settling(platform().table, ref, proposal)] : [];
    if (
      before?.hash &&
      before.version > 0 &&
      hashOf(library, ref, definition, before.version) === before.hash &&
      hash(scenarios.scenarios) === hash(before.scenarios) &&
      // what was only put into another order has the same hash, and is shown otherwise
      (before.source === undefined || before.source === JSON.stringify(definition))
    ) {
      const same: PublishAnswer = { version: before.version, hash: before.hash, changed: false };
      return { writes: settled, body: same };
    }
    const version = (before?.version ?? 0) + 1;
    const made: PublishAnswer = { version, hash: hashOf(library, ref, definition, version), changed: true };
    return { writes: [...writesOf(ready, made, asked), ...settled], body: made };
  });

/** A version with the scenarios that it was tried with; of one that the folder brought, those released beside it. */
type Newest = { version: number; hash?: string; source?: string; scenarios: Scenarios };

/** The newest version of a definition: those of a service are counted on, whether they were published here or from the folder. */
async function newest(ref: Ref): Promise<Newest | null> {
  const [last, head] = await Promise.all([
    lastPublished(platform(), ref),
    ref.kind === 'service' ? readHead(platform(), ref) : null,
  ]);
  const live = { ...head, version: head?.version ?? 0 };
  if (last && last.version >= live.version) {
    const frozen = ref.kind === 'service' ? await frozenScenarios(platform(), ref.id, last.version) : null;
    return { ...last, scenarios: frozen?.scenarios ?? {} };
  }
  return head && { ...live, scenarios: await releasedScenarios(ref) };
}

/** The version, its scenarios, its line in the list and the record of the act. */
function writesOf(
  { ref, draft, definition, agency, scenarios }: Ready,
  { version, hash: known }: PublishAnswer,
  asked: Asked,
) {
  const { table } = platform();
  const at = new Date().toISOString();
  const by = asked.caller?.name ?? '';
  const isService = ref.kind === 'service';
  const item = {
    ...{ version, hash: known, at, by, source: JSON.stringify(definition) },
    ...(isService ? { scenariosHash: hash(scenarios.scenarios) } : {}),
  };
  const note = { title: (definition as { title?: unknown }).title ?? {}, agency };
  return [
    ...publishing(table, ref, { item, note, draft }),
    ...(isService ? [freezing(table, ref.id, version, scenarios)] : []),
    recording(table, ref, { what: 'published', by, at, version, person: asked.caller?.person ?? '' }),
  ];
}

/** `GET …/versions/{version}`: what was published, here or with the code that runs, as it was written. */
export async function publishedDefinition(asked: Asked): Promise<ApiResult> {
  await reading(asked);
  const n = Number(asked.names.version);
  const ref = refOf(asked);
  const isNumber = Number.isInteger(n);
  const [found, scenarios] = await Promise.all([
    isNumber ? readVersion(platform(), ref, n) : null,
    isNumber && ref.kind === 'service' ? frozenScenarios(platform(), ref.id, n) : null,
  ]);
  if (!found) return json(200, await broughtByCode(ref, n));
  const { version, hash: known, at, by, source, scenariosHash } = found;
  const shown: PublishedDefinition = {
    ...{ version, hash: known, at, by, source: JSON.parse(source) as unknown },
    ...(scenariosHash === undefined ? {} : { scenariosHash }),
    ...(scenarios ? { scenarios: scenarios.scenarios } : {}),
  };
  return json(200, shown);
}

/** The version that runs, where it was not published here: as it was written, with the scenarios released beside it. */
async function broughtByCode(ref: Ref, version: number): Promise<PublishedDefinition> {
  const head = ref.kind === 'service' ? await readHead(platform(), ref) : null;
  if (head?.hash === undefined || version < 1 || head.version !== version) throw problem('notFound');
  const [source, scenarios] = await Promise.all([
    releasedDefinition(ref.kind, ref.id),
    releasedScenarios(ref),
  ]);
  return { version, hash: head.hash, source: source as PublishedDefinition['source'], scenarios };
}
