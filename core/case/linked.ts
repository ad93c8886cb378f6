import type { Identity } from './actor.ts';
import type { Case } from './case.ts';
import type { Appeal, ChildBegun, ChildEnded, Duplicate, Paid, Renew } from './command.ts';
import { connectorOf } from './connector-of.ts';
import { daySaid } from './day.ts';
import type { IssuedMeta } from './event.ts';
import { feelValue } from './feel.ts';
import { comingFor, issuedState } from './issued.ts';
import { appealableUntil, renewableIn } from './lasting.ts';
import { namesOf } from './names.ts';
import { mustBePossible } from './offered.ts';
import type { Origin } from './origin.ts';
import { fault, refuse } from './refuse.ts';
import { reissued } from './reissue.ts';
import type { Turn } from './turn.ts';
import { partiesOf } from './who.ts';

type Fee = NonNullable<Case['paying']>[string];

/** Another copy of a document is asked for: under a new number, in the place of the first; once its fee is paid, where there is one. */
export function duplicate(turn: Turn, { document: id }: Duplicate) {
  mustBePossible(turn, 'duplicate');
  const { case: kase, service } = turn;
  const held = Object.hasOwn(kase.documents, id) ? kase.documents[id] : undefined;
  if (!held || issuedState(held) !== undefined)
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
  if (amount === 0) return turn.say({ type: 'duplicated', document: id, reissues: drawn(turn, held) });
  const effect = `${kase.id}/${turn.nextSeq}/0`;
  turn.say({ type: 'duplicated', document: id, pays: { effect, amount } });
}

const drawn = (turn: Turn, { id, document, path }: IssuedMeta) =>
  reissued(turn, [{ document, path, replaces: id, duplicate: true }]);

/** The fee of a duplicate is paid: it is drawn. Of a document that holds no more there is none, so the fee goes back. */
export function duplicatePaid(turn: Turn, { effect, payment, amount }: Paid, asked: Fee) {
  const { service, case: kase } = turn;
  const result = { payment, amount };
  const held = kase.documents[asked.document];
  if (!held || issuedState(held) !== undefined) {
    const effects = {
      [effect]: { path: '', type: 'pay', connector: connectorOf(service, 'payment') } as const,
    };
    return turn.say({ type: 'gaveBack', effects, data: { results: { [effect]: result } } });
  }
  if (amount !== asked.amount)
    refuse('invalidData', 'Сума не збігається', 'The amount differs from what is due', '/amount');
  turn.say({ type: 'answered', path: '', effect, reissues: drawn(turn, held), data: { result } });
}

/** The decision is appealed: the complaint begins as a draft of its own service, about this case. */
export function appeal(turn: Turn, _: Appeal) {
  const identity = ofApplicant(turn);
  const until = appealableUntil(turn.service, turn.case);
  const service = turn.service.bundle.after?.appeal?.service;
  if (until === null || service === undefined)
    return refuse(
      'notAllowed',
      'Оскаржити тут нічого: рішення немає, або його вже оскаржено',
      'There is nothing to appeal: there is no decision, or it was appealed already',
    );
  if (turn.now > until)
    refuse(
      'notAllowed',
      `Строк оскарження минув: рішення можна було оскаржити до ${daySaid(until, 'uk')}`,
      `The term has passed: the decision could be appealed until ${daySaid(until, 'en')}`,
    );
  begun(turn, identity, { as: 'appeal', to: service, until });
}

/** What was granted is to be renewed: a draft filled in from this case. */
export function renew(turn: Turn, _: Renew) {
  const identity = ofApplicant(turn);
  const renewal = renewableIn(turn.service, turn.case);
  const service = turn.service.bundle.after?.renew?.service;
  if (renewal === null || service === undefined)
    return refuse(
      'notAllowed',
      'Поновлювати тут нічого: строк дії не спливає, або поновлення вже подано',
      'There is nothing to renew: it does not end, or a renewal was sent already',
    );
  if (turn.now < renewal.opens)
    refuse(
      'notAllowed',
      `Поновити можна з ${daySaid(renewal.opens, 'uk')} до ${daySaid(renewal.until, 'uk')}`,
      `It may be renewed from ${daySaid(renewal.opens, 'en')} until ${daySaid(renewal.until, 'en')}`,
    );
  if (turn.now > renewal.until)
    refuse(
      'notAllowed',
      `Поновити можна було до ${daySaid(renewal.until, 'uk')}: подайте нову заяву`,
      `It could be renewed until ${daySaid(renewal.until, 'en')}: apply anew`,
    );
  begun(turn, identity, { as: 'renew', to: service, ...renewal });
}

/** The applicant, who alone does it: on which day, others need not know. */
function ofApplicant({ given: { actor }, case: kase }: Turn): Identity {
  if (actor.kind === 'party' && partiesOf(kase, actor.identity).includes('applicant')) return actor.identity;
  return refuse('notAllowed', 'Це робить сам заявник', 'The applicant does this');
}

type Follows = Pick<Origin, 'opens' | 'until'> & { as: 'appeal' | 'renew'; to: string };

function begun(turn: Turn, identity: Identity, { as, to, ...term }: Follows) {
  const { case: kase } = turn;
  const effect = `${kase.id}/${turn.nextSeq}/0`;
  const origin: Origin = { as, service: kase.service, case: kase.id, effect, ...term };
  turn.say({ type: 'followed', as, service: to, origin, data: { identity } });
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
