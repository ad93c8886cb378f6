import type { State, Target } from '#core/definition/types.generated.ts';
import { joinState } from '#core/flow/join.ts';
import {
  flowOf,
  groupOf,
  inside,
  join,
  nameOf,
  positionAt,
  statesOf,
  withPosition,
} from '#core/flow/position.ts';
import { flowAt, stateAt } from '#core/flow/states.ts';
import type { Json, JsonObject, Path, Position } from '#core/flow/types.ts';
import { batchOf, hasRoom, MOST_PLACES } from './batch.ts';
import type { Outcome, PartyData, PartyMeta } from './event.ts';
import { isTrue, listOf } from './feel.ts';
import { namesOf } from './names.ts';
import { opened } from './open.ts';
import type { Place } from './place.ts';
import { fault } from './refuse.ts';
import type { Turn } from './turn.ts';
import type { Case } from './types.ts';

/** More steps than this in one command mean that the flow circles without a person. */
const MOST_STEPS = 500;
/** A longer list is no list of parties to a case. */
const MOST_ITEMS = 250;

/** The flow running from one waiting place until it rests again; told to the case as one `moved` event by `settle`. */
export class Walk {
  readonly turn: Turn;
  position: Position | null;
  readonly left = new Set<Path>();
  readonly cancelled = new Set<Path>();
  readonly entered = new Map<Path, Place>();
  readonly states: Path[] = [];
  readonly outcomes: { [path: Path]: string };
  readonly joined: { [path: Path]: boolean } = {};
  readonly items: { [path: Path]: { [key: string]: Json } } = {};
  readonly asks: { [path: Path]: JsonObject } = {};
  readonly parties: { [key: string]: { meta: PartyMeta; data: PartyData } } = {};
  messages: { message: string; path: Path }[] = [];
  ended: Omit<Outcome, 'retention'> | undefined;
  #steps = 0;

  constructor(turn: Turn) {
    this.turn = turn;
    this.position = turn.case.position;
    this.outcomes = { ...turn.case.outcomes };
  }

  /** The case as it will be, for expressions. */
  get case(): Case {
    const kase = this.turn.case;
    const parties = Object.entries(this.parties);
    return {
      ...kase,
      outcomes: this.outcomes,
      parties: { ...kase.parties, ...Object.fromEntries(parties.map(([k, p]) => [k, p.meta])) },
      data: {
        ...kase.data,
        items: { ...kase.data.items, ...this.items },
        parties: {
          ...kase.data.parties,
          ...Object.fromEntries(parties.map(([k, p]) => [k, p.data])),
        },
      },
    };
  }

  names(flow: Path): JsonObject {
    return namesOf(this.turn.service, this.case, flow, this.turn.now);
  }

