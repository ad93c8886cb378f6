import { isSafePattern } from 'redos-detector';

/** What can be said of a pattern: `unreadable` it is no regular expression; `unbounded` a long text could keep it busy for ever. */
export type Judgement = 'fine' | 'unreadable' | 'unbounded';

const MOST_KEPT = 2000;
const kept = new Map<string, Judgement>();

/** Steps after which a pattern counts as unbounded: one that cannot be judged in a moment is none for a form either. */
const bounds = { maxScore: 100, maxSteps: 1000, timeout: Number.POSITIVE_INFINITY, unicode: true } as const;

/** A pattern as validators run it (flag u). The same pattern is judged once. */
export function judgedPattern(pattern: string): Judgement {
  const known = kept.get(pattern);
  if (known) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const judgement = judge(pattern);
  kept.set(pattern, judgement);
  return judgement;
}

function judge(pattern: string): Judgement {
  try {
    new RegExp(pattern, 'u');
  } catch {
    return 'unreadable';
  }
  if (isPlain(pattern)) return 'fine';
  try {
    return isSafePattern(pattern, bounds).safe ? 'fine' : 'unbounded';
  } catch {
    // what the judge cannot read it cannot vouch for
    return 'unbounded';
  }
}

/** Most patterns repeat nothing without bound, no group, and leave little open: those need no judge. */
function isPlain(pattern: string): boolean {
  const bones = pattern.replace(/\\[^kpPu1-9]/g, 'x').replace(/\[\^?\]?[^\]]*\]/g, 'x');
  return !/[*+\\]|\{\d+,\}|\)\{/.test(bones) && (bones.match(/(?<!\()\?|\{\d+,\d+\}/g)?.length ?? 0) <= 8;
}
