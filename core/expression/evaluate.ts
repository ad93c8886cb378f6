import { FeelDate, FeelDateTime, FeelDuration, FeelTime, type Warning } from 'feelin';
import type { Expression } from './compile.ts';
import { ExpressionError } from './error.ts';
import { programOf, type Ran } from './program.ts';

/** What an expression gives: JSON. Days, times and durations are ISO 8601 texts. */
export type Value = null | boolean | number | string | Value[] | { [name: string]: Value };

/**
 * The value of an expression. Functions among the names can be called (`nearest`).
 * @param context every name that the expression was compiled for; others are not looked at
 * @throws ExpressionError null, type, unknownName: never a guess
 */
export function evaluate(expression: Expression, context: Readonly<Record<string, unknown>>): Value {
  try {
    return evaluated(expression, context);
  } catch (error) {
    throw error instanceof ExpressionError ? error : notDone(expression, error);
  }
}

function evaluated(expression: Expression, context: Readonly<Record<string, unknown>>): Value {
  const { guards, run } = programOf(expression);
  const end = guards.begin();
  let fault: ExpressionError | undefined;
  let ran: Ran;
  try {
    ran = run(context);
    // what is given back is written out, and what stands in it twice is written twice
    guards.budget.through(ran.value);
  } finally {
    fault = end();
  }
  const { value, warnings } = ran;
  const warned = warnings.map((w) => fromWarning(expression, w)).find((w) => w !== undefined);
  // an unknown field explains the absent value that a guard met
  if (warned?.code === 'unknownName') throw warned;
  const wrong = fault ?? warned;
  if (wrong) throw wrong;
  return plain(value, expression);
}

/** What the interpreter gives up on (years before our era, a flag of a pattern) is a fault of the expression, not of the program. */
function notDone({ written }: Expression, error: unknown): ExpressionError {
  return new ExpressionError('type', written, { from: 0, to: written.length }, (error as Error).message);
}

function fromWarning(expression: Expression, warning: Warning): ExpressionError | undefined {
  const target = warning.details.values.target;
  const absent = 'target' in warning.details.values && (target === null || target === undefined);
  const written = expression.source.slice(warning.position.from, warning.position.to);
  const at = { from: 0, to: expression.written.length };
  const found = expression.written.indexOf(written);
  const position = written !== '' && found >= 0 ? { from: found, to: found + written.length } : at;
  if (/^NO_(PROPERTY|CONTEXT_ENTRY)_FOUND$/.test(warning.type) && absent) {
    if (expression.quiet.some((q) => expression.written.slice(q.from, q.to).includes(written)))
      return undefined;
    return new ExpressionError('null', expression.written, position, `“${written}” of an absent value`);
  }
  if (/^NO_/.test(warning.type))
    return new ExpressionError('unknownName', expression.written, position, `unknown name “${written}”`);
  const code = warning.type === 'INVALID_ARGUMENTS' ? 'null' : 'type';
  return new ExpressionError(code, expression.written, position, warning.message);
}

function plain(value: unknown, expression: Expression): Value {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (
    value instanceof FeelDate ||
    value instanceof FeelDateTime ||
    value instanceof FeelTime ||
    value instanceof FeelDuration
  )
    return value.toString();
  if (Array.isArray(value)) return value.map((v) => plain(v, expression));
  if (typeof value === 'object' && [Object.prototype, null].includes(Object.getPrototypeOf(value)))
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, plain(v, expression)]));
  const at = { from: 0, to: expression.written.length };
  throw new ExpressionError(
    'type',
    expression.written,
    at,
    'the result is not data (a function, a range, an endless number)',
  );
}
