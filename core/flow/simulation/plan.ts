import { Temporal } from 'temporal-polyfill';
import type { Duration, ServiceBundle, State } from '#core/definition/types.ts';
import { isDay } from '#core/reference/identifiers.ts';
import { nameOf } from '../position.ts';
import { everyState, isAsk } from '../states.ts';
import type { Both } from '../types.ts';
import { waysOf } from '../ways.ts';
import type { Plan, Spell } from './types.ts';

/** A plan that cannot be run: what it says the service does not have, or the flow does not go on. `says` tells people why. */
export class PlanError extends Error {
  readonly code = 'plan';
  readonly says: Both;

  constructor(uk: string, en: string) {
    super(en);
    this.name = 'PlanError';
    this.says = { uk, en };
  }
}

const PARTS = ['from', 'days', 'seed', 'arrivals', 'staff', 'work', 'answers', 'shares', 'items', 'hours'];
/** As many as a case can deal with (`core/case`). */
const MOST_ITEMS = 250;
/** Fifteen years of days: more is no plan. */
const MOST_DAYS = 5500;

/** A plan with everything said, and what was assumed for that. @throws PlanError */
export class Settled {
  readonly plan: Plan;
  readonly assumed: Both[] = [];
  readonly #states: Map<string, State>;

  constructor(bundle: ServiceBundle, plan: Plan) {
    this.plan = plan;
    this.#states = new Map(everyState(bundle.flow).map(({ path, state }) => [nameOf(path), state]));
    if (!isDay(plan.from))
      throw new PlanError('from: потрібен день, РРРР-ММ-ДД.', 'from is a day, YYYY-MM-DD.');
    if (!Number.isInteger(plan.days) || plan.days < 1 || plan.days > MOST_DAYS)
      throw new PlanError(
        `days: потрібне ціле число від 1 до ${MOST_DAYS}.`,
        `days is a whole number from 1 to ${MOST_DAYS}.`,
      );
    if ('perDay' in plan.arrivals && !(plan.arrivals.perDay > 0 && plan.arrivals.perDay <= 100_000))
      throw new PlanError(
        'arrivals.perDay: потрібне число, більше за 0, до 100 000.',
        'arrivals.perDay is a number above 0, up to 100,000.',
      );
    this.#known('staff', Object.keys(plan.staff ?? {}), Object.keys(bundle.roles ?? {}));
    for (const [role, count] of Object.entries(plan.staff ?? {}))
      if (!Number.isInteger(count) || count < 1)
        throw new PlanError(
          `staff, ${role}: потрібне ціле число, від 1.`,
          `staff of ${role} is a whole number, 1 or more.`,
        );
    const named = [...this.#states.keys()];
    const where = (is: (type: State['type']) => boolean) =>
      [...this.#states].filter(([, { type }]) => is(type)).map(([name]) => name);
    const answering = where((type) => !['task', 'parallel', 'each', 'end'].includes(type));
    this.#known('plan', Object.keys(plan), PARTS);
    this.#known(
      'work',
      Object.keys(plan.work ?? {}),
      where((type) => type === 'task'),
    );
    this.#known('answers', Object.keys(plan.answers ?? {}), answering);
    this.#known(
      'items',
      Object.keys(plan.items ?? {}),
      where((type) => type === 'each'),
    );
    for (const [name, spell] of Object.entries({ ...plan.work, ...plan.answers })) spellOf(name, spell);
    for (const [name, mean] of Object.entries(plan.items ?? {}))
      if (!(mean >= 0 && mean <= MOST_ITEMS))
        throw new PlanError(
          `items, ${name}: потрібне число від 0 до ${MOST_ITEMS}.`,
          `items of ${name} is a number from 0 to ${MOST_ITEMS}.`,
        );
    for (const [place, given] of Object.entries(plan.shares ?? {})) this.#shares(place, given, named);
  }

