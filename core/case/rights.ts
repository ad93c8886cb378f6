import type { Action, State } from '#core/definition/types.generated.ts';
import { flowOf } from '#core/flow/position.ts';
import { stateAt } from '#core/flow/states.ts';
import type { Instant, Path } from '#core/flow/types.ts';
import type { Actor, Appointment, Identity } from './actor.ts';
import { dayOf } from './day.ts';
import { isTrue } from './feel.ts';
import { issuedState } from './issued.ts';
import { appealableUntil, renewableIn } from './lasting.ts';
import { namesOf } from './names.ts';
import { ofOwnMotion } from './own-motion.ts';
import type { TaskPlace } from './place.ts';
import type { RefusalCode } from './refusal.ts';
import type { ServiceRuntime } from './runtime.ts';
import type { Case } from './types.ts';
import { isConcerned, isOfficer, partiesOf } from './who.ts';

/** Who looks or acts: a person in the portal, or an officer by one appointment. */
export type Viewer = { kind: 'party'; identity: Identity } | { kind: 'officer'; appointment: Appointment };

/** One thing that the viewer may do now. */
export type Possible =
  | { what: 'claim' | 'release' | 'transfer' | 'consult' | 'assign'; path: Path }
  | { what: 'act'; path: Path; action: string; definition: Action }
  | { what: 'answerConsult'; path: Path; consult: string }
  | { what: 'message' | 'withdraw' | 'extend' | 'correct' | 'revoke' | 'reopen' }
  | { what: 'duplicate' | 'appeal' | 'renew' };

export function viewerOf(actor: Actor): Viewer | null {
  if (actor.kind === 'party') return { kind: 'party', identity: actor.identity };
  return actor.kind === 'officer' ? { kind: 'officer', appointment: actor.appointment } : null;
}

/** Whether an appointment holds at an instant: from its first day to its last, as days begin and end in Ukraine. */
export function holds(appointment: Appointment, now: Instant): boolean {
  const day = dayOf(now);
  const from = appointment.from ?? '';
  const to = appointment.to;
  return from.slice(0, 10) <= day && (to === undefined || day <= to.slice(0, 10));
}

/** Whether an officer's appointment is the role, office and agency of a task, or the role that was told of its delay. */
export function isTheirs(place: TaskPlace, a: Appointment): boolean {
  return (
    a.agency === place.agency &&
    a.office === place.office &&
    (a.role === place.role || a.role === place.raisedTo)
  );
}

/** Whether a task is there for whoever claims it: the head assigns no one to it, and its officer is not to be drawn. */
export const isForTheTaking = (place: TaskPlace, a: Appointment): boolean =>
  (place.assign !== 'byHead' && place.draw === undefined) || a.role === place.raisedTo;

/** Why an officer may not work on a task. */
export type TaskRefusal = 'notYourTask' | 'ownCase' | 'fourEyes';

/** Why an officer may not work on a task that is for them all the same: it is their own case, or takes another's eyes. */
export function keptFrom(
  service: ServiceRuntime,
  kase: Case,
  place: TaskPlace,
  held: readonly Appointment[],
  now: Instant,
): Exclude<TaskRefusal, 'notYourTask'> | null {
  const refusals = held.map((a) => taskRefusal(service, kase, place, a, now));
  if (refusals.includes(null)) return null;
  return refusals.includes('ownCase') ? 'ownCase' : refusals.includes('fourEyes') ? 'fourEyes' : null;
}

/** Why an officer may not work on a task; null where they may. */
export function taskRefusal(
  service: ServiceRuntime,
  kase: Case,
  place: TaskPlace,
  a: Appointment,
  now: Instant,
): TaskRefusal | null {
  if (!holds(a, now) || !isTheirs(place, a)) return 'notYourTask';
  if (isConcerned(kase, a)) return 'ownCase';
  const state = stateAt(service.bundle.flow, place.path);
  const not = state?.type === 'task' ? (state.not ?? []) : [];
  if (not.length > 0) {
    const names = namesOf(service, kase, flowOf(place.path), now);
    const taken = not.map((path) => pick(names, path.split('.')));
    if (taken.some((person) => isOfficer(a, person))) return 'fourEyes';
  }
  return null;
}

function pick(from: unknown, parts: string[]): unknown {
  let here: unknown = from;
  for (const part of parts)
    here = here !== null && typeof here === 'object' ? Reflect.get(here, part) : undefined;
  return here;
}

/** Whether an agency's role has a right beside its tasks (`assign`, `extend`, …), in the office of the case. */
export function mayBeside(
  service: ServiceRuntime,
  at: { agency: string; office: string },
  a: Appointment,
  right: 'assign' | 'extend' | 'audit',
): boolean {
  const may = service.live.agencies[a.agency]?.roles[a.role]?.may ?? [];
  return a.agency === at.agency && a.office === at.office && may.includes(right);
}

/** How an officer may begin a case: for a person present, or of the agency's own motion. */
export type Begins = 'counter' | 'officer';

/** The ways in which an appointment lets an officer begin a case of a service. */
export function mayBegin({ bundle }: Pick<ServiceRuntime, 'bundle'>, a: Appointment, now: Instant): Begins[] {
  if (!holds(a, now)) return [];
  return (['counter', 'officer'] as const).filter((way) => {
    const role = bundle.startedBy[way]?.role;
    return a.role === role && a.agency === (bundle.roles?.[role]?.agency ?? bundle.agency);
  });
}

