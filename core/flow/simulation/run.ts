import type { Live, ServiceBundle, State } from '#core/definition/types.ts';
import { joinState } from '../join.ts';
import { flowOf, groupOf, inside, join, nameOf } from '../position.ts';
import { connectorOf } from '../proof/connector.ts';
import { flowAt, isAsk, stateAt } from '../states.ts';
import type { Length } from '../terms.ts';
import type { Path } from '../types.ts';
import { type Way, waysOf } from '../ways.ts';
import { Agenda } from './agenda.ts';
import { Chances } from './chances.ts';
import type { Clock } from './clock.ts';
import { PlanError, type Settled } from './plan.ts';
import { newCase, type Running, type Stay } from './running.ts';
import type { Job, Staff } from './staff.ts';

type Happening =
  | { what: 'arrives'; next: number }
  | { what: 'answers' | 'due' | 'done'; kase: Running; path: Path; visit: number }
  | { what: 'term'; kase: Running; due: number }
  | { what: 'midnight' };

/** A case that enters one state more often than this at one moment goes on so for ever. */
const MOST_AT_ONCE = 100;

/** A run: cases come, wait for people and systems, and go on, moment by moment. Conditions are drawn by their shares. */
export class Run {
  readonly bundle: ServiceBundle;
  readonly live: Pick<Live, 'connectors' | 'agencies'>;
  readonly clock: Clock;
  readonly settled: Settled;
  readonly chances: Chances;
  readonly staff: Map<string, Staff>;
  readonly cases: Running[] = [];
  /** Stays that are over, by state: days. */
  readonly stays = new Map<Path, number[]>();
  readonly days: string[] = [];
  readonly queues = new Map<string, number[]>();
  readonly #agenda = new Agenda<Happening>();
  readonly #jobs = new Map<Job, { kase: Running; stay: Stay }>();
  #arrivals: readonly number[] = [];
  #visits = 0;
  #visited: string[] = [];
  now = 0;

  constructor(
    given: { bundle: ServiceBundle; live: Pick<Live, 'connectors' | 'agencies'> },
    settled: Settled,
    clock: Clock,
    staff: Map<string, Staff>,
    seed: number,
  ) {
    this.bundle = given.bundle;
    this.live = given.live;
    this.settled = settled;
    this.clock = clock;
    this.staff = staff;
    this.chances = new Chances(settled, seed);
  }

  /** Runs from the arrivals to a moment. */
  through(arrivals: readonly number[], midnights: readonly number[], until: number): void {
    this.#arrivals = arrivals;
    this.#awaitNext(0);
    for (const at of midnights) this.#agenda.put(at, { what: 'midnight' });
    for (let next = this.#agenda.take(); next && next.at <= until; next = this.#agenda.take()) {
      this.now = next.at;
      this.#happens(next.what);
    }
    this.now = until;
  }

