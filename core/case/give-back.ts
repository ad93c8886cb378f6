import { stateAt } from '#core/flow/states.ts';
import type { Instant } from '#core/flow/types.ts';
import type { Paid } from './command.ts';
import { plus } from './day.ts';
import type { Holding } from './event.ts';
import type { AskPlace } from './place.ts';
import type { Turn } from './turn.ts';
import type { Case } from './types.ts';

/** What an answer leaves in the hands of the case: a payment, or a place that is reserved; nothing for other states. */
export function holdingOf(turn: Turn, { type, connector, path }: AskPlace): Holding | undefined {
  if (type === 'pay') return { type, connector };
  if (type !== 'reserve') return undefined;
  const state = stateAt(turn.service.bundle.flow, path);
  const hold = state?.type === 'reserve' ? state.hold : undefined;
  return { type, connector, ...(hold === undefined ? {} : { until: plus(turn.now, hold) }) };
}

/** Tells that what these effects gave is given back; nothing where there is none. */
export function giveBack(turn: Turn, effects: readonly string[]) {
  const { held = {}, data } = turn.case;
  const found = effects.flatMap((effect) => {
    const one = held[effect];
    return one ? [[effect, { path: one.path, type: one.type, connector: one.connector }] as const] : [];
  });
  if (found.length === 0) return;
  const results = Object.fromEntries(found.map(([effect]) => [effect, data.held?.[effect] ?? null]));
  turn.say({ type: 'gaveBack', effects: Object.fromEntries(found), data: { results } });
}

/** At an end of a kind: payments that are refunded after it, and places that are released. */
export function giveBackAfter(turn: Turn, kind: string) {
  const { flow } = turn.service.bundle;
  const due = Object.entries(turn.case.held ?? {}).filter(([, { path }]) => {
    const state = stateAt(flow, path);
    const kinds: readonly string[] =
      state?.type === 'pay' ? (state.refund ?? []) : state?.type === 'reserve' ? (state.release ?? []) : [];
    return kinds.includes(kind);
  });
  giveBack(
    turn,
    due.map(([effect]) => effect),
  );
}

/** What a place gave on an earlier visit: whoever reserves anew gives back the first. */
export const heldAt = (turn: Turn, path: string): string[] =>
  Object.entries(turn.case.held ?? {}).flatMap(([effect, one]) => (one.path === path ? [effect] : []));

type Unpaid = NonNullable<Case['unpaid']>[string];

/** A payment that nobody waits for any more goes back to whoever made it. */
export function paidTooLate(turn: Turn, { effect, payment, amount }: Paid, { path, connector }: Unpaid) {
  turn.say({
    type: 'gaveBack',
    effects: { [effect]: { path, type: 'pay', connector } },
    data: { results: { [effect]: { payment, amount } } },
  });
}

type Held = NonNullable<Case['held']>[string];

/** Places that are held for a while, with the instant at which they are given back unless a next step is taken. */
export const heldUntil = (held: Case['held']): (Held & { effect: string; until: Instant })[] =>
  Object.entries(held ?? {}).flatMap(([effect, { until, ...one }]) =>
    until === undefined ? [] : [{ ...one, effect, until }],
  );
