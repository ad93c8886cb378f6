import type { DefinitionLine, DesignerLibrary, Listed, Text } from '#core/api/types.ts';
import { collections } from '#core/definition/index.ts';
import type { Kind, Library } from '#core/definition/types.ts';
import type { ApiResult, Asked } from '../http/event.ts';
import { json } from '../http/serve.ts';
import { servicesIn } from '../store/agencies.ts';
import { type DefinitionNote, definitionNotes, readDraft, readHead } from '../store/definition-drafts.ts';
import { platform } from '../store/tables.ts';
import { rightsOf, type Standing, standingOf } from '../workspace/standing.ts';
import { problemsOf, type Ref, reading } from './drafts.ts';
import { releasedLibrary, releasedPlatform } from './released.ts';

/** The texts of what may still be anything: a draft is kept mistakes included. */
const textOf = (value: unknown): Text =>
  Object.fromEntries(
    Object.entries(typeof value === 'object' && value !== null ? value : {}).filter(
      ([, text]) => typeof text === 'string',
    ),
  );
const nameOf = ({ kind, id }: { kind: string; id: string }): string => `${kind}#${id}`;

/** The agencies for which the officer has a right. */
const agenciesWith = (standing: Standing, right: 'define' | 'publish'): string[] => [
  ...new Set(
    standing.held.filter((held) => rightsOf(standing, held).includes(right)).map(({ agency }) => agency),
  ),
];

/** What is live of a service: the version that runs. */
async function liveOf(id: string): Promise<NonNullable<DefinitionLine['live']>> {
  const head = await readHead(platform(), { kind: 'service', id });
  return {
    ...(head?.version === undefined ? {} : { version: head.version }),
    ...(head?.hash === undefined ? {} : { hash: head.hash }),
  };
}

async function draftOf(
  note: DefinitionNote,
  released: Library,
): Promise<NonNullable<DefinitionLine['draft']>> {
  const ref = { kind: note.kind, id: note.id } as Ref;
  const draft = await readDraft(platform(), ref);
  const problems = draft ? problemsOf(released, ref, JSON.parse(draft.text)) : [];
  return {
    savedAt: String(note.savedAt ?? ''),
    savedBy: String(note.savedByName ?? ''),
    mistakes: problems.filter(({ severity }) => severity === 'mistake').length,
  };
}

/** `GET /definitions`: all that is released, published or drawn, of the four kinds. */
export async function definitions(asked: Asked): Promise<ApiResult> {
  await reading(asked);
  const mine = new Set(agenciesWith(await standingOf(asked), 'define'));
  const [released, drafts, published] = await Promise.all([
    releasedLibrary(),
    definitionNotes(platform(), 'drafts'),
    definitionNotes(platform(), 'published'),
  ]);
  const lines = new Map<string, DefinitionLine>();
  const agencyTitle = (id: string): { id: string; title?: Text } => {
    const title = released.agencies[id]?.title;
    return { id, ...(title ? { title } : {}) };
  };
  const add = (kind: Kind, id: string, title: unknown, agency: string | undefined) => {
    const before = lines.get(nameOf({ kind, id }));
    const line: DefinitionLine = {
      ...before,
      kind,
      id,
      title: textOf(title),
      mine: agency !== undefined && mine.has(agency),
      ...(agency === undefined ? {} : { agency: agencyTitle(agency) }),
    };
    lines.set(nameOf(line), line);
    return line;
  };
  for (const [kind, list] of Object.entries(collections) as [Kind, (typeof collections)[Kind]][])
    for (const [id, definition] of Object.entries(released[list])) {
      const { title, agency } = definition as { title?: unknown; agency?: string };
      add(kind, id, title, kind === 'agency' ? id : agency).live = kind === 'service' ? await liveOf(id) : {};
    }
  for (const note of published) {
    const { kind, id, title, agency, version, hash, at, by } = note;
    add(kind as Kind, id, title, String(agency)).published = {
      version: Number(version),
      hash: String(hash),
      at: String(at),
      by: String(by),
    };
  }
  for (const note of drafts)
    add(note.kind as Kind, note.id, note.title, String(note.agency)).draft = await draftOf(note, released);
  const shown: Listed<DefinitionLine> = { items: [...lines.values()] };
  return json(200, shown);
}

/** `GET /definitions/library`: what definitions lean on, so that the browser can check and try them. */
export async function designerLibrary(asked: Asked): Promise<ApiResult> {
  await reading(asked);
  const standing = await standingOf(asked);
  const [live, services] = await Promise.all([releasedPlatform(), servicesIn(platform())]);
  const shown: DesignerLibrary = {
    agencies: { ...live.agencies },
    connectors: { ...live.connectors },
    registries: { ...live.registries },
    parts: { ...live.parts },
    services: Object.fromEntries(
      [...services.values()].map(({ id, title, hash }) => [id, { title, hash }] as const),
    ),
    mine: agenciesWith(standing, 'define'),
    publishes: agenciesWith(standing, 'publish'),
  };
  return json(200, shown);
}
