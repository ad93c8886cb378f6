import type { Letter, Post } from './types.ts';

/** A post office that keeps what it is given; a letter of an effect that it has seen is not delivered again. */
export function standIn(): { post: Post; letters: Letter[] } {
  const letters: Letter[] = [];
  const seen = new Map<string, string>();
  const post: Post = async (letter) => {
    const effect =
      letter.headers.find(({ name }) => name === 'X-Kladka-Effect')?.value ?? `${letters.length}`;
    const known = seen.get(effect);
    if (known) return known;
    letters.push(letter);
    const id = `stand-in-${letters.length}`;
    seen.set(effect, id);
    return id;
  };
  return { post, letters };
}