  /** One arrival brings the next, so that the agenda stays short. */
  #awaitNext(n: number): void {
    const at = this.#arrivals[n];
    if (at !== undefined) this.#agenda.put(at, { what: 'arrives', next: n + 1 });
  }

  #happens(what: Happening): void {
    switch (what.what) {
      case 'arrives': {
        this.#awaitNext(what.next);
        const kase = newCase(this.now);
        this.cases.push(kase);
        this.#move(kase, () => this.#enter(kase, '', this.bundle.flow.initial));
        break;
      }
      case 'midnight':
        this.days.push(this.clock.date(this.now - 1));
        for (const [role, { queue }] of this.staff) {
          const lengths = this.queues.get(role) ?? [];
          this.queues.set(role, lengths);
          lengths.push(queue.length);
        }
        return;
      case 'term':
        this.#termEnds(what.kase, what.due);
        break;
      default: {
        const stay = what.kase.stays.get(what.path);
        if (!stay || stay.visit !== what.visit) return;
        const way = what.what === 'due' ? this.#late(stay) : this.#drawn(what.kase, stay);
        if (way) this.#move(what.kase, () => this.#leave(what.kase, stay, way));
      }
    }
  }

  /** A change of a case, and what it does to the term in law. */
  #move(kase: Running, change: () => void): void {
    this.#visited = [];
    change();
    this.#term(kase);
    // only now: nobody begins what the case leaves on its way
    for (const one of this.staff.values()) this.#begun(one.begin(this.now));
  }

  #leave(kase: Running, stay: Stay, way: Way): void {
    const key = `${stay.path}.${way.action}`;
    kase.taken.set(key, (kase.taken.get(key) ?? 0) + 1);
    this.#drop(kase, stay.path);
    this.#enter(kase, flowOf(stay.path), way.to);
  }

  /** Takes a place off, and all inside it. */
  #drop(kase: Running, path: Path): void {
    for (const [at, stay] of kase.stays) {
      if (at !== path && !inside(at, path)) continue;
      kase.stays.delete(at);
      // a state always follows the number of its item
      const plain = at.replace(/\/\d+\//g, '/*/');
      const known = this.stays.get(plain) ?? [];
      this.stays.set(plain, known);
      known.push((this.now - stay.entered) / 86_400_000);
      if (!stay.job) continue;
      this.#jobs.delete(stay.job);
      this.staff.get(stay.job.role)?.leave(stay.job, this.now);
    }
  }

  #enter(kase: Running, flow: Path, name: string): void {
    const path = join(flow, name);
    const state = stateAt(this.bundle.flow, path);
    if (!state) throw new PlanError(`Немає стану ${path}.`, `There is no state ${path}.`);
    this.#passes(kase, path);
    this.#visited.push(name);
    if (state.type === 'end') {
      this.#end(kase, flow, state);
      return;
    }
    const stay: Stay = { path, state, entered: this.now, visit: ++this.#visits };
    kase.stays.set(path, stay);
    const due = this.#dueOf(state);
    if (due !== undefined && this.#late(stay))
      this.#agenda.put(due, { what: 'due', kase, path, visit: stay.visit });
    if (state.type === 'task') this.#toStaff(kase, stay, state, due);
    else if (state.type === 'parallel' || state.type === 'each') this.#open(kase, stay, state);
    else this.#agenda.put(this.#answersAt(state, name), { what: 'answers', kase, path, visit: stay.visit });
  }

  /** A flow may come back to a state, but not again and again while no time passes. */
  #passes(kase: Running, path: Path): void {
    const before = kase.entered.get(path);
    const times = before?.at === this.now ? before.times + 1 : 1;
    kase.entered.set(path, { at: this.now, times });
    if (times > MOST_AT_ONCE)
      throw new PlanError(
        `${path}: справа ходить по колу, а час не йде.`,
        `${path}: the flow circles and no time passes.`,
      );
  }

  #toStaff(
    kase: Running,
    stay: Stay,
    state: Extract<State, { type: 'task' }>,
    due: number | undefined,
  ): void {
    const name = nameOf(stay.path);
    const work = this.chances.time(name, this.settled.work(name)) * 60_000;
    const job: Job = { role: state.role, path: stay.path, entered: this.now, due, work };
    stay.job = job;
    this.#jobs.set(job, { kase, stay });
    this.staff.get(state.role)?.put(job, this.now);
  }

  #begun(jobs: Job[]): void {
    for (const job of jobs) {
      const of = this.#jobs.get(job);
      if (of)
        this.#agenda.put(job.ends ?? this.now, {
          what: 'done',
          kase: of.kase,
          path: of.stay.path,
          visit: of.stay.visit,
        });
    }
  }

  #open(kase: Running, { path }: Stay, state: Extract<State, { type: 'parallel' | 'each' }>): void {
    for (const flow of [...kase.outcomes.keys()]) if (inside(flow, path)) kase.outcomes.delete(flow);
    for (const action of [...kase.taken.keys()]) if (inside(action, path)) kase.taken.delete(action);
    const children =
      state.type === 'parallel'
        ? Object.keys(state.branches)
        : Array.from({ length: this.chances.count(nameOf(path)) }, (_, n) => String(n + 1));
    kase.items.set(path, children.length);
    if (children.length === 0) this.#join(kase, path);
    for (const child of children) {
      const inner = join(path, child);
      if (!kase.stays.has(path)) return;
      this.#enter(kase, inner, flowAt(this.bundle.flow, inner)?.initial ?? '');
    }
  }

  #end(kase: Running, flow: Path, state: Extract<State, { type: 'end' }>): void {
    const group = groupOf(flow);
    if (group === null) {
      kase.ended = { outcome: state.outcome, at: this.now };
      return;
    }
    kase.outcomes.set(flow, state.outcome);
    this.#join(kase, group);
  }

  #join(kase: Running, path: Path): void {
    const stay = kase.stays.get(path);
    if (stay?.state.type !== 'parallel' && stay?.state.type !== 'each') return;
    const { state } = stay;
    const names =
      state.type === 'parallel'
        ? Object.keys(state.branches)
        : Array.from({ length: kase.items.get(path) ?? 0 }, (_, n) => String(n + 1));
    const outcomes = names.map((name) => kase.outcomes.get(join(path, name)));
    const { outcome, need } = state.join;
    let kind: 'met' | 'lost';
    // an outcome and how many of them, or else a condition
    if (outcome === undefined || need === undefined) {
      if (outcomes.includes(undefined)) return;
      kind = this.chances.joined(nameOf(path));
    } else {
      const result = joinState(outcomes, outcome, need);
      if (result === 'open') return;
      kind = result;
    }
    const way = this.chances.entry(
      nameOf(path),
      kind,
      waysOf(state).filter((w) => w.kind === kind),
    );
    if (way) this.#leave(kase, stay, way);
  }

  /** One of the ways that are open, by their shares. */
  #drawn(kase: Running, stay: Stay): Way | undefined {
    const ways = waysOf(stay.state).filter((way) => {
      const taken = kase.taken.get(`${stay.path}.${way.action}`) ?? 0;
      return way.kind !== 'due' && taken < (way.atMost ?? Number.POSITIVE_INFINITY);
    });
    return this.chances.way(nameOf(stay.path), ways);
  }

  /** Where a deadline leads; undefined where the case stays. */
  #late({ state, path }: Stay): Way | undefined {
    const ways = waysOf(state);
    const own = ways.filter((w) => w.kind === 'due');
    if (own.length > 0) return this.chances.entry(nameOf(path), 'due', own);
    if ('overdue' in state && state.overdue !== undefined) return undefined;
    const kind = state.type === 'reserve' ? 'none' : 'failed';
    return this.chances.entry(
      nameOf(path),
      kind,
      ways.filter((w) => w.kind === kind),
    );
  }

  #dueOf(state: State): number | undefined {
    const own = 'due' in state ? state.due : undefined;
    const due = own ?? (isAsk(state) ? connectorOf(this, state)?.due : undefined);
    return due === undefined ? undefined : this.clock.due(this.now, due);
  }

  #answersAt(state: State, name: string): number {
    if (state.type === 'wait' && state.for !== undefined) return this.clock.due(this.now, state.for);
    const spell = this.settled.answer(name, 'due' in state ? state.due : undefined);
    return this.now + this.chances.time(name, spell) * 3_600_000;
  }

  /** The term in law after a move, as `core/case` has it: begun, paused, gone on, or stopped. */
  #term(kase: Running): void {
    const rule = this.bundle.decideWithin;
    const stops = kase.ended !== undefined || this.#visited.some((s) => rule?.until.includes(s));
    if (stops) this.#judge(kase);
    if (!rule || stops) return;
    const atOnce = rule.from === 'submitted' || rule.from === 'registered';
    const begins = atOnce ? kase.judged === undefined : this.#visited.includes(rule.from);
    const length = lengthOf(rule);
    if (!kase.term && begins) this.#termUntil(kase, this.clock.due(this.now, length));
    const { term } = kase;
    if (!term) return;
    const pauses = [...kase.stays.keys()].some((path) => rule.pausedIn?.includes(nameOf(path)));
    if (pauses && term.left === undefined) term.left = this.clock.left(this.now, term.due, length);
    else if (!pauses && term.left !== undefined)
      this.#termUntil(kase, this.clock.goesOn(this.now, term.left, length));
  }

  /** The term stops: in time or late. It may begin again where the flow comes back to its beginning. */
  #judge(kase: Running): void {
    const { term } = kase;
    if (!term) return;
    const late = term.left === undefined && this.now > term.due;
    if (late || kase.judged === undefined) kase.judged = late ? 'late' : 'inTime';
    delete kase.term;
  }

  #termUntil(kase: Running, due: number): void {
    kase.term = { due };
    this.#agenda.put(due, { what: 'term', kase, due });
  }

  /** Silence means consent or refusal: the case is taken from wherever it stands. */
  #termEnds(kase: Running, due: number): void {
    const to = this.bundle.decideWithin?.overdue.to;
    const runs = kase.term?.due === due && kase.term.left === undefined;
    const name = typeof to === 'string' ? to : to?.at(-1)?.to;
    if (!runs || name === undefined) return;
    this.#move(kase, () => {
      for (const path of [...kase.stays.keys()]) this.#drop(kase, path);
      this.#enter(kase, '', name);
    });
  }
}

/** The length of the term in its one unit. */
export function lengthOf(rule: {
  workingDays?: number;
  days?: number;
  hours?: number;
}): Exclude<Length, string> {
  if (rule.workingDays !== undefined) return { workingDays: rule.workingDays };
  return rule.hours === undefined ? { days: rule.days ?? 0 } : { hours: rule.hours };
}
