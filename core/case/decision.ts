import type { Path } from '#core/flow/types.ts';
import { isDecided } from './lasting.ts';
import type { Case, Result } from './types.ts';

/**
 * What the outcome rests on: the last act in the case, where it is an officer's; null where the matter was not decided,
 * or a rule, a term or a party's own answer led to how it ended.
 */
export function decisionOf({ outcome, results }: Case): { path: Path; result: Result } | null {
  if (!outcome || !isDecided(outcome.kind)) return null;
  const [last] = Object.entries(results).sort(([, one], [, other]) => (one.at < other.at ? 1 : -1));
  return last && last[1].by.kind === 'officer' ? { path: last[0], result: last[1] } : null;
}
