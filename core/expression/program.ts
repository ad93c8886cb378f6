import { FeelFunction, evaluate as run, type Warning } from 'feelin';
import type { Expression } from './compile.ts';
import { type Guards, guardsOf } from './guards.ts';

/** What one run of a program gave. Positions of warnings count characters of the expression's `source`. */
export type Ran = { value: unknown; warnings: Warning[] };

/** An expression made ready to run: parsed once, however often it is evaluated. */
export type Program = { guards: Guards; run(context: Readonly<Record<string, unknown>>): Ran };

const ready = new WeakMap<Expression, Program>();

/** The program of an expression, made when it first runs. */
export function programOf(expression: Expression): Program {
  const known = ready.get(expression);
  if (known) return known;
  const program = made(expression);
  ready.set(expression, program);
  return program;
}

/** A function given by the caller keeps working when its parameters are renamed by a bundler. */
const given = (value: unknown): unknown =>
  typeof value === 'function'
    ? new FeelFunction(
        value as (...args: unknown[]) => unknown,
        Array.from({ length: value.length }, (_, n) => `argument${n + 1}`),
      )
    : (value ?? null);

/**
 * The interpreter parses at each evaluation. A function of FEEL whose parameters are the names is parsed once and called
 * often; its body then means the same whatever the data look like.
 */
function made(expression: Expression): Program {
  const { names, source } = expression;
  const guards = guardsOf(expression);
  const parameters = [...Object.keys(guards.names), ...names];
  const head = `function(${parameters.join(', ')}) (`;
  const known = Object.fromEntries(parameters.map((name) => [name, null]));
  // the list of warnings is the interpreter's own: what a later call meets is added to it
  const { value: body, warnings } = run(`${head}${source})`, known);
  if (!(body instanceof FeelFunction)) throw new Error('an expression that was checked gave no function');
  warnings.push = (...met: Warning[]) => {
    for (const one of met) guards.budget.spend(costOf(one));
    return Array.prototype.push.apply(warnings, met);
  };
  const guarding = Object.values(guards.names);
  return {
    guards,
    run: (context) => {
      const outer = warnings.splice(0);
      try {
        const value = body.invoke([...guarding, ...names.map((name) => given(context[name]))]);
        return { value, warnings: warnings.map((warning) => moved(warning, head.length)) };
      } finally {
        warnings.splice(0, warnings.length, ...outer);
      }
    },
  };
}

/** A name that is not there was looked for among all that are. */
function costOf({ details }: Warning): number {
  const { target } = details.values;
  const isAbsent = 'target' in details.values && (target === null || target === undefined);
  return isAbsent ? 20 : 1000 + (Array.isArray(target) ? 4 * target.length : 0);
}

const moved = (warning: Warning, by: number): Warning => ({
  ...warning,
  position: { from: warning.position.from - by, to: warning.position.to - by },
});
