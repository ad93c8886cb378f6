import { describe, expect, it } from 'vitest';
import { type Personal, parted, verifyChain, whole } from '#core/case/chain.ts';
import { decide } from '#core/case/decide.ts';
import { evolve } from '#core/case/evolve.ts';
import type { Case, CaseEvent } from '#core/case/types.ts';
import { oldShapes } from '#core/case/upcast/index.ts';
import { waiting } from '#core/case/waiting.ts';
import { hash } from '#core/definition/index.ts';
import { statesOf } from '#core/flow/position.ts';
import { definitionOf, type Entry, entries, idsFrom } from './entry.ts';

const all = entries();
const personalOf = ({ data }: Entry) =>
  new Map(Object.entries(data).map(([seq, personal]): [number, Personal] => [Number(seq), personal]));
const stored = (entry: Entry): CaseEvent[] => {
  const personal = personalOf(entry);
  return entry.events.map((event) => whole(event, personal.get(event.seq)));
};
const replayed = (events: readonly CaseEvent[]) => events.reduce<Case | null>(evolve, null);

describe.each(all)('a case of an earlier release: %s', (_, entry) => {
  const service = definitionOf(entry.definition);

  it('runs on the definition that it was submitted under', () => {
    expect(hash(service.bundle)).toBe(entry.definition);
  });

  it('replays to what was recorded', () => {
    expect(replayed(stored(entry))).toMatchObject(entry.snapshot);
  });

  it('has a chain that holds, on what was stored', () => {
    expect(verifyChain(entry.events, personalOf(entry))).toBeNull();
    expect(entry.events.at(-1)?.hash).toBe(entry.snapshot.head);
  });

  it('goes on to its outcome', () => {
    const events = stored(entry);
    let kase = replayed(events) as Case;
    const ids = idsFrom(events.length);
    for (const { at, actor, command } of entry.goOn) {
      const decision = decide(service, kase, command, { now: at, actor, ids });
      expect(decision.refusal, JSON.stringify(command)).toBeUndefined();
      for (const event of decision.events ?? []) kase = evolve(kase, event);
      events.push(...(decision.events ?? []));
    }
    const { outcome, states, erased } = entry.expect;
    expect(kase.outcome?.outcome ?? null).toBe(outcome);
    expect(statesOf(kase.position)).toEqual(states);
    expect(kase.erased !== undefined).toBe(erased);
    expect(() => waiting(service, kase)).not.toThrow();
    const data = new Map(
      events.flatMap((event): [number, Personal][] => {
        const { personal } = parted(event);
        return personal ? [[event.seq, personal]] : [];
      }),
    );
    expect(
      verifyChain(
        events.map((event) => parted(event).event),
        data,
      ),
    ).toBeNull();
  });
});

it('every old shape that is lifted stands in a case of the corpus', () => {
  const shapes = new Set(all.flatMap(([, { events }]) => events.map(({ type, v }) => `${type}@${v}`)));
  for (const shape of oldShapes) expect(shapes).toContain(shape);
});
