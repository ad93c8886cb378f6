import type { Command } from '../command.ts';
import { anyone, auditorOf, system } from './cast.testing.ts';
import type { Draw } from './draw.testing.ts';
import { told } from './sensible.testing.ts';
import type { Step, Walk } from './walk.testing.ts';

/** Anything by anyone, whether or not it makes sense here. Only tests import this. */
export function wild(walk: Walk, draw: Draw): Step {
  const path = draw.of([...Object.keys(walk.here.places), ...walk.states, '', '__proto__', 'a/b/c']);
  // nobody decides their own case
  const self = walk.here.data.parties.applicant?.identity?.person ?? 'none';
  const effect = draw.of([...walk.effects, `${walk.here.id}/1/0`, 'none']);
  const ground = draw.of([[], ['noRight'], ['outOfTime'], ['unknown']]);
  const reason = draw.of(['', 'Причина§']);
  const make = draw.of<() => Command>([
    () => ({ type: 'claim', path }),
    () => ({ type: 'release', path }),
    () => ({ type: 'assign', path, person: draw.of(['o-registrar-1', 'o-chief-2', self]) }),
    () => ({
      type: 'transfer',
      path,
      agency: draw.of(['city', 'ministry', 'none']),
      office: draw.of(['central', 'north', 'main']),
      reason,
    }),
    () => ({
      type: 'act',
      path,
      action: draw.of(['agree', 'refuse', 'goBack', 'nothing', '__proto__']),
      ...(draw.once(2) ? { reason } : {}),
      ...(draw.once(2) ? { grounds: ground, explain: draw.of(['', 'Пояснення§']) } : {}),
      ...(draw.once(3)
        ? { marks: draw.of([[], [{ pointer: draw.of(walk.fields) }], [{ pointer: '/no' }]]) }
        : {}),
      ...(draw.once(2) ? { data: draw.of([{}, { sum: 1 }, { sum: 5000 }, { sum: 'x' }]) } : {}),
      ...(draw.once(3) ? { changes: walk.changes(draw, draw.some(walk.fields)) } : {}),
    }),
    () => ({
      type: 'consult',
      path,
      agency: 'ministry',
      office: 'main',
      role: draw.of(['expert', 'none']),
      question: reason,
      by: walk.later(draw.between(-1, 9)),
      fields: [],
    }),
    () => ({ type: 'answerConsult', path, consult: 'none', opinion: reason }),
    () => ({
      type: 'message',
      text: reason,
      ...(draw.once(2) ? { to: draw.of(['applicant', 'nobody']) } : {}),
    }),
    () => ({ type: 'withdraw', ...(draw.once(2) ? { reason } : {}) }),
    () => ({
      type: 'timerFired',
      path,
      kind: draw.of(['due', 'until', 'next', 'decide', 'retention']),
      at: walk.now,
    }),
    () => ({ type: 'callAnswered', effect, result: draw.of([null, {}, []]) }),
    () => ({ type: 'callFailed', effect, code: 'unavailable' }),
    () => ({ type: 'paid', effect, payment: 'p', amount: 100 }),
    () => ({ type: 'signed', effect, signature: {} }),
    () => ({ type: 'childEnded', effect, child: 'c1', outcome: 'granted' }),
    () => told(draw, draw.of(['court', 'none'])),
    () =>
      ({ type: 'fileScanned', file: draw.of(['files1', 'none']), version: '1', verdict: 'clean' }) as Command,
    () => ({ type: 'extend', reason }),
    () => ({ type: 'reopen', grounds: ground, reason }),
    () => ({ type: 'correct', changes: walk.changes(draw, draw.some(walk.fields)), reason }),
    () => ({ type: 'revoke', grounds: ground, reason }),
    () => ({ type: 'migrate', to: 'b'.repeat(64), states: {} }) as unknown as Command,
    () => ({ type: 'expire' }),
    () => ({ type: 'erase', order: reason }),
    () => ({ type: draw.of(['unknown', '', 'constructor']) }) as unknown as Command,
    () => ({ type: 'submit', form: {}, language: 'uk', channel: 'portal' }),
  ]);
  return {
    actor: draw.once(3) ? auditorOf(walk.here) : draw.once(4) ? system : anyone(draw),
    command: make(),
  };
}

/** What may be done with a decided case, by those who may. */
export function afterwards(walk: Walk, draw: Draw): Step {
  const { agency, office } = walk.here.office;
  const actor = {
    kind: 'officer',
    appointment: { person: 'o-chief-1', role: 'chief', agency, office },
  } as const;
  const [reissued] = Object.keys(walk.here.reissuing ?? {});
  if (reissued !== undefined && draw.once(2)) {
    const result = { id: `r-${draw.below(1000)}`, sha256: 'b'.repeat(64) };
    return { actor: system, command: { type: 'callAnswered', effect: reissued, result } };
  }
  const reason = 'Причина§';
  const command = draw.of<() => Command>([
    () => ({ type: 'correct', changes: walk.changes(draw, draw.some(walk.fields)), reason }),
    () => ({ type: 'reopen', grounds: ['noRight'], reason }),
    () => ({ type: 'revoke', grounds: ['noRight'], reason }),
  ])();
  return { actor, command };
}
