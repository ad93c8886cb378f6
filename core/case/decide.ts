import { ExpressionError } from '#core/expression/index.ts';
import { act } from './act.ts';
import type { Given } from './actor.ts';
import { callAnswered, callFailed, childEnded, eventTold, paid, signed } from './answers.ts';
import { sendWaiting } from './attached.ts';
import { isAwaited } from './awaited.ts';
import type { Beginning, Command } from './command.ts';
import { correct } from './correct.ts';
import { appeal, childBegun, duplicate, renew } from './linked.ts';
import { migrate } from './migration/migrate.ts';
import type { Refusal } from './refusal.ts';
import { Refused, refuse } from './refuse.ts';
import type { ServiceRuntime } from './runtime.ts';
import { bytesOf, MOST_COMMAND } from './size.ts';
import { submitted } from './submit.ts';
import { answerConsult, assign, claim, consult, release, transfer } from './tasks.ts';
import { timerFired } from './timers.ts';
import { Turn } from './turn.ts';
import type { Case, Decision } from './types.ts';
import { eventActor, partiesOf } from './who.ts';
import { erase, expire, extend, fileScanned, message, reopen, revoke, withdraw } from './whole-case.ts';

/**
 * Decides a command: the events it comes to, or why it is refused. Pure and deterministic: time, actor and identifiers are given.
 * @param kase null for `submit`, `openFor`, `begin` and `initiate`, which begin a case. @param given.now instant in UTC.
 */
export function decide(service: ServiceRuntime, kase: Case | null, command: Command, given: Given): Decision {
  const turn = new Turn(service, kase, given, actorIn(kase, given));
  try {
    take(turn, kase, command);
    sendWaiting(turn);
    return { events: turn.events };
  } catch (error) {
    if (error instanceof Refused) return { refusal: error.refusal };
    const refusal = faulty(error);
    if (refusal) return { refusal };
    throw error;
  }
}

function actorIn(kase: Case | null, { actor }: Given) {
  if (actor.kind !== 'party' || kase === null) return eventActor(actor);
  const keys = partiesOf(kase, actor.identity);
  const asked = keys.find((key) =>
    Object.values(kase.places).some((p) => p.kind === 'party' && p.party === key),
  );
  return eventActor(actor, asked ?? keys[0] ?? 'none');
}

/** What a fault of the definition is told as; undefined for every other error. */
export function faulty(error: unknown): Refusal | undefined {
  // RangeError: a day that does not exist, a calendar that never works
  if (!(error instanceof ExpressionError || error instanceof RangeError)) return undefined;
  return {
    code: 'definitionFault',
    message: {
      uk: `Помилка в описі послуги: ${error.message}. Повідомте розробників послуги`,
      en: `A fault in the definition of the service: ${error.message}. Tell those who maintain it`,
    },
  };
}

const BEGINNINGS = new Set<Command['type']>(['submit', 'openFor', 'begin', 'initiate']);
const isBeginning = (command: Command): command is Beginning => BEGINNINGS.has(command.type);

/** What may still come when a case has ended. */
const AFTER_END = new Set<Command['type']>([
  ...(['timerFired', 'reopen', 'correct', 'revoke', 'duplicate', 'appeal', 'renew'] as const),
  ...(['childBegun', 'childEnded', 'expire', 'erase', 'fileScanned'] as const),
]);

function take(turn: Turn, kase: Case | null, command: Command) {
  if (bytesOf(command) > MOST_COMMAND) refuse('tooLarge', 'Запит завеликий', 'The command is too large');
  if (isBeginning(command)) {
    if (kase !== null) refuse('caseExists', 'Заяву вже подано', 'The application is submitted already');
    return submitted(turn, command);
  }
  const here = turn.case;
  if (here.erased !== undefined) refuse('erased', 'Справу знищено', 'The case was erased');
  if (here.outcome && !isAwaited(here, command) && !AFTER_END.has(command.type))
    refuse('ended', 'Справу вже завершено', 'The case has ended');
  switch (command.type) {
    case 'claim':
      return claim(turn, command);
    case 'release':
      return release(turn, command);
    case 'assign':
      return assign(turn, command);
    case 'transfer':
      return transfer(turn, command);
    case 'act':
      return act(turn, command);
    case 'consult':
      return consult(turn, command);
    case 'answerConsult':
      return answerConsult(turn, command);
    case 'message':
      return message(turn, command);
    case 'withdraw':
      return withdraw(turn, command);
    case 'timerFired':
      return timerFired(turn, command);
    case 'callAnswered':
      return callAnswered(turn, command);
    case 'callFailed':
      return callFailed(turn, command);
    case 'paid':
      return paid(turn, command);
    case 'signed':
      return signed(turn, command);
    case 'eventTold':
      return eventTold(turn, command);
    case 'fileScanned':
      return fileScanned(turn, command);
    case 'childBegun':
      return childBegun(turn, command);
    case 'childEnded':
      return childEnded(turn, command);
    case 'extend':
      return extend(turn, command);
    case 'reopen':
      return reopen(turn, command);
    case 'correct':
      return correct(turn, command);
    case 'revoke':
      return revoke(turn, command);
    case 'duplicate':
      return duplicate(turn, command);
    case 'appeal':
      return appeal(turn, command);
    case 'renew':
      return renew(turn, command);
    case 'expire':
      return expire(turn);
    case 'erase':
      return erase(turn, command);
    case 'migrate':
      return migrate(turn, command);
    default: {
      const unknown: never = command;
      return refuse(
        'unknownCommand',
        'Невідома команда',
        `Unknown command: ${String(Reflect.get(unknown, 'type'))}`,
        '/type',
      );
    }
  }
}
