import type { Appeal, ChildBegun, ChildEnded, Duplicate, Renew } from './command.ts';
import { daySaid } from './day.ts';
import { feelValue } from './feel.ts';
import { comingFor } from './issued.ts';
import { appealableUntil, renewableIn } from './lasting.ts';
import { namesOf } from './names.ts';
import { mustBePossible } from './offered.ts';
import type { Origin } from './origin.ts';
import { fault, refuse } from './refuse.ts';
import { reissued } from './reissue.ts';
import type { Turn } from './turn.ts';
import { partiesOf } from './who.ts';

/** Another copy of a document is asked for: under a new number, in the place of the first; once its fee is paid, where there is one. */
export function duplicate(turn: Turn, { document: id }: Duplicate) {
  mustBePossible(turn, 'duplicate');
  const { case: kase, service } = turn;
  const held = Object.hasOwn(kase.documents, id) ? kase.documents[id] : undefined;
  if (!held || held.replacedBy !== undefined || held.revoked !== undefined)
    return refuse(
      'unknownDocument',
      'Такого чинного документа у справі немає',
      'The case holds no such document that is valid',
      '/document',
    );
  if (comingFor(kase, id) !== undefined)
    refuse(
      'late',
      'Дублікат цього документа вже готується або чекає на оплату',
      'A duplicate of this document is being drawn already, or waits to be paid for',
    );
  const fee = service.bundle.after?.duplicate?.pay;
  const amount = fee === undefined ? 0 : feelValue(service, fee, namesOf(service, kase, '', turn.now));
  if (typeof amount !== 'number' || !Number.isInteger(amount) || amount < 0)
    return fault('after/duplicate/pay', 'the fee is not a whole number of the smallest unit');
  if (amount === 0) return turn.say({ type: 'duplicated', document: id, reissues: drawn(turn, id) });
  const effect = `${kase.id}/${turn.nextSeq}/0`;
  turn.say({ type: 'duplicated', document: id, pays: { effect, amount } });
}

const drawn = (turn: Turn, id: string) => {
  const held = turn.case.documents[id];
  if (!held) return {};
  const { document, path } = held;
  return reissued(turn, [{ document, path, replaces: id, duplicate: true }]);
};

/** The fee of a duplicate is paid: it is drawn. */
export function duplicatePaid(turn: Turn, effect: string, result: { payment: string; amount: number }) {
  const asked = turn.case.paying?.[effect];
  if (!asked) return;
  if (result.amount !== asked.amount)
    refuse('invalidData', 'Сума не збігається', 'The amount differs from what is due', '/amount');
  turn.say({ type: 'answered', path: '', effect, reissues: drawn(turn, asked.document), data: { result } });
}

/** The decision is appealed: the complaint begins as a draft of its own service, about this case. */
export function appeal(turn: Turn, _: Appeal) {
  const until = appealableUntil(turn.service, turn.case);
  if (until !== null && turn.now > until && isApplicant(turn))
    refuse(
      'notAllowed',
      `Строк оскарження минув: рішення можна було оскаржити до ${daySaid(until, 'uk')}`,
      `The term has passed: the decision could be appealed until ${daySaid(until, 'en')}`,
    );
  mustBePossible(turn, 'appeal');
  const service = turn.service.bundle.after?.appeal?.service;
  if (until === null || service === undefined) return fault('after/appeal', 'there is nothing to appeal');
  begun(turn, 'appeal', service, { until });
}

/** What was granted is to be renewed: a draft filled in from this case. */
export function renew(turn: Turn, _: Renew) {
  const renewal = renewableIn(turn.service, turn.case);
  if (renewal && turn.now < renewal.opens && isApplicant(turn))
    refuse(
      'notAllowed',
      `Поновити можна з ${daySaid(renewal.opens, 'uk')} до ${daySaid(renewal.until, 'uk')}`,
      `It may be renewed from ${daySaid(renewal.opens, 'en')} until ${daySaid(renewal.until, 'en')}`,
    );
  if (renewal && turn.now > renewal.until && isApplicant(turn))
    refuse(
      'notAllowed',
      `Поновити можна було до ${daySaid(renewal.until, 'uk')}: подайте нову заяву`,
      `It could be renewed until ${daySaid(renewal.until, 'en')}: apply anew`,
    );
  mustBePossible(turn, 'renew');
  const service = turn.service.bundle.after?.renew?.service;
  if (renewal === null || service === undefined) return fault('after/renew', 'there is nothing to renew');
  begun(turn, 'renew', service, { opens: renewal.opens, until: renewal.until });
}

/** Who may do it on another day is told on which; others, that it is not theirs. */
function isApplicant({ given: { actor }, case: kase }: Turn): boolean {
  return actor.kind === 'party' && partiesOf(kase, actor.identity).includes('applicant');
}

function begun(turn: Turn, as: 'appeal' | 'renew', there: string, more: Pick<Origin, 'opens' | 'until'>) {
  const { case: kase, given } = turn;
  const effect = `${kase.id}/${turn.nextSeq}/0`;
  const identity = given.actor.kind === 'party' ? given.actor.identity : undefined;
  if (!identity) return refuse('notAllowed', 'Це робить сам заявник', 'The applicant does this');
  const origin: Origin = { as, service: kase.service, case: kase.id, effect, ...more };
  turn.say({ type: 'followed', as, service: there, origin, data: { identity } });
}

/** Another case that came of this one was submitted. */
export function childBegun(turn: Turn, command: ChildBegun) {
  const { as, service, child, reference, name } = command;
  told(turn);
  if (turn.case.linked?.[child])
    refuse('late', 'Про цю справу вже відомо', 'This case is known already', '/child');
  const suspends = as === 'appeal' && turn.service.bundle.after?.appeal?.suspends === true;
  turn.say({
    type: 'linked',
    as,
    service,
    child,
    reference,
    ...(name === undefined ? {} : { name }),
    ...(suspends && !turn.case.suspended ? { suspends: true } : {}),
  });
}

/** A case that came of this one has ended, and nothing here waits for it. */
export function linkEnded(turn: Turn, { child, outcome, kind = outcome }: ChildEnded) {
  told(turn);
  const known = turn.case.linked?.[child];
  if (!known || known.ended)
    return refuse('late', 'Про цю справу вже відомо', 'The end of this case is known already', '/child');
  const resumes = turn.case.suspended?.child === child;
  turn.say({ type: 'linkEnded', child, outcome, kind, ...(resumes ? { resumes: true } : {}) });
}

function told(turn: Turn) {
  if (turn.given.actor.kind !== 'system')
    refuse('notAllowed', 'Про це повідомляє лише система', 'Only a system tells this');
}
