import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Colleague } from './actor.ts';
import { decide } from './decide.ts';
import { first, migrated, second } from './migration/versions.testing.ts';
import type { TaskPlace } from './place.ts';
import { possible } from './rights.ts';
import type { ServiceRuntime } from './runtime.ts';
import { playScenario } from './scenario.ts';
import { asOfficer, asSystem, countingIds, olena, Play, small } from './small-service.testing.ts';
import { timersOf, waiting } from './waiting.ts';

const path = 'review';
const iryna = asOfficer('o-iryna', 'registrar');
const head = asOfficer('o-head', 'head');

function withReview(more: object): ServiceRuntime {
  const { flow } = small.bundle;
  const states = { ...flow.states, review: { ...flow.states.review, ...more } };
  return { ...small, bundle: { ...small.bundle, flow: { ...flow, states } } } as unknown as ServiceRuntime;
}
function inReview(assign: string, more: object = {}): Play {
  const play = new Play(withReview({ assign, ...more }));
  play.toReview();
  return play;
}
const colleagues = (...persons: string[]): Colleague[] => persons.map((person) => ({ person, open: 0 }));
const task = (play: Play) => play.here.places[path] as TaskPlace;
const timer = (play: Play) => timersOf(play.here).find(({ kind }) => kind === 'draw');
/** The sweep: the timer fires as it is set, with those whom the store found. */
const drawn = (play: Play, staff: readonly Colleague[]) =>
  play.do(asSystem, { type: 'timerFired', path, kind: 'draw', at: timer(play)?.at ?? play.now }, staff);

