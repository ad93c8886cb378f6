import type { State } from '#core/definition/types.ts';
import type { Path } from '../types.ts';
import type { Job } from './staff.ts';

/** A place where a simulated case waits. */
export type Stay = {
  path: Path;
  state: Exclude<State, { type: 'end' }>;
  entered: number;
  /** Tells one visit from the next: what was put into the agenda for an earlier one is passed over. */
  visit: number;
  job?: Job;
};

/** A simulated case: where it waits, and no data. */
export type Running = {
  submitted: number;
  outcomes: Map<Path, string>;
  items: Map<Path, number>;
  /** How often each action was taken. */
  taken: Map<string, number>;
  stays: Map<Path, Stay>;
  /** When each state was last entered, and how often at that moment. */
  entered: Map<Path, { at: number; times: number }>;
  term?: { due: number; left?: number };
  /** Whether its term ever stopped, and whether it had run out by then. */
  judged?: 'late' | 'inTime';
  ended?: { outcome: string; at: number };
};

export function newCase(submitted: number): Running {
  return {
    submitted,
    outcomes: new Map(),
    items: new Map(),
    taken: new Map(),
    stays: new Map(),
    entered: new Map(),
  };
}
