import { flowOf } from '#core/flow/position.ts';
import type { Json } from '#core/flow/types.ts';
import type { CallFailed, Command } from './command.ts';
import { issuedMeta } from './issued-meta.ts';
import { saysOf } from './paper-names.ts';
import { refuse } from './refuse.ts';
import { reissued } from './reissue.ts';
import type { Turn } from './turn.ts';
import type { Case } from './types.ts';

/** Whether a decided case still takes a command: the answer to what a correction asked, or a payment to be given back. */
export function isAwaited(kase: Case, command: Command): boolean {
  if (command.type === 'paid')
    return kase.unpaid?.[command.effect] !== undefined || kase.paying?.[command.effect] !== undefined;
  if (command.type !== 'callAnswered' && command.type !== 'callFailed') return false;
  const { effect } = command;
  return [kase.reissuing, kase.rewriting?.effects, kase.paying].some((all) => all?.[effect] !== undefined);
}

/** Takes the answer to what was asked after the decision. */
export function awaitedAnswered(turn: Turn, effect: string, result: Json) {
  const { service, case: kase, now } = turn;
  const again = kase.reissuing?.[effect];
  if (again) {
    const { document, path, replaces, duplicate } = again;
    const made = issuedMeta(turn, document, path, effect, result);
    const issued = {
      ...{ ...made, replaces },
      ...(duplicate ? { duplicate } : {}),
      // the decision was revoked while it was drawn
      ...(kase.revoked === undefined ? {} : { revoked: now }),
    };
    const says = saysOf(service, kase, document, flowOf(path), now);
    return turn.say({ type: 'answered', path, effect, document: issued, data: { result, says } });
  }
  if (kase.paying?.[effect]) refuse('wrongPlace', 'Тут чекають оплати', 'A payment is waited for here');
  const { effects = {}, papers = [] } = kase.rewriting ?? {};
  const rewrite = effects[effect];
  if (!rewrite) return;
  const { registry, path, of } = rewrite;
  const isRevoked = kase.revoked !== undefined;
  // where the decision was revoked meanwhile, the old record is revoked already, and what was created does not hold either
  const before = isRevoked ? kase.data.rewrites?.[effect]?.key : kase.data.records?.[of]?.key;
  const old = rewrite.do === 'create' ? before : undefined;
  const isLast = Object.keys(effects).length === 1 && !isRevoked;
  turn.say({
    type: 'answered',
    path,
    effect,
    record: { registry, do: rewrite.do },
    // the old record's own effect is numbered before them
    ...(isLast && papers.length > 0 ? { reissues: reissued(turn, papers, 1) } : {}),
    data: { result, ...(old === undefined ? {} : { replaced: { registry, key: old } }) },
  });
}

/** A correction that could not be carried out is not waited for any more: it may be made again. */
export function awaitedFailed(turn: Turn, { effect, code, message, final }: CallFailed) {
  const { case: kase } = turn;
  const path = kase.reissuing?.[effect]?.path ?? kase.rewriting?.effects[effect]?.path ?? '';
  if (final === false)
    refuse('late', 'Система ще пробує: це не остаточно', 'The system is still trying: this is not final');
  turn.say({
    type: 'failed',
    path,
    effect,
    code,
    ...(message === undefined ? {} : { data: { message: message.slice(0, 2000) } }),
  });
}
