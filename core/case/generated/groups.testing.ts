import type { Flow } from '#core/definition/index.ts';
import { Drawn, type Ways } from './flow.testing.ts';
import type { Sketch } from './states.testing.ts';

/** A state of branches or items, with the flows inside it. Only tests import this. */
export function group(flow: Drawn, one: Sketch, ways: Ways, due: unknown): object {
  const { draw } = flow;
  const late = draw.once(3) ? { due, overdue: { to: ways.aside() } } : {};
  const inner = (owner: boolean) =>
    new Drawn(flow.around, {
      fill: flow.fill,
      depth: flow.depth - 1,
      scope: flow.scope,
      owner,
      ...(flow.first === undefined ? {} : { first: flow.first }),
    }).flow();
  if (one.type === 'parallel') {
    const branches = Object.fromEntries((one.branches ?? []).map((name) => [name, inner(flow.owner)]));
    const flows = Object.values(branches);
    const join = joinOf(flow, one.name, flows);
    const sure = flows.filter((f) => !endsElse(f, join.outcome)).length;
    const otherwise = isLosable(join, flows.length, sure) ? ways.aside() : ways.next;
    return { branches, join, next: ways.next, otherwise, ...late };
  }
  const isOwners = !draw.once(4);
  const inside = inner(isOwners);
  const join = joinOf(flow, one.name, [inside]);
  // nobody is asked: what needs somebody is lost
  const canLose = isLosable(join, 0, 0) || endsElse(inside, join.outcome);
  return {
    of: isOwners ? 'form.owners' : '[1, 2, 3]',
    as: one.as,
    key: isOwners ? `${one.as}.rnokpp` : `string(${one.as})`,
    flow: inside,
    join,
    next: ways.next,
    otherwise: canLose ? ways.aside() : ways.next,
    ...late,
  };
}

type Join = { outcome?: string; need?: 'all' | 'any' | number; when?: string };

function joinOf({ draw, around }: Drawn, name: string, flows: readonly Flow[]): Join {
  if (!around.isPlain && draw.once(6))
    return { when: flows.length > 1 ? `outcomes.${name}.left = "yes"` : `count(outcomes.${name}) < 3` };
  const all = flows.map(outcomesOf);
  const shared = ['yes', 'no'].filter((outcome) => all.every((one) => one.has(outcome)));
  return { outcome: draw.of(shared), need: draw.of(['all', 'any', 1, 2] as const) };
}

/** Whether a join of so many can be lost of which so many surely end well. */
function isLosable({ need, when }: Join, count: number, sure: number): boolean {
  const needed = need === 'all' ? count : need === 'any' ? 1 : (need ?? 0);
  return when !== undefined || sure < needed;
}

const outcomesOf = (flow: Flow): Set<string> =>
  new Set(Object.values(flow.states).flatMap((s) => (s.type === 'end' ? [s.outcome] : [])));

const endsElse = (flow: Flow, outcome: string | undefined): boolean =>
  [...outcomesOf(flow)].some((one) => one !== outcome);
