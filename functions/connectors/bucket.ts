/** How many a second may pass, and how many at once after a rest. */
export type Rate = { perSecond: number; burst?: number };

/** Tokens that come back as time goes, `burst` at most: how many there are now. */
function refilled({ perSecond, burst = perSecond }: Rate, now: () => number): () => { tokens: number } {
  const most = Math.max(1, burst);
  const bucket = { tokens: most };
  let at = now();
  return () => {
    const instant = now();
    bucket.tokens = Math.min(most, bucket.tokens + ((instant - at) / 1000) * perSecond);
    at = instant;
    return bucket;
  };
}

/**
 * A token bucket: `turn` resolves as soon as there is a place. One a container; infra divides a connector's rate by its
 * concurrency, which bounds how many containers there are.
 */
export function tokenBucket(
  rate: Rate | undefined,
  clock: { now(): number; wait(ms: number): Promise<void> },
): () => Promise<void> {
  if (!rate) return async () => {};
  const refill = refilled(rate, () => clock.now());
  return async () => {
    const bucket = refill();
    bucket.tokens -= 1;
    if (bucket.tokens < 0) await clock.wait((-bucket.tokens / rate.perSecond) * 1000);
  };
}

/**
 * The share of a rate that is kept for those who do not wait: whether one more may pass now. What is asked while someone fills
 * in a form goes on without an answer rather than stand in line before what cases ask.
 */
export function shareOf(rate: Rate | undefined, share: number, now: () => number): () => boolean {
  if (!rate) return () => true;
  const refill = refilled(
    { perSecond: rate.perSecond * share, burst: (rate.burst ?? rate.perSecond) * share },
    now,
  );
  return () => {
    const bucket = refill();
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  };
}
