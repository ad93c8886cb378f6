/** How many a second may pass, and how many at once after a rest. */
export type Rate = { perSecond: number; burst?: number };

/**
 * A token bucket: `turn` resolves as soon as there is a place. One a container; infra divides a connector's rate by its
 * concurrency, which bounds how many containers there are.
 */
export function tokenBucket(
  rate: Rate | undefined,
  clock: { now(): number; wait(ms: number): Promise<void> },
): () => Promise<void> {
  if (!rate) return async () => {};
  const most = Math.max(1, rate.burst ?? rate.perSecond);
  let tokens = most;
  let at = clock.now();
  return async () => {
    const now = clock.now();
    tokens = Math.min(most, tokens + ((now - at) / 1000) * rate.perSecond);
    at = now;
    tokens -= 1;
    if (tokens < 0) await clock.wait((-tokens / rate.perSecond) * 1000);
  };
}

/**
 * The share of a rate that is kept for those who do not wait: whether one more may pass now. What is asked while someone fills
 * in a form goes on without an answer rather than stand in line before what cases ask.
 */
export function shareOf(rate: Rate | undefined, share: number, now: () => number): () => boolean {
  if (!rate) return () => true;
  const perSecond = rate.perSecond * share;
  const most = Math.max(1, (rate.burst ?? rate.perSecond) * share);
  let tokens = most;
  let at = now();
  return () => {
    const instant = now();
    tokens = Math.min(most, tokens + ((instant - at) / 1000) * perSecond);
    at = instant;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}
