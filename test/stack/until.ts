import { setTimeout as pause } from 'node:timers/promises';

/** The first pause between two questions, and the longest: what takes longer is asked more seldom, so that asking costs little. */
const PAUSE = 50;
const LONGEST = 800;

/** Asks again until `ask` gives something other than null or undefined; the condition, and how it stands, is named in the error when time is up. */
export async function until<T>(
  what: string | (() => string),
  ask: () => Promise<T | null | undefined>,
  within = 150_000,
): Promise<T> {
  const end = Date.now() + within;
  for (let wait = PAUSE; ; wait = Math.min(LONGEST, wait * 1.4)) {
    const answer = await ask();
    if (answer !== null && answer !== undefined) return answer;
    if (Date.now() > end)
      throw new Error(`waited ${within} ms in vain for: ${typeof what === 'string' ? what : what()}`);
    await pause(wait);
  }
}
