import { joinState } from '../join.ts';
import type { Inside } from './flow-graph.ts';
import { counted, sizesOf } from './group.ts';
import type { StepKind } from './types.ts';

/** How a flow inside a group may end, and what the traced thing is worth then. */
export type EndValue = { outcome: string; value: string };

/** Some flows of a group have ended, so many with the outcome that its join counts; the others are still going on. */
type Ended = { met: number; others: number; value: string | null };

/**
 * What a group leaves by a way: what comes of the values of the flows that have ended by then, over every choice of those with
 * which its join stands so. null where none has ended.
 * @param ends of each of its flows
 */
export function leftTogether(
  { state }: Inside,
  kind: StepKind,
  ends: readonly (readonly EndValue[])[],
  together: (one: string, other: string) => string,
): Set<string | null> {
  const rule = counted(state);
  const left = new Set<string | null>();
  for (const size of sizesOf(state)) {
    const flows =
      state.type === 'each' ? ends.flatMap((one) => Array.from({ length: size }, () => one)) : ends;
    for (const { met, others, value } of choices(flows, rule?.outcome, together)) {
      const open = size - met - others;
      const stands = rule
        ? joinState(outcomesOf(rule.outcome, met, others, open), rule.outcome, rule.need)
        : // a condition over the outcomes waits for all of them, then is a free choice
          open > 0
          ? 'open'
          : kind;
      if (stands === (kind === 'due' ? 'open' : kind)) left.add(value);
    }
  }
  return left;
}

function outcomesOf(outcome: string, met: number, others: number, open: number): (string | undefined)[] {
  const times = <T>(length: number, one: T): T[] => Array.from({ length }, () => one);
  return [...times(met, outcome), ...times(others, `not ${outcome}`), ...times(open, undefined)];
}

/** Each flow may still be going on, or have ended in any of its ways; what comes to the same is one. */
function choices(
  flows: readonly (readonly EndValue[])[],
  wanted: string | undefined,
  together: (one: string, other: string) => string,
): Ended[] {
  let all: Ended[] = [{ met: 0, others: 0, value: null }];
  for (const ends of flows) {
    const next = all.flatMap((so) => [
      so,
      ...ends.map(({ outcome, value }) => ({
        met: so.met + (outcome === wanted ? 1 : 0),
        others: so.others + (outcome === wanted ? 0 : 1),
        value: so.value === null ? value : together(so.value, value),
      })),
    ]);
    all = [...new Map(next.map((so) => [`${so.met} ${so.others} ${so.value}`, so])).values()];
  }
  return all;
}
