import { milliseconds } from '../definition.ts';
import { evaluate, fillAll, namesOf } from './feel.ts';
import type { Contract, StandInAnswer } from './types.ts';

/** What the stand-in says instead of the other system. */
export type Said = { answer: unknown } | { fail: { code: string; again: boolean } };

/**
 * Whether an address has no system behind it: said outright (`standin:`), or under a name that RFC 2606 keeps for
 * examples, at which nothing real can ever answer.
 */
export function isStandIn(address: string | undefined): boolean {
  if (!address || address.startsWith('standin:')) return true;
  return URL.canParse(address) && /(^|\.)example$/.test(new URL(address).hostname);
}

const fits = (answer: StandInAnswer, names: Record<string, unknown>) =>
  answer.when === undefined || evaluate(answer.when, names) === true;

/**
 * The first answer of the definition's `standIn` whose `when` holds over the input, after its time.
 * @throws ExpressionError
 */
export async function standIn(
  contract: Contract,
  input: unknown,
  wait: (ms: number) => Promise<unknown>,
): Promise<Said> {
  const names = namesOf(input, contract.input);
  const found = contract.standIn?.answers.find((answer) => fits(answer, names));
  if (!found) return { fail: { code: 'noStandIn', again: false } };
  if (found.after) await wait(milliseconds(found.after));
  if (found.fail) return { fail: { code: found.fail.code, again: found.fail.again ?? false } };
  return { answer: fillAll(found.answer, names) };
}
