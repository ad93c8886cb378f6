import type { WorkDays } from '#core/flow/terms.ts';
import { officeDays } from '#core/reference/calendar.ts';
import type { OfficeRef } from './event.ts';
import type { ServiceRuntime } from './runtime.ts';

/** The days of offices, by the agencies that a service was read with: holidays and what moves for them are found once. */
const known = new WeakMap<ServiceRuntime['live'], Map<string, WorkDays>>();

/** The days of an office, for this service: its calendar, public holidays, regimes in law, closures. */
export function workDays({ live, bundle }: ServiceRuntime, { agency, office }: OfficeRef): WorkDays {
  const offices = known.get(live) ?? new Map<string, WorkDays>();
  known.set(live, offices);
  const name = JSON.stringify([bundle.id, agency, office]);
  const days = offices.get(name) ?? officeDays(live.agencies[agency], office, bundle.id);
  offices.set(name, days);
  return days;
}
