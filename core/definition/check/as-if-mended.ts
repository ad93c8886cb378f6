import { mended } from '../mend.ts';
import type { Kind, Problem } from '../types.ts';
import { shape } from './shape.ts';

const ROUNDS = 50;

/**
 * A definition with the slips of its shape mended, so that the rest can be looked at all the same: a word that has no meaning is left
 * out, what is written nearly right is taken for what is meant. Undefined where that is not enough.
 */
export function asIfMended(kind: Kind, definition: unknown, found: readonly Problem[]): unknown {
  let text = JSON.stringify(definition);
  let problems = found;
  for (let round = 0; round < ROUNDS; round++) {
    const [next] = problems;
    if (!next) return JSON.parse(text);
    const patch =
      next.mend ??
      (next.code === 'unknownWord' ? ([{ op: 'remove', path: next.pointer }] as const) : undefined);
    if (!patch) return undefined;
    text = mended(text, patch);
    problems = shape(kind, JSON.parse(text));
  }
  return undefined;
}
