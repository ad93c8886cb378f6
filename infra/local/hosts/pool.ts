import type { Profiled } from '../profile/sampler.ts';
import type { HostedFunction } from './function.ts';
import { FunctionError, Host, type HostFolders } from './host.ts';

/** A host that had nothing to do for so long is stopped. */
const IDLE = 60_000;

type Lane = { fn: HostedFunction; hosts: Host[]; queue: (() => void)[] };

/** All functions of the stacks, their hosts started on demand and stopped when idle. */
export class Functions {
  readonly #lanes = new Map<string, Lane>();
  readonly #folders: HostFolders;
  readonly #sweep: NodeJS.Timeout;
  #offset: number;

  constructor(folders: HostFolders, clockOffset: number) {
    this.#folders = folders;
    this.#offset = clockOffset;
    this.#sweep = setInterval(() => this.#stopIdle(), 5000);
  }

  /** Takes the functions as they are now: hosts of what changed or went end after what they are doing. */
  declare(functions: HostedFunction[]): string[] {
    const changed: string[] = [];
    const names = new Set(functions.map(({ name }) => name));
    for (const fn of functions) {
      const lane = this.#lanes.get(fn.name);
      if (!lane) {
        this.#lanes.set(fn.name, { fn, hosts: [], queue: [] });
        changed.push(fn.name);
      } else if (JSON.stringify(lane.fn) !== JSON.stringify(fn)) {
        lane.fn = fn;
        this.#retire(lane);
        changed.push(fn.name);
      }
    }
    for (const [name, lane] of this.#lanes)
      if (!names.has(name)) {
        this.#retire(lane);
        this.#lanes.delete(name);
      }
    return changed;
  }

  /** Ends the hosts whose code lies in the folder, so that the next event loads it anew. */
  reload(folder: string): void {
    for (const lane of this.#lanes.values()) if (lane.fn.folder === folder) this.#retire(lane);
  }

  has(name: string): boolean {
    return this.#lanes.has(name);
  }

  /** Runs a function on an event; waits for a host where all are busy. Throws FunctionError. */
  async invoke(name: string, event: unknown): Promise<unknown> {
    const lane = this.#lanes.get(name);
    if (!lane) throw new FunctionError('ResourceNotFound', `No stack has the function ${name}.`);
    const host = await this.#host(lane);
    try {
      return await host.run(event);
    } finally {
      host.busy = false;
      host.idleSince = Date.now();
      if (!lane.hosts.includes(host)) host.stop();
      lane.queue.shift()?.();
    }
  }

  moveClock(offset: number): void {
    this.#offset = offset;
    for (const { hosts } of this.#lanes.values()) for (const host of hosts) host.moveClock(offset);
  }

  startProfile(): void {
    for (const { hosts } of this.#lanes.values()) for (const host of hosts) host.startProfile();
  }

  stopProfile(): Promise<Profiled[]> {
    const hosts = [...this.#lanes.values()].flatMap((lane) => lane.hosts);
    return Promise.all(hosts.map((host) => host.stopProfile()));
  }

  stop(): void {
    clearInterval(this.#sweep);
    for (const { hosts } of this.#lanes.values()) for (const host of hosts) host.stop();
  }

  async #host(lane: Lane): Promise<Host> {
    for (;;) {
      lane.hosts = lane.hosts.filter((host) => !host.ended);
      let host = lane.hosts.find(({ busy }) => !busy);
      // one at a time: each that starts takes a processor from those that could be at work
      if (!host && lane.hosts.length < lane.fn.concurrency && lane.hosts.every(({ started }) => started)) {
        host = new Host(lane.fn, this.#folders, this.#offset);
        lane.hosts.push(host);
        // who still waits then may start the next
        const next = () => lane.queue.shift()?.();
        host.ready.then(next, next);
      }
      if (host) {
        host.busy = true;
        return host;
      }
      await new Promise<void>((done) => lane.queue.push(done));
    }
  }

  #retire(lane: Lane): void {
    for (const host of lane.hosts) if (!host.busy) host.stop();
    lane.hosts = [];
    for (const wake of lane.queue.splice(0)) wake();
  }

  #stopIdle(): void {
    for (const { hosts } of this.#lanes.values())
      for (const host of hosts) if (!host.busy && Date.now() - host.idleSince > IDLE) host.stop();
  }
}
