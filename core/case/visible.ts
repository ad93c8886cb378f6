import { within } from '#core/flow/pointer.ts';
import type { Json, JsonObject, Path } from '#core/flow/types.ts';
import { sealedAt, without } from './collect.ts';
import type { FileVersion } from './file.ts';
import { ofOwnMotion } from './own-motion.ts';
import { picked } from './picked.ts';
import type { Place } from './place.ts';
import { holds, isTheirs, type Viewer } from './rights.ts';
import type { ServiceRuntime } from './runtime.ts';
import type { Case, CaseData, Note, Result, ResultData } from './types.ts';
import { partiesOf } from './who.ts';

/** A case as one viewer may see it; what is not here, they do not see. */
export type Visible = {
  /** Key of the party, or the role, by which they see it. */
  as: string;
  form: JsonObject;
  /** Answers of registries and other values, by name. */
  values: { [name: string]: Json };
  results: { [path: Path]: Partial<Result> & ResultData };
  outcomes: { [path: Path]: string };
  files: FileVersion[];
  places: Place[];
  marks: CaseData['marks'];
  changes: CaseData['changes'];
  notes: Note[];
  consults: { [id: string]: { question: string; opinion?: string } };
  /** Issued documents: to the applicant and to officers of the service. */
  documents: Case['documents'];
};

/** What a viewer may see of a case (`sees` of the party or role); null where it is none of theirs. */
export function visible(service: ServiceRuntime, kase: Case, viewer: Viewer, now: string): Visible | null {
  if (kase.erased !== undefined) return null;
  return viewer.kind === 'party' ? toParty(service, kase, viewer) : toOfficer(service, kase, viewer, now);
}

type Of<K extends Viewer['kind']> = Extract<Viewer, { kind: K }>;

function toParty(service: ServiceRuntime, kase: Case, viewer: Of<'party'>): Visible | null {
  const keys = partiesOf(kase, viewer.identity);
  const key = keys.includes('applicant') ? 'applicant' : keys[0];
  if (key === undefined) return null;
  const { data } = kase;
  if (key === 'applicant') return toApplicant(service, kase);
  const party = service.bundle.parties[kase.parties[key]?.party ?? key];
  return {
    ...filtered(kase, key, party?.sees ?? []),
    places: Object.values(kase.places).filter((p) => p.kind === 'party' && keys.includes(p.party)),
    notes: notesOf(data.notes, key),
  };
}

/** All that was entered, and what became of it; whom an agency begins a case about sees of its words what `sees` names. */
function toApplicant(service: ServiceRuntime, kase: Case): Visible {
  const { data } = kase;
  const sees = ofOwnMotion(kase) ? service.bundle.parties.applicant.sees : undefined;
  const { form, files, changes } = sees
    ? filtered(kase, 'applicant', sees)
    : { form: data.form, files: Object.values(data.files), changes: data.changes };
  return {
    ...nothing('applicant'),
    ...{ form, files, changes },
    results: told(kase),
    outcomes: kase.outcomes,
    places: Object.values(kase.places).map(withoutOfficer),
    marks: data.marks,
    notes: notesOf(data.notes, 'applicant'),
    documents: kase.documents,
  };
}

function toOfficer(service: ServiceRuntime, kase: Case, viewer: Of<'officer'>, now: string): Visible | null {
  const a = viewer.appointment;
  if (!holds(a, now)) return null;
  const sealed = unsealed(kase, now);
  const places = Object.values(kase.places);
  const role = Object.hasOwn(service.bundle.roles ?? {}, a.role) ? service.bundle.roles?.[a.role] : undefined;
  const here = a.agency === kase.office.agency && a.office === kase.office.office;
  const theirs = places.some((p) => p.kind === 'task' && isTheirs(p, a));
  if (role && (here || theirs))
    return {
      ...filtered(sealed, a.role, role.sees),
      places,
      marks: kase.data.marks,
      notes: kase.data.notes,
      consults: kase.data.consults,
      documents: kase.documents,
    };
  const asked = places
    .flatMap((p) => (p.kind === 'task' ? Object.values(p.consults ?? {}) : []))
    .filter((c) => c.agency === a.agency && c.office === a.office && c.role === a.role);
  if (asked.length === 0) return null;
  const shared = asked.flatMap((c) => c.fields.map((f) => `form${f.replaceAll('/', '.')}`));
  const consults = asked.flatMap((c) => {
    const kept = kase.data.consults[c.id];
    return kept ? [[c.id, kept] as const] : [];
  });
  return { ...filtered(sealed, a.role, shared), consults: Object.fromEntries(consults) };
}

/** The case without what is sealed: no officer sees that before the collection closes. */
function unsealed(kase: Case, now: string): Case {
  const sealed = sealedAt(kase, now);
  const isOpen = (pointer: string) => !sealed.some((one) => within(pointer, one));
  const { form, files, changes } = kase.data;
  return {
    ...kase,
    data: {
      ...kase.data,
      form: without(form, sealed),
      files: Object.fromEntries(Object.entries(files).filter(([, file]) => isOpen(file.at))),
      changes: changes.filter(({ pointer }) => isOpen(pointer)),
    },
  };
}

function nothing(as: string): Visible {
  return {
    as,
    form: {},
    values: {},
    results: {},
    outcomes: {},
    files: [],
    places: [],
    marks: [],
    changes: [],
    notes: [],
    consults: {},
    documents: {},
  };
}

/** What a list of data paths (`form.person.name`, `registry`, `review`, `files`) lets through. */
function filtered(kase: Case, as: string, sees: readonly string[]): Visible {
  const { data } = kase;
  const paths = sees.map((path) => path.split('.'));
  const shown = picked(
    data.form,
    paths.filter(([first]) => first === 'form').map((path) => path.slice(1)),
  );
  const covers = (...wanted: string[]) => paths.some((p) => p.every((part, i) => wanted[i] === part));
  const named = (path: Path) => path.split('/').some((part) => covers(part));
  const values = Object.values(data.values).flatMap((flow) => Object.entries(flow));
  const seen = Object.keys(kase.results).filter((path) => named(path));
  return {
    ...nothing(as),
    form: shown as JsonObject,
    values: Object.fromEntries([...Object.entries(data.lookups), ...values].filter(([name]) => covers(name))),
    results: Object.fromEntries(seen.map((path) => [path, { ...kase.results[path], ...data.results[path] }])),
    outcomes: Object.fromEntries(Object.entries(kase.outcomes).filter(([path]) => named(path))),
    files: Object.values(data.files).filter(
      (f) => covers('files') || covers('form', ...f.at.split('/').slice(1)),
    ),
    changes: data.changes.filter((c) => covers('form', ...c.pointer.split('/').slice(1))),
  };
}

/** What was decided and why, without who the officer is and what they noted for themselves. */
function told(kase: Case): Visible['results'] {
  return Object.fromEntries(
    Object.entries(kase.results).map(([path, { by: _, ...result }]) => {
      const { reason, explain } = kase.data.results[path] ?? {};
      const texts = {
        ...(reason === undefined ? {} : { reason }),
        ...(explain === undefined ? {} : { explain }),
      };
      return [path, { ...result, ...texts }];
    }),
  );
}

function withoutOfficer(place: Place): Place {
  if (place.kind !== 'task') return place;
  const { claimedBy: _, consults: __, ...open } = place;
  return open;
}

/** What was written to a party and by it; a message to nobody by name is for the officers alone. */
function notesOf(notes: readonly Note[], key: string): Note[] {
  return notes.filter(({ to, from }) => to === key || (from.kind === 'party' && from.party === key));
}
