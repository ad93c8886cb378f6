import type { State, Target } from '#core/definition/types.generated.ts';
import { flowOf } from '#core/flow/position.ts';
import { type AskState, isAsk, stateAt } from '#core/flow/states.ts';
import type { Json, JsonObject, Path } from '#core/flow/types.ts';
import { awaitedAnswered, awaitedFailed, isAwaited } from './awaited.ts';
import type { CallAnswered, CallFailed, ChildEnded, EventTold, Paid, Signed } from './command.ts';
import type { IssuedMeta, RecordMeta } from './event.ts';
import { isTrue } from './feel.ts';
import { giveBack, heldAt, holdingOf, paidTooLate } from './give-back.ts';
import { issuedMeta } from './issued-meta.ts';
import { duplicatePaid, linkEnded } from './linked.ts';
import { namesOf } from './names.ts';
import { saysOf } from './paper-names.ts';
import type { AskPlace } from './place.ts';
import { fault, refuse } from './refuse.ts';
import { standing } from './reissue.ts';
import { settle } from './settle.ts';
import { bytesOf, MOST_ANSWER } from './size.ts';
import type { Turn } from './turn.ts';
import { Walk } from './walk.ts';

/** The place that waits for an effect's answer; a late answer (the case has gone on) is refused by name. */
function asked(turn: Turn, effect: string): { place: AskPlace; state: AskState } {
  const { actor } = turn.given;
  if (actor.kind !== 'system') refuse('notAllowed', 'Відповідь дає лише система', 'Only a system answers');
  const place = Object.values(turn.case.places).find(
    (p): p is AskPlace => p.kind === 'ask' && p.pending.includes(effect),
  );
  if (!place)
    return refuse(
      'late',
      'Справа вже не чекає цієї відповіді',
      'The case does not wait for this answer any more',
      '/effect',
    );
  const state = stateAt(turn.service.bundle.flow, place.path);
  if (!state || !isAsk(state)) return fault(place.path, 'there is no such state');
  return { place, state };
}

function goOn(turn: Turn, path: Path, target: Target, also?: JsonObject) {
  const walk = new Walk(turn);
  walk.leave(path, target, also);
  settle(walk);
}

/** A connector has answered. */
export function callAnswered(turn: Turn, command: CallAnswered) {
  const { effect, result } = command;
  const isSystem = turn.given.actor.kind === 'system';
  if (isSystem && isAwaited(turn.case, command)) return awaitedAnswered(turn, effect, result ?? null);
  const { place, state } = asked(turn, effect);
  if (bytesOf(result ?? null) > MOST_ANSWER)
    refuse('tooLarge', 'Відповідь завелика', 'The answer is too large', '/result');
  // `none` is done once they are started; all else has a word of its own for being done
  const isStarted = state.type === 'start' && state.await === 'none';
  if (state.type === 'pay' || state.type === 'sign' || (state.type === 'start' && !isStarted))
    refuse(
      'wrongPlace',
      'Тут чекають оплати, підпису або кінця інших справ',
      'A payment, a signature or the end of other cases is waited for here',
    );
  const answer = result ?? null;
  if (state.type === 'issue') return issued(turn, place, state, effect, answer);
  const as = place.as === undefined ? {} : { as: place.as };
  const holds = answer === null ? undefined : holdingOf(turn, place);
  // a place reserved on an earlier visit is not kept beside the new one
  if (holds) giveBack(turn, heldAt(turn, place.path));
  turn.say({
    type: 'answered',
    path: place.path,
    effect,
    ...as,
    ...(holds ? { holds } : {}),
    data: { result: answer },
  });
  if (state.type === 'reserve' && answer === null) return goOn(turn, place.path, state.none);
  if (state.type === 'collect' && state.tooFew !== undefined) {
    const count = Array.isArray(answer) ? answer.length : 0;
    if (count < (state.min ?? 0)) return goOn(turn, place.path, state.tooFew);
  }
  goOn(turn, place.path, state.next);
}

/** A document or record is made: first the record, then the document, so that nothing is handed out that is not on record. */
function issued(
  turn: Turn,
  place: AskPlace,
  state: Extract<State, { type: 'issue' }>,
  effect: string,
  result: Json,
) {
  const { path } = place;
  const both = state.record !== undefined && state.document !== undefined;
  const isRecord = state.record !== undefined && place.stage !== 'document';
  const next = isRecord && both ? `${turn.case.id}/${turn.nextSeq}/0` : undefined;
  const document =
    isRecord || state.document === undefined
      ? undefined
      : paperOf(turn, state.document, path, effect, result);
  turn.say({
    type: 'answered',
    path,
    effect,
    ...(next === undefined ? {} : { follows: next }),
    ...(isRecord && state.record ? { record: recordMeta(state.record) } : {}),
    ...(document === undefined ? {} : { document }),
    data: { result, ...(document === undefined ? {} : { says: sayingOf(turn, document.document, path) }) },
  });
  if (next === undefined) goOn(turn, path, state.next);
}

const sayingOf = ({ service, case: kase, now }: Turn, document: string, path: Path) =>
  saysOf(service, kase, document, flowOf(path), now);

