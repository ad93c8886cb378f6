import type { Flow, State } from '#core/definition/index.ts';
import { joinState } from '../join.ts';
import { flowOf, groupOf, inside, join, nameOf, statesOf, withPosition } from '../position.ts';
import { flowAt, stateAt } from '../states.ts';
import type { Path, Position } from '../types.ts';
import { waysOf } from '../ways.ts';

/** A whole case: where it stands, which inner flows have ended and how, how many items each list had. */
type Whole = {
  position: Position;
  outcomes: { [flow: Path]: string };
  items: { [group: Path]: number };
  ended: boolean;
  /** States entered since anything was waited for. */
  atOnce: number;
  /** Whether a state of this name was ever entered. */
  watched: string | undefined;
  seen: boolean;
};

/** A list without items may lead a flow round to itself at once: the engine refuses that, `circlesAlone` tells of it. */
class CirclesAtOnce extends Error {}

/** `everyPosition`, or null where the flow is too large or circles at once. */
export function everyPositionOf(
  flow: Flow,
  most: number,
  watched?: string,
): ReturnType<typeof everyPosition> {
  try {
    return everyPosition(flow, most, watched);
  } catch (error) {
    if (error instanceof CirclesAtOnce) return null;
    throw error;
  }
}

/**
 * Every position of the whole case, one step at a time and in any order: what the proof leaves out by looking at each flow alone.
 * Slow and plain on purpose; only tests import this. Items of `each` are counted from 0 to 2.
 * @param watched name of a state: whether a case may end without it is told as `endsUnseen`
 */
function everyPosition(
  flow: Flow,
  most: number,
  watched?: string,
): { states: Set<Path>; canAlwaysEnd: boolean; endsUnseen: boolean } | null {
  const seen = new Map<string, Whole>();
  const before = new Map<string, string[]>();
  const states = new Set<Path>();
  const open: Whole[] = [];
  const put = (whole: Whole, from: string | null) => {
    const key = keyOf(whole);
    if (from !== null) before.set(key, [...(before.get(key) ?? []), from]);
    if (seen.has(key)) return;
    seen.set(key, whole);
    open.push(whole);
  };
  const start: Whole = {
    position: { state: flow.initial },
    outcomes: {},
    items: {},
    ended: false,
    atOnce: 0,
    watched,
    seen: false,
  };
  for (const whole of entered(flow, start, '', flow.initial, states)) put(whole, null);
  for (const whole of open) {
    if (seen.size > most) return null;
    for (const next of nextOf(flow, whole, states)) put(next, keyOf(whole));
  }
  const can = new Set([...seen].filter(([, w]) => w.ended).map(([k]) => k));
  for (const key of can) for (const earlier of before.get(key) ?? []) can.add(earlier);
  const endsUnseen = [...seen.values()].some((w) => w.ended && !w.seen);
  return { states, canAlwaysEnd: [...seen.keys()].every((k) => can.has(k)), endsUnseen };
}

const keyOf = (whole: Whole): string =>
  JSON.stringify([whole.position, Object.entries(whole.outcomes).sort(), whole.ended, whole.seen]);

/** All that may happen next, in any of the places where the case waits. */
function nextOf(flow: Flow, whole: Whole, states: Set<Path>): Whole[] {
  if (whole.ended) return [];
  return statesOf(whole.position).flatMap((path) => {
    const state = stateAt(flow, path);
    const ways = state ? waysOf(state).filter((way) => way.kind !== 'met' && way.kind !== 'lost') : [];
    return ways.flatMap((way) => entered(flow, { ...whole, atOnce: 0 }, flowOf(path), way.to, states));
  });
}

/** All that may come of entering a state: several where a list has 0, 1 or 2 items, or a target has entries. */
function entered(flow: Flow, from: Whole, at: Path, name: string, states: Set<Path>): Whole[] {
  const path = join(at, name);
  const state = stateAt(flow, path);
  if (!state) return [];
  states.add(plain(path));
  if (from.atOnce > 100) throw new CirclesAtOnce();
  const here: Whole = {
    ...from,
    atOnce: from.atOnce + 1,
    seen: from.seen || name === from.watched,
    position: withPosition(from.position, at, { state: name }),
  };
  if (state.type === 'end') return ended(flow, here, at, state, states);
  if (state.type === 'parallel')
    return opened(flow, here, path, 'branches', Object.keys(state.branches), states);
  if (state.type !== 'each') return [here];
  return [0, 1, 2].flatMap((n) =>
    opened(
      flow,
      { ...here, items: { ...here.items, [path]: n } },
      path,
      'items',
      ['1', '2'].slice(0, n),
      states,
    ),
  );
}

function opened(
  flow: Flow,
  from: Whole,
  path: Path,
  kind: 'branches' | 'items',
  children: string[],
  states: Set<Path>,
) {
  const outcomes = Object.fromEntries(Object.entries(from.outcomes).filter(([p]) => !inside(p, path)));
  const group = { state: nameOf(path), [kind]: {} };
  let all: Whole[] = [{ ...from, outcomes, position: withPosition(from.position, flowOf(path), group) }];
  if (children.length === 0) return all.flatMap((w) => joined(flow, w, path, states));
  for (const child of children)
    all = all.flatMap((whole) => {
      const stays = !whole.ended && statesOf(whole.position).includes(path);
      const inner = join(path, child);
      return stays ? entered(flow, whole, inner, flowAt(flow, inner)?.initial ?? '', states) : [whole];
    });
  return all;
}

function ended(
  flow: Flow,
  whole: Whole,
  at: Path,
  state: Extract<State, { type: 'end' }>,
  states: Set<Path>,
): Whole[] {
  const group = groupOf(at);
  if (group === null) return [{ ...whole, ended: true }];
  return joined(flow, { ...whole, outcomes: { ...whole.outcomes, [at]: state.outcome } }, group, states);
}

function joined(flow: Flow, whole: Whole, group: Path, states: Set<Path>): Whole[] {
  const state = stateAt(flow, group);
  if (state?.type !== 'parallel' && state?.type !== 'each') return [whole];
  const names =
    state.type === 'parallel'
      ? Object.keys(state.branches)
      : Array.from({ length: whole.items[group] ?? 0 }, (_, i) => String(i + 1));
  const outcomes = names.map((n) => whole.outcomes[join(group, n)]);
  const { outcome = '', need = 'all' } = state.join;
  const result = joinState(outcomes, outcome, need);
  if (result === 'open') return [whole];
  const ways = waysOf(state).filter((w) => w.kind === result);
  return ways.flatMap((w) => entered(flow, whole, flowOf(group), w.to, states));
}

/** A path with `*` for an item: the keys of items are numbers. */
const plain = (path: Path): Path => path.replace(/\/\d+(?=\/|$)/g, '/*');
