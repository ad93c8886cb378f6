import { type CarriedState, carriedStates } from '#core/definition/carried.ts';
import { goesOn } from '#core/definition/goes-on.ts';
import type { Service, State } from '#core/definition/types.ts';
import { steps } from '#core/form/pointer.ts';
import { type Json, type JsonObject, objectOf } from '../commands/json.ts';
import { FlowPlace, type StateNode } from '../flow/flow-place.ts';

/** A branch of the earlier version that the later one has not, and those that it has anew. */
export interface LostBranch {
  readonly name: string;
  readonly fresh: readonly string[];
}

/** A state of the earlier version in which cases wait, and what may become of them. */
export interface Standing {
  readonly node: StateNode;
  /** As the migration has it now. */
  readonly now: CarriedState;
  /** It does not go on by itself: the analyst is asked. The same, whatever was answered. */
  readonly asked: boolean;
  /** What the new version calls the state where the case would wait on. */
  readonly name: string;
  /** States of the later version in which it can wait on as it is. */
  readonly goOn: readonly StateNode[];
  /** States of the later version that it can enter anew. */
  readonly enter: readonly StateNode[];
  readonly branches: readonly LostBranch[];
}

const plain = (node: StateNode) => node.state as unknown as State;

/** The states of the version published before, as the draft's migration carries them; none where the draft is too unfinished to tell. */
export function standings(source: Json, definition: Json): Standing[] {
  const migrate = objectOf(objectOf(definition).migrate) as Parameters<typeof carriedStates>[0];
  const [before, after] = [new FlowPlace(source), new FlowPlace(definition)];
  try {
    const bare = carriedStates({}, source as unknown as Service, definition as unknown as Service);
    const now = carriedStates(migrate, source as unknown as Service, definition as unknown as Service);
    return now.flatMap((one, n) => {
      const node = before.state(one.pointer);
      if (!node || isOver(one) || one.goes === 'group') return [];
      const isInside = one.said !== undefined && one.said !== one.name;
      if (isInside) return [];
      return [standing(node, one, bare[n]?.goes === 'yes', before, after)];
    });
  } catch {
    return [];
  }
}

/** Nobody waits in an end; that of a branch is asked for where it is no more. */
const isOver = ({ state, top, goes }: CarriedState): boolean =>
  state.type === 'end' && (top || goes === 'yes');

function standing(
  node: StateNode,
  now: CarriedState,
  byItself: boolean,
  before: FlowPlace,
  after: FlowPlace,
): Standing {
  const path = steps(now.there);
  const name = path.at(-1) ?? '';
  const flow = `/${path.slice(0, -2).join('/')}`;
  const states = after.states(flow);
  const renamed = objectOf(objectOf(objectOf(after.definition).migrate).renamed);
  const named = (old: string) => String(renamed[old] ?? old);
  // a name that an earlier state has already cannot be that of another, too
  const taken = new Set(
    before.everyState().flatMap((one) => (one.name === node.name ? [] : [named(one.name)])),
  );
  const branches = lostBranches(node, after.state(now.there), named);
  return {
    node,
    now,
    name,
    asked: !byItself || branches.length > 0,
    goOn: states.filter((one) => !taken.has(one.name) && goesOn(plain(node), plain(one), named) === 'yes'),
    enter: states.filter(({ type }) => type !== 'end'),
    branches,
  };
}

function lostBranches(
  old: StateNode,
  now: StateNode | undefined,
  named: (old: string) => string,
): LostBranch[] {
  if (old.type !== 'parallel' || now?.type !== 'parallel') return [];
  const [before, after] = [old.inner, now.inner].map((list) => list.map(({ name }) => name));
  const fresh = (after ?? []).filter((name) => !before?.includes(name));
  return (before ?? [])
    .filter((name) => !after?.includes(name))
    .map((name) => ({
      name,
      fresh: fresh.filter((one) => named(name) === one || !before?.some((old) => named(old) === one)),
    }));
}

/** Where a state of the earlier version stands as cases have it: `approval/head/decides`, any item being `1`. */
export const pathOf = (pointer: string): string =>
  pointer
    .replace(/^\/flow\/states\//, '')
    .replaceAll('/flow/states/', '/1/')
    .replaceAll(/\/branches\/([^/]+)\/states\//g, '/$1/');

/** What was chosen for a state: `on <name>`, `enter <name>`, `stays`; nothing where it was not said and does not go on. */
export function fateOf({ now, name }: Standing, migrate: JsonObject): string {
  const said = objectOf(objectOf(migrate.states)[now.name]);
  if (typeof said.enter === 'string') return `enter ${said.enter}`;
  if (said.stays !== undefined) return 'stays';
  return now.goes === 'yes' ? `on ${name}` : '';
}
