import { tagOf } from './attempt.ts';
import type { Letter, Post } from './types.ts';

/** A post office as SES is one: it delivers whatever it is given, and tells of each by an event some time later. */
export function standIn(): { post: Post; letters: Letter[]; events: { sent: string[]; message: string }[] } {
  const letters: Letter[] = [];
  const events: { sent: string[]; message: string }[] = [];
  const post: Post = async (letter, effect) => {
    letters.push(letter);
    events.push({ sent: [tagOf(effect)], message: `stand-in-${letters.length}` });
  };
  return { post, letters, events };
}
