import type { DraftView } from '#core/api/types.ts';
import { draftNames } from '#core/case/names.ts';
import type { ServiceRuntime } from '#core/case/runtime.ts';
import type { Identity } from '#core/case/types.ts';
import { fileView } from '../../files/view.ts';
import type { DraftItem, FileItem } from '../../store/items.ts';

/** What the form's expressions see beside `form` while a draft is filled in. */
export const namesOfDraft = (
  service: ServiceRuntime,
  identity: Identity,
  language: string,
  now: string,
): DraftView['names'] =>
  draftNames(service, { identity, applicant: identity, lookups: {}, language, channel: 'portal' }, now);

/** A draft as its owner sees it. */
export function draftView(
  service: ServiceRuntime,
  id: string,
  { draft, files, identity }: { draft: DraftItem; files: readonly FileItem[]; identity: Identity },
  now: string,
): DraftView {
  return {
    kind: 'draft',
    id,
    service: service.bundle.id,
    definition: draft.definition,
    form: draft.form,
    names: namesOfDraft(service, identity, draft.language, now),
    ...(draft.definition === service.hash ? {} : { changed: true }),
    files: files.map(({ file }) => fileView(file)),
    language: draft.language,
    ...(draft.through === undefined ? {} : { through: draft.through }),
    savedAt: draft.savedAt,
  };
}
