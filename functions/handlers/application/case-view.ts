import type { ApplicationView, Text, WaitingView, WhyView } from '#core/api/types.ts';
import { decisionOf } from '#core/case/decision.ts';
import { interpolated } from '#core/case/feel.ts';
import { appealableUntil, renewableIn } from '#core/case/lasting.ts';
import { namesOf } from '#core/case/names.ts';
import { ownForm } from '#core/case/own-form.ts';
import { type Possible, possible } from '#core/case/rights.ts';
import type { ServiceRuntime } from '#core/case/runtime.ts';
import { shownLists } from '#core/case/shown-answer.ts';
import { actionTitle, titleOf } from '#core/case/titles.ts';
import type { Case, CaseEvent, Note, PartyActor, PartyPlace } from '#core/case/types.ts';
import { type Visible, visible } from '#core/case/visible.ts';
import { nameOf } from '#core/flow/position.ts';
import { stateAt, withdrawnEnd } from '#core/flow/states.ts';
import type { JsonObject } from '#core/flow/types.ts';
import { groundViews } from '../../access/ground-view.ts';
import { issuedView } from '../../access/issued-view.ts';
import { linkedView, originView } from '../../access/linked-view.ts';
import { fileView } from '../../files/view.ts';
import type { FileItem } from '../../store/items.ts';
import { timeline } from './timeline.ts';

/** What a view is made of, beside the service. */
export type Seen = {
  case: Case;
  events: readonly CaseEvent[];
  announced: readonly FileItem[];
  actor: PartyActor;
};

/** A case as one of its parties sees it; null where it is none of theirs. */
export function applicationView(service: ServiceRuntime, seen: Seen, now: string): ApplicationView | null {
  const { case: kase, actor } = seen;
  const shown = visible(service, kase, actor, now);
  if (!shown) return null;
  const may = possible(service, kase, actor, now);
  const { bundle } = service;
  const names = namesOf(service, kase, '', now);
  const place = may.flatMap((one) => (one.what === 'act' ? [kase.places[one.path]] : []))[0];
  const mine = seen.announced.filter(({ person }) => person === actor.identity.person);
  const files = new Map([...mine.map(({ file }) => file), ...shown.files].map((file) => [file.id, file]));
  return {
    kind: 'application',
    id: kase.id,
    service: kase.service,
    title: { ...bundle.title },
    reference: kase.reference,
    party: shown.as,
    ...standing(service, kase, shown.as === 'applicant' ? names : undefined),
    submittedAt: kase.submittedAt,
    changedAt: kase.changedAt,
    ...(kase.term && !kase.outcome ? { deadline: kase.term.due } : {}),
    ...(kase.term?.paused ? { paused: true } : {}),
    form: shown.form,
    // what identifies others is not among the names: only what every party may know
    names: {
      ...(shown.as === 'applicant'
        ? { applicant: names.applicant ?? null, ...shownLists(service, kase.data.lookups) }
        : {}),
      parameters: names.parameters ?? {},
      case: { language: kase.language, channel: kase.channel },
      now,
      today: names.today ?? null,
    },
    files: [...files.values()].map(fileView),
    ...(place?.kind === 'party' ? { waiting: waitingView(service, seen, { place, shown }, now) } : {}),
    timeline: timeline(service, seen.events, shown.as, kase.linked),
    ...(kase.revoked === undefined ? {} : { revoked: kase.revoked }),
    ...(shown.as === 'applicant' ? ofApplicant(service, kase, may) : {}),
    ...(shown.as === 'applicant' ? representedIn(kase) : {}),
    documents: Object.values(shown.documents).map((issued) => {
      const { at: issuedAt, ...view } = issuedView(service, kase, issued);
      return { ...view, issuedAt };
    }),
    notes: shown.notes.map((note) => ({ at: note.at, from: fromOf(note), text: note.text })),
    canWithdraw: may.some(({ what }) => what === 'withdraw'),
  };
}

/** What came of the application, and what the applicant may do now that it is decided. */
function ofApplicant(
  service: ServiceRuntime,
  kase: Case,
  may: readonly Possible[],
): Pick<ApplicationView, 'after' | 'linked' | 'suspended'> {
  const can = (what: Possible['what']) => may.some((one) => one.what === what);
  const appeal = appealableUntil(service, kase);
  const renew = renewableIn(service, kase);
  const closed = {
    ...(appeal && !can('appeal') ? { appeal } : {}),
    ...(renew && !can('renew') ? { renew } : {}),
  };
  const after = {
    ...(can('duplicate') ? { duplicate: true as const } : {}),
    ...(appeal && can('appeal') ? { appeal } : {}),
    ...(renew && can('renew') ? { renew: renew.until } : {}),
    ...(Object.keys(closed).length > 0 ? { closed } : {}),
  };
  const linked = linkedView(kase);
  const cameOf = originView(kase);
  return {
    // what another service or a collection led to is not theirs to open
    ...(cameOf?.as === 'appeal' || cameOf?.as === 'renew' ? { cameOf } : {}),
    ...(Object.keys(after).length > 0 ? { after } : {}),
    ...(linked.length > 0 ? { linked } : {}),
    ...(kase.suspended ? { suspended: kase.suspended.since } : {}),
  };
}

