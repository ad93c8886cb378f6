import type { Current } from '#core/definition/types.ts';

/** A service as it runs: the frozen bundle with its hash, what is live, and what the core must be told from outside. */
export type ServiceRuntime = Current & {
  /** The territory that a KATOTTG code lies in, undefined at the top: what `nearest` climbs. */
  territoryAbove?: (katottg: string) => string | undefined;
  /** The versions that a case ran on before, oldest first, each until the event by which it came over. */
  earlier?: readonly { until: number; service: ServiceRuntime }[];
};

/** The version that a case ran on when an event was said. */
export const ranOn = (service: ServiceRuntime, seq: number): ServiceRuntime =>
  service.earlier?.find(({ until }) => seq < until)?.service ?? service;

/** What a path or the key of a party was called when an event was said: as the migrations since then renamed it. */
export function calledThen(service: ServiceRuntime, seq: number, path: string): string {
  const earlier = service.earlier ?? [];
  return earlier.reduceRight((now, { until }, n) => {
    if (seq >= until) return now;
    const next = earlier[n + 1]?.service ?? service;
    const renamed = Object.entries(next.bundle.migrate?.renamed ?? {});
    const before = (name: string) => renamed.find(([, to]) => to === name)?.[0] ?? name;
    return now.split('/').map(before).join('/');
  }, path);
}

/** A service with the tree of territories that came along, so that `nearest` climbs it without asking anyone. */
export function climbing(current: Current): ServiceRuntime {
  const above = new Map(Object.entries(current.live.territories ?? {}));
  return { ...current, territoryAbove: (code) => above.get(code) };
}
