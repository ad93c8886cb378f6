import { beforeEnd, goesOnUntil, instantFrom, type Length, leftOf, termEnd } from '#core/flow/terms.ts';
import type { Instant } from '#core/flow/types.ts';
import type { OfficeRef } from './event.ts';
import type { ServiceRuntime } from './runtime.ts';
import { workDays } from './work-days.ts';

/** When something ends that begins now, by the calendar of an office. */
export function dueAt(service: ServiceRuntime, at: OfficeRef, from: Instant, length: Length): Instant {
  return termEnd(from, length, workDays(service, at));
}

/** The instant so long before a deadline. */
export function before(service: ServiceRuntime, at: OfficeRef, due: Instant, length: Length): Instant {
  return beforeEnd(due, length, workDays(service, at));
}

/** How much of a term is left, in its own unit. */
export function leftUntil(
  service: ServiceRuntime,
  at: OfficeRef,
  now: Instant,
  due: Instant,
  unit: Length,
): number {
  return leftOf(now, due, unit, workDays(service, at));
}

/** The end of a term of which so much is left. */
export function moved(
  service: ServiceRuntime,
  at: OfficeRef,
  now: Instant,
  left: number,
  unit: Length,
): Instant {
  return goesOnUntil(now, left, unit, workDays(service, at));
}

/** A FEEL value that names a day or an instant, as an instant. */
export function instantOf(service: ServiceRuntime, at: OfficeRef, value: unknown): Instant | null {
  return instantFrom(value, workDays(service, at));
}
