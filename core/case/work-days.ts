import type { WorkDays } from '#core/flow/terms.ts';
import { officeDays } from '#core/reference/calendar.ts';
import type { OfficeRef } from './event.ts';
import type { ServiceRuntime } from './runtime.ts';

/** The days of an office, for this service: its calendar, public holidays, regimes in law, closures. */
export function workDays(service: ServiceRuntime, { agency, office }: OfficeRef): WorkDays {
  return officeDays(service.live.agencies[agency], office, service.bundle.id);
}
