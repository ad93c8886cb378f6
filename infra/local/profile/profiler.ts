import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Functions } from '../hosts/pool.ts';
import { type Profiled, Sampler } from './sampler.ts';

/** Processor ticks a second that /proc counts in, on every Linux that Node runs on. */
const TICKS = 100;

/** Processor time of another process in milliseconds; 0 where the machine does not tell. */
function cpuOf(pid: number | undefined): number {
  if (pid === undefined) return 0;
  try {
    const [, user = '0', system = '0'] =
      /\) \S(?: \S+){10} (\d+) (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return ((Number(user) + Number(system)) * 1000) / TICKS;
  } catch {
    return 0;
  }
}

/** Profiles everything that the stack runs: this process, its hosts, and the engine's processor time. */
export class Profiler {
  readonly #functions: Functions;
  readonly #engine: () => number | undefined;
  readonly #own = new Sampler(resolve(import.meta.dirname, '../../..'));
  #begun = process.cpuUsage();
  #engineBegun = 0;

  constructor(functions: Functions, engine: () => number | undefined) {
    this.#functions = functions;
    this.#engine = engine;
  }

  async start(): Promise<void> {
    await this.#own.start();
    this.#functions.startProfile();
    this.#begun = process.cpuUsage();
    this.#engineBegun = cpuOf(this.#engine());
  }

  /** Ends the look, the busiest process first. Hosts that started after the beginning are not seen. */
  async stop(): Promise<Profiled[]> {
    const engine = { process: 'engine', cpu: cpuOf(this.#engine()) - this.#engineBegun, spent: [] };
    const { user, system } = process.cpuUsage(this.#begun);
    const own = { process: 'stack', cpu: (user + system) / 1000, spent: await this.#own.stop() };
    return [engine, own, ...(await this.#functions.stopProfile())].sort((a, b) => b.cpu - a.cpu);
  }
}
