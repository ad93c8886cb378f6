import { under, valueAt } from '#core/form/pointer.ts';
import { isList, isObject, type Json, type JsonObject, listOf, objectOf } from '../commands/json.ts';
import { apply, type Operation } from '../commands/operation.ts';

/** A state as it is drawn. */
export interface StateNode {
  /** Where it stands in the definition; what it is known by in the editor. */
  readonly at: string;
  readonly name: string;
  readonly type: string;
  readonly state: JsonObject;
  /** Where the flow that it belongs to stands. */
  readonly flow: string;
  /** The flows inside it: branches of `parallel` by name, the flow of `each`. */
  readonly inner: readonly { readonly name: string; readonly at: string }[];
}

/** A way out of a state. */
export interface Way {
  /** Where the target stands. */
  readonly at: string;
  readonly kind: 'action' | 'next' | 'failed' | 'otherwise' | 'declined' | 'none' | 'tooFew' | 'overdue';
  /** The action's name. */
  readonly action?: string;
  readonly to: string;
  /** The condition, where the target is a list. */
  readonly when?: string;
}

const targets = ['next', 'failed', 'otherwise', 'declined', 'none', 'tooFew'] as const;

function each(value: Json | undefined, way: Omit<Way, 'to' | 'when'>): Way[] {
  if (typeof value === 'string') return [{ ...way, to: value }];
  return listOf(value)
    .filter(isObject)
    .map(({ to, when }) => ({
      ...way,
      to: String(to ?? ''),
      ...(typeof when === 'string' ? { when } : {}),
    }));
}

/** Every way out of a state, actions first, the passing of a deadline last. */
export function waysOf({ at, state }: Pick<StateNode, 'at' | 'state'>): Way[] {
  const actions = Object.entries(objectOf(state.actions)).flatMap(([action, value]) =>
    each(objectOf(value).to, { at: `${under(`${at}/actions`, action)}/to`, kind: 'action', action }),
  );
  const others = targets.flatMap((kind) => each(state[kind], { at: `${at}/${kind}`, kind }));
  const overdue = each(objectOf(state.overdue).to, { at: `${at}/overdue/to`, kind: 'overdue' });
  return [...actions, ...others, ...overdue];
}

/** The flows of a service inside its definition. */
export class FlowPlace {
  readonly definition: Json;

  constructor(definition: Json) {
    this.definition = definition;
  }

  value(pointer: string): Json | undefined {
    return valueAt(this.definition, pointer) as Json | undefined;
  }

  after(operations: readonly Operation[]): FlowPlace {
    return new FlowPlace(operations.reduce((now, one) => apply(now, one).document, this.definition));
  }

  /** The states of one flow, in the order in which they are written. */
  states(flow: string): StateNode[] {
    return Object.entries(objectOf(this.value(`${flow}/states`))).flatMap(([name, state]) => {
      const at = under(`${flow}/states`, name);
      return isObject(state)
        ? [{ at, name, type: String(state.type ?? ''), state, flow, inner: inner(at, state) }]
        : [];
    });
  }

  /** The states of every flow, outer ones first. */
  everyState(flow = '/flow'): StateNode[] {
    return this.states(flow).flatMap((node) => [
      node,
      ...node.inner.flatMap((one) => this.everyState(one.at)),
    ]);
  }

  state(at: string): StateNode | undefined {
    const found = /^(.*)\/states\/[^/]+$/.exec(at);
    return found?.[1] === undefined ? undefined : this.states(found[1]).find((node) => node.at === at);
  }

  initial(flow: string): string {
    return String(this.value(`${flow}/initial`) ?? '');
  }

  /** Names that are taken: states of every flow, parties, roles and what answers are known as share one space. */
  get names(): Set<string> {
    const whole = objectOf(this.definition);
    return new Set([
      ...this.everyState().flatMap(({ name, state }) => [name, String(state.as ?? '')]),
      ...Object.keys(objectOf(whole.parties)),
      ...Object.keys(objectOf(whole.roles)),
      ...Object.keys(objectOf(objectOf(whole.form).lookups)),
    ]);
  }
}

function inner(at: string, state: JsonObject): { name: string; at: string }[] {
  if (isObject(state.flow)) return [{ name: '', at: `${at}/flow` }];
  return Object.keys(objectOf(state.branches)).map((name) => ({ name, at: under(`${at}/branches`, name) }));
}

/** A name that nothing has yet. */
export function freeState(flow: FlowPlace, wanted: string): string {
  const taken = flow.names;
  if (!taken.has(wanted)) return wanted;
  for (let n = 2; ; n += 1) if (!taken.has(`${wanted}${n}`)) return `${wanted}${n}`;
}

/** The way by which a case goes on when all is well. */
export function mainWay(node: StateNode): Way | undefined {
  const ways = waysOf(node);
  return (
    ways.find(({ action }) => action === 'approve' || action === 'agree') ??
    ways.find(({ kind, action }) => kind === 'action' && action !== 'refuse' && action !== 'return') ??
    ways.find(({ kind }) => kind === 'next') ??
    ways[0]
  );
}

/** Whether a target is one name, so that it can be changed by choosing another. */
export const isPlain = (value: Json | undefined): value is string =>
  typeof value === 'string' && !isList(value);
