/** A replaced cookie is still good for so many seconds: tabs opened together ask with the same one. */
export const GRACE = 30;

/** What a session remembers of its cookie; times are seconds since 1970. */
export type Rotating = {
  current: string;
  previous?: string;
  rotatedAt: number;
  endsAt: number;
  ttl: number;
};

/** What to do with a cookie by the hash of its secret. */
export function judge(
  kept: Rotating,
  hash: string,
  now: number,
): 'good' | 'justReplaced' | 'over' | 'stolen' {
  if (kept.endsAt <= now || kept.ttl <= now) return 'over';
  if (hash === kept.current) return 'good';
  return hash === kept.previous && now - kept.rotatedAt <= GRACE ? 'justReplaced' : 'stolen';
}
