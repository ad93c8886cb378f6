import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Personal, parted, verifyChain } from './chain.ts';
import { decide } from './decide.ts';
import { effects } from './effects.ts';
import { evolve } from './evolve.ts';
import { asOfficer, asParty, asSystem, olena, Play, petro } from './small-service.testing.ts';
import type { Actor, Case, Command } from './types.ts';
import { timersOf, waiting } from './waiting.ts';

const owners = [
  { rnokpp: '2222222222', email: 'petro@mail.example' },
  { rnokpp: '3333333333', email: 'third@mail.example' },
];
const actors: Actor[] = [
  asParty(olena),
  asParty(petro),
  asParty({ person: 'p-3', rnokpp: '3333333333' }),
  asOfficer('o-iryna', 'registrar'),
  asOfficer('o-head', 'head'),
  asOfficer('o-law', 'lawyer'),
  asOfficer('o-clerk', 'clerk'),
  asSystem,
];

const word = fc.constantFrom(
  'approve',
  'return',
  'refuse',
  'reject',
  'resubmit',
  'agree',
  'decline',
  'nothing',
  '__proto__',
);
const path = fc.constantFrom(
  'check',
  'review',
  'correction',
  'consents',
  'consents/1/ask',
  'consents/2/ask',
  'signing/head/headDecides',
  'signing/lawyer/lawyerDecides',
  'issue',
  'pause',
  '',
  '__proto__',
  'a/b/c',
);
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });

/** Half of the commands are such as the place asks for, so that walks go far; the other half are anything. */
const command = fc.oneof(
  fc.record({ type: fc.constant('claim'), path }),
  fc.record({ type: fc.constant('release'), path }),
  fc.record({ type: fc.constant('assign'), path, person: fc.constantFrom('o-iryna', 'p-olena') }),
  fc.record({
    type: fc.constant('transfer'),
    path,
    agency: fc.constantFrom('city', 'other', 'none'),
    office: fc.constantFrom('central', 'main'),
    reason: fc.constantFrom('', 'так'),
  }),
  fc.record({
    type: fc.constant('act'),
    path,
    action: word,
    reason: maybe(fc.constantFrom('', 'причина')),
    explain: maybe(fc.constant('пояснення')),
    grounds: maybe(fc.constantFrom<string[]>([], ['noRight'], ['unknown'])),
    marks: maybe(fc.constantFrom([], [{ pointer: '/name' }], [{ pointer: '/owners' }])),
    data: maybe(fc.constant({ note: 'x' })),
    changes: maybe(fc.constantFrom({}, { '/name': 'Інша' }, { '/rnokpp': null })),
  }),
  fc.record({ type: fc.constant('message'), text: fc.string() }),
  fc.record({ type: fc.constant('extend'), reason: fc.constant('так') }),
  fc.record({
    type: fc.constant('fileScanned'),
    file: fc.string(),
    version: fc.string(),
    verdict: fc.constant('clean'),
  }),
  fc.record({ type: fc.constant('reopen'), grounds: fc.constant(['noRight']), reason: fc.constant('так') }),
  fc.record({ type: fc.constant('revoke'), grounds: fc.constant(['noRight']), reason: fc.constant('так') }),
  fc.record({ type: fc.constant('expire') }),
  fc.record({ type: fc.constant('erase'), order: fc.constant('наказ 1') }),
  fc.record({ type: fc.constant('withdraw') }),
  fc.record({ type: fc.constant('duplicate'), document: fc.constantFrom('d', '__proto__') }),
  fc.record({ type: fc.constant('appeal') }),
  fc.record({ type: fc.constant('renew') }),
  fc.record({
    type: fc.constantFrom('childBegun', 'childEnded'),
    as: fc.constantFrom('start', 'appeal', 'renew'),
    effect: fc.string(),
    service: fc.constant('other'),
    child: fc.constantFrom('c-1', '__proto__'),
    reference: fc.constant('1'),
    outcome: fc.constant('granted'),
  }),
  fc.record({ type: fc.constant('paid'), effect: fc.string(), payment: fc.string(), amount: fc.nat() }),
  fc.record({ type: fc.constant('migrate'), to: fc.string(), proposedBy: fc.string() }),
  fc.record({ type: fc.string() }),
);

