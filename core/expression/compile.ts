import { tooBig } from './bounds.ts';
import { ExpressionError, Unbounded } from './error.ts';
import { inspect } from './inspect.ts';
import { type Rewritten, rewrite } from './rewrite.ts';
import { parse } from './tree.ts';

/** A checked expression. `names` are those it uses; only they are handed to the interpreter. */
export type Expression = Rewritten & { readonly written: string; readonly names: readonly string[] };

const MOST_KEPT = 1000;
const kept = new Map<string, Expression>();

/**
 * Checks an expression against the names that it may use.
 * @throws ExpressionError syntax, unknownName, tooComplex
 */
export function compile(source: string, names: readonly string[]): Expression {
  const key = `${source}\n${names.join()}`;
  const known = kept.get(key);
  if (known) return known;
  const expression = compiled(source, names);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, expression);
  return expression;
}

function compiled(source: string, names: readonly string[]): Expression {
  if (source.trim() === '')
    throw new ExpressionError('syntax', source, { from: 0, to: 0 }, 'the expression is empty');
  const big = tooBig(source);
  if (big !== undefined) throw new Unbounded('feelTooLong', source, { from: 0, to: source.length }, big);
  const root = parse(source, names);
  const used = inspect(source, root, new Set(names));
  return { ...rewrite(source, root, used), written: source, names: [...used] };
}