/** The document that a state has issued; it takes the place of the one that the same state issued before and that still holds. */
function paperOf(turn: Turn, document: string, path: Path, effect: string, result: Json): IssuedMeta {
  const before = standing(turn.case, document).find((one) => one.path === path);
  const issued = issuedMeta(turn, document, path, effect, result);
  return before ? { ...issued, replaces: before.id } : issued;
}

function recordMeta(record: { registry: string; do: string }): RecordMeta {
  return { registry: record.registry, do: record.do };
}

/** A try has failed; only a final failure moves the case. */
export function callFailed(turn: Turn, command: CallFailed) {
  if (turn.given.actor.kind === 'system' && isAwaited(turn.case, command))
    return awaitedFailed(turn, command);
  const { place, state } = asked(turn, command.effect);
  const { code, message, effect } = command;
  const { path } = place;
  turn.say({
    type: 'failed',
    path,
    effect,
    code,
    ...(message === undefined ? {} : { data: { message: message.slice(0, 2000) } }),
  });
  if (command.final === false) return;
  const target = failing(state, code);
  if (target !== undefined) goOn(turn, path, target, failure(code));
}

/** What the conditions of `failed` see: by which name it failed (`exists`, `unavailable`; `due` where no answer came in time). */
export const failure = (code: string): JsonObject => ({ failure: { code } });

/** Where a state goes that did not get its answer; undefined where it keeps waiting for its deadline. */
export function failing(state: AskState, code: string): Target | undefined {
  if (state.type === 'call' || state.type === 'issue') return state.failed;
  if (state.type === 'reserve') return state.none;
  if (state.type === 'sign' && code === 'declined') return state.declined;
  return undefined;
}

export function paid(turn: Turn, command: Paid) {
  const { effect, payment, amount } = command;
  if (turn.given.actor.kind === 'system') {
    const unpaid = turn.case.unpaid?.[effect];
    if (unpaid) return paidTooLate(turn, command, unpaid);
    const fee = turn.case.paying?.[effect];
    if (fee) return duplicatePaid(turn, command, fee);
  }
  const { place, state } = asked(turn, effect);
  if (state.type !== 'pay')
    return refuse('wrongPlace', 'Тут не чекають оплати', 'No payment is waited for here');
  if (amount !== place.ask.amount)
    refuse('invalidData', 'Сума не збігається', 'The amount differs from what is due', '/amount');
  const holds = holdingOf(turn, place);
  const result = { payment, amount };
  turn.say({ type: 'answered', path: place.path, effect, ...(holds ? { holds } : {}), data: { result } });
  goOn(turn, place.path, state.next);
}

export function signed(turn: Turn, { effect, signature }: Signed) {
  const { place, state } = asked(turn, effect);
  if (state.type !== 'sign')
    return refuse('wrongPlace', 'Тут не чекають підпису', 'No signature is waited for here');
  turn.say({ type: 'answered', path: place.path, effect, data: { result: signature } });
  goOn(turn, place.path, state.next);
}

/** A case that this one started has ended: with `await: all` the last of them lets it go on, else the first. */
export function childEnded(turn: Turn, command: ChildEnded) {
  const { effect, child, outcome, name } = command;
  const isWaited = Object.values(turn.case.places).some(
    (p) => p.kind === 'ask' && p.pending.includes(effect),
  );
  if (!isWaited && turn.case.linked?.[child]) return linkEnded(turn, command);
  const { place, state } = asked(turn, effect);
  if (state.type !== 'start')
    return refuse('wrongPlace', 'Тут не чекають інших справ', 'No other case is waited for here');
  const ended = place.ended ?? [];
  if (ended.includes(child))
    refuse('late', 'Про цю справу вже відомо', 'The end of this case is known already', '/child');
  const isLast = state.await === 'any' || ended.length + 1 >= Number(place.ask.count ?? 1);
  turn.say({
    type: 'answered',
    path: place.path,
    effect,
    ...(isLast ? {} : { child }),
    ended: { child, outcome, kind: command.kind ?? outcome, ...(name === undefined ? {} : { name }) },
    data: { result: { child, outcome } },
  });
  if (isLast) goOn(turn, place.path, state.next);
}

/** Another system told something: every `wait` that it matches goes on. */
export function eventTold(turn: Turn, { connector, event }: EventTold) {
  if (turn.given.actor.kind !== 'system')
    refuse('notAllowed', 'Про це повідомляє лише система', 'Only a system tells this');
  for (const place of Object.values(turn.case.places)) {
    if (place.kind !== 'wait' || place.event?.connector !== connector) continue;
    const state = stateAt(turn.service.bundle.flow, place.path);
    if (state?.type !== 'wait' || !state.event) continue;
    const names = { ...namesOf(turn.service, turn.case, flowOf(place.path), turn.now), event };
    if (!isTrue(turn.service, state.event.match, names, place.path)) continue;
    const as = state.event.as === undefined ? {} : { as: state.event.as };
    turn.say({ type: 'told', path: place.path, connector, ...as, data: { event } });
    return goOn(turn, place.path, state.next);
  }
  refuse('late', 'Справа не чекає цієї події', 'The case does not wait for this event');
}
