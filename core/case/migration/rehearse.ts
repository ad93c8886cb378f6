import type { Instant, Path } from '#core/flow/types.ts';
import { faulty } from '../decide.ts';
import type { Refusal } from '../refusal.ts';
import { Refused, refuse } from '../refuse.ts';
import type { ServiceRuntime } from '../runtime.ts';
import { Turn } from '../turn.ts';
import type { Case, Ids } from '../types.ts';
import type { Carried } from './carry.ts';
import { carryOver } from './migrate.ts';
import { reasonsOf, summaryOf } from './summary.ts';
import { termChanges } from './terms.ts';
import type { Rehearsal, Rehearsed } from './types.ts';
import { saidOf } from './words.ts';

export type { Rehearsal, Rehearsed } from './types.ts';

/** Rehearses a migration on cases. Pure: does what the migration would do, and keeps nothing of it. */
export function rehearse(
  from: ServiceRuntime,
  to: ServiceRuntime,
  cases: readonly Case[],
  now: Instant,
): Rehearsal {
  return rehearsalOf(
    from,
    to,
    cases.map((kase) => rehearsed(from, to, kase, now)),
  );
}

/** What was rehearsed case by case, counted. */
export function rehearsalOf(from: ServiceRuntime, to: ServiceRuntime, cases: Rehearsed[]): Rehearsal {
  const counts = { moves: 0, stays: 0, refused: 0 };
  for (const { result } of cases) counts[result] += 1;
  const [before, after] = [from.bundle.version, to.bundle.version];
  return {
    service: from.bundle.id,
    from: before,
    to: after,
    counts,
    reasons: reasonsOf(cases),
    cases,
    says: summaryOf(before, after, counts),
  };
}

/** Rehearses a migration on one case. */
export function rehearsed(from: ServiceRuntime, to: ServiceRuntime, kase: Case, now: Instant): Rehearsed {
  const turn = new Turn(from, kase, { now, actor: SYSTEM, ids: IDS }, SYSTEM);
  const standing = waitingIn(kase);
  const common = { case: kase.id, reference: kase.reference, from: standing };
  try {
    if (kase.outcome) refuse('ended', 'Справу вже завершено', 'The case has ended');
    return told(from, to, { ...common, ...wentOver(turn, to, kase, carryOver(turn, to, '')) });
  } catch (error) {
    return told(from, to, { ...common, ...notOver(refusalOf(error)) });
  }
}

type Untold = Omit<Rehearsed, 'says'>;

export const told = (from: ServiceRuntime, to: ServiceRuntime, untold: Untold): Rehearsed => ({
  ...untold,
  says: saidOf(from, to, untold),
});

function wentOver(turn: Turn, to: ServiceRuntime, before: Case, over: Carried) {
  const after = turn.case;
  const carried = new Set(over.flow.places.values());
  const standing = waitingIn(after);
  return {
    result: 'moves' as const,
    to: standing,
    cancelled: over.flow.dropped,
    entered: standing.filter((path) => !carried.has(path)),
    lost: over.lost,
    terms: termChanges(turn.service, to, before, after, over.flow.places),
    ...(after.outcome ? { outcome: after.outcome.outcome } : {}),
  };
}

/** What is said of a case that does not come over. */
export const notOver = (refusal: Refusal) => ({
  result: refusal.code === 'staysBehind' ? ('stays' as const) : ('refused' as const),
  to: [],
  cancelled: [],
  entered: [],
  lost: [],
  terms: [],
  refusal,
});

/** @throws whatever is no refusal and no fault of a definition */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refused) return error.refusal;
  const known = faulty(error);
  if (known) return known;
  throw error;
}

/** The places where a case waits, groups apart. */
const waitingIn = (kase: Case): Path[] =>
  Object.values(kase.places)
    .filter(({ kind }) => kind !== 'group')
    .map(({ path }) => path)
    .sort();

const SYSTEM = { kind: 'system', by: 'rehearsal' } as const;
/** Nothing of a rehearsal is kept: its salts protect nothing. */
const IDS: Ids = { uuid: () => '', reference: () => '', salt: () => '' };
