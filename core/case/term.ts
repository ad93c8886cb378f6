import { nameOf } from '#core/flow/position.ts';
import { dueAt, leftUntil, moved } from './due.ts';
import type { Term } from './event.ts';
import type { Walk } from './walk.ts';

/**
 * The term in law for the whole case (`decideWithin`) after a walk: started, paused, gone on, or stopped (null);
 * undefined where nothing about it changed.
 */
export function termAfter(walk: Walk): Term | null | undefined {
  const { service, now, case: kase } = walk.turn;
  const rule = service.bundle.decideWithin;
  if (!rule) return undefined;
  const visited = walk.states.map(nameOf);
  const stops = walk.ended !== undefined || visited.some((s) => rule.until.includes(s));
  let term = kase.term;
  if (stops) return term === undefined ? undefined : null;
  // a term from the submission begins once: where it has stopped, a case that goes back does not begin it anew
  const begins =
    rule.from === 'submitted' || rule.from === 'registered'
      ? walk.turn.events.some(({ type }) => type === 'submitted')
      : visited.includes(rule.from);
  if (!term && begins) {
    const due = dueAt(service, kase.office, now, limitOf(rule));
    term = { due, startedAt: now, meaning: rule.overdue.meaning, extended: 0 };
  }
  if (!term) return undefined;
  const pauses = walk.standing().some((path) => rule.pausedIn?.includes(nameOf(path)));
  if (pauses && !term.paused) {
    const left = leftUntil(service, kase.office, now, term.due, limitOf(rule));
    term = { ...term, paused: { since: now, left } };
  } else if (!pauses && term.paused) {
    const { paused, ...rest } = term;
    term = { ...rest, due: moved(service, kase.office, now, paused.left, limitOf(rule)) };
  }
  return term === kase.term ? undefined : term;
}

type Limit = { workingDays: number } | { days: number } | { hours: number };

/** The length of a term or of its extension, in the one unit it is given in. */
export function limitOf(of: { workingDays?: number; days?: number; hours?: number }): Limit {
  if (of.workingDays !== undefined) return { workingDays: of.workingDays };
  return of.hours === undefined ? { days: of.days ?? 0 } : { hours: of.hours };
}
