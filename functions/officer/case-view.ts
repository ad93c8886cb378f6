import type { CaseView, Text } from '#core/api/types.ts';
import { namesOf } from '#core/case/names.ts';
import { isTheirs, type Possible } from '#core/case/rights.ts';
import { titleOf } from '#core/case/titles.ts';
import type { Appointment, CaseEvent, TaskPlace } from '#core/case/types.ts';
import { type Visible, visible } from '#core/case/visible.ts';
import { nameOf } from '#core/flow/position.ts';
import { everyState, stateAt } from '#core/flow/states.ts';
import { forOthers } from '#core/form/for-others.ts';
import { withChoices } from '#core/form/options.ts';
import type { FormDefinition } from '#core/form/types.ts';
import { groundViews } from '../access/ground-view.ts';
import { issuedView } from '../access/issued-view.ts';
import { linkedView, originView } from '../access/linked-view.ts';
import { fileView } from '../files/view.ts';
import { problem } from '../http/problem.ts';
import { answerFrame, frameOf } from './answer-frame.ts';
import { differencesOf } from './differences.ts';
import { type Found, possibleFor, seeing, widest } from './held.ts';
import { historyOf, whoIs } from './history.ts';
import { partiesOf } from './party-view.ts';
import { taskView } from './task-view.ts';

/** What an officer sees of a case, and by which of their appointments. */
export type Sight = {
  found: Found;
  held: readonly Appointment[];
  seen: Visible;
  /** What the role sees; null for one who was only asked for an opinion, and sees nothing but the question. */
  sees: readonly string[] | null;
  language: 'uk' | 'en';
};

/** The `sees` of the role by which an appointment belongs to the case; null where it does not. */
function seesOf({ service, kase }: Found, a: Appointment): readonly string[] | null {
  const roles = service.bundle.roles ?? {};
  const role = Object.hasOwn(roles, a.role) ? roles[a.role] : undefined;
  const here = a.agency === kase.office.agency && a.office === kase.office.office;
  const theirs = Object.values(kase.places).some((p) => p.kind === 'task' && isTheirs(p, a));
  return role && (here || theirs) ? role.sees : null;
}

/** A case in the eyes of an officer. @throws ApiProblem notFound where none of their appointments opens it */
export function sightOf(found: Found, held: readonly Appointment[], language: 'uk' | 'en'): Sight {
  const { service, kase, now } = found;
  const appointment = widest(found, held);
  const seen = visible(service, kase, { kind: 'officer', appointment }, now);
  if (!seen) throw problem('notFound');
  return { found, held: seeing(found, held), seen, sees: seesOf(found, appointment), language };
}

/** What other systems answered, and what they could not; only what the role sees. */
function answersOf(
  { found: { service }, seen, sees }: Sight,
  latest: readonly CaseEvent[],
): CaseView['answers'] {
  const asking = everyState(service.bundle.flow).flatMap(({ path, state }) =>
    'as' in state && state.as !== undefined && state.type !== 'each'
      ? [{ as: state.as, title: titleOf(state, nameOf(path)), ...answerFrame(service, state) }]
      : [],
  );
  for (const [name, lookup] of Object.entries(service.bundle.form.lookups ?? {})) {
    const title = service.live.connectors[lookup.connector]?.title as Text | undefined;
    const as = lookup.as ?? name;
    asking.push({ as, title: title ?? { uk: as, en: as }, ...frameOf(service, lookup) });
  }
  const failures = new Map<string, { at: string; failed: string }>();
  for (const event of latest) {
    if (event.type !== 'failed') continue;
    const state = stateAt(service.bundle.flow, event.path);
    const as = state && 'as' in state ? state.as : undefined;
    if (as !== undefined && sees?.includes(as) && !(as in seen.values))
      failures.set(as, { at: event.at, failed: event.code });
  }
  const titled = (as: string) => {
    const { as: _, ...known } = asking.find((one) => one.as === as) ?? {};
    return known;
  };
  return [
    ...Object.entries(seen.values).map(([as, result]) => ({ as, ...titled(as), result })),
    ...[...failures].map(([as, failure]) => ({ as, ...titled(as), ...failure })),
  ];
}

