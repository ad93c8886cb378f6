import { traced } from '../watch/trace.ts';
import type { OutboxEffect, OutboxItem, OutboxStore } from './outbox.ts';
import { bury, firstOpen, keepNote, markDone, postpone, take } from './outbox.ts';

/** A command for the case's service, as it goes onto its queue. The worker ignores a repeat by its id. */
export type Answer = { type: string; [more: string]: unknown };

/** A command for a case, also of another service than the one that asked. */
export type Told = { service: string; case: string; command: Answer; id: string };

/** How one try of one effect ended. */
export type Outcome =
  /** Done; the case hears of it by `answer`, where it waits for one, and `others` what concerns them. */
  | { outcome: 'done'; answer?: Answer; others?: readonly Told[] }
  /** Not done. `again`: a later try may succeed (after `afterMs` at the earliest); else it never will. */
  | { outcome: 'failed'; code: string; again: boolean; afterMs?: number };

/** What a connector is given beside the effect. */
export type Sending = {
  now: string;
  item: Pick<OutboxItem, 'service' | 'case' | 'connector' | 'sequence' | 'createdAt'>;
  /** What an earlier try of this effect noted (a message id, a step), so that it is not done twice. */
  noted: string | null;
  /** Notes it for later tries; false where the item is no longer held, or the outside told of the effect meanwhile. */
  note(value: string): Promise<boolean>;
};

/** One connector as the loop sees it. */
export type Connector<E extends OutboxEffect> = {
  send(effect: E, sending: Sending): Promise<Outcome>;
  /** What the case is told when an effect is given up; null where nobody waits for it: then the item is dead. */
  gaveUp(effect: E, code: string, sending: Sending): Answer | null;
  /** Until when an effect is tried, or null: then `attempts` counts. */
  tryUntil(effect: E, item: OutboxItem<E>): string | null;
  /** The wait in milliseconds after so many failures; `backoff` where not given. */
  wait?(attempts: number): number;
  /** Tries before giving up. */
  attempts: number;
  /** Whether what follows waits for a dead item. */
  holdDead: boolean;
};

/** What the loop is given: clock, queue and who it is. */
export type Draining = {
  store: OutboxStore;
  now(): string;
  /** Unique to this run. */
  holder: string;
  /** How long an item is held; longer than the function's time-out, in milliseconds. */
  leaseMs: number;
  /** Puts the answer on the queue of the case's service. */
  answer(service: string, message: { case: string; command: Answer; id: string }): Promise<void>;
  /** Has the key woken again after so many milliseconds; what this loses, the sweep finds. */
  again?(pk: string, ms: number): Promise<void>;
  /** Waits for a place under the connector's rate. */
  turn(): Promise<void>;
  /** Whether there is time for one more effect. */
  hasTime(): boolean;
  /** Told of each try, for logs and metrics; never of its data. */
  told?(event: {
    effect: string;
    case: string;
    outcome: 'done' | 'again' | 'dead' | 'refused';
    code?: string;
    /** How long the effect has been waiting, in milliseconds. */
    waited: number;
  }): void;
};

const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 3_600_000;

/** The wait after `attempts` failures in milliseconds: 30 s, doubled each time, at most an hour. */
export const backoff = (attempts: number): number =>
  Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempts, 20));

const at = (instant: string, ms: number) => new Date(Date.parse(instant) + ms).toISOString();

async function attempt<E extends OutboxEffect>(
  connector: Connector<E>,
  effect: E,
  sending: Sending,
): Promise<Outcome> {
  try {
    return await connector.send(effect, sending);
  } catch (error) {
    // the message may hold what the effect carries: only the error's name is kept
    return { outcome: 'failed', code: error instanceof Error ? error.name : 'unknown', again: true };
  }
}

type Held<E extends OutboxEffect> = { item: OutboxItem<E>; effect: E; sending: Sending };

/** Takes the first open item under the key; says instead why there is nothing to do. */
async function hold<E extends OutboxEffect>(
  pk: string,
  connector: Connector<E>,
  given: Draining,
): Promise<Held<E> | 'empty' | 'waiting'> {
  const item = await firstOpen<E>(given.store, pk, connector.holdDead);
  if (!item) return 'empty';
  const now = given.now();
  if (item.state === 'dead' || item.nextAt > now) return 'waiting';
  const effect = item.effects[item.done];
  if (!effect) throw new Error(`outbox item ${item.sk} has no effect ${item.done}`);
  if (!(await take(given.store, item, given.holder, now, at(now, given.leaseMs)))) return 'waiting';
  const noted = item.note?.effect === effect.id ? item.note.value : null;
  let seen = item.note;
  const note = async (value: string) => {
    const noting = { effect: effect.id, value };
    const kept = await keepNote(given.store, item, given.holder, noting, seen);
    if (kept) seen = noting;
    return kept;
  };
  return { item, effect, sending: { now, item, noted, note } };
}

/** Writes down how a try ended; true where the next effect may follow at once. */
async function settle<E extends OutboxEffect>(
  { item, effect, sending }: Held<E>,
  result: Outcome,
  connector: Connector<E>,
  given: Draining,
): Promise<boolean> {
  const { store, holder } = given;
  const tell = (outcome: 'done' | 'again' | 'dead' | 'refused', code?: string) =>
    given.told?.({
      effect: effect.id,
      case: item.case,
      outcome,
      ...(code ? { code } : {}),
      waited: Date.parse(given.now()) - Date.parse(item.createdAt),
    });
  const finish = async (command?: Answer, others: readonly Told[] = []) => {
    for (const { service, ...message } of others) await given.answer(service, message);
    if (command) await given.answer(item.service, { case: item.case, command, id: effect.id });
    return markDone(store, item, holder, given.now());
  };
  if (result.outcome === 'done') {
    tell('done');
    return finish(result.answer, result.others);
  }
  const wait = Math.max((connector.wait ?? backoff)(item.attempts), result.afterMs ?? 0);
  const next = at(given.now(), wait);
  const until = connector.tryUntil(effect, item);
  if (result.again && (until ? next <= until : item.attempts + 1 < connector.attempts)) {
    tell('again', result.code);
    await postpone(store, item, holder, next, result.code);
    await given.again?.(item.pk, wait);
    return false;
  }
  const last = connector.gaveUp(effect, result.code, sending);
  tell(last ? 'refused' : 'dead', result.code);
  if (last) return finish(last);
  await bury(store, item, holder, given.now(), result.code);
  return !connector.holdDead;
}

/**
 * Does what is pending under one outbox key, in order, until nothing is left, something has to wait, or time is up.
 * The answer goes out before the effect is marked done: a crash between them repeats both, and repeats do no harm.
 * @throws whatever the table or the queue throws; then the wake-up must be repeated
 */
export async function drain<E extends OutboxEffect>(
  pk: string,
  connector: Connector<E>,
  given: Draining,
): Promise<'empty' | 'waiting' | 'unfinished'> {
  while (given.hasTime()) {
    const held = await hold(pk, connector, given);
    if (typeof held === 'string') return held;
    const goesOn = await traced(held.item.trace, async () => {
      await given.turn();
      return settle(held, await attempt(connector, held.effect, held.sending), connector, given);
    });
    if (!goesOn) return 'waiting';
  }
  return 'unfinished';
}