/** For whom it was applied, where someone acts for them. */
function representedIn({ data, parties }: Case): Pick<ApplicationView, 'represented'> {
  const { identity, representative } = data.parties.applicant ?? {};
  const through = parties.applicant?.through;
  if (!identity || !representative || through === undefined) return {};
  const name = [identity.surname, identity.name, identity.patronymic].filter(Boolean).join(' ');
  return { represented: { through, name } };
}

/** Why it was decided so, as the officer wrote it for the applicant; undefined where nothing was written. */
function whyOf(service: ServiceRuntime, kase: Case): WhyView | undefined {
  const decision = decisionOf(kase);
  if (!decision) return undefined;
  const { reason, explain } = kase.data.results[decision.path] ?? {};
  const grounds = groundViews(service, decision.result.grounds ?? []);
  const why = {
    ...(grounds.length > 0 ? { grounds } : {}),
    ...(explain === undefined ? {} : { explain }),
    ...(reason === undefined ? {} : { reason }),
  };
  return Object.keys(why).length > 0 ? why : undefined;
}

/** @param names what the words of an end are filled in with; they are for the applicant alone */
function standing(
  service: ServiceRuntime,
  kase: Case,
  names: JsonObject | undefined,
): Pick<ApplicationView, 'state' | 'outcome'> {
  const { flow } = service.bundle;
  if (kase.outcome) {
    const state = stateAt(flow, kase.outcome.state);
    const title = { ...titleOf(state, nameOf(kase.outcome.state)) };
    const words = state?.type === 'end' ? Object.entries(state.say ?? {}) : [];
    const where = kase.outcome.state;
    const filled = ([language, text]: [string, string]) =>
      names ? [[language, interpolated({ [language]: text }, names, language, where)]] : [];
    const say = Object.fromEntries(words.flatMap(filled));
    const why = names && whyOf(service, kase);
    return {
      outcome: {
        ...{ kind: kase.outcome.kind, title },
        ...(Object.keys(say).length > 0 ? { say } : {}),
        ...(why ? { why } : {}),
      },
    };
  }
  const path = kase.position?.state;
  if (path === undefined) return {};
  return { state: { id: nameOf(path), title: { ...titleOf(stateAt(flow, path), nameOf(path)) } } };
}

/** Who wrote, without who the officer is: `officer`, `system` or the party's key. */
const fromOf = ({ from }: Note) => (from.kind === 'party' ? from.party : from.kind);

/** What is asked of the party at a place. */
function waitingView(
  service: ServiceRuntime,
  { case: kase, actor }: Seen,
  { place, shown }: { place: PartyPlace; shown: Visible },
  now: string,
): WaitingView {
  const state = stateAt(service.bundle.flow, place.path);
  const pages = state?.type === 'party' ? state.pages : undefined;
  const may = possible(service, kase, actor, now);
  const form = ownForm(service, kase, place.path, now);
  const say = state?.type === 'party' ? state.say : undefined;
  // who may withdraw in any state is not offered the same again by a state of the definition
  const twice = may.some(({ what }) => what === 'withdraw') ? withdrawnEnd(service.bundle.flow) : undefined;
  const actions = may.flatMap((one) =>
    one.what === 'act' && one.path === place.path && (twice === undefined || one.definition.to !== twice)
      ? [
          {
            id: one.action,
            title: { ...actionTitle(one.definition, one.action) },
            ...(one.definition.reason ? { reason: true } : {}),
          },
        ]
      : [],
  );
  const last = Object.values(shown.results)
    .filter((result) => result.reason !== undefined)
    .sort((a, b) => ((a.at ?? '') < (b.at ?? '') ? 1 : -1))[0];
  // the reason of the officer who sent it back belongs to a correction only
  const reason = pages !== undefined ? last?.reason : undefined;
  return {
    path: place.path,
    state: place.state,
    title: { ...titleOf(state, place.state) },
    ...(place.due === undefined ? {} : { due: place.due }),
    actions,
    ...(form ? { form } : {}),
    ...(say ? { say: say as Text } : {}),
    open: place.open,
    ...(shown.marks.length > 0 ? { marks: shown.marks } : {}),
    ...(pages === undefined ? {} : { pages: [...pages] }),
    ...(reason === undefined ? {} : { reason }),
  };
}
