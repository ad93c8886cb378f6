import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { patientFetch } from './patient.ts';
import { type Stack, type StackOptions, startStack } from './stack.ts';

/** Longer than any function holds an effect: what a killed one held is free again after a start. */
const LEASES_RUN_OUT = 65_000;
/** The kill comes so long after the command that it was drawn for, at most: any moment of what the command set off. */
const MOMENT = 400;

/** A stack that is killed again and again while people use it. */
export interface Killed {
  /** The stack as it runs now. */
  stack(): Stack;
  /** How often it was killed. */
  kills(): number;
  /** `fetch` of those who use it: keeps trying, and counts the commands that the kills follow. */
  reach(url: string, request: RequestInit): Promise<Response>;
  /** Kills and starts it until the work is done; `gap` says after how many commands the next kill falls. */
  during<T>(work: Promise<T>, gap: () => number): Promise<T>;
}

/**
 * Starts a stack that `during` kills with SIGKILL, each time a drawn number of commands and a drawn part of a second later.
 * While it is down its clock is moved, so that nobody need wait for the leases of the dead.
 */
export async function startKilled(
  options: StackOptions & { data: string },
  draw: () => number,
): Promise<Killed> {
  let stack = await startStack(options);
  let kills = 0;
  let commands = 0;
  let told: (() => void) | undefined;

  const reached = (count: number, over: Promise<unknown>) => {
    const counted = new Promise<void>((done) => {
      told = () => commands >= count && done();
    });
    return Promise.race([counted, over]);
  };

  async function kill(): Promise<void> {
    await pause(draw() * MOMENT);
    await stack.kill();
    kills++;
    writeFileSync(join(options.data, 'clock'), `${kills * LEASES_RUN_OUT}`);
    stack = await startStack(options);
  }

  return {
    stack: () => stack,
    kills: () => kills,
    reach(url, request) {
      if (request.method === 'POST') commands++;
      told?.();
      return patientFetch(url, request);
    },
    async during(work, gap) {
      let over = false;
      const end = work.finally(() => {
        over = true;
      });
      const ended = end.catch(() => undefined);
      while (!over) {
        await reached(commands + gap(), ended);
        if (!over) await kill();
      }
      return end;
    },
  };
}
