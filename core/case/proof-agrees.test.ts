import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flowOf, inside, nameOf } from '#core/flow/position.ts';
import type { FlowGraph } from '#core/flow/proof/flow-graph.ts';
import { flowsIn, graphOf } from '#core/flow/proof/graph.ts';
import { prove } from '#core/flow/proof/index.ts';
import { stateAt } from '#core/flow/states.ts';
import type { Path } from '#core/flow/types.ts';
import type { ServiceRuntime } from './runtime.ts';
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

/** Everything that could be done next in a case; what is refused is noted. */
function choices(play: Play, refusals: (string | undefined)[] = []): (() => void)[] {
  const { case: kase } = play;
  if (!kase || kase.outcome) return [];
  const all: (() => void)[] = timersOf(kase).map((timer) => () => {
    if (timer.at > play.now) play.now = timer.at;
    refusals.push(
      play.do(asSystem, { type: 'timerFired', path: timer.path, kind: timer.kind, at: timer.at }),
    );
  });
  for (const place of Object.values(kase.places)) {
    const effect = play.effect(place.path);
    if (place.kind === 'ask') {
      const document = { id: 'd-1', sha256: 'a'.repeat(64), found: true };
      all.push(() => refusals.push(play.do(asSystem, { type: 'callAnswered', effect, result: document })));
      all.push(() =>
        refusals.push(play.do(asSystem, { type: 'callFailed', effect, code: 'refused', final: true })),
      );
    }
    if (place.kind !== 'task' && place.kind !== 'party') continue;
    const state = stateAt(play.service.bundle.flow, place.path);
    for (const action of Object.keys(state && 'actions' in state ? state.actions : {}))
      all.push(() => {
        const actor =
          place.kind === 'task'
            ? asOfficer(`o-${place.role}`, place.role)
            : (people[place.party] ?? asSystem);
        if (place.kind === 'task') play.do(actor, { type: 'claim', path: place.path });
        const said = action === 'refuse' ? { grounds: ['noRight'], explain: 'ні' } : { reason: 'так' };
        const marks = action === 'return' ? { marks: [{ pointer: '/name' }] } : {};
        const act = { type: 'act', path: place.path, action, data: {}, ...said, ...marks } as Command;
        refusals.push(play.do(actor, act));
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

/** Conditions over what comes about on the way: some ask first whether it is there, some need it. */
const conditions = [
  'registry.found',
  'registry != null and registry.found',
  'contains(review.action, "a")',
  'contains(review.reason, "т")',
  'review.reason != null and contains(review.reason, "т")',
  'review.action = "return" and contains(review.reason, "т")',
  'review.action != "return" or contains(review.reason, "т")',
  'if review.action = "refuse" then contains(review.explain, "н") else true',
  'contains(correction.action, "r")',
  'correction.times > 0 and contains(correction.by, "p")',
  'contains(outcomes.signing.head, "a")',
  'outcomes.signing.head = "approved" and contains(outcomes.signing.lawyer, "a")',
  'contains(headDecides.action, "a")',
  'contains(lawyerDecides.action, "a") or true',
  'contains(owner.rnokpp, "2")',
  'list contains(review.grounds, "noRight") and contains(review.explain, "н")',
  'contains(ask.action, "a")',
  'count(outcomes.consents) > 0',
];

/** Where a condition may be put: each target becomes a choice that leads to the same state whichever way it turns out. */
const PLACES = [
  'check/next',
  'check/failed',
  'consents/next',
  'consents/otherwise',
  'consents/flow/ask/actions/agree/to',
  'consents/flow/ask/overdue/to',
  'review/actions/approve/to',
  'review/actions/return/to',
  'correction/actions/resubmit/to',
  'signing/next',
  'signing/otherwise',
  'signing/branches/head/headDecides/actions/approve/to',
  'signing/branches/lawyer/lawyerDecides/actions/reject/to',
  'issue/next',
  'issue/failed',
  'pause/next',
];

function withConditions(put: readonly { place: string; when: string }[]): ServiceRuntime {
  const service = structuredClone(small);
  for (const { place, when } of put) {
    const steps = place.split('/');
    const last = steps.pop() ?? '';
    let here: unknown = service.bundle.flow;
    for (const step of steps) {
      const states: unknown = Reflect.get(Object(here), 'states');
      here = Reflect.get(Object(here), step) ?? Reflect.get(Object(states), step);
    }
    const to: unknown = Reflect.get(Object(here), last);
    if (typeof to === 'string') Reflect.set(Object(here), last, [{ when, to }, { to }]);
  }
  return service;
}

describe('a service whose data are proved to be there', () => {
  it('never stops because something is absent, whatever is done in whatever order', () => {
    let [held, stopped] = [0, 0];
    const put = fc.array(
      fc.record({ place: fc.constantFrom(...PLACES), when: fc.constantFrom(...conditions) }),
      {
        minLength: 1,
        maxLength: 3,
      },
    );
    const walks = fc.array(fc.array(fc.nat(1000), { minLength: 10, maxLength: 30 }), {
      minLength: 3,
      maxLength: 3,
    });
    fc.assert(
      fc.property(put, walks, fc.nat(2), (added, all, count) => {
        const service = withConditions(added);
        const isProved = prove(service).properties.find((p) => p.property === 'data')?.held === true;
        if (isProved) held++;
        for (const picks of all) {
          const play = new Play(service);
          const refusals: (string | undefined)[] = [play.submit(owners.slice(0, count))];
          for (const pick of picks) {
            const open = choices(play, refusals);
            open[pick % Math.max(1, open.length)]?.();
          }
          const stops = refusals.includes('definitionFault');
          if (stops) stopped++;
          expect(stops && isProved).toBe(false);
        }
      }),
      { numRuns: 150, seed: 5 },
    );
    // both happen often enough to mean something
    expect(held).toBeGreaterThan(30);
    expect(stopped).toBeGreaterThan(30);
  });
});
