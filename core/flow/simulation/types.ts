import type { Both, Instant, Path } from '../types.ts';

/** How long something takes, in minutes or hours: the mean, spread exponentially if nothing else is said. */
export type Spell = number | { mean: number; spread: 'exponential' | 'fixed' | 'even' };

/** What a simulation is told. Whatever is left out is assumed, and said in the result. */
export type Plan = {
  /** First day of arrivals, YYYY-MM-DD. */
  from: string;
  /** So many days cases arrive and are dealt with; then it is counted what is open. */
  days: number;
  /** The same seed gives the same run, to the last digit. */
  seed?: number;
  /** So many cases a day at random moments, or the very instants (or days) of a record; those outside of the days are left out. */
  arrivals: { perDay: number } | { at: string[] };
  /** People by role, all offices together (1 if not said). */
  staff?: { [role: string]: number };
  /** Minutes of work of a task, by state (30 if not said). */
  work?: { [state: string]: Spell };
  /** Hours until a party, payer, signer or system answers, by state (a party: half its deadline; a system: a minute). */
  answers?: { [state: string]: Spell };
  /**
   * How often each way is taken, by state: an action's name or a kind of way (`answered`, `failed`, `met`, …) to its share; by
   * `state.way` the states that a target with conditions leads to. Alike if not said; systems answer.
   */
  shares?: { [place: string]: { [way: string]: number } };
  /** Mean length of the list of an `each` (1 if not said). */
  items?: { [state: string]: number };
  /** `office`: staff work by the agency's calendar. `always`: at any hour. */
  hours?: 'office' | 'always';
};

/** Middle and ninetieth of a hundred; null of nothing. */
export type Spread = { median: number; p90: number; mean: number } | null;

export type RoleResult = {
  role: string;
  title: Both;
  staff: number;
  /** Share of their working hours that they worked, 0 to 1. */
  utilisation: number;
  done: number;
  /** Working hours from coming into the queue to being begun. */
  waiting: Spread;
  /** Share that had to wait at all, 0 to 1. */
  waited: number;
  queue: { mean: number; most: number; atEnd: number };
  /** Tasks done after their deadline, or still open beyond it. */
  overdue: number;
};

export type StateResult = {
  path: Path;
  name: Both;
  visits: number;
  /** Days by the clock from entering to leaving. */
  stay: Spread;
};

export type Simulated = {
  service: string;
  plan: Plan & { seed: number };
  from: Instant;
  until: Instant;
  cases: { arrived: number; ended: number; open: number; outcomes: { [outcome: string]: number } };
  /** Days by the clock from submission to the end, of the cases that ended. */
  duration: Spread;
  /** Null where the law sets no term. `of`: the cases whose term stopped or ran out; `share` 0 to 1. */
  late: { late: number; of: number; share: number; limit: Both } | null;
  roles: RoleResult[];
  states: StateResult[];
  /** The role whose queue costs cases the most time; null where nobody waits for anybody. */
  bottleneck: { role: string; title: Both; says: Both; ofWaiting: number } | null;
  /** Queue of each role at the end of each day. */
  series: { days: string[]; queues: { [role: string]: number[] } };
  assumed: Both[];
};
