import type { Outcome, Sending } from '../../store/drain.ts';
import { letter } from './letter.ts';
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

/**
 * Sends one message. What went out is noted before the effect is marked done, so that only a crash between the hand-over
 * and the note can repeat it; a letter is rather sent twice than never, and its header tells a repeat.
 */
export async function send(
  effect: EmailEffect,
  sending: Sending,
  given: { from: string; origin: string; post: Post },
): Promise<Outcome> {
  // a letter that is out cannot be taken back
  if (effect.kind === 'cancel' || sending.noted) return { outcome: 'done' };
  const to = effect.data.address?.email;
  if (!isAddress(to)) return { outcome: 'failed', code: 'noAddress', again: false };
  try {
    const id = await given.post(letter(effect, { from: given.from, origin: given.origin, to }));
    await sending.note(id);
    return { outcome: 'done' };
  } catch (error) {
    const code = error instanceof Error ? error.name : 'unknown';
    return { outcome: 'failed', code, again: !FINAL.has(code) };
  }
}