/** Everything that a viewer may do in a case now. What is not listed is refused by `decide` too: both ask here. */
export function possible(service: ServiceRuntime, kase: Case, viewer: Viewer, now: Instant): Possible[] {
  if (kase.erased !== undefined) return [];
  return viewer.kind === 'party'
    ? forParty(service, kase, viewer.identity, now)
    : forOfficer(service, kase, viewer.appointment, now);
}

function forParty(service: ServiceRuntime, kase: Case, identity: Identity, now: Instant): Possible[] {
  const keys = partiesOf(kase, identity);
  if (keys.length === 0) return [];
  if (kase.outcome) return keys.includes('applicant') ? ofApplicant(service, kase, now) : [];
  const found: Possible[] = [{ what: 'message' }];
  // who did not ask for it does not take it back
  if (keys.includes('applicant') && !ofOwnMotion(kase)) found.push({ what: 'withdraw' });
  for (const place of Object.values(kase.places))
    if (place.kind === 'party' && keys.includes(place.party))
      found.push(...actions(service, kase, place.path, now));
  return found;
}

function forOfficer(service: ServiceRuntime, kase: Case, a: Appointment, now: Instant): Possible[] {
  // whoever is concerned writes and asks as a party, in the portal
  if (!holds(a, now) || isConcerned(kase, a)) return [];
  const { decideWithin } = service.bundle;
  const here = a.agency === kase.office.agency && a.office === kase.office.office;
  if (kase.outcome) return here ? afterDecision(service, kase, a) : [];
  const found = Object.values(kase.places).flatMap((place) =>
    place.kind === 'task' ? inTask(service, kase, place, a, now) : [],
  );
  const extend = decideWithin?.extend;
  if (extend && kase.term && kase.term.extended < (extend.times ?? 1) && here && a.role === extend.by)
    found.push({ what: 'extend' });
  if (here && Object.hasOwn(service.bundle.roles ?? {}, a.role)) found.push({ what: 'message' });
  return found;
}

/** What the applicant may do once the case is decided. */
function ofApplicant(service: ServiceRuntime, kase: Case, now: Instant): Possible[] {
  const found: Possible[] = canDuplicate(service, kase) ? [{ what: 'duplicate' }] : [];
  const appealable = appealableUntil(service, kase);
  if (appealable !== null && now <= appealable) found.push({ what: 'appeal' });
  const renewal = renewableIn(service, kase);
  if (renewal && renewal.opens <= now && now <= renewal.until) found.push({ what: 'renew' });
  return found;
}

/** Whether there is a document of which a duplicate may be had. */
const canDuplicate = ({ bundle }: ServiceRuntime, { documents, revoked }: Case): boolean =>
  bundle.after?.duplicate !== undefined &&
  revoked === undefined &&
  Object.values(documents).some((one) => issuedState(one) === undefined);

function afterDecision(service: ServiceRuntime, kase: Case, a: Appointment): Possible[] {
  const { correct, revoke, reopen } = service.bundle.after ?? {};
  const found: Possible[] = [];
  if (correct?.by === a.role) found.push({ what: 'correct' });
  if (revoke?.by === a.role && !kase.revoked) found.push({ what: 'revoke' });
  if (reopen?.by === a.role) found.push({ what: 'reopen' });
  // a person who comes for it in person gets it at the counter
  if (a.role === service.bundle.startedBy.counter?.role && canDuplicate(service, kase))
    found.push({ what: 'duplicate' });
  return found;
}

function inTask(
  service: ServiceRuntime,
  kase: Case,
  place: TaskPlace,
  a: Appointment,
  now: Instant,
): Possible[] {
  const { path } = place;
  const found: Possible[] = Object.values(place.consults ?? {})
    .filter((c) => !c.answered && c.agency === a.agency && c.office === a.office && c.role === a.role)
    .map((c) => ({ what: 'answerConsult', path, consult: c.id }));
  if (mayBeside(service, place, a, 'assign')) found.push({ what: 'assign', path });
  if (taskRefusal(service, kase, place, a, now) !== null) return found;
  if (place.claimedBy === undefined) {
    if (isForTheTaking(place, a)) found.push({ what: 'claim', path });
    return [...found, { what: 'transfer', path }];
  }
  if (place.claimedBy !== a.person) return found;
  const mine = (['release', 'transfer', 'consult'] as const).map((what) => ({ what, path }));
  return [...found, ...mine, ...actions(service, kase, path, now)];
}

/** The actions of a state that are offered now: `when` holds, `atMost` is not used up. */
function actions(service: ServiceRuntime, kase: Case, path: Path, now: Instant): Possible[] {
  const state = stateAt(service.bundle.flow, path);
  if (state?.type !== 'task' && state?.type !== 'party') return [];
  return Object.entries(state.actions)
    .filter(([name, action]) => actionRefusal(service, kase, path, state, name, action, now) === null)
    .map(([name, definition]) => ({ what: 'act', path, action: name, definition }));
}

/** Why an action is not offered; null where it is. */
export function actionRefusal(
  service: ServiceRuntime,
  kase: Case,
  path: Path,
  _state: State,
  name: string,
  action: Action,
  now: Instant,
): RefusalCode | null {
  const times = kase.results[path]?.times[name] ?? 0;
  if (action.atMost !== undefined && times >= action.atMost) return 'tooOften';
  if (action.when === undefined) return null;
  const names = namesOf(service, kase, flowOf(path), now);
  return isTrue(service, action.when, names, path) ? null : 'notAllowed';
}
