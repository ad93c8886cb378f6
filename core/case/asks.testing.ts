import { decide } from './decide.ts';
import { effects } from './effects.ts';
import type { ServiceRuntime } from './runtime.ts';
import { asParty, asSystem, countingIds, olena, Play, small } from './small-service.testing.ts';
import { timersOf } from './waiting.ts';

const ends = {
  granted: { type: 'end', outcome: 'granted', kind: 'granted' },
  refused: { type: 'end', outcome: 'refused', kind: 'refused' },
  late: { type: 'end', outcome: 'late', kind: 'left' },
};

/** The small service with one state that asks, and the three ways on from it. Only tests import this. */
export function asking(state: object, more: { connectors?: object; states?: object } = {}): ServiceRuntime {
  const flow = { initial: 'ask', states: { ask: state, ...ends, ...more.states } };
  return {
    ...small,
    bundle: { ...small.bundle, flow },
    live: { ...small.live, connectors: { ...small.live.connectors, ...more.connectors } },
  } as unknown as ServiceRuntime;
}

/** A case that has come to that state. */
export const asked = (...given: Parameters<typeof asking>): Play => begun(asking(...given));

/** A case of a service right after it was submitted. */
export function begun(service: ServiceRuntime): Play {
  const play = new Play(service);
  const refusal = play.do(asParty(olena), {
    type: 'submit',
    form: { name: 'Олена', rnokpp: '1111111111', owners: [] },
    language: 'uk',
    channel: 'portal',
  });
  if (refusal !== undefined) throw new Error(refusal);
  return play;
}

/** Why a case of a service that is at fault cannot be begun, as those are told in English who maintain it. */
export function faultOf(service: ServiceRuntime): string | undefined {
  const form = { name: 'Олена', rnokpp: '1111111111', owners: [] };
  const command = { type: 'submit', form, language: 'uk', channel: 'portal' } as const;
  const given = { now: '2026-03-02T08:00:00Z', actor: asParty(olena), ids: countingIds() };
  const { code, message } = decide(service, null, command, given).refusal ?? {};
  return code === 'definitionFault' ? message?.en : code;
}

/** What the outside world was asked for. */
export const told = (play: Play) => play.events.flatMap((event) => effects(play.service, play.here, event));
export const outcome = (play: Play) => play.here.outcome?.outcome;
export const answer = (play: Play, result: unknown) =>
  play.do(asSystem, { type: 'callAnswered', effect: play.effect('ask'), result: result as null });
export const fails = (play: Play, code: string, more: { final?: boolean; message?: string } = {}) =>
  play.do(asSystem, { type: 'callFailed', effect: play.effect('ask'), code, ...more });
/** Nobody answers until the day after the deadline. */
export function waitsInVain(play: Play) {
  const timer = timersOf(play.here).find(({ kind }) => kind === 'due');
  play.now = timer?.at ?? '';
  return play.do(asSystem, { type: 'timerFired', path: 'ask', kind: 'due', at: timer?.at ?? '' });
}

const t = (uk: string, en = uk) => ({ uk, en });
/** A fee that those may leave unpaid who are exempt. */
export const fee = {
  type: 'pay',
  connector: 'bank',
  amount: 'parameters.fee',
  purpose: t('Збір за {{form.name}}', 'Fee of {{form.name}}'),
  exempt: [{ when: 'form.name = "Герой"', title: t('Учасник бойових дій') }],
  due: 'P3D',
  overdue: { to: 'late' },
  next: 'granted',
};