describe('a task whose officer is drawn', () => {
  it('is nobody’s to claim until then, and theirs on whom the draw fell from then on', () => {
    const play = inReview('random');
    expect(timer(play)?.at).toBe(play.now);
    expect(waiting(play.service, play.here).tasks).toMatchObject([{ awaits: 'draw' }]);
    expect(play.do(iryna, { type: 'claim', path })).toBe('notAllowed');
    const viewer = { kind: 'officer', appointment: iryna.appointment } as const;
    expect(possible(play.service, play.here, viewer, play.now).map(({ what }) => what)).not.toContain(
      'claim',
    );
    expect(drawn(play, colleagues('o-iryna'))).toBeUndefined();
    expect(task(play)).toMatchObject({ claimedBy: 'o-iryna' });
    expect(waiting(play.service, play.here).tasks[0]).not.toHaveProperty('awaits');
    expect(timer(play)).toBeUndefined();
    expect(play.events.at(-1)).toMatchObject({ type: 'assigned', to: 'o-iryna', among: 1 });
    expect(play.do(iryna, { type: 'act', path, action: 'approve', data: {} })).toBeUndefined();
  });

  it('may be claimed by whoever comes where nobody is appointed', () => {
    const play = inReview('leastLoaded');
    expect(drawn(play, [])).toBeUndefined();
    expect(timer(play)).toBeUndefined();
    expect(play.do(iryna, { type: 'claim', path })).toBeUndefined();
  });

  it('is not drawn while nobody said who is appointed', () => {
    const play = inReview('random');
    const { at = '' } = timer(play) ?? {};
    const fires = { type: 'timerFired', path, kind: 'draw', at } as const;
    expect(play.do(asSystem, fires)).toBe('notAllowed');
    expect(play.refused(asSystem, fires)?.message.en).toBe('Who is appointed to this role was not said');
    expect(timer(play)).toBeDefined();
  });

  it('that was given back goes to nobody else where there is nobody else, and is for the taking then', () => {
    const play = inReview('random');
    drawn(play, colleagues('o-iryna'));
    play.do(iryna, { type: 'release', path });
    expect(drawn(play, colleagues('o-iryna'))).toBeUndefined();
    expect(play.events.at(-1)).toMatchObject({ type: 'timerFired', path, kind: 'draw' });
    expect(task(play)).not.toHaveProperty('claimedBy');
    expect(play.do(iryna, { type: 'claim', path })).toBeUndefined();
  });

  it('is for the taking at once where the definition draws nobody', () => {
    for (const assign of ['claim', 'byHead']) expect(timer(inReview(assign)), assign).toBeUndefined();
    for (const assign of ['random', 'leastLoaded']) expect(timer(inReview(assign))?.at).toBeDefined();
  });

  it('goes among all who may have it, not by how much each has, where the draw is by chance', () => {
    const play = inReview('random');
    const staff = [
      { person: 'o-busy', open: 9 },
      { person: 'o-free', open: 0 },
      { person: 'p-olena', open: 0 },
    ];
    const falls = (salt: string) => {
      const ids = { ...play.ids, salt: () => salt };
      const { now, service, here } = play;
      const fires = { type: 'timerFired', path, kind: 'draw', at: now } as const;
      const [event] = decide(service, here, fires, { now, actor: asSystem, ids, staff }).events ?? [];
      return event?.type === 'assigned' ? [event.to, event.among] : [];
    };
    const found = Array.from({ length: 20 }, (_, n) => falls(`salt-${n}`));
    expect(new Set(found.map(([to]) => to))).toEqual(new Set(['o-busy', 'o-free']));
    expect(new Set(found.map(([, among]) => among))).toEqual(new Set([2]));
  });

  it('goes to the one who has fewest tasks', () => {
    const play = inReview('leastLoaded');
    drawn(play, [
      { person: 'o-taras', open: 3 },
      { person: 'o-iryna', open: 1 },
      { person: 'o-oksana', open: 2 },
    ]);
    expect(task(play).claimedBy).toBe('o-iryna');
    expect(play.events.at(-1)).toMatchObject({ among: 3 });
  });

  it('never goes to whose case it is, nor to whom four eyes keep out', () => {
    const own = inReview('random');
    drawn(own, colleagues('p-olena'));
    expect(task(own).claimedBy).toBeUndefined();
    const counter = new Play(withReview({ assign: 'random', not: ['case.enteredBy'] }));
    const form = { name: 'Олена', rnokpp: '1111111111' };
    counter.do(asOfficer('o-clerk', 'clerk'), {
      ...{ type: 'openFor', applicant: olena, form, language: 'uk', channel: 'counter' },
      signed: { by: 'device' },
    });
    counter.do(asSystem, { type: 'callAnswered', effect: counter.effect('check'), result: { found: true } });
    drawn(counter, colleagues('o-clerk', 'o-iryna'));
    expect(task(counter).claimedBy).toBe('o-iryna');
  });

  it('that is given back is drawn among the others', () => {
    const play = inReview('random');
    drawn(play, colleagues('o-iryna'));
    expect(play.do(iryna, { type: 'release', path })).toBeUndefined();
    expect(play.do(iryna, { type: 'claim', path })).toBe('notAllowed');
    drawn(play, colleagues('o-iryna', 'o-taras'));
    expect(task(play).claimedBy).toBe('o-taras');
  });

  it('that is passed on is drawn in the other office', () => {
    const play = inReview('random');
    drawn(play, colleagues('o-iryna'));
    play.do(iryna, {
      ...{ type: 'transfer', path, agency: 'other', office: 'main', role: 'expert' },
      reason: 'Не наша територія',
    });
    expect(drawn(play, colleagues('o-expert'))).toBeUndefined();
    expect(task(play)).toMatchObject({ claimedBy: 'o-expert', office: 'main' });
  });

  it('is given by the head before the draw, which then draws nobody', () => {
    const play = inReview('random');
    expect(play.do(head, { type: 'assign', path, person: 'o-taras' })).toBeUndefined();
    expect(timer(play)).toBeUndefined();
    expect(drawn(play, colleagues('o-iryna'))).toBe('late');
    expect(task(play).claimedBy).toBe('o-taras');
  });

  it('is drawn where a version that draws takes the case over, and whoever has it keeps it', () => {
    const free = new Play(first);
    free.toReview();
    const claimed = new Play(first);
    claimed.toReview();
    claimed.do(iryna, { type: 'claim', path });
    const next = second({}, ({ flow }) => {
      Object.assign(flow.states.review ?? {}, { assign: 'random' });
    });
    const over = migrated(free, next).play;
    expect(drawn(over, colleagues('o-taras'))).toBeUndefined();
    expect(task(over).claimedBy).toBe('o-taras');
    const kept = migrated(claimed, next).play;
    expect(task(kept)).toMatchObject({ claimedBy: 'o-iryna', assign: 'random' });
    expect(timer(kept)).toBeUndefined();
  });

  it('falls in a scenario on whoever acts there', () => {
    const { case: kase, refused } = playScenario(withReview({ assign: 'leastLoaded' }), {
      submittedAt: '2026-03-02T08:00:00Z',
      applicant: olena,
      form: { name: 'Олена', rnokpp: '1111111111', owners: [] },
      steps: [
        { answer: 'check', result: { found: true } },
        { as: 'registrar', at: path, act: 'approve', data: {} },
      ],
    } as unknown as Parameters<typeof playScenario>[1]);
    expect(refused).toBeUndefined();
    expect(kase?.results[path]?.by).toMatchObject({ person: 'registrar-of-the-scenario' });
  });

  it('falls on one of those appointed who have fewest, the same again, however they are listed', () => {
    const staff = fc.uniqueArray(
      fc.record({ person: fc.stringMatching(/^o-[a-z]{1,6}$/), open: fc.nat(3) }),
      { minLength: 1, maxLength: 8, selector: ({ person }) => person },
    );
    const plays = { random: inReview('random'), leastLoaded: inReview('leastLoaded') };
    fc.assert(
      fc.property(staff, fc.constantFrom('random', 'leastLoaded'), (all, assign) => {
        const { service, here, now } = plays[assign];
        const falls = (given: readonly Colleague[]) => {
          const command = { type: 'timerFired', path, kind: 'draw', at: now } as const;
          const ids = countingIds();
          const [event] =
            decide(service, here, command, { now, actor: asSystem, ids, staff: given }).events ?? [];
          return event?.type === 'assigned' ? event.to : undefined;
        };
        const fewest = Math.min(...all.map(({ open }) => open));
        const one = falls(all);
        expect(falls(all.toReversed())).toBe(one);
        const found = all.find(({ person }) => person === one);
        expect(found).toBeDefined();
        if (assign === 'leastLoaded') expect(found?.open).toBe(fewest);
      }),
      { numRuns: 40 },
    );
  });
});
