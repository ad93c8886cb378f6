import type { Instant } from '#core/flow/types.ts';
import { plus } from './day.ts';
import { dueAt, instantOf } from './due.ts';
import type { ServiceRuntime } from './runtime.ts';
import type { Case } from './types.ts';

// How long what was decided may be appealed, and when what was granted may be renewed

/** Kinds of outcome that decide the matter: one who took the application back has nothing to appeal. */
const DECIDED = new Set(['granted', 'partly', 'refused', 'left']);

/** Whether an outcome of this kind decided the matter. */
export const isDecided = (kind: string): boolean => DECIDED.has(kind);

/**
 * Until when the decision may be appealed, as terms in law are counted; null where it may not, or is appealed already.
 * To revoke it is a decision too, with a term of its own; so is what comes of a case that was reopened.
 */
export function appealableUntil(service: ServiceRuntime, kase: Case): Instant | null {
  const { outcome, revoked, linked = {} } = kase;
  const rule = service.bundle.after?.appeal;
  if (!rule || !outcome || !isDecided(outcome.kind)) return null;
  const decided = revoked ?? outcome.at;
  if (Object.values(linked).some(({ as, at }) => as === 'appeal' && at >= decided)) return null;
  return dueAt(service, kase.office, decided, rule.within);
}

const isGranted = (kind: string | undefined) => kind === 'granted' || kind === 'partly';

/** When what was granted ends, and since when it may be renewed; null where it lasts, was revoked, or is renewed already. */
export function renewableIn(service: ServiceRuntime, kase: Case): { opens: Instant; until: Instant } | null {
  const { outcome, linked = {}, revoked } = kase;
  const rule = service.bundle.after?.renew;
  if (!rule || revoked !== undefined || !isGranted(outcome?.kind)) return null;
  const underWay = Object.values(linked).some(
    ({ as, ended }) => as === 'renew' && (!ended || isGranted(ended.kind)),
  );
  const until = endOf(service, kase);
  return underWay || until === null ? null : { opens: plus(until, `-${rule.opens}`), until };
}

/** The end of the last day on which a document of the case is valid; null where none ends. */
function endOf(service: ServiceRuntime, kase: Case): Instant | null {
  const days = Object.values(kase.documents).flatMap((one) =>
    one.validUntil === undefined || one.replacedBy !== undefined || one.revoked !== undefined
      ? []
      : [one.validUntil],
  );
  return instantOf(service, kase.office, days.sort().at(-1) ?? null);
}

/** When to remind of the end, by the position in `renew.remind`; those that would lie in the past are left out. */
export function renewalReminders(
  service: ServiceRuntime,
  kase: Case,
  now: Instant,
): { [n: string]: Instant } {
  const renewal = renewableIn(service, kase);
  const reminders = service.bundle.after?.renew?.remind ?? [];
  if (!renewal) return {};
  const all = reminders.map((before, n): [string, Instant] => [String(n), plus(renewal.until, `-${before}`)]);
  return Object.fromEntries(all.filter(([, at]) => at > now));
}
