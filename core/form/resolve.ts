import { holds, seen } from './expressions.ts';
import { resolveFields } from './resolve-fields.ts';
import type { Entered, FormDefinition, Names, ResolvedForm } from './types.ts';

/**
 * The form as it stands for what is entered: the schema with its conditions decided, pages and fields that
 * show, what no longer shows, which files are needed. Throws ExpressionError where `skipWhen` is no expression.
 */
export function resolve(form: FormDefinition, data: Entered, names: Names): ResolvedForm {
  const { kept: _, ...resolved } = resolveFields(form, data, (source) =>
    holds(source, seen(form, data, names)),
  );
  return resolved;
}
