import type { Json } from '../commands/json.ts';
import type { Keeper } from '../saving/keeper.ts';
import type { Run } from './run.ts';

/** A trial, and the definition that it was begun with. */
export interface Trying {
  readonly started: Json;
  readonly run: Run | undefined;
}

const trials = new WeakMap<Keeper, Trying>();

/** The trial of a definition that is on: it goes on while one looks at another tab. */
export const trialOf = (keeper: Keeper): Trying | undefined => trials.get(keeper);

/** Remembers how far a trial has come. */
export const keepTrial = (keeper: Keeper, trying: Trying): void => {
  trials.set(keeper, trying);
};
