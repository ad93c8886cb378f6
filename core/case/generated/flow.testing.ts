import type { Flow, State, Target } from '#core/definition/index.ts';
import { condition, type Scope } from './conditions.testing.ts';
import type { Draw } from './draw.testing.ts';
import { type Around, type Sketch, sketch } from './states.testing.ts';

/** Where the states of a flow may lead: the next one, a way aside, the way back. Only tests import this. */
export type Ways = {
  next: Target;
  /** A later state or an end that is not the main one. */
  aside(): Target;
  /** The same without conditions. */
  plain(): string;
  /** The decision: nobody passes by it. */
  isGate: boolean;
  /** An earlier state, this one included: only people may go there, or a case could circle alone. */
  back(): Target;
  /** Going on may come to a refusal with nobody asked in between. */
  mayRefuse: boolean;
  /** A party state that fields can be marked for, where the flow has one. */
  correction: string | undefined;
};

/** Fills a state in: its own words, and where it leads. */
export type Fill = (flow: Drawn, one: Sketch, ways: Ways) => State;

const OUTSIDE = ['refused', 'left', 'cancelled', 'partly', 'withdrawn'] as const;

/** One flow being drawn: a chain of states to its main end, with ways aside and back. */
export class Drawn {
  readonly around: Around;
  readonly fill: Fill;
  readonly depth: number;
  readonly chain: readonly Sketch[];
  readonly scope: Scope;
  /** The party that an item around is. */
  readonly owner: boolean;
  /** The state whose officer four eyes may exclude: every case has passed it. */
  readonly first: string | undefined;
  readonly #ends = new Map<string, { name: string; state: State }>();
  /** After this one nothing but the decision is done: nobody passes by it. */
  readonly #gate: number;

  constructor(
    around: Around,
    place: { fill: Fill; depth: number; scope?: Scope; owner?: boolean; first?: string },
  ) {
    this.around = around;
    this.fill = place.fill;
    this.depth = place.depth;
    this.owner = place.owner === true;
    const { draw } = around;
    const isTop = place.scope === undefined;
    const chain = Array.from({ length: draw.between(1, isTop ? 6 : 2) }, () => sketch(around, place.depth));
    this.#gate = isTop ? chain.length : Number.POSITIVE_INFINITY;
    if (isTop) {
      chain.push(sketch(around, place.depth, 'task'));
      if (draw.once(2)) chain.push(sketch(around, 0, draw.of(['issue', 'publish', 'wait'])));
    }
    this.chain = chain;
    this.first = place.first ?? (chain[0]?.type === 'task' ? chain[0].name : undefined);
    const outer = place.scope ?? {
      certain: around.form.certain,
      results: [],
      answers: [],
      groups: [],
      looks: around.form.looks,
      asked: new Set(),
      isPlain: around.isPlain,
    };
    this.scope = {
      ...outer,
      results: [...outer.results, ...chain.filter(({ actions }) => actions.length > 0)],
      answers: [
        ...outer.answers,
        ...chain.flatMap(({ type, as }) => (type === 'call' && as !== undefined ? [as] : [])),
      ],
      groups: [...outer.groups, ...chain.filter(({ type }) => type === 'parallel' || type === 'each')],
    };
  }

  get isTop(): boolean {
    return this.#gate !== Number.POSITIVE_INFINITY;
  }

  get draw(): Draw {
    return this.around.draw;
  }

  flow(): Flow {
    const states = this.chain.map((one, n): [string, State] => [
      one.name,
      this.fill(this, one, this.#waysOf(n)),
    ]);
    return {
      initial: this.chain[0]?.name ?? '',
      states: Object.fromEntries([
        ...states,
        ...[...this.#ends.values()].map(({ name, state }): [string, State] => [name, state]),
      ]),
    };
  }

  /** A condition over what may be known here. */
  condition(leaving?: string): string {
    // of the state that is left it is known what was done
    const results = this.scope.results.filter(({ name }) => name !== leaving);
    return condition(this.draw, { ...this.scope, results });
  }

  #waysOf(n: number): Ways {
    const main = this.chain[n + 1]?.name ?? this.#end(this.isTop ? 'granted' : 'yes');
    const last = n < this.#gate ? this.#gate : this.chain.length - 1;
    const aside = (): string => {
      const later = this.chain.slice(n + 1, last + 1).map(({ name }) => name);
      return later.length > 0 && this.draw.once(2) ? this.draw.of(later) : this.#asideEnd(n);
    };
    const after = this.chain[n + 1]?.type;
    const next = this.draw.once(4) ? this.#branched(n, aside, main) : main;
    return {
      next,
      mayRefuse: typeof next !== 'string' || after === 'issue' || after === 'publish',
      aside: () => (this.draw.once(5) ? this.#branched(n, aside, main) : aside()),
      plain: aside,
      isGate: n === this.#gate,
      back: () => (this.chain[this.draw.below(n + 1)] as Sketch).name,
      correction: this.chain.find(({ type }) => type === 'party')?.name,
    };
  }

  #branched(n: number, aside: () => string, main: string): Target {
    const leaving = this.chain[n]?.name;
    const ways = [{ when: this.condition(leaving), to: aside() }];
    if (this.draw.once(3)) ways.push({ when: 'form.partner.email != null', to: aside() });
    return [...ways, { to: main }];
  }

  #asideEnd(n: number): string {
    if (!this.isTop) return this.#end(this.draw.of(['no', 'maybe']));
    const kind = this.draw.of(OUTSIDE);
    return this.#end(kind === 'partly' && n < this.#gate ? 'left' : kind);
  }

  /** An end is drawn once something leads to it. */
  #end(outcome: string): string {
    const known = this.#ends.get(outcome);
    if (known) return known.name;
    const name = this.around.fresh(outcome);
    const kind = this.isTop ? { kind: outcome as 'granted' } : {};
    const notify = this.isTop && this.draw.once(3) ? { notify: [this.draw.of(this.around.messages)] } : {};
    this.#ends.set(outcome, { name, state: { type: 'end', outcome, ...kind, ...notify } });
    return name;
  }
}
