import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flowOf, inside, nameOf } from '#core/flow/position.ts';
import type { FlowGraph } from '#core/flow/proof/flow-graph.ts';
import { flowsIn, graphOf } from '#core/flow/proof/graph.ts';
import { stateAt } from '#core/flow/states.ts';
import type { Path } from '#core/flow/types.ts';
import { asOfficer, asParty, asSystem, olena, Play, petro, small } from './small-service.testing.ts';
import type { Actor, CaseEvent, Command } from './types.ts';
import { timersOf } from './waiting.ts';

const owners = [
  { rnokpp: '2222222222', email: 'petro@mail.example' },
  { rnokpp: '3333333333', email: 'third@mail.example' },
];
const people: { [party: string]: Actor } = {
  applicant: asParty(olena),
  'owner/1': asParty(petro),
  'owner/2': asParty({ person: 'p-3', rnokpp: '3333333333' }),
};

/** Everything that could be done next in a case. */
function choices(play: Play): (() => void)[] {
  const { case: kase } = play;
  if (!kase || kase.outcome) return [];
  const all: (() => void)[] = timersOf(kase).map((timer) => () => {
    if (timer.at > play.now) play.now = timer.at;
    play.do(asSystem, { type: 'timerFired', path: timer.path, kind: timer.kind, at: timer.at });
  });
  for (const place of Object.values(kase.places)) {
    const effect = play.effect(place.path);
    if (place.kind === 'ask') {
      const document = { id: 'd-1', sha256: 'a'.repeat(64) };
      all.push(() => play.do(asSystem, { type: 'callAnswered', effect, result: document }));
      all.push(() => play.do(asSystem, { type: 'callFailed', effect, code: 'refused', final: true }));
    }
    if (place.kind !== 'task' && place.kind !== 'party') continue;
    const state = stateAt(small.bundle.flow, place.path);
    for (const action of Object.keys(state && 'actions' in state ? state.actions : {}))
      all.push(() => {
        const actor =
          place.kind === 'task'
            ? asOfficer(`o-${place.role}`, place.role)
            : (people[place.party] ?? asSystem);
        if (place.kind === 'task') play.do(actor, { type: 'claim', path: place.path });
        const said = action === 'refuse' ? { grounds: ['noRight'], explain: 'ні' } : { reason: 'так' };
        const marks = action === 'return' ? { marks: [{ pointer: '/name' }] } : {};
        play.do(actor, { type: 'act', path: place.path, action, data: {}, ...said, ...marks } as Command);
      });
  }
  return all;
}

/** The graph that a flow of a case is one run of: an item is `*` there. */
function graphFor(graphs: FlowGraph[], flow: Path): FlowGraph {
  const found = graphs.find((g) => g.at === flow.replace(/\/\d+(?=\/|$)/g, '/*'));
  if (!found) throw new Error(`the proof knows no flow ${flow}`);
  return found;
}

/** Follows a move state by state: each must be the beginning of its flow, or be led to from where that flow stood. */
function follow(stands: Map<Path, string>, event: CaseEvent, graphs: FlowGraph[]): void {
  if (event.type !== 'moved') return;
  for (const path of event.states) {
    const flow = flowOf(path);
    const graph = graphFor(graphs, flow);
    const before = stands.get(flow);
    if (before === undefined) expect(nameOf(path)).toBe(graph.flow.initial);
    else expect(graph.edges.get(before)?.map((e) => e.to)).toContain(nameOf(path));
    expect(graph.explored.first.has(nameOf(path))).toBe(true);
    stands.set(flow, nameOf(path));
    for (const inner of stands.keys()) if (inside(inner, path)) stands.delete(inner);
  }
}

describe('what a case does', () => {
  it('is what the proof of its service has explored, step by step', () => {
    const graphs = flowsIn(graphOf(small, { most: 1000, seen: 0, reached: false }));
    const entered = new Set<string>();
    fc.assert(
      fc.property(fc.nat(2), fc.array(fc.nat(1000), { minLength: 10, maxLength: 30 }), (count, picks) => {
        const play = new Play();
        play.submit(owners.slice(0, count));
        for (const pick of picks) {
          const all = choices(play);
          all[pick % Math.max(1, all.length)]?.();
        }
        const stands = new Map<Path, string>();
        for (const event of play.events) follow(stands, event, graphs);
        for (const event of play.events)
          if (event.type === 'moved') for (const s of event.states) entered.add(s);
      }),
      { numRuns: 300, seed: 3 },
    );
    // the walks went everywhere: each state of the small service but those of further items
    const plain = new Set([...entered].map((path) => path.replace(/\/\d+(?=\/|$)/g, '/*')));
    const known = graphs.flatMap((g) => [...g.explored.first.keys()].map((s) => (g.at ? `${g.at}/${s}` : s)));
    expect([...plain].sort()).toEqual(known.sort());
  });
});
