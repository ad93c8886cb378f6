import {
  FeelDate,
  FeelDateTime,
  FeelDuration,
  FeelFunction,
  FeelTime,
  evaluate as run,
  type Warning,
} from 'feelin';
import type { Expression } from './compile.ts';
import { ExpressionError } from './error.ts';
import { guardsOf } from './guards.ts';

/** What an expression gives: JSON. Days, times and durations are ISO 8601 texts. */
export type Value = null | boolean | number | string | Value[] | { [name: string]: Value };

/** A function given by the caller keeps working when its parameters are renamed by a bundler. */
const given = (value: unknown): unknown =>
  typeof value === 'function'
    ? new FeelFunction(
        value as (...args: unknown[]) => unknown,
        Array.from({ length: value.length }, (_, n) => `argument${n + 1}`),
      )
    : (value ?? null);

/**
 * The value of an expression. Functions among the names can be called (`nearest`).
 * @param context every name that the expression was compiled for; others are not looked at
 * @throws ExpressionError null, type, unknownName: never a guess
 */
export function evaluate(expression: Expression, context: Readonly<Record<string, unknown>>): Value {
  const guards = guardsOf(expression);
  const names: Record<string, unknown> = { ...guards.names };
  for (const name of expression.names) names[name] = given(context[name]);
  const { value, warnings } = run(expression.source, names);
  const fault = guards.fault();
  const warned = warnings.map((w) => fromWarning(expression, w)).find((w) => w !== undefined);
  // an unknown field explains the absent value that a guard met
  if (warned?.code === 'unknownName') throw warned;
  if (fault ?? warned) throw fault ?? warned;
  return plain(value, expression);
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
