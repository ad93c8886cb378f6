import type { ServiceRuntime } from './runtime.ts';

/** Whose office `nearest(katottg)` looks for. */
export type Looking = { agency: string; role: string };

/** Codes deeper than any real tree of territories. */
const MOST_LEVELS = 12;

/**
 * The office that serves a territory, or the nearest territory above it, and has the role; null where there is none.
 * An office that serves several levels is found at the first that lists the code.
 */
export function nearestOffice(service: ServiceRuntime, looking: Looking, katottg: unknown): string | null {
  const offices = service.live.agencies[looking.agency]?.offices ?? [];
  const fit = offices.filter((o) => o.roles === undefined || o.roles.some((r) => r === looking.role));
  let code = typeof katottg === 'string' ? katottg : undefined;
  for (let level = 0; code !== undefined && level < MOST_LEVELS; level++) {
    const here = code;
    const office = fit.find((o) => o.katottg.some((k) => k === here));
    if (office) return office.id;
    code = service.territoryAbove?.(here);
  }
  return null;
}
