import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { TransactionCanceledException, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { decide } from '#core/case/decide.ts';
import { effects } from '#core/case/effects.ts';
import { evolve } from '#core/case/evolve.ts';
import type { ServiceRuntime } from '#core/case/runtime.ts';
import { bytesOf, MOST_CASE } from '#core/case/size.ts';
import type { Actor, Case, CaseEvent, Colleague, Command, Effect, Ids, Refusal } from '#core/case/types.ts';
import { waiting } from '#core/case/waiting.ts';
import { log } from '../watch/log.ts';
import { openCard, partyCards } from './cards.ts';
import type { DraftItem } from './items.ts';
import { type CaseStore, load } from './load.ts';
import { StoreBusy } from './read-items.ts';
import { writesOf } from './transaction.ts';

/** An answer as it is remembered for a repeat. */
export type Answer = { status: number; body: unknown };
/** How a command ended. `replayed`: it was taken before; `otherRequest`: its key was used for something else. */
export type Performed =
  | { done: Answer; case: Case }
  | { replayed: Answer }
  | { refusal: Refusal }
  | { otherRequest: true };

/** A write that is refused where something was done too often (by a person, for a service), and what is told then. */
export type Limit = { write: TransactWriteItem; reached(): Error };

/** One command to be carried out. */
export type Performing = {
  store: CaseStore;
  service: string;
  case: string;
  /** The service as it runs under a definition's hash; null: the current one. */
  runtime(definition: string | null): Promise<ServiceRuntime>;
  /**
   * Made from what was read: a submission takes what the draft holds. A refusal where it cannot be made. `staff`: from whom
   * the officer of a task is drawn.
   */
  command(read: {
    case: Case | null;
    draft: DraftItem | null;
  }): Promise<{ command: Command; staff?: readonly Colleague[] } | { refusal: Refusal }>;
  actor: Actor;
  ids: Ids;
  now(): string;
  /** The key of a person who was only described so far, by what identifies them; null where that says too little. */
  personKey(identify: { [claim: string]: string }): string | null;
  /** The intention (`hash` of actor, route, key) and the hash of what was asked. */
  once?: { hash: string; request: string };
  answer(kase: Case): Answer;
  /** The version that a `migrate` leads to. */
  next?: ServiceRuntime;
  /** What else belongs to the same transaction. */
  also?(read: { draft: DraftItem | null }): TransactWriteItem[];
  /** Counted where the command is accepted, in the same transaction. */
  limits?: readonly Limit[];
};

const FULL: Refusal = {
  code: 'tooLarge',
  message: {
    uk: 'У справі забагато тексту, щоб додати ще: скоротіть те, що додаєте, або долучіть його файлом',
    en: 'The case holds too much text to take more: shorten what you add, or attach it as a file',
  },
};
const MOST_TRIES = 5;
const LOST = new Set(['ConditionalCheckFailed', 'TransactionConflict']);

/**
 * Decides one command and writes it in one transaction. A lost race (or a reference already drawn) is read and decided
 * again, up to five times.
 * @throws StoreBusy when all five were lost; what a limit throws that was reached; TooManyWrites; whatever the table throws
 */
export async function perform(given: Performing): Promise<Performed> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const performed = await once(given);
    if (performed) return performed;
  }
  throw new StoreBusy('five writes in a row lost the race for a case');
}

async function once(given: Performing): Promise<Performed | null> {
  const { store, service, case: id } = given;
  const now = given.now();
  const read = await load(
    store,
    { service, case: id, ...(given.once ? { once: given.once.hash } : {}) },
    now,
  );
  if (read.once)
    return read.once.request === given.once?.request
      ? { replayed: read.once.answer }
      : { otherRequest: true };
  const runtime = await given.runtime(read.case?.definition ?? null);
  const made = await given.command(read);
  if ('refusal' in made) return made;
  const decision = decide(runtime, read.case, made.command, {
    now,
    actor: given.actor,
    ids: given.ids,
    ...(given.next ? { next: given.next } : {}),
    ...(made.staff ? { staff: made.staff } : {}),
  });
  if (decision.refusal) return { refusal: decision.refusal };
  const { kase, after: then, asked } = await played(given, runtime, read.case, decision.events);
  if (bytesOf(kase) > MOST_CASE) return { refusal: FULL };
  const after = { case: kase, waiting: waiting(then, kase) };
  const before = read.case ? { case: read.case, waiting: waiting(runtime, read.case) } : null;
  const people = partyCards(then, after, given.personKey);
  const were = before ? partyCards(runtime, before, given.personKey) : new Map<string, never>();
  const answer = given.answer(kase);
  const writes = writesOf(
    store.table,
    {
      before,
      after,
      events: decision.events,
      effects: asked,
      people,
      gone: [...were.keys()].filter((person) => !people.has(person)),
      open: openCard(then, kase),
      ...(given.once ? { once: { ...given.once, answer } } : {}),
      also: [...(given.also?.(read) ?? []), ...(given.limits ?? []).map(({ write }) => write)],
    },
    now,
  );
  if (!(await written(store, writes, given.limits))) return null;
  if (!read.case) log('info', 'submitted', { service, case: id }, { Submits: 1 });
  return { done: answer, case: kase };
}

/** The case after the events, the version it runs on then, and what the outside world is told. */
async function played(
  { runtime: runtimeOf }: Pick<Performing, 'runtime'>,
  runtime: ServiceRuntime,
  from: Case | null,
  events: readonly CaseEvent[],
) {
  let kase = from;
  for (const event of events) kase = evolve(kase, event);
  if (kase === null) throw new Error('a command was accepted without an event');
  const end = kase;
  const after = end.definition === runtime.hash ? runtime : await runtimeOf(end.definition);
  const asked: Effect[] = events.flatMap((event) => effects(after, end, event));
  return { kase: end, after, asked };
}

/** False where the race was lost. The writes of the limits are the last. */
async function written(
  { client }: CaseStore,
  writes: TransactWriteItem[],
  limits: readonly Limit[] = [],
): Promise<boolean> {
  try {
    await client.send(new TransactWriteItemsCommand({ TransactItems: writes }));
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'TransactionConflictException') return false;
    if (!(error instanceof TransactionCanceledException)) throw error;
    const reasons = (error.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None');
    const codes = reasons.filter((c) => c !== 'None');
    const first = reasons.length - limits.length;
    const reached = limits.filter((_, n) => reasons[first + n] === 'ConditionalCheckFailed');
    // where something else was refused too, it is read again first: it may be a repeat of what was counted
    if (reached[0] && codes.length === reached.length) throw reached[0].reached();
    if (codes.length > 0 && codes.every((code) => LOST.has(code))) return false;
    // its message may hold what was written: only the codes are told
    throw new Error(`a transaction was refused: ${[...new Set(codes)].join(', ')}`);
  }
}
