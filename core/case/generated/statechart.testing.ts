import { and, assign, createMachine, or, stateIn } from 'xstate';
import type { Flow, State, Target } from '#core/definition/index.ts';
import { compile, evaluate } from '#core/expression/index.ts';
import { inside, join } from '#core/flow/position.ts';
import type { JsonObject, Path } from '#core/flow/types.ts';

/**
 * A flow as a statechart, for what both can express: states by path, a way out as the event `path way`, joins as guards over
 * final states, each item a region. Nothing of the engine of cases is used, so that the two can be compared. Only tests import this.
 */
export function statechart(flow: Flow, form: JsonObject) {
  return createMachine({ context: { times: {} }, ...new Chart(form).flow(flow, '') } as never);
}

type Guard = unknown;
type Told = { event: { type: string; code?: string }; context: { times: { [way: string]: number } } };

class Chart {
  readonly #form: JsonObject;

  constructor(form: JsonObject) {
    this.#form = form;
  }

  flow({ initial, states }: Flow, at: Path): object {
    const all = Object.entries(states).map(([name, state]) => [name, this.#state(state, join(at, name))]);
    return { initial, states: Object.fromEntries(all) };
  }

  #state(state: State, path: Path): object {
    const id = { id: path };
    switch (state.type) {
      case 'end':
        return { ...id, type: 'final' };
      case 'parallel':
        return { ...id, ...this.#group(state, path, Object.entries(state.branches)) };
      case 'each': {
        const count = (this.#value(state.of) as unknown[]).length;
        const items = Array.from({ length: count }, (_, n): [string, Flow] => [String(n + 1), state.flow]);
        return { ...id, ...this.#group(state, path, items) };
      }
      default:
        return { ...id, on: this.#ways(state, path), always: this.#atOnce(state) };
    }
  }

  /** Regions that are left as soon as their join is met or lost. */
  #group(
    state: Extract<State, { type: 'parallel' | 'each' }>,
    path: Path,
    children: readonly (readonly [string, Flow])[],
  ): object {
    const { outcome, need } = state.join;
    const ended = (isGood: boolean) =>
      children.map(([name, { states }]) => {
        const ends = Object.entries(states).flatMap(([end, one]) =>
          one.type === 'end' && (one.outcome === outcome) === isGood ? [join(join(path, name), end)] : [],
        );
        return or(ends.map((end) => stateIn(`#${end}`)) as never);
      });
    const needed = need === 'all' ? children.length : need === 'any' ? 1 : Number(need);
    const always = [
      ...this.#target(state.next, atLeast(needed, ended(true))),
      ...this.#target(state.otherwise, atLeast(children.length - needed + 1, ended(false))),
    ];
    if (children.length === 0) return { always };
    const regions = children.map(([name, flow]) => [name, this.flow(flow, join(path, name))]);
    return {
      type: 'parallel',
      states: Object.fromEntries(regions),
      always,
      on: this.#due(state, path),
      // what was done inside is counted anew on every visit
      entry: assign(({ context }: Told) => ({
        times: Object.fromEntries(Object.entries(context.times).filter(([way]) => !inside(way, path))),
      })),
    };
  }

  #ways(state: State, path: Path): object {
    const on = (way: string, target: Target | undefined) =>
      target === undefined ? {} : { [`${path} ${way}`]: this.#target(target) };
    const due = this.#due(state, path);
    switch (state.type) {
      case 'task':
      case 'party':
        return Object.assign(
          due,
          ...Object.entries(state.actions).map(([name, { to, when, atMost }]) => {
            const way = `${path} ${name}`;
            const offered = when === undefined ? [] : [() => this.#value(when) === true];
            const often = ({ context }: Told) =>
              (context.times[way] ?? 0) < (atMost ?? Number.POSITIVE_INFINITY);
            const counts = assign(({ context }: Told) => ({
              times: { ...context.times, [way]: (context.times[way] ?? 0) + 1 },
            }));
            const ways = this.#target(to, and([often, ...offered] as never));
            return { [way]: ways.map((one) => ({ ...one, actions: counts })) };
          }),
        );
      case 'call':
      case 'issue':
        return {
          ...on('answered', state.next),
          ...on('failed', state.failed),
          ...on('due', state.failed),
          ...due,
        };
      case 'reserve':
        return {
          ...on('answered', state.next),
          ...on('failed', state.none),
          ...on('due', state.none),
          ...due,
        };
      case 'sign':
        return { ...on('answered', state.next), ...on('declined', state.declined), ...due };
      case 'collect':
        return { ...on('answered', state.next), ...on('tooFew', state.tooFew), ...due };
      case 'wait':
        return { ...on(state.event ? 'told' : 'until', state.next), ...due };
      case 'pay':
      case 'start':
      case 'publish':
        return { ...on('answered', state.next), ...due };
      default:
        return {};
    }
  }

  #due(state: State, path: Path): object {
    const to = 'overdue' in state ? state.overdue?.to : undefined;
    return to === undefined ? {} : { [`${path} due`]: this.#target(to) };
  }

  /** A fee that is forgiven, cases of which none is started. */
  #atOnce(state: State): object[] {
    if (state.type === 'pay' && state.exempt?.some(({ when }) => this.#value(when) === true))
      return this.#target(state.next);
    if (state.type !== 'start') return [];
    const started = Object.values(state.cases).some(
      ({ when }) => when === undefined || this.#value(when) === true,
    );
    return started ? [] : this.#target(state.next);
  }

  /** The entries of a target in their order, each under its condition and perhaps another guard. */
  #target(target: Target, guard?: Guard): object[] {
    const ways = typeof target === 'string' ? [{ to: target }] : target;
    return ways.map((way) => {
      const when = 'when' in way ? way.when : undefined;
      const holds = ({ event }: Told) =>
        this.#value(when ?? 'true', { failure: { code: event.code ?? null } });
      const all = [...(guard === undefined ? [] : [guard]), ...(when === undefined ? [] : [holds])];
      return { target: way.to, ...(all.length > 0 ? { guard: and(all as never) } : {}) };
    });
  }

  #value(source: string, more: JsonObject = {}): unknown {
    const names = { form: this.#form, ...more };
    return evaluate(compile(source, Object.keys(names)), names);
  }
}

/** At least so many of the guards hold. */
function atLeast(count: number, guards: readonly Guard[]): Guard {
  if (count <= 0) return () => true;
  if (count > guards.length) return () => false;
  const [first, ...rest] = guards;
  const withFirst = and([first, atLeast(count - 1, rest)] as never);
  return count > rest.length ? withFirst : or([withFirst, atLeast(count, rest)] as never);
}

/** Where a statechart stands, as paths of states; those of the case come from its position. */
export function configuration(value: unknown, flow: Path = ''): Path[] {
  if (typeof value === 'string') return [join(flow, value)];
  return Object.entries(value as object).flatMap(([name, regions]) => {
    const path = join(flow, name);
    const below = Object.entries(regions as object).flatMap(([key, one]) =>
      configuration(one, join(path, key)),
    );
    return [path, ...below];
  });
}