  /** Leaves a waiting place for a target in the same flow. `also`: names that are known only on the way out (`failure`). */
  leave(path: Path, target: Target, also: JsonObject = {}): void {
    this.#drop(path, this.left);
    const flow = flowOf(path);
    this.enter(flow, this.#resolve(flow, target, also));
  }

  /** Takes everything off that waits (the case is withdrawn, or its term has run out). */
  cancelAll(): void {
    for (const path of this.#open()) this.#drop(path, this.cancelled);
  }

  /** Puts the whole case into a state, whatever it was doing. */
  restart(target: Target): void {
    this.enter('', this.#resolve('', target));
  }

  /** Breaks off what a flow is doing, for a target in it. */
  interrupt(flow: Path, target: Target): void {
    const within = (path: Path) => flow === '' || inside(path, flow);
    for (const path of this.#open()) if (within(path)) this.#drop(path, this.cancelled);
    this.enter(flow, this.#resolve(flow, target));
  }

  /** Begins a branch that its group did not have. */
  begin(branch: Path): void {
    const group = groupOf(branch);
    if (group === null || !this.#stands(group)) return;
    this.#openChildren(group, [nameOf(branch)]);
  }

  /** Asks the join of a group anew: another version may want less, or something else. */
  rejoin(group: Path): void {
    if (this.#stands(group)) this.#join(group);
  }

  /** Ends the case without an `end` state of the definition. */
  endAs(outcome: string, kind: string): void {
    this.ended = { state: outcome, outcome, kind, at: this.turn.now };
  }

  #open(): Path[] {
    const before = Object.keys(this.turn.case.places).filter(
      (p) => !this.left.has(p) && !this.cancelled.has(p),
    );
    return [...new Set([...before, ...this.entered.keys()])];
  }

  #drop(path: Path, into: Set<Path>): void {
    const isNew = this.entered.delete(path);
    if (!isNew || this.turn.case.places[path]) into.add(path);
    // nobody is told of a step that was gone before anyone could take it
    if (isNew) this.messages = this.messages.filter((message) => message.path !== path);
  }

  /** Puts a flow into a state, wherever it stood. */
  enter(flow: Path, name: string): void {
    const path = join(flow, name);
    if (++this.#steps > MOST_STEPS) fault(path, 'the flow circles without a person');
    const state = stateAt(this.turn.service.bundle.flow, path);
    if (!state) fault(path, 'there is no such state');
    this.position = withPosition(this.position, flow, { state: name });
    this.states.push(path);
    for (const message of state.notify ?? []) this.messages.push({ message, path });
    switch (state.type) {
      case 'end':
        this.#end(flow, name, state);
        break;
      case 'parallel':
        this.#parallel(path, state);
        break;
      case 'each':
        this.#each(path, state);
        break;
      default: {
        if (state.type === 'start') this.#forget(path);
        const result = opened(this, path, state);
        if ('to' in result) this.enter(flow, this.#resolve(flow, result.to));
        else this.#wait(result.place);
      }
    }
  }

  #wait(place: Place): void {
    this.entered.set(place.path, place);
    if (this.entered.size > 4 * MOST_PLACES) fault(place.path, `more than ${4 * MOST_PLACES} places at once`);
  }

  #end(flow: Path, name: string, state: Extract<State, { type: 'end' }>): void {
    if (flow === '') {
      const { outcome, kind } = state;
      if (kind === undefined) fault(name, 'an end of the case needs a kind');
      this.ended = { state: name, outcome, kind, at: this.turn.now };
      return;
    }
    this.outcomes[flow] = state.outcome;
    const group = groupOf(flow);
    if (group !== null) this.#join(group);
  }

  #parallel(path: Path, state: Extract<State, { type: 'parallel' }>): void {
    this.#group(path, state);
    this.#openInside(path, 'branches', Object.keys(state.branches));
  }

  #each(path: Path, state: Extract<State, { type: 'each' }>): void {
    const list = listOf(this.turn.service, state.of, this.names(flowOf(path)), path);
    if (list.length > MOST_ITEMS)
      fault(path, `${list.length} items; at most ${MOST_ITEMS} can be dealt with`);
    this.items[path] = Object.fromEntries(list.map((item, i) => [String(i + 1), item]));
    const keys = Object.keys(this.items[path]);
    this.#group(path, state);
    this.#openInside(path, 'items', []);
    this.#openItems(path, state, keys);
    // nobody to deal with, or too few for what is needed
    if (this.#stands(path)) this.#join(path);
  }

  /** Opens the next items of an `each` whose list is longer than one command can open. */
  openNext(path: Path): void {
    const place = this.turn.case.places[path];
    const state = stateAt(this.turn.service.bundle.flow, path);
    if (place?.kind !== 'group' || !place.next || state?.type !== 'each')
      fault(path, 'no items are left to open');
    const { next, ...opened } = place;
    this.entered.set(path, opened);
    this.#openItems(path, state, next.items);
  }

  /** Opens items while one command has room for them, whatever lies inside them; the others are opened by the next. */
  #openItems(path: Path, state: Extract<State, { type: 'each' }>, items: string[]): void {
    for (const [n, item] of items.entries()) {
      if (n > 0 && (n >= batchOf(state) || !hasRoom(this.entered.values()))) {
        this.#laterItems(path, items.slice(n));
        return;
      }
      this.#openChildren(path, [item]);
      if (!this.#stands(path)) return;
    }
  }

  #laterItems(path: Path, items: string[]): void {
    const group = this.entered.get(path);
    if (group?.kind === 'group') this.entered.set(path, { ...group, next: { at: this.turn.now, items } });
  }

  #group(path: Path, state: Extract<State, { type: 'parallel' | 'each' }>): void {
    this.#forget(path);
    const result = opened(this, path, state);
    if ('place' in result) this.#wait(result.place);
  }

  /** What ended inside on an earlier visit says nothing of this one. */
  #forget(path: Path): void {
    for (const child of Object.keys(this.outcomes)) if (inside(child, path)) delete this.outcomes[child];
  }

  #openInside(path: Path, kind: 'branches' | 'items', children: string[]): void {
    const flow = flowOf(path);
    const here: Position = { state: nameOf(path), [kind]: {} };
    this.position = withPosition(this.position, flow, here);
    this.#openChildren(path, children);
  }

  #openChildren(path: Path, children: string[]): void {
    for (const child of children) {
      const inner = join(path, child);
      const initial = flowAt(this.turn.service.bundle.flow, inner)?.initial;
      if (initial === undefined) fault(inner, 'there is no such flow');
      this.enter(inner, initial);
      // The join may have been decided by what has ended already
      if (!this.#stands(path)) return;
    }
  }

  #stands(path: Path): boolean {
    return this.entered.has(path) || this.#open().includes(path);
  }

  #join(path: Path): void {
    const state = stateAt(this.turn.service.bundle.flow, path);
    if (!state || (state.type !== 'parallel' && state.type !== 'each')) return;
    const children =
      state.type === 'parallel'
        ? Object.keys(state.branches)
        : Object.keys(this.items[path] ?? this.turn.case.data.items[path] ?? {});
    const outcomes = children.map((child) => this.outcomes[join(path, child)]);
    const { outcome, need, when } = state.join;
    const flow = flowOf(path);
    let met: boolean;
    if (when !== undefined) {
      if (outcomes.includes(undefined)) return;
      met = isTrue(this.turn.service, when, this.names(flow), path);
    } else {
      if (outcome === undefined || need === undefined) fault(path, 'a join without need');
      const joined = joinState(outcomes, outcome, need);
      if (joined === 'open') return;
      met = joined === 'met';
    }
    this.joined[path] = met;
    this.closeGroup(path);
    this.enter(flow, this.#resolve(flow, met ? state.next : state.otherwise));
  }

  /** Takes off a group: what still waits inside is cancelled. */
  closeGroup(path: Path): void {
    for (const open of this.#open()) if (inside(open, path)) this.#drop(open, this.cancelled);
    this.#drop(path, this.left);
  }

  #resolve(flow: Path, target: Target, also: JsonObject = {}): string {
    if (typeof target === 'string') return target;
    for (const { when, to } of target) {
      if (when === undefined) return to;
      if (isTrue(this.turn.service, when, { ...this.names(flow), ...also }, flow || 'flow')) return to;
    }
    return fault(flow || 'flow', 'no way on: the last entry of a target has no condition');
  }

  /** Every state in which the case stands now. */
  standing(): Path[] {
    return statesOf(this.position);
  }

  /** Whether a flow is still going on. */
  goes(flow: Path): boolean {
    return positionAt(this.position, flow) !== undefined;
  }
}
