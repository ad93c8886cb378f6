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
