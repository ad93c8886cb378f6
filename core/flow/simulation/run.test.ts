import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Flow } from '#core/definition/index.ts';
import { flows, given } from '../proof/flows.testing.ts';
import { flowsIn, graphOf } from '../proof/graph.ts';
import { Clock } from './clock.ts';
import { PlanError, Settled } from './plan.ts';
import { Run } from './run.ts';
import { Staff } from './staff.ts';
import type { Plan } from './types.ts';

const plan: Plan = { from: '2026-03-02', days: 6, arrivals: { perDay: 8 }, staff: { r: 2 }, work: {} };

/** A run of a flow for six days; null where it circles while no time passes, which a run refuses. */
function ran(flow: Flow, seed: number) {
  const service = given(flow);
  const clock = new Clock(undefined, 'law', plan.from, true);
  const staff = new Staff('r', 2, clock);
  const run = new Run(service, new Settled(service.bundle, plan), clock, new Map([['r', staff]]), seed);
  const arrivals = Array.from({ length: 48 }, (_, n) => clock.moment(plan.from) + n * 3 * 3_600_000);
  try {
    run.through(arrivals, [], clock.moment('2026-03-08'));
  } catch (error) {
    if (error instanceof PlanError) return null;
    throw error;
  }
  return { run, staff, service };
}

describe('a run of any flow', () => {
  it('loses no case and no officer, and goes nowhere that the proof does not know', () => {
    let ended = 0;
    fc.assert(
      fc.property(flows('', 2), fc.nat(1000), (flow, seed) => {
        const done = ran(flow, seed);
        if (!done) return;
        const { run, staff, service } = done;
        const open = run.cases.filter((c) => c.ended === undefined);
        ended += run.cases.length - open.length;
        expect(run.cases).toHaveLength(48);
        // whoever ended waits nowhere; whoever did not waits somewhere
        for (const kase of run.cases) expect(kase.stays.size > 0).toBe(kase.ended === undefined);
        const jobs = open.flatMap((c) => [...c.stays.values()].flatMap((s) => s.job ?? []));
        const begun = jobs.filter((job) => job.begun !== undefined);
        expect(staff.busy).toBe(begun.length);
        expect(staff.queue.length).toBe(jobs.length - begun.length);
        expect(begun.length === 2 || staff.queue.length === 0).toBe(true);
        const graphs = flowsIn(graphOf(service, { most: 10_000, seen: 0, reached: false }));
        const known = new Set(
          graphs.flatMap((g) => [...g.explored.first.keys()].map((s) => (g.at ? `${g.at}/${s}` : s))),
        );
        for (const path of run.stays.keys()) expect(known).toContain(path);
      }),
      { numRuns: 150, seed: 21 },
    );
    expect(ended).toBeGreaterThan(500);
  });
});
