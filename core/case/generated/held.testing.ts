import { inside, statesOf } from '#core/flow/position.ts';
import { stateAt } from '#core/flow/states.ts';
import type { Instant } from '#core/flow/types.ts';
import type { Actor } from '../actor.ts';
import { attached } from '../attached.ts';
import type { Command } from '../command.ts';
import type { CaseEvent } from '../event.ts';
import type { Place } from '../place.ts';
import { actionRefusal, possible, viewerOf } from '../rights.ts';
import type { ServiceRuntime } from '../runtime.ts';
import type { Case } from '../types.ts';
import { visible } from '../visible.ts';
import { taskPath, waiting } from '../waiting.ts';

/** A law of cases that does not hold. */
export class LawBroken extends Error {}

export function broken(law: string, ...what: unknown[]): never {
  throw new LawBroken(
    `${law}: ${what.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join(' ')}`,
  );
}

/** Whoever would change a case that it was given throws. */
export function frozen(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const inner of Object.values(value)) frozen(inner);
}

/** What holds of every case, wherever it stands. Only tests import this. */
export function lawful(service: ServiceRuntime, kase: Case, now: Instant, told: ReadonlySet<string>): void {
  const { tasks, timers } = waiting(service, kase);
  const paths = Object.keys(kase.places);
  waitInVain(kase);
  if (kase.outcome) {
    if (paths.length > 0 || tasks.length > 0 || kase.position !== null)
      broken('a case that has ended waits for nothing', paths, tasks);
    if (timers.some(({ kind }) => kind !== 'retention'))
      broken('only retention goes on after the end', timers);
    return;
  }
  // what was cancelled or left stands nowhere: its task and timers have gone with it
  const stands = statesOf(kase.position).filter((path) => stateAt(service.bundle.flow, path)?.type !== 'end');
  if (stands.toSorted().join() !== paths.toSorted().join())
    broken('a case waits where it stands, and nowhere else', stands, paths);
  for (const { path } of tasks)
    if (kase.places[taskPath(path)]?.kind !== 'task') broken('a task has its place', path);
  const held = Object.values(kase.held ?? {});
  for (const { path, kind } of timers) {
    // a reserved place is held on while the next step is taken
    const isKept = kind === 'hold' ? held.some((one) => one.path === path) : path === '' || kase.places[path];
    if (!isKept) broken('a timer has its place', path, kind);
  }
  for (const place of Object.values(kase.places)) {
    if (!goesOn(service, kase, place, now, timers)) broken('no case gets stuck', place, timers);
    if (place.kind === 'ask' && !place.pending.every((effect) => told.has(effect)))
      broken('what is waited for was asked', place);
  }
}

/** Letters wait while a document is missing, and no longer than the case goes on. */
function waitInVain({ letters = {}, ...kase }: Case): void {
  for (const { waits } of Object.values(letters))
    if (!waits || kase.outcome || attached(kase, waits.for, waits.path).missing.length === 0)
      broken('a letter waits while its document is missing, and no longer than its case', waits);
}

/** Whether a place can be left: by someone, an answer, a time, or what goes on inside it. */
function goesOn(
  service: ServiceRuntime,
  kase: Case,
  place: Place,
  now: Instant,
  timers: readonly { path: string }[],
): boolean {
  if (timers.some(({ path }) => path === place.path)) return true;
  if (place.kind === 'ask') return place.pending.length > 0;
  if (place.kind === 'wait') return place.event !== undefined;
  if (place.kind === 'group') return Object.keys(kase.places).some((path) => inside(path, place.path));
  const state = stateAt(service.bundle.flow, place.path);
  if (state?.type !== 'task' && state?.type !== 'party') return false;
  return Object.entries(state.actions).some(
    ([name, action]) => actionRefusal(service, kase, place.path, state, name, action, now) === null,
  );
}

/** What was entered has a row for each item that the case had then, and chooses from what it had. */
export function entered(service: ServiceRuntime, before: Case, events: readonly CaseEvent[]): void {
  for (const event of events) {
    if (event.type !== 'acted' || !event.data?.entered) continue;
    const { checks, speaker } = event.data.entered;
    const state = stateAt(service.bundle.flow, event.path);
    const { rows, options } = (state && 'form' in state && state.form) || {};
    const owners = (before.data.form.owners ?? []) as unknown as readonly { rnokpp: string }[];
    const known = owners.map(({ rnokpp }) => rnokpp);
    const of = ((checks ?? []) as unknown as typeof owners).map(({ rnokpp }) => rnokpp);
    if (rows && of.join() !== known.join()) broken('a row for each item, in order', of, known);
    if (options && speaker !== undefined && !known.includes(String(speaker)))
      broken('a choice is one of those that the case has', speaker, known);
  }
}

const LISTED = new Set<Command['type']>([
  ...(['act', 'claim', 'release', 'transfer', 'consult', 'assign', 'answerConsult'] as const),
  ...(['message', 'withdraw', 'extend', 'correct', 'revoke', 'reopen'] as const),
]);

/** What was accepted had been offered to whoever did it; and what they see can be told. */
export function offered(
  service: ServiceRuntime,
  kase: Case,
  actor: Actor,
  command: Command,
  now: Instant,
): void {
  const viewer = viewerOf(actor);
  if (!viewer) return;
  visible(service, kase, viewer, now);
  if (!LISTED.has(command.type)) return;
  const may = possible(service, kase, viewer, now).some(
    (one) =>
      one.what === command.type &&
      (!('path' in one) || !('path' in command) || one.path === command.path) &&
      (one.what !== 'act' || command.type !== 'act' || one.action === command.action),
  );
  if (!may) broken('what is accepted was offered', actor, command);
}
