import { withdrawnEnd } from '#core/flow/states.ts';
import type { Instant } from '#core/flow/types.ts';
import type { Erase, Extend, FileScanned, Reopen, Revoke, SendMessage, Withdraw } from './command.ts';
import { leftUntil, moved } from './due.ts';
import { grounded } from './grounds.ts';
import { tell } from './messages.ts';
import { mustBePossible } from './offered.ts';
import { refuse } from './refuse.ts';
import { holds, mayBeside } from './rights.ts';
import { settle } from './settle.ts';
import { said } from './tasks.ts';
import { limitOf } from './term.ts';
import type { Turn } from './turn.ts';
import { Walk } from './walk.ts';

export function message(turn: Turn, { text, to }: SendMessage) {
  mustBePossible(turn, 'message');
  said(text, '/text');
  if (to !== undefined && !Object.hasOwn(turn.case.parties, to))
    refuse('unknownPlace', 'Такої сторони у справі немає', 'There is no such party in the case', '/to');
  if (turn.case.data.notes.length >= 200)
    refuse('tooOften', 'Забагато повідомлень у справі', 'Too many messages in the case');
  turn.say({ type: 'noted', ...(to === undefined ? {} : { to }), data: { text } });
}

/** The applicant takes the application back: what waits is cancelled, the case ends. */
export function withdraw(turn: Turn, { reason }: Withdraw) {
  // the case that began this one takes it back where it is taken back itself
  const isRecalled = turn.given.actor.kind === 'system' && turn.case.origin !== undefined;
  if (!isRecalled) mustBePossible(turn, 'withdraw');
  if (reason !== undefined) said(reason, '/reason');
  const own = withdrawnEnd(turn.service.bundle.flow);
  turn.say({ type: 'withdrawn', data: reason === undefined ? {} : { reason } });
  const walk = new Walk(turn);
  walk.cancelAll();
  if (own) walk.restart(own);
  else walk.endAs('withdrawn', 'withdrawn');
  settle(walk);
}

/** The term is made longer, as often and by as much as the law lets the role. */
export function extend(turn: Turn, { reason }: Extend) {
  const within = turn.service.bundle.decideWithin;
  const rule = within?.extend;
  const { service, case: kase, now } = turn;
  const { term } = kase;
  if (!within || !rule || !term || term.extended >= (rule.times ?? 1))
    return refuse(
      'noExtension',
      'Строк цієї справи не можна продовжити',
      'The term of this case cannot be extended',
    );
  mustBePossible(turn, 'extend');
  said(reason, '/reason');
  const limit = limitOf(rule);
  const more = 'workingDays' in limit ? limit.workingDays : 'hours' in limit ? limit.hours : limit.days;
  const { overdue: _, ...rest } = term;
  const later = (due: Instant) => moved(service, kase.office, due, more, limit);
  // what is left is counted in the unit of the term, which the extension need not share
  const unit = limitOf(within);
  const left = (held: number) =>
    leftUntil(service, kase.office, now, later(moved(service, kase.office, now, held, unit)), unit);
  const longer = term.paused
    ? { ...rest, paused: { ...term.paused, left: left(term.paused.left) } }
    : { ...rest, due: later(term.due) };
  turn.say({ type: 'extended', term: { ...longer, extended: term.extended + 1 }, data: { reason } });
  if (rule.message !== undefined) tell(turn, [{ message: rule.message, path: '' }]);
}

export function fileScanned(turn: Turn, { file, version, verdict }: FileScanned) {
  if (turn.given.actor.kind !== 'system')
    refuse('notAllowed', 'Файли перевіряє система', 'Files are scanned by the system');
  const known = Object.hasOwn(turn.case.data.files, file) ? turn.case.data.files[file] : undefined;
  if (known?.version !== version)
    return refuse(
      'unknownFile',
      'Такого файлу у справі немає',
      'There is no such version of a file in the case',
      '/file',
    );
  turn.say({ type: 'fileScanned', file, verdict });
}

export function reopen(turn: Turn, { grounds, reason }: Reopen) {
  mustBePossible(turn, 'reopen');
  const rule = turn.service.bundle.after?.reopen;
  grounded(grounds, rule?.grounds ?? []);
  said(reason, '/reason');
  turn.say({ type: 'reopened', grounds, data: { reason } });
  const walk = new Walk(turn);
  walk.restart(rule?.to ?? turn.service.bundle.flow.initial);
  settle(walk);
}

export function revoke(turn: Turn, { grounds, reason }: Revoke) {
  mustBePossible(turn, 'revoke');
  grounded(grounds, turn.service.bundle.after?.revoke?.grounds ?? []);
  said(reason, '/reason');
  const held = Object.values(turn.case.documents).filter(
    (one) => one.replacedBy === undefined && one.revoked === undefined,
  );
  const records = Object.values(turn.case.data.records ?? {});
  turn.say({
    type: 'revoked',
    grounds,
    ...(held.length > 0 ? { documents: held.map(({ id }) => id) } : {}),
    data: { reason, ...(records.length > 0 ? { records } : {}) },
  });
}

/** Retention has run out: the case goes on a destruction list. */
export function expire(turn: Turn) {
  const { outcome, hold, expired } = turn.case;
  if (turn.given.actor.kind !== 'system')
    refuse('notAllowed', 'Строк зберігання спливає сам', 'Retention runs out by itself');
  if (hold) refuse('legalHold', 'Справу заборонено знищувати', 'A legal hold keeps the case');
  if (expired || outcome?.retention === undefined || outcome.retention > turn.now)
    refuse('notExpired', 'Строк зберігання ще не сплив', 'Retention has not run out');
  turn.say({ type: 'expired' });
}

/** A person signed the destruction list: the store deletes every data item; the chain stays and still verifies. */
export function erase(turn: Turn, { order }: Erase) {
  const a = turn.given.actor.kind === 'officer' ? turn.given.actor.appointment : undefined;
  if (!a || !holds(a, turn.now) || !mayBeside(turn.service, turn.case.office, a, 'audit'))
    refuse(
      'notAllowed',
      'Знищує лише посадова особа з правом перевірки, за наказом',
      'Only an officer with the right to audit erases, by an order',
    );
  if (turn.case.hold) refuse('legalHold', 'Справу заборонено знищувати', 'A legal hold keeps the case');
  if (!turn.case.expired) refuse('notExpired', 'Строк зберігання ще не сплив', 'Retention has not run out');
  said(order, '/order');
  turn.say({ type: 'erased', order });
}
