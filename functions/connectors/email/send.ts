import type { Outcome, Sending } from '../../store/drain.ts';
import { attemptOf, begun, EVENT_WITHIN_MS, REFUSED } from './attempt.ts';
import { letter } from './letter.ts';
import { PaperChanged, type Papers, papersOf, type ReadPaper } from './papers.ts';
import type { EmailEffect, Post } from './types.ts';

/** Faults that no repetition mends, by the names SES gives them. */
const FINAL = new Set([
  'MessageRejected',
  'BadRequestException',
  'AccountSuspendedException',
  'NotFoundException',
]);

/** One address, as far as a letter needs it: no spaces, no list, no line break. */
const isAddress = (text: string | undefined): text is string =>
  text !== undefined && text.length <= 254 && /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/u.test(text);

/** Whether an error is SES's own word that it did not take the letter; a time-out or a fault of its side is none. */
const isRefusal = (error: unknown): boolean =>
  error instanceof Error && '$fault' in error && error.$fault === 'client';

const failed = (code: string, afterMs = 0): Outcome => ({ outcome: 'failed', code, again: true, afterMs });

/**
 * Sends one message, once: that an attempt begins is noted before SES is asked. An attempt without an answer (the function
 * died, the line broke) is not repeated until its Send event has had {@link EVENT_WITHIN_MS} to say that it went out;
 * docs/decisions says what remains.
 */
export async function send(
  effect: EmailEffect,
  sending: Sending,
  given: { from: string; origin: string; post: Post; read: ReadPaper },
): Promise<Outcome> {
  const before = attemptOf(sending.noted);
  // a letter that is out cannot be taken back
  if (effect.kind === 'cancel' || before.state === 'sent') return { outcome: 'done' };
  const to = effect.data.address?.email;
  if (!isAddress(to)) return { outcome: 'failed', code: 'noAddress', again: false };
  const left =
    before.state === 'begun' ? Date.parse(before.at) + EVENT_WITHIN_MS - Date.parse(sending.now) : 0;
  if (left > 0) return failed('unanswered', left);
  let papers: Papers;
  try {
    papers = await papersOf(effect, given.read);
  } catch (error) {
    // nothing went out: it may be tried again at once, unless it is another file than was issued
    const code = error instanceof Error ? error.name : 'unknown';
    return error instanceof PaperChanged ? { outcome: 'failed', code, again: false } : failed(code);
  }
  if (!(await sending.note(begun(sending.now)))) return failed('overtaken');
  try {
    await given.post(letter(effect, { from: given.from, origin: given.origin, to, ...papers }), effect.id);
    return { outcome: 'done' };
  } catch (error) {
    const code = error instanceof Error ? error.name : 'unknown';
    if (!isRefusal(error)) return failed(code, EVENT_WITHIN_MS);
    await sending.note(REFUSED);
    return FINAL.has(code) ? { outcome: 'failed', code, again: false } : failed(code);
  }
}
