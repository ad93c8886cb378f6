import { describe, expect, it } from 'vitest';
import type { ServiceBundle } from '#core/definition/index.ts';
import { simulate } from './simulate.ts';

const text = { uk: 'т', en: 't' };
/** One task and an end: a queue of the textbook. */
const queue = {
  bundle: {
    id: 'queue',
    agency: 'none',
    roles: { clerk: { title: text, sees: [] } },
    flow: {
      initial: 'serve',
      states: {
        serve: { type: 'task', role: 'clerk', actions: { done: { to: 'served' } } },
        served: { type: 'end', outcome: 'served', kind: 'granted' },
      },
    },
  } as unknown as ServiceBundle,
  live: { connectors: {}, agencies: {} },
};

/** Erlang C: the share that must wait, for so many servers and so much work offered. A. K. Erlang, 1917. */
function erlangC(servers: number, offered: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; k < servers; k++) {
    term *= offered / k;
    sum += term;
  }
  const last = (term * offered) / servers / (1 - offered / servers);
  return last / (sum + last);
}

describe('a simulated queue', () => {
  // arrivals a day, minutes of work, people
  it.each([
    [40, 30, 1],
    [120, 30, 3],
    [400, 20, 7],
  ])(
    'of %i cases a day, %i minutes each, %i people waits as queueing theory says',
    (perDay, minutes, people) => {
      const [arrivals, work] = [perDay / 24, minutes / 60];
      const offered = arrivals * work;
      const wait = erlangC(people, offered);
      const rate = people / work - arrivals;
      const { roles, cases } = simulate(queue, {
        from: '2026-01-01',
        days: Math.ceil(60_000 / perDay),
        seed: 5,
        arrivals: { perDay },
        staff: { clerk: people },
        work: { serve: minutes },
        hours: 'always',
      });
      const [clerk] = roles;
      const near = (value: number, theory: number, within = 0.08) =>
        expect(Math.abs(value / theory - 1), `${value} against ${theory}`).toBeLessThan(within);
      near(cases.arrived, 60_000, 0.02);
      near(clerk?.utilisation ?? 0, offered / people, 0.02);
      near(clerk?.waited ?? 0, wait);
      near(clerk?.waiting?.mean ?? 0, wait / rate);
      // of those who wait, the time is exponential: the ninetieth of a hundred is where a tenth waits longer
      near(clerk?.waiting?.p90 ?? 0, Math.log(wait / 0.1) / rate);
      console.log(
        `M/M/${people}: waits ${clerk?.waited} (theory ${wait.toFixed(4)}), ${clerk?.waiting?.mean} h on average (theory ${(wait / rate).toFixed(4)})`,
      );
      // Little’s law
      near(clerk?.queue.mean ?? 0, (arrivals * wait) / rate);
    },
  );
});
