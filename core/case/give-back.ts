import { stateAt } from '#core/flow/states.ts';
import type { Instant } from '#core/flow/types.ts';
import type { Paid } from './command.ts';
import { plus } from './day.ts';
import type { Holding } from './event.ts';
import type { AskPlace } from './place.ts';
import type { Turn } from './turn.ts';
import type { Case } from './types.ts';

type Held = NonNullable<Case['held']>[string];
/** A payment or a place that the case holds, and the effect that asked for it. */
type InHand = readonly [effect: string, Held];

const inHand = (turn: Turn): InHand[] => Object.entries(turn.case.held ?? {});

/** What an answer leaves in the hands of the case: a payment, or a place that is reserved; nothing for other states. */
export function holdingOf(turn: Turn, { type, connector, path }: AskPlace): Holding | undefined {
  if (type === 'pay') return { type, connector };
  if (type !== 'reserve') return undefined;
  const state = stateAt(turn.service.bundle.flow, path);
  const hold = state?.type === 'reserve' ? state.hold : undefined;
  return { type, connector, ...(hold === undefined ? {} : { until: plus(turn.now, hold) }) };
}

/** Tells that what is in the hands of the case is given back; nothing where that is nothing. */
export function giveBack(turn: Turn, given: readonly InHand[]) {
  if (given.length === 0) return;
  const { held } = turn.case.data;
  turn.say({
    type: 'gaveBack',
    effects: Object.fromEntries(
      given.map(([effect, { path, type, connector }]) => [effect, { path, type, connector }]),
    ),
    data: { results: Object.fromEntries(given.map(([effect]) => [effect, held?.[effect] ?? null])) },
  });
}

/** At an end of a kind: payments that are refunded after it, and places that are released. */
export function giveBackAfter(turn: Turn, kind: string) {
  const { flow } = turn.service.bundle;
  const due = inHand(turn).filter(([, { path }]) => {
    const state = stateAt(flow, path);
    const kinds: readonly string[] =
      state?.type === 'pay' ? (state.refund ?? []) : state?.type === 'reserve' ? (state.release ?? []) : [];
    return kinds.includes(kind);
  });
  giveBack(turn, due);
}

/** What a place gave on an earlier visit: whoever reserves anew gives back the first. */
export const heldAt = (turn: Turn, path: string): InHand[] =>
  inHand(turn).filter(([, one]) => one.path === path);

type Unpaid = NonNullable<Case['unpaid']>[string];

/** A payment that nobody waits for any more goes back to whoever made it. */
export function paidTooLate(turn: Turn, { effect, payment, amount }: Paid, { path, connector }: Unpaid) {
  turn.say({
    type: 'gaveBack',
    effects: { [effect]: { path, type: 'pay', connector } },
    data: { results: { [effect]: { payment, amount } } },
  });
}

/** Places that are held for a while, with the instant at which they are given back unless a next step is taken. */
export const heldUntil = (held: Case['held']): (Held & { effect: string; until: Instant })[] =>
  Object.entries(held ?? {}).flatMap(([effect, { until, ...one }]) =>
    until === undefined ? [] : [{ ...one, effect, until }],
  );
