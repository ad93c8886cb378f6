import type { DraftView } from '#core/api/types.ts';
import type { Answers } from '#core/case/lookups.ts';
import { draftNames } from '#core/case/names.ts';
import { type Described, representedIn } from '#core/case/represented.ts';
import type { ServiceRuntime } from '#core/case/runtime.ts';
import type { Identity } from '#core/case/types.ts';
import { fileView } from '../../files/view.ts';
import type { DraftItem, FileItem } from '../../store/items.ts';

/** A draft as far as its expressions lean on it. */
type Drafted = Pick<DraftItem, 'form' | 'language' | 'through' | 'about'>;

const namesWith = (
  service: ServiceRuntime,
  identity: Identity,
  applicant: Described | null,
  draft: Drafted,
  now: string,
  lookups: Answers = {},
): DraftView['names'] => {
  const { language, through, about } = draft;
  const known = applicant === null ? undefined : { ...applicant, person: '' };
  const told = {
    ...{ identity, applicant: known, lookups, language, channel: 'portal', through },
    ...(about ? { about } : {}),
  };
  return draftNames(service, told, now);
};

/** Whom a draft is made for where that is not the one at the screen; null where it is, or cannot be told yet. */
export function representedOf(
  service: ServiceRuntime,
  identity: Identity,
  draft: Drafted,
  now: string,
): Described | null {
  if ((draft.through ?? 'self') === 'self') return null;
  return representedIn(service, draft.form, namesWith(service, identity, null, draft, now));
}

/** What the form's expressions see beside `form` while a draft is filled in; `lookups`: what registries answered. */
export function namesOfDraft(
  service: ServiceRuntime,
  identity: Identity,
  draft: Drafted,
  now: string,
  lookups: Answers = {},
): DraftView['names'] {
  const self = (draft.through ?? 'self') === 'self' || !service.bundle.parties.applicant.represents;
  const applicant = self ? identity : representedOf(service, identity, draft, now);
  return namesWith(service, identity, applicant, draft, now, lookups);
}

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
    names: namesOfDraft(service, identity, draft, now),
    ...(draft.definition === service.hash ? {} : { changed: true }),
    files: files.map(({ file }) => fileView(file)),
    language: draft.language,
    ...(draft.through === undefined ? {} : { through: draft.through }),
    savedAt: draft.savedAt,
  };
}
