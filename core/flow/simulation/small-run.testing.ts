import type { Flow, Live, ServiceBundle, State } from '#core/definition/index.ts';
import { simulate } from './simulate.ts';
import type { Plan } from './types.ts';

// A service of a few states, run with every length fixed: only tests import this

const text = { uk: 'т', en: 't' };
export const end = (outcome: string) => ({ type: 'end', outcome, kind: 'granted' }) as State;
export const task = (actions: object, more: object = {}) =>
  ({ type: 'task', role: 'r', actions, ...more }) as State;
const hours = { from: '09:00', to: '17:00' };
export const agency = {
  offices: [{ id: 'o' }],
  fallback: 'o',
  calendar: {
    country: 'none',
    week: { monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours },
  },
};

/** A run in which every length is fixed: cases that arrive at given moments (UTC; Kyiv is two hours ahead in March). */
export function run(
  states: Flow['states'],
  at: string[],
  plan: Partial<Plan> = {},
  more: object = {},
  connectors: object = {},
  office: object = agency,
) {
  const bundle = {
    id: 's',
    agency: 'a',
    roles: { r: { title: text, sees: [] } },
    flow: { initial: Object.keys(states)[0] ?? '', states },
    ...more,
  } as unknown as ServiceBundle;
  const live = { agencies: { a: office }, connectors } as unknown as Live;
  return simulate(
    { bundle, live },
    { from: '2026-03-02', days: 30, arrivals: { at }, staff: { r: 1 }, ...plan },
  );
}
export const fixed = (mean: number) => ({ mean, spread: 'fixed' as const });
export const monday = '2026-03-02T07:00:00Z';
