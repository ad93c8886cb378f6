import type { Current } from '#core/definition/types.ts';

/** A service as it runs: the frozen bundle with its hash, what is live, and what the core must be told from outside. */
export type ServiceRuntime = Current & {
  /** The territory that a KATOTTG code lies in, undefined at the top: what `nearest` climbs. */
  territoryAbove?: (katottg: string) => string | undefined;
};

/** A service with the tree of territories that came along, so that `nearest` climbs it without asking anyone. */
export function climbing(current: Current): ServiceRuntime {
  const above = new Map(Object.entries(current.live.territories ?? {}));
  return { ...current, territoryAbove: (code) => above.get(code) };
}
