import { compile, type ExpressionCode, ExpressionError, evaluate } from '#core/expression/index.ts';
import { filled } from './filled.ts';
import type { Entered, FormDefinition, Names } from './types.ts';

/** What the form's expressions see: the names given, and `form` completed from the schema. */
export function seen(form: FormDefinition, data: Entered, names: Names): Names {
  return { ...names, form: filled(form.schema, data) };
}

/** What an entry mends: something is absent, or was entered in another type than the schema says. */
const NOT_YET: ReadonlySet<ExpressionCode> = new Set(['null', 'type']);

/**
 * The value of an expression, or undefined while something that it leans on was not entered yet, or not as its
 * schema says (docs/format.md: then a computed value is absent, a `when` is false; the schema's own breach
 * names the field). Throws ExpressionError for what no
 * entry would mend: a syntax error, a name that does not exist.
 */
export function evaluated(source: string, names: Names): unknown {
  try {
    return evaluate(compile(source, Object.keys(names)), names as Record<string, never>);
  } catch (error) {
    if (error instanceof ExpressionError && NOT_YET.has(error.code)) return undefined;
    throw error;
  }
}

/** A condition; false while something that it leans on was not entered yet. */
export function holds(source: string, names: Names): boolean {
  return evaluated(source, names) === true;
}