function standing({ found: { service, kase } }: Sight): Pick<CaseView, 'title' | 'term' | 'outcome'> {
  const { term, outcome, position } = kase;
  const path = outcome?.state ?? position?.state ?? '';
  const title = titleOf(stateAt(service.bundle.flow, path), nameOf(path));
  return {
    title,
    ...(term
      ? {
          term: {
            due: term.due,
            extended: term.extended,
            ...(term.paused ? { paused: { since: term.paused.since } } : {}),
            ...(term.overdue ? { overdue: true } : {}),
          },
        }
      : {}),
    ...(outcome ? { outcome: { title, kind: outcome.kind, at: outcome.at } } : {}),
  };
}

/** The tasks that the role sees, and those in which this officer may do something: answer a question. */
function tasksOf({ found, held, seen }: Sight): TaskPlace[] {
  const own = new Set(
    held.flatMap((a) => possibleFor(found, a)).flatMap((one) => ('path' in one ? [one.path] : [])),
  );
  const shown = new Set(seen.places.map(({ path }) => path));
  return Object.values(found.kase.places).filter(
    (place): place is TaskPlace => place.kind === 'task' && (own.has(place.path) || shown.has(place.path)),
  );
}

/** The grounds of what this officer may do after the decision. */
function afterOf(found: Found, may: readonly Possible[]): Pick<CaseView, 'after'> {
  const { revoke, reopen } = found.service.bundle.after ?? {};
  const can = (what: Possible['what']) => may.some((one) => one.what === what);
  const after = {
    ...(revoke && can('revoke') ? { revoke: groundViews(found.service, revoke.grounds) } : {}),
    ...(reopen && can('reopen') ? { reopen: groundViews(found.service, reopen.grounds) } : {}),
  };
  return Object.keys(after).length > 0 ? { after } : {};
}

/** A case as the workspace shows it. `names`: of officers, by person; `latest`: its latest events, in order. */
export function caseView(
  sight: Sight,
  names: ReadonlyMap<string, string>,
  latest: readonly CaseEvent[],
): CaseView {
  const { found, held, seen, sees, language } = sight;
  const { service, kase } = found;
  const form = service.bundle.form as FormDefinition;
  // what was chosen from a list is read by its words, which the answer has
  const chosen = withChoices(form, kase.data.form, namesOf(service, kase, '', found.now));
  const { schema, ui, texts, pages } = forOthers(chosen);
  const who = (by: Parameters<typeof whoIs>[2]) => {
    const text = whoIs(service, kase, by);
    return text[language] ?? text.uk ?? '';
  };
  const whole = held.flatMap((a) => possibleFor(found, a)).filter((one) => !('path' in one));
  const cameOf = originView(kase);
  return {
    id: kase.id,
    service: kase.service,
    serviceTitle: service.bundle.title as Text,
    reference: kase.reference,
    ...standing(sight),
    submittedAt: kase.submittedAt,
    channel: kase.channel,
    frame: {
      schema,
      ...(ui ? { ui } : {}),
      ...(texts ? { texts } : {}),
      ...(pages ? { pages } : {}),
    },
    form: seen.form,
    changes: seen.changes.map(({ pointer, from, to, at, by }) => ({ pointer, from, to, at, by: who(by) })),
    ...differencesOf(found, seen),
    marks: seen.marks,
    files: seen.files.map(fileView),
    documents: Object.values(seen.documents).map((issued) => issuedView(service, kase, issued)),
    answers: answersOf(sight, latest),
    parties: sees ? partiesOf(found, seen, sees) : [],
    tasks: tasksOf(sight).map((place) => taskView({ found, held, seen }, place, names)),
    notes: seen.notes.map(({ at, from, to, text }) => ({
      at,
      from: who(from),
      ...(to === undefined ? {} : { to }),
      text,
    })),
    history: sees ? historyOf({ service, kase, seen, language }, latest) : [],
    may: [...new Set(whole.map(({ what }) => what))],
    ...(kase.revoked === undefined ? {} : { revoked: kase.revoked }),
    ...(kase.suspended ? { suspended: kase.suspended.since } : {}),
    ...(sees && cameOf ? { cameOf } : {}),
    ...(sees && kase.linked ? { linked: linkedView(kase) } : {}),
    ...afterOf(found, whole),
  };
}