  #known(word: string, names: string[], there: string[]): void {
    for (const name of names) if (!there.includes(name)) throw unknown(word, name, there);
  }

  /** `state` or `state.way`. */
  #shares(place: string, given: { [way: string]: number }, named: string[]): void {
    const [name = '', way] = place.split('.');
    const state = this.#states.get(name);
    if (!state) throw unknown('shares', name, named);
    const ways = waysOf(state);
    const keys = [...new Set(ways.map((w) => w.action ?? w.kind))];
    if (way !== undefined) this.#known(`shares of ${name}`, [way], keys);
    const there =
      way === undefined ? keys : ways.filter((w) => (w.action ?? w.kind) === way).map((w) => w.to);
    this.#known(`shares of ${place}`, Object.keys(given), there);
    for (const [key, share] of Object.entries(given))
      if (!(share >= 0))
        throw new PlanError(
          `shares, ${place}, ${key}: потрібне число, від 0.`,
          `shares of ${place}: ${key} is a number, 0 or more.`,
        );
  }

  staff(role: string, title: Both): number {
    const count = this.plan.staff?.[role];
    if (count === undefined)
      this.#assume(`людей у ролі «${title.uk}»: 1`, `people in the role “${title.en}”: 1`);
    return count ?? 1;
  }

  /** Minutes of work of a task. */
  work(name: string): Spell {
    const spell = this.plan.work?.[name];
    if (spell === undefined)
      this.#assume(`робота над ${name}: у середньому 30 хв`, `work on ${name}: 30 minutes on average`);
    return spell ?? 30;
  }

  /** Hours until an answer. */
  answer(name: string, due: Duration | undefined): Spell {
    const spell = this.plan.answers?.[name];
    if (spell !== undefined) return spell;
    const state = this.#states.get(name);
    if (state && isAsk(state) && state.type !== 'pay' && state.type !== 'sign') {
      this.#assume(`відповідь у ${name}: за хвилину`, `answer in ${name}: in a minute`);
      return { mean: 1 / 60, spread: 'fixed' };
    }
    const half = due === undefined ? 24 : hoursOf(due) / 2;
    this.#assume(
      `відповідь у ${name}: у середньому ${half} год`,
      `answer in ${name}: ${half} hours on average`,
    );
    return half;
  }

  /** How often ways are taken; null where nothing is said. */
  shares(place: string): { [way: string]: number } | null {
    return this.plan.shares?.[place] ?? null;
  }

  items(name: string): number {
    const mean = this.plan.items?.[name];
    if (mean === undefined)
      this.#assume(`елементів у переліку ${name}: 1`, `items in the list of ${name}: 1`);
    return mean ?? 1;
  }

  #assume(uk: string, en: string): void {
    if (!this.assumed.some((text) => text.uk === uk)) this.assumed.push({ uk, en });
  }
}

const unknown = (word: string, name: string, there: string[]): PlanError =>
  new PlanError(
    `${word}: немає такого: ${name}. Є: ${there.join(', ')}.`,
    `${word}: there is no ${name}. There are: ${there.join(', ')}.`,
  );

/** @throws PlanError where a spell is none */
function spellOf(name: string, spell: Spell): void {
  const mean = typeof spell === 'number' ? spell : spell?.mean;
  const spread = typeof spell === 'number' ? 'exponential' : spell?.spread;
  if (!(mean >= 0 && Number.isFinite(mean)) || !['exponential', 'fixed', 'even'].includes(spread))
    throw new PlanError(
      `${name}: потрібне число або { mean, spread: exponential | fixed | even }.`,
      `${name} is a number, or { mean, spread: exponential | fixed | even }.`,
    );
}

/** About how many hours a duration has; a working day is one of the clock. */
function hoursOf(duration: Duration): number {
  if (typeof duration !== 'string') return 'hours' in duration ? duration.hours : duration.workingDays * 24;
  const { years, months, weeks, days, hours, minutes } = Temporal.Duration.from(duration);
  return (years * 365 + months * 30 + weeks * 7 + days) * 24 + hours + minutes / 60;
}
