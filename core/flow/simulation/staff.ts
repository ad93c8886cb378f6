import type { Clock } from './clock.ts';

/** A task in the hands of a role, or waiting for them. */
export type Job = {
  role: string;
  path: string;
  entered: number;
  due: number | undefined;
  work: number;
  begun?: number;
  ends?: number;
};

/** What has no deadline is never late, and comes after all that has. */
const dueOf = (job: Job | undefined): number => job?.due ?? Number.POSITIVE_INFINITY;

/** The people of one role: the next task is the one whose deadline is nearest, as in the workspace. */
export class Staff {
  readonly role: string;
  readonly count: number;
  readonly waits: number[] = [];
  readonly queue: Job[] = [];
  busy = 0;
  done = 0;
  overdue = 0;
  most = 0;
  /** Working milliseconds that were worked; queue length times working milliseconds. */
  workedTime = 0;
  queueTime = 0;
  #free: number;
  #last = 0;
  readonly #clock: Clock;

  constructor(role: string, count: number, clock: Clock) {
    this.role = role;
    this.count = count;
    this.#free = count;
    this.#clock = clock;
  }

  /** Puts a task into the queue. */
  put(job: Job, now: number): void {
    this.#note(now);
    let at = this.queue.length;
    while (at > 0 && dueOf(this.queue[at - 1]) > dueOf(job)) at--;
    this.queue.splice(at, 0, job);
  }

  /** A task is done, or taken off their hands before that. */
  leave(job: Job, now: number): void {
    this.#note(now);
    if (now > dueOf(job)) this.overdue++;
    if (job.begun === undefined) this.queue.splice(this.queue.indexOf(job), 1);
    else {
      this.busy--;
      this.#free++;
      this.workedTime += this.#clock.worked(now) - this.#clock.worked(job.begun);
      if (job.ends !== undefined && now >= job.ends) this.done++;
    }
  }

  /** Counts up to now; tasks still open beyond their deadline are late. */
  close(now: number, open: readonly Job[]): void {
    this.#note(now);
    for (const job of open) {
      if (now > dueOf(job)) this.overdue++;
      if (job.begun !== undefined) this.workedTime += this.#clock.worked(now) - this.#clock.worked(job.begun);
    }
  }

  /** Whoever is free takes the next task; gives those that are begun. */
  begin(now: number): Job[] {
    const begun: Job[] = [];
    while (this.#free > 0) {
      const job = this.queue.shift();
      if (!job) break;
      this.#free--;
      this.busy++;
      // whoever is free begins when the office opens
      job.begun = this.#clock.after(now, 0);
      job.ends = this.#clock.after(job.begun, job.work);
      this.waits.push(this.#clock.worked(job.begun) - this.#clock.worked(job.entered));
      begun.push(job);
    }
    this.most = Math.max(this.most, this.queue.length);
    return begun;
  }

  #note(now: number): void {
    const here = this.#clock.worked(now);
    this.queueTime += this.queue.length * (here - this.#last);
    this.#last = here;
  }
}
