import type { State } from '#core/definition/types.ts';
import { reached } from '../reach.ts';
import { feelOfJuel } from './juel.ts';
import type { Ways } from './making.ts';
import type { Element, Way } from './process.ts';
import * as say from './say.ts';
import { branched, type Target, targets } from './target.ts';

/** The ways of a gateway, in order, the one that is left last; `unread` where a condition is no FEEL. */
type Read = {
  readonly ways: readonly { readonly way: Way; readonly when?: string }[];
  readonly unread: readonly Way[];
};

const GATEWAY = /^(Exclusive|Inclusive|Complex)Gateway$/;

/** Gateways: their conditions, where these are known, else a person chooses. */
export class Branching {
  readonly #scope: Ways;

  constructor(scope: Ways) {
    this.#scope = scope;
  }

  #read(gateway: Element): Read {
    const ways: { way: Way; when?: string }[] = [];
    const rest: Way[] = [];
    const unread: Way[] = [];
    for (const way of gateway.ways) {
      const when =
        way.condition === undefined ? undefined : feelOfJuel(way.condition, this.#scope.making.entered);
      if (way.id === gateway.otherwise || way.condition === undefined) rest.push(way);
      else if (when === undefined) unread.push(way);
      else ways.push({ way, when });
    }
    return { ways: [...ways, ...rest.map((way) => ({ way }))], unread };
  }

  /** Where a gateway leads. */
  choose(gateway: Element): Target {
    const { ways, unread } = this.#read(gateway);
    const { report } = this.#scope.given;
    const isPlain = gateway.type === 'ExclusiveGateway' && unread.length === 0;
    for (const { way, when } of ways)
      if (when !== undefined)
        report.tell('condition', isPlain ? 'exact' : 'left', way.id, isPlain ? say.CONDITION : say.CHOSEN, {
          shown: way.condition ?? '',
          simple: true,
        });
    for (const way of unread)
      report.tell('condition', 'left', way.id, say.CHOSEN, { shown: way.condition ?? '', simple: false });
    if (isPlain) {
      report.tell('state', 'exact', gateway.id, say.GATEWAY);
      return branched(ways.map(({ way, when }) => ({ when, target: this.#scope.go(way.to) })));
    }
    return this.#decision(gateway);
  }

  /** A task in which an officer says which way the case goes. */
  #decision(gateway: Element): string {
    const { given, states } = this.#scope;
    const own = this.#scope.making.nameOf(gateway.id);
    // several ways may lead from what is a state already: the choice comes after it
    const name = Object.hasOwn(states, own) ? given.naming.name(`${own}Decision`) : own;
    const state: { [word: string]: unknown } = {
      type: 'task',
      title: gateway.name === '' ? say.DECISION : given.words(gateway.name),
      role: given.role,
      due: { workingDays: 5 },
      overdue: { raise: given.role },
    };
    states[name] = state as unknown as State;
    state.actions = this.#actionsOf(gateway.ways);
    given.report.tell('state', 'approximated', gateway.id, say.DECIDED, { to: `/flow/states/${name}` });
    return name;
  }

  #actionsOf(ways: readonly Way[]): { [name: string]: unknown } {
    return Object.fromEntries(
      ways.map((way, n) => [
        `way${n + 1}`,
        {
          title: way.name === '' ? say.WAY(n + 1) : this.#scope.given.words(way.name),
          to: targets(this.#scope.go(way.to)),
        },
      ]),
    );
  }

  /**
   * The actions of a task: one, or a choice where several ways lead from it, or a gateway that no condition decides comes straight
   * after it.
   */
  actions(task: Element, name: string): { [name: string]: unknown } {
    const [way, more] = task.ways;
    const next = more ? task : way && this.#scope.making.elements.get(way.to);
    if (next && (more || GATEWAY.test(next.type)) && next.ways.length > 1) {
      const { unread } = this.#read(next);
      if (more || unread.length > 0) {
        const { report } = this.#scope.given;
        this.#scope.making.visited.add(next.id);
        for (const { id, condition } of next.ways)
          if (condition !== undefined)
            report.tell('condition', 'left', id, say.CHOSEN, {
              shown: condition,
              simple: !unread.some((one) => one.id === id),
            });
        report.tell('state', 'approximated', next.id, say.DECIDED);
        return this.#actionsOf(next.ways);
      }
    }
    return { [name]: { title: name === 'sign' ? say.SIGN : say.NEXT, to: targets(this.#scope.after(task)) } };
  }

  /** Branches side by side, up to the gateway where all of them meet. */
  parallel(gateway: Element, name: string): string {
    const { making, given, states } = this.#scope;
    const join = this.#meeting(gateway);
    const state: { [word: string]: unknown } = {
      type: 'parallel',
      ...(gateway.name === '' ? {} : { title: given.words(gateway.name) }),
      join: { outcome: 'done', need: 'all' },
    };
    states[name] = state as unknown as State;
    state.branches = Object.fromEntries(
      gateway.ways.map((way, n) => [`branch${n + 1}`, making.flow(way.to, join?.id)]),
    );
    if (join) making.visited.add(join.id);
    state.next = join ? targets(this.#scope.after(join)) : this.#scope.ended();
    state.otherwise = this.#scope.end('cancelled', 'cancelled', say.CANCELLED);
    given.report.tell(
      'state',
      join ? 'exact' : 'approximated',
      gateway.id,
      join ? say.PARALLEL : say.NO_JOIN,
      { to: `/flow/states/${name}` },
    );
    return name;
  }

  /** The nearest parallel gateway to which every branch leads. */
  #meeting(gateway: Element): Element | undefined {
    const { elements } = this.#scope.making;
    const waysOf = (id: string) => (elements.get(id)?.ways ?? []).map(({ to }) => to);
    const [first, ...rest] = gateway.ways.map(({ to }) => reached([to], waysOf));
    return [...(first ?? [])]
      .flatMap((id) => elements.get(id) ?? [])
      .find(({ id, type }) => type === 'ParallelGateway' && rest.every((others) => others.has(id)));
  }
}
