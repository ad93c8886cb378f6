import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { constants, getPriority, setPriority } from 'node:os';
import { join } from 'node:path';
import type { Profiled } from '../profile/sampler.ts';
import type { HostedFunction } from './function.ts';

/** A function failed as Lambda would report it: its error, its time-out, or an exit. */
export class FunctionError extends Error {
  readonly code = 'function';
  readonly errorType: string;
  constructor(errorType: string, message: string) {
    super(message);
    this.errorType = errorType;
  }
}

type Told = {
  ready?: boolean;
  failed?: { errorType: string; errorMessage: string };
  id?: string;
  result?: unknown;
  error?: { errorType: string; errorMessage: string };
  profile?: Omit<Profiled, 'process'>;
};

export type HostFolders = { logs: string; cache: string };

/** Below the gateway and the engine: everybody waits for those, and a case at work in one host must not hold them up. */
const LOWER = 5;
const priority = (): number => Math.min(constants.priority.PRIORITY_LOW, getPriority() + LOWER);

const PRELOADED = ['./clock.ts', '../profile/host.ts'];

/** One child process that runs a function, one event at a time. */
export class Host {
  readonly #child: ChildProcess;
  readonly #fn: HostedFunction;
  readonly ready: Promise<void>;
  busy = false;
  ended = false;
  /** Its code is loaded. */
  started = false;
  idleSince = Date.now();
  #profiled: ((profile: Omit<Profiled, 'process'>) => void) | undefined;
  #waiting: { id: string; done: (told: Told) => void } | undefined;

  constructor(fn: HostedFunction, folders: HostFolders, clockOffset: number) {
    this.#fn = fn;
    const log = openSync(join(folders.logs, `${fn.name}.log`), 'a');
    this.#child = fork(join(import.meta.dirname, 'child.ts'), {
      execArgv: PRELOADED.flatMap((file) => ['--import', new URL(file, import.meta.url).href]),
      env: {
        ...fn.environment,
        NODE_COMPILE_CACHE: folders.cache,
        NODE_NO_WARNINGS: '1',
        KLADKA_HOST_FOLDER: fn.folder,
        KLADKA_HOST_HANDLER: fn.handler,
        KLADKA_CLOCK_OFFSET: `${clockOffset}`,
      },
      stdio: ['ignore', log, log, 'ipc'],
      serialization: 'json',
    });
    closeSync(log);
    if (this.#child.pid !== undefined) setPriority(this.#child.pid, priority());
    this.ready = new Promise((done, failed) => {
      this.#child.on('message', (told: Told) => {
        if (told.ready) {
          this.started = true;
          done();
        } else if (told.failed) failed(new FunctionError(told.failed.errorType, told.failed.errorMessage));
        else if (told.profile) this.#profiled?.(told.profile);
        else if (told.id === this.#waiting?.id) this.#settle(told);
      });
      this.#child.on('exit', (code, signal) => {
        this.ended = true;
        const error = {
          errorType: 'Runtime.ExitError',
          errorMessage: `${fn.name} ended (${signal ?? code}) before it answered`,
        };
        failed(new FunctionError(error.errorType, error.errorMessage));
        this.#settle({ error });
        this.#profiled?.({ cpu: 0, spent: [] });
      });
    });
    this.ready.catch(() => this.stop());
  }

  /** Runs the function on an event. Throws FunctionError where it fails, exits, or exceeds its time-out and is killed. */
  async run(event: unknown): Promise<unknown> {
    await this.ready;
    const id = randomUUID();
    const fn = this.#fn;
    const told = await new Promise<Told>((done) => {
      const timer = setTimeout(() => {
        this.stop();
        const errorMessage = `Task timed out after ${fn.timeout / 1000} seconds`;
        done({ error: { errorType: 'Sandbox.Timedout', errorMessage } });
      }, fn.timeout);
      this.#waiting = {
        id,
        done: (given) => {
          clearTimeout(timer);
          done(given);
        },
      };
      this.#child.send({ id, event, until: fn.timeout, arn: `${fn.arn}:live`, name: fn.name }, () => {});
    });
    if (told.error) throw new FunctionError(told.error.errorType, told.error.errorMessage);
    return told.result;
  }

  moveClock(offset: number): void {
    if (!this.ended) this.#child.send({ clock: offset }, () => {});
  }

  startProfile(): void {
    if (!this.ended) this.#child.send({ profile: 'start' }, () => {});
  }

  /** What the host did since; nothing where it has ended. */
  stopProfile(): Promise<Profiled> {
    const process = this.#fn.name;
    if (this.ended) return Promise.resolve({ process, cpu: 0, spent: [] });
    return new Promise((done) => {
      this.#profiled = (profile) => done({ process, ...profile });
      this.#child.send({ profile: 'stop' }, () => {});
    });
  }

  stop(): void {
    this.ended = true;
    this.#child.kill('SIGKILL');
  }

  #settle(told: Told): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.done(told);
  }
}
