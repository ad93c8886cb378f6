import { expect, it } from 'vitest';
import type { ServiceRuntime } from './runtime.ts';
import { small } from './small-service.testing.ts';
import { workDays } from './work-days.ts';

const [monday, tuesday] = ['2026-03-02', '2026-03-03'];
const central = { agency: 'city', office: 'central' };

/** The small service in an agency of two offices, terms of which the law suspends for one service. */
function service(): ServiceRuntime {
  const { city, other } = small.live.agencies;
  const hours = { from: '09:00', to: '18:00' };
  const branch = {
    id: 'branch',
    title: { uk: 'Філія' },
    katottg: [],
    calendar: { week: { tuesday: hours } },
  };
  const regimes = [{ from: monday, to: monday, services: ['small'], termsSuspended: true }];
  const agencies = { city: { ...city, regimes, offices: [...(city?.offices ?? []), branch] }, other };
  return { ...small, live: { ...small.live, agencies } } as unknown as ServiceRuntime;
}
const on = (of: ServiceRuntime, at: { agency: string; office: string }) =>
  [monday, tuesday].map((day) => workDays(of, at).works(day));

it('the days of an office are its own, and those of its agency where it says nothing', () => {
  const here = service();
  expect(on(here, central)).toEqual([true, true]);
  expect(on(here, { agency: 'city', office: 'branch' })).toEqual([false, true]);
  expect(on(here, { agency: 'other', office: 'main' })).toEqual([true, false]);
  expect(on(here, { agency: 'gone', office: 'main' })).toEqual([false, false]);
});

it('what the law suspends for one service runs on for another of the same office', () => {
  const here = service();
  const another = { ...here, bundle: { ...here.bundle, id: 'another' } };
  const suspended = (of: ServiceRuntime) => workDays(of, central).suspended?.(monday);
  expect([suspended(here), suspended(another)]).toEqual([true, false]);
});

it('a calendar is worked out once, until the agencies are read anew', () => {
  const here = service();
  expect(workDays(here, central)).toBe(workDays({ ...here }, { ...central }));
  expect(workDays(service(), central)).not.toBe(workDays(here, central));
});
