/** Longer than this nobody waits for a smaller example, in milliseconds. */
const PATIENCE = 20_000;

/** The shortest tapes found in a while that still break the law: pieces are cut out as long as it is broken without them. */
export function smaller(
  tapes: readonly (readonly number[])[],
  breaks: (tapes: readonly (readonly number[])[]) => boolean,
): readonly (readonly number[])[] {
  const until = performance.now() + PATIENCE;
  let best = tapes;
  for (let which = tapes.length - 1; which >= 0; which--)
    for (let piece = (best[which]?.length ?? 0) >> 1; piece >= 1; piece >>= 1)
      for (let at = 0; at < (best[which]?.length ?? 0); ) {
        if (performance.now() > until) return best;
        const cut = best.map((tape, n) => (n === which ? tape.toSpliced(at, piece) : tape));
        if (breaks(cut)) best = cut;
        else at += piece;
      }
  return best;
}
