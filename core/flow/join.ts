/** How many children of a `parallel` or `each` must end with one outcome: all, any (the first), or so many. */
export type Need = 'all' | 'any' | number;

/** `met`, `lost` as soon as it can no longer be met, `open` while it may still. */
export type JoinState = 'met' | 'lost' | 'open';

/**
 * Where a join stands.
 * @param outcomes of every child; undefined while it is still going on.
 */
export function joinState(outcomes: (string | undefined)[], outcome: string, need: Need): JoinState {
  const needed = need === 'all' ? outcomes.length : need === 'any' ? 1 : need;
  const met = outcomes.filter((o) => o === outcome).length;
  const open = outcomes.filter((o) => o === undefined).length;
  if (met >= needed) return 'met';
  return met + open < needed ? 'lost' : 'open';
}
