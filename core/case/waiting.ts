import { stateAt } from '#core/flow/states.ts';
import type { PartyEntry, TaskEntry, TimerEntry, Waiting } from './entry.ts';
import { fallsAt } from './falls.ts';
import { heldUntil } from './give-back.ts';
import type { TaskPlace } from './place.ts';
import type { ServiceRuntime } from './runtime.ts';
import { titleOf } from './titles.ts';
import type { Case } from './types.ts';

/** What the store indexes of a case: tasks by role and office, timers by time, parties by person. Nothing personal but keys of persons. */
export function waiting(service: ServiceRuntime, kase: Case): Waiting {
  return { tasks: tasksOf(service, kase), timers: timersOf(kase), parties: partyEntries(kase) };
}

function tasksOf(service: ServiceRuntime, kase: Case): TaskEntry[] {
  const tasks = Object.values(kase.places).filter((p): p is TaskPlace => p.kind === 'task');
  return tasks.flatMap((place) => {
    const { path, state, since } = place;
    const title = titleOf(stateAt(service.bundle.flow, path), state);
    const common = { path, state, title, service: kase.service, reference: kase.reference };
    const task: TaskEntry = {
      ...common,
      agency: place.agency,
      office: place.office,
      role: place.role,
      since,
      overdue: place.overdue === true,
      ...(place.due === undefined ? {} : { due: place.due }),
      ...(place.claimedBy === undefined ? awaits(place) : { claimedBy: place.claimedBy }),
    };
    const raised: TaskEntry[] =
      place.raisedTo === undefined || place.raisedTo === place.role
        ? []
        : [{ ...forAnyone(task), path: `${path}!${place.raisedTo}`, role: place.raisedTo }];
    const consults = Object.values(place.consults ?? {})
      .filter((c) => c.answered === undefined)
      .map(
        (c): TaskEntry => ({
          ...common,
          path: `${path}?${c.id}`,
          consult: c.id,
          agency: c.agency,
          office: c.office,
          role: c.role,
          due: c.by,
          since: c.asked,
          overdue: false,
        }),
      );
    return [task, ...raised, ...consults];
  });
}

/** Who gives a free task to someone, where nobody may claim it. */
function awaits({ assign, draw }: TaskPlace): Pick<TaskEntry, 'awaits'> {
  if (draw !== undefined) return { awaits: 'draw' };
  return assign === 'byHead' ? { awaits: 'head' } : {};
}

/** The task for the role that was told of its delay: it may claim it all the same. */
const forAnyone = ({ awaits: _, ...task }: TaskEntry): TaskEntry => task;

/** Every timer that is set. A timer is named by path and kind; `at`, when it falls, tells it from an earlier one. */
export function timersOf(kase: Case): TimerEntry[] {
  // a draw is no term that ends with a day: it is due when the task arises
  return dueTimers(kase).map((timer) =>
    timer.kind === 'draw' ? timer : { ...timer, at: fallsAt(kase.id, timer.at) },
  );
}

function dueTimers(kase: Case): TimerEntry[] {
  const timers: TimerEntry[] = [];
  for (const place of Object.values(kase.places)) {
    const { path } = place;
    const waited = place.kind === 'wait' && place.until === place.due;
    if (place.due !== undefined && !place.overdue && !waited)
      timers.push({ path, kind: 'due', at: place.due });
    if (place.kind === 'wait' && place.until !== undefined)
      timers.push({ path, kind: 'until', at: place.until });
    if (place.kind === 'task' && place.draw !== undefined)
      timers.push({ path, kind: 'draw', at: place.draw });
    if (place.kind === 'group' && place.next) timers.push({ path, kind: 'next', at: place.next.at });
    if (place.kind === 'ask' && place.until !== undefined)
      timers.push({ path, kind: place.type === 'collect' ? 'until' : 'retry', at: place.until });
    for (const [n, at] of Object.entries(place.remind ?? {}))
      timers.push({ path, kind: `remind${Number(n)}`, at });
  }
  return [...timers, ...wholeTimers(kase)];
}

/** Timers that belong to no place: what is held for a while, the term, what follows the outcome. */
function wholeTimers(kase: Case): TimerEntry[] {
  const timers: TimerEntry[] = [];
  const { term, outcome } = kase;
  for (const { path, until } of outcome ? [] : heldUntil(kase.held))
    timers.push({ path, kind: 'hold', at: until });
  if (term && !term.paused && !term.overdue && !outcome)
    timers.push({ path: '', kind: 'decide', at: term.due });
  for (const [n, at] of Object.entries((kase.revoked === undefined && outcome?.remind) || {}))
    timers.push({ path: '', kind: `renew${Number(n)}`, at });
  if (outcome?.retention !== undefined && !kase.hold && !kase.expired && !kase.erased)
    timers.push({ path: '', kind: 'retention', at: outcome.retention });
  return timers;
}

function partyEntries(kase: Case): PartyEntry[] {
  return Object.entries(kase.parties).map(([key, meta]) => {
    const data = kase.data.parties[key];
    const place = Object.values(kase.places).find((p) => p.kind === 'party' && p.party === key);
    return {
      key,
      party: meta.party,
      asked: place !== undefined,
      ...(place ? { path: place.path } : {}),
      ...(place?.due === undefined ? {} : { due: place.due }),
      ...(data?.identity ? { person: data.identity.person } : {}),
      ...(data?.identity === undefined && data?.identify ? { identify: data.identify } : {}),
      ...(data?.representative ? { representative: data.representative.person } : {}),
    };
  });
}

/** The path of the task behind an entry's path (`review!head`, `review?<consult>`). */
export function taskPath(path: string): string {
  return path.replace(/[!?].*/, '');
}
