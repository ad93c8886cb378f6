import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Migrate } from '#core/definition/types.ts';
import { statesOf } from '#core/flow/position.ts';
import { stateAt } from '#core/flow/states.ts';
import { type Personal, parted, verifyChain } from '../chain.ts';
import { effects } from '../effects.ts';
import { evolve } from '../evolve.ts';
import { asOfficer, asParty, asSystem, olena, Play, petro } from '../small-service.testing.ts';
import type { Case } from '../types.ts';
import { timersOf, waiting } from '../waiting.ts';
import { rehearse } from './rehearse.ts';
import { first, migrated, second } from './versions.testing.ts';

const owners = [
  { rnokpp: '2222222222', email: 'petro@mail.example' },
  { rnokpp: '3333333333', email: 'third@mail.example' },
];
/** One step of a case after the other; what does not fit is refused and changes nothing. */
const steps: ((play: Play) => void)[] = [
  (play) =>
    play.do(asSystem, { type: 'callAnswered', effect: play.effect('check'), result: { found: true } }),
  (play) => play.do(asParty(petro), { type: 'act', path: 'consents/1/ask', action: 'agree', data: {} }),
  (play) =>
    play.do(asParty({ person: 'p-3', rnokpp: '3333333333' }), {
      ...{ type: 'act', path: 'consents/2/ask', action: 'agree', data: {} },
    }),
  (play) => play.review('return', { reason: 'ні', marks: [{ pointer: '/name' }] }),
  (play) =>
    play.do(asParty(olena), {
      type: 'act',
      path: 'correction',
      action: 'resubmit',
      changes: { '/name': 'Оля' },
    }),
  (play) => play.review('approve', { data: { note: 'так' } }),
  (play) => {
    const [officer, path] = [asOfficer('o-head', 'head'), 'signing/head/headDecides'];
    play.do(officer, { type: 'claim', path });
    play.do(officer, { type: 'act', path, action: 'approve', data: {} });
  },
  (play) => {
    const [timer] = timersOf(play.here).sort((a, b) => (a.at < b.at ? -1 : 1));
    if (timer && timer.kind !== 'retention') {
      play.now = [play.now, timer.at].sort()[1] ?? play.now;
      play.do(asSystem, { type: 'timerFired', ...timer });
    }
  },
];

const name = fc.constantFrom(
  ...['check', 'consents', 'ask', 'agreed', 'review', 'correction', 'signing', 'head', 'lawyer'],
  ...['headDecides', 'headYes', 'lawyerDecides', 'issue', 'pause', 'granted', 'refused', 'owner', 'registry'],
  ...['nothing', '__proto__', 'constructor'],
);
const pointer = fc.constantFrom(
  '/name',
  '/rnokpp',
  '/owners',
  '/owners/*/email',
  '/owners/*/rnokpp',
  '/none',
  '/owners/0',
);
const feel = fc.constantFrom(
  'form.name',
  '1',
  '"x"',
  'form.none',
  'registry.found',
  'count(form.owners)',
  'null',
  ')(',
);
const dictionary = <T>(keys: fc.Arbitrary<string>, values: fc.Arbitrary<T>) =>
  fc.dictionary(keys, values, { maxKeys: 3, noNullPrototype: true });
const rule = fc.record(
  {
    renamed: dictionary(name, name),
    states: dictionary(
      name,
      fc.oneof(fc.record({ enter: name }), fc.constant({ stays: { uk: 'Лишається', en: 'It stays' } })),
    ),
    data: dictionary(
      fc.constantFrom('form', 'review', 'correction', 'nothing'),
      fc.record(
        { move: dictionary(pointer, pointer), fill: dictionary(pointer, feel) },
        { requiredKeys: [] },
      ),
    ),
    when: feel,
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Partial<Migrate>>;

it('whatever a definition says, a case comes over whole or is refused by name', () => {
  let moved = 0;
  fc.assert(
    fc.property(
      rule,
      fc.nat(2),
      fc.array(fc.nat(steps.length - 1), { maxLength: 12 }),
      (said, count, taken) => {
        const play = new Play(first);
        play.submit(owners.slice(0, count));
        for (const n of taken) if (!play.here.outcome) steps[n]?.(play);
        const next = second(said);
        const before = structuredClone(play.here);
        const [told] = rehearse(first, next, [play.here], play.now).cases;
        const { play: over, events, refusal } = migrated(play, next);
        expect(play.here).toEqual(before);
        // the rehearsal says what the migration does
        expect(told?.refusal?.code).toBe(refusal?.code);
        if (refusal) return;
        moved += 1;
        const kase = over.here;
        expect(over.events.reduce<Case | null>(evolve, null)).toEqual(kase);
        const parts = over.events.map(parted);
        const data = new Map(
          parts.flatMap(({ event, personal }): [number, Personal][] =>
            personal ? [[event.seq, personal]] : [],
          ),
        );
        expect(
          verifyChain(
            parts.map(({ event }) => event),
            data,
          ),
        ).toBeNull();
        expect(kase.definition).toBe(next.hash);
        // it waits exactly where its position says, in states of the new version
        const { flow } = next.bundle;
        const standing = statesOf(kase.position).filter((path) => stateAt(flow, path)?.type !== 'end');
        if (!kase.outcome) expect(Object.keys(kase.places).sort()).toEqual([...standing].sort());
        for (const place of Object.values(kase.places))
          expect([place.path, place.type, place.state]).toEqual([
            ...[place.path, stateAt(flow, place.path)?.type, place.path.split('/').at(-1)],
          ]);
        waiting(next, kase);
        for (const event of events) effects(next, kase, event);
      },
    ),
    process.env.MODE === 'thorough' ? { numRuns: 2000 } : { numRuns: 300, seed: 11 },
  );
  expect(moved).toBeGreaterThan(30);
}, 600_000);