type Step = { actor: number; command: Command; days: number; answer: boolean };
const steps = fc.array(
  fc.record({
    actor: fc.nat(actors.length - 1),
    command: command as unknown as fc.Arbitrary<Command>,
    days: fc.constantFrom(0, 0, 0, 1, 6),
    answer: fc.boolean(),
  }),
  { maxLength: 40 },
);

/** What a place that waits for a system would be told: its answer, or its timer. */
function fromOutside(play: Play, step: Step): Command {
  const [timer] = timersOf(play.here).filter((t) => t.at <= play.now && t.kind !== 'retention');
  if (timer) return { type: 'timerFired', ...timer };
  const ask = Object.values(play.here.places).find((p) => p.kind === 'ask');
  const effect = ask?.kind === 'ask' ? (ask.pending[0] ?? 'none') : 'none';
  if (step.days === 6) return { type: 'callFailed', effect, code: 'down' };
  return { type: 'callAnswered', effect, result: { id: 'd', sha256: 'a', found: true } };
}

function played(list: Step[]): Play {
  const play = new Play();
  play.submit(owners);
  for (const step of list) {
    play.now = new Date(Date.parse(play.now) + step.days * 86_400_000).toISOString();
    if (step.answer) play.do(asSystem, fromOutside(play, step));
    play.do(actors[step.actor] ?? asSystem, step.command);
  }
  return play;
}

describe('whatever is commanded', () => {
  it('is accepted or refused by name, and the log replays to the snapshot with a chain that holds', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const play = played(list);
        const replayed = play.events.reduce<Case | null>(evolve, null);
        expect(replayed).toEqual(play.case);
        const data = new Map<number, Personal>();
        for (const event of play.events) {
          const { personal } = parted(event);
          if (personal) data.set(event.seq, personal);
        }
        expect(
          verifyChain(
            play.events.map((e) => parted(e).event),
            data,
          ),
        ).toBeNull();
        for (const event of play.events) effects(play.service, play.here, event);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves what waits exactly where the position says, and nothing of what has ended', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const { here, service } = played(list);
        const { tasks, timers } = waiting(service, here);
        if (here.outcome) {
          expect(tasks).toEqual([]);
          expect(timers.every((t) => t.kind === 'retention')).toBe(true);
          return;
        }
        expect(Object.keys(here.places).length).toBeGreaterThan(0);
        for (const place of Object.values(here.places)) {
          const top = place.path.split('/')[0];
          expect(top).toBe(here.position?.state);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is decided the same way twice', () => {
    fc.assert(
      fc.property(steps, (list) => {
        expect(played(list).events).toEqual(played(list).events);
      }),
      { numRuns: 30 },
    );
  });

  it('never changes the case it was given', () => {
    fc.assert(
      fc.property(steps, command as unknown as fc.Arbitrary<Command>, (list, next) => {
        const play = played(list);
        const before = structuredClone(play.case);
        for (const actor of actors)
          decide(play.service, play.case, next, { now: play.now, actor, ids: play.ids });
        expect(play.case).toEqual(before);
      }),
      { numRuns: 20 },
    );
  });
});

describe('personal data', () => {
  it('go when a case is erased, and the chain still holds', () => {
    const play = new Play();
    play.toReview();
    play.review('refuse', { grounds: ['noRight'], explain: 'ні' });
    expect(play.do(asOfficer('o-head', 'head'), { type: 'erase', order: 'наказ 1' })).toBe('notExpired');
    play.now = '2031-04-01T00:00:00Z';
    expect(play.do(asSystem, { type: 'expire' })).toBeUndefined();
    expect(play.do(asOfficer('o-head', 'head'), { type: 'erase', order: 'наказ 1' })).toBeUndefined();
    const bare = play.events.map((e) => parted(e).event);
    expect(verifyChain(bare, new Map())).toBeNull();
    expect(JSON.stringify(bare)).not.toMatch(/1111111111|Олена|p-olena/);
    expect(JSON.stringify(play.here)).not.toMatch(/1111111111|Олена|p-olena/);
    expect(bare.reduce<Case | null>(evolve, null)?.outcome?.outcome).toBe('refused');
  });
});
