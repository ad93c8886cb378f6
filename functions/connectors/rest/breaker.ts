/** After how many failures in a row another system is left in peace, and for how long. */
export type Limits = { failures: number; waitMs: number };

/**
 * A circuit breaker: after `failures` in a row it is open for `waitMs`, then lets one try through; that one decides.
 * One a container: each learns by itself, none waits for the others.
 */
export function breaker(limits: Limits | null, now: () => number) {
  let row = 0;
  let openUntil = 0;
  return {
    /** Milliseconds until a try is allowed; 0 where it is. Allowing one after an open time shuts it behind. */
    wait(): number {
      if (!limits || row < limits.failures) return 0;
      const left = openUntil - now();
      if (left > 0) return left;
      openUntil = now() + limits.waitMs;
      return 0;
    },
    worked(): void {
      row = 0;
    },
    broke(): void {
      row += 1;
      if (limits && row >= limits.failures) openUntil = now() + limits.waitMs;
    },
  };
}
