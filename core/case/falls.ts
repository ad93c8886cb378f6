import type { Instant } from '#core/flow/types.ts';

/** How long after the end of a day its timers are spread, in seconds: 15 minutes. */
const SPREAD_S = 900;
/** Terms of days end with the last second of a day, which in any zone ends an hour; terms of hours end where they fall. */
const END_OF_DAY = /:59:59(\.0+)?Z$/;

/** A number from 0 to `below` that is always the same for a text and spread evenly over texts (FNV-1a). */
export function spread(text: string, below: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash % below;
}

/**
 * When a timer of a case falls. What is due with a day falls within the quarter of an hour after it, each case at its own
 * second, so that no midnight asks for everything at once; what the law sets to the hour falls then. Terms stay as they are.
 */
export function fallsAt(kase: string, due: Instant): Instant {
  if (!END_OF_DAY.test(due)) return due;
  return new Date(Date.parse(due) + (1 + spread(kase, SPREAD_S)) * 1000).toISOString();
}
