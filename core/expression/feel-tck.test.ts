import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { date, dateAndTime, duration, evaluate as engine, time } from 'feelin';
import { describe, expect, it } from 'vitest';
import { compile, ExpressionError, evaluate } from './index.ts';

// The conformance tests of FEEL (dmn-tck, Apache-2.0), read from KLADKA_TEST_DATA: what of the standard an expression can
// say here. What our bounds and guards refuse is counted by itself; what comes out wrong is named.

const file = join(process.env.KLADKA_TEST_DATA ?? '', 'feel-tck/tests.json');
const there = process.env.KLADKA_TEST_DATA !== undefined && existsSync(file);
if (!there) console.log('feel-tck: skipped, KLADKA_TEST_DATA names no folder with feel-tck/tests.json');

type Test = {
  suite: string;
  id: string;
  expression: string;
  definitions?: { name: string; expression: string }[];
  inputs: { [name: string]: unknown };
  expected: unknown;
  errorResult?: boolean;
};

/** The rate of the interpreter alone, version 8.2 (docs/decisions/0001): ours must not lower it. */
const ENGINES_OWN = 1231;

const kinds: { [kind: string]: (text: string) => unknown } = {
  $date: date,
  $time: time,
  $dateTime: dateAndTime,
  $duration: duration,
  $number: Number,
};

/** A value as the tests write it, as the interpreter has it. */
function given(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(given);
  if (typeof value !== 'object' || value === null) return value;
  const [[kind, text] = []] = Object.entries(value);
  const make = kind === undefined ? undefined : kinds[kind];
  if (make) return make(String(text));
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, given(one)]));
}

/** A text of a time or duration, in the one way in which it is compared: no offset is UTC, months swallow days. */
const normal = (text: string): string =>
  text
    .replace(/(T?\d\d:\d\d:\d\d[.\d]*)[+-]00:00$/, '$1Z')
    .replace(/^(-?P(?:\d+Y)?(?:\d+M)?)\d+D$/, (all, months) => (/\d/.test(months) ? months : all));

/** Any value as what can be compared: days, times and durations as texts. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value === 'string') return normal(value);
  if (typeof value !== 'object' || value === null) return value ?? null;
  if (![Object.prototype, null].includes(Object.getPrototypeOf(value))) return normal(String(value));
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]) => [name, comparable(one)]),
  );
}

function alike(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number')
    return Math.abs(a - b) <= 1e-8 * Math.max(1, Math.abs(b));
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((one, n) => alike(one, b[n]));
  if (typeof a === 'object' && a !== null && typeof b === 'object' && b !== null) {
    const [left, right] = [Object.entries(a), Object.entries(b)];
    return left.length === right.length && left.every(([name, one]) => alike(one, Reflect.get(b, name)));
  }
  return a === b;
}

/** A decision of one value takes it out of a list of one (DMN 1.5, 10.3.2.9.4). */
const fitted = (value: unknown, expected: unknown): unknown =>
  Array.isArray(value) && value.length === 1 && !Array.isArray(expected) ? value[0] : value;

type Verdict = 'passed' | 'refused' | 'failed';

/** Inputs, and the definitions one after the other, as `run` evaluates them. */
function scope(test: Test, run: (source: string, names: Record<string, unknown>) => unknown) {
  const names = given(test.inputs) as Record<string, unknown>;
  for (const { name, expression } of test.definitions ?? []) names[name] = run(expression, names);
  return names;
}

function judged(test: Test, run: (source: string, names: Record<string, unknown>) => unknown): Verdict {
  const nothing = test.errorResult === true || test.expected === null;
  try {
    const value = fitted(comparable(run(test.expression, scope(test, run))), test.expected);
    if (test.errorResult) return value === null ? 'passed' : 'failed';
    return alike(value, comparable(given(test.expected))) ? 'passed' : 'failed';
  } catch (error) {
    if (nothing) return 'passed';
    return error instanceof ExpressionError ? 'refused' : 'failed';
  }
}

const interpreted = (source: string, names: Record<string, unknown>) => engine(source, names).value;
const ours = (source: string, names: Record<string, unknown>) =>
  evaluate(compile(source, Object.keys(names)), names);

describe.skipIf(!there)('the conformance tests of FEEL', () => {
  const tests = there ? (JSON.parse(readFileSync(file, 'utf8')) as Test[]) : [];

  it('pass as often as the interpreter lets them, but where our bounds refuse', () => {
    const alone = tests.filter((test) => judged(test, interpreted) === 'passed');
    const verdicts = tests.map((test) => ({ test, verdict: judged(test, ours) }));
    const count = (wanted: Verdict) => verdicts.filter(({ verdict }) => verdict === wanted).length;
    console.log(
      `feel-tck: ${tests.length} tests; interpreter alone ${alone.length}; ours ${count('passed')} passed, ` +
        `${count('refused')} refused, ${count('failed')} wrong`,
    );
    expect(alone.length).toBeGreaterThanOrEqual(ENGINES_OWN);
    // where the interpreter is right, ours is right or says no
    const worse = verdicts.filter(({ test, verdict }) => verdict === 'failed' && alone.includes(test));
    expect(worse.map(({ test }) => `${test.suite} ${test.id}: ${test.expression}`)).toEqual([]);
  });
});
