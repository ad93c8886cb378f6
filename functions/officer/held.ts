import { isTheirs, type Possible, possible } from '#core/case/rights.ts';
import type { ServiceRuntime } from '#core/case/runtime.ts';
import type { Appointment, Case, Identity } from '#core/case/types.ts';
import { visible } from '#core/case/visible.ts';
import type { Asked } from '../http/event.ts';
import { problem } from '../http/problem.ts';
import { appointmentsOf } from '../store/appointments.ts';
import { platform } from '../store/tables.ts';

/** The appointments of the officer who asks. @throws ApiProblem forbidden where they hold none */
export async function heldBy({ caller }: Asked, now: string): Promise<Appointment[]> {
  if (!caller) throw problem('signedOut');
  const held = await appointmentsOf(platform(), caller.person, now);
  if (held.length === 0) throw problem('forbidden');
  const { citizen } = caller.claims;
  return held.map(({ name: _, ...appointment }) =>
    citizen === undefined ? appointment : { ...appointment, citizen: citizen as Identity },
  );
}

/** A case as one finds it, and when. */
export type Found = { service: ServiceRuntime; kase: Case; now: string };

/** What an officer may do with a case by one of their appointments. */
export const possibleFor = ({ service, kase, now }: Found, appointment: Appointment): Possible[] =>
  possible(service, kase, { kind: 'officer', appointment }, now);

/** Those of the appointments by which the case may be seen. */
export const seeing = ({ service, kase, now }: Found, held: readonly Appointment[]): Appointment[] =>
  held.filter((appointment) => visible(service, kase, { kind: 'officer', appointment }, now) !== null);

/**
 * The appointment by which an officer does something: one that allows it, else one that the task is for (the core then
 * says why it refuses), else one by which they see the case.
 * @throws ApiProblem notFound where none of them opens the case
 */
export function fitting(
  found: Found,
  held: readonly Appointment[],
  wanted: (one: Possible) => boolean,
  path?: string,
): Appointment {
  const open = seeing(found, held);
  const allowed = open.find((a) => possibleFor(found, a).some(wanted));
  const place = path === undefined ? undefined : found.kase.places[path];
  const theirs = place?.kind === 'task' ? open.find((a) => isTheirs(place, a)) : undefined;
  const chosen = allowed ?? theirs ?? open[0];
  if (!chosen) throw problem('notFound');
  return chosen;
}

/** What one does in a task that is one's own; `assign` is done in the tasks of others. */
const OWN: ReadonlySet<Possible['what']> = new Set(['claim', 'release', 'act', 'consult', 'answerConsult']);

/**
 * The appointment by which a case is shown: the one whose task it waits for, else the one with most to do.
 * @throws ApiProblem notFound where none opens the case
 */
export function widest(found: Found, held: readonly Appointment[]): Appointment {
  const open = seeing(found, held).map((a) => {
    const may = possibleFor(found, a);
    return { a, own: may.filter(({ what }) => OWN.has(what)).length, all: may.length };
  });
  const [first] = open.sort((one, other) => other.own - one.own || other.all - one.all);
  if (!first) throw problem('notFound');
  return first.a;
}
