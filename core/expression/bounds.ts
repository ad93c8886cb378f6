/** How long an expression may be, in characters, and how deep its brackets may stand inside each other (docs/format.md, "Bounded"). */
const MOST_CHARACTERS = 4000;
const MOST_DEEP = 64;

/** How deep brackets stand inside each other; those in texts count, which nobody will miss. */
function depthOf(source: string): number {
  let depth = 0;
  let deepest = 0;
  for (const sign of source) {
    if (sign === '(' || sign === '[' || sign === '{') deepest = Math.max(deepest, ++depth);
    else if (sign === ')' || sign === ']' || sign === '}') depth -= 1;
  }
  return deepest;
}

/** Why an expression must not even be parsed, since the parser would fall over it; undefined where it may be. */
export const tooBig = (source: string): string | undefined =>
  source.length > MOST_CHARACTERS
    ? `longer than ${MOST_CHARACTERS} characters`
    : depthOf(source) > MOST_DEEP
      ? `brackets stand deeper than ${MOST_DEEP} inside each other`
      : undefined;
