import { Temporal } from 'temporal-polyfill';
import type { WorkDays } from '#core/flow/terms.ts';
import type { OfficeRef } from './event.ts';
import type { ServiceRuntime } from './runtime.ts';

const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** On which days an office works: its calendar, single days that differ, closures. */
export function workDays(service: ServiceRuntime, { agency: id, office }: OfficeRef): WorkDays {
  const agency = service.live.agencies[id];
  const calendar = agency?.offices.find((o) => o.id === office)?.calendar ?? agency?.calendar;
  const days = new Map(calendar?.days?.map((d) => [d.date, d.works]));
  const closures = (agency?.closures ?? []).filter((c) => c.offices?.includes(office) ?? true);
  return {
    zone: calendar?.zone ?? 'Europe/Kyiv',
    works: (day) => {
      if (closures.some((c) => c.from <= day && day <= c.to)) return false;
      const single = days.get(day);
      if (single !== undefined) return single;
      const name = WEEK[Temporal.PlainDate.from(day).dayOfWeek - 1];
      return name !== undefined && calendar?.week[name] !== undefined;
    },
  };
}
