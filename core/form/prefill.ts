import { absent } from './entered.ts';
import { evaluated, seen } from './expressions.ts';
import { schemaAt } from './flatten.ts';
import { valueAt, withValue } from './pointer.ts';
import { settled } from './resolve-fields.ts';
import type { Entered, FormDefinition, Names } from './types.ts';

function filled(sources: { readonly [pointer: string]: string }, names: Names): Record<string, unknown> {
  let data: Record<string, unknown> = {};
  for (const [pointer, source] of Object.entries(sources)) {
    const value = evaluated(source, names);
    if (value !== undefined && value !== null) data = withValue(data, pointer, value);
  }
  return data;
}

/**
 * What a draft begins with. What is not known (an identity without an email) is left out.
 * Throws ExpressionError for an expression that is broken.
 */
export function prefill(form: FormDefinition, names: Names): Record<string, unknown> {
  return filled(form.prefill ?? {}, seen(form, {}, names));
}

/** What is offered for fields that show and in which nothing is entered, by pointer. */
export function suggest(form: FormDefinition, data: Entered, names: Names): Record<string, unknown> {
  const all = seen(form, data, names);
  const { flat } = settled(form.schema, data);
  const offered: Record<string, unknown> = {};
  for (const [pointer, source] of Object.entries(form.suggest ?? {})) {
    if (!absent(data, pointer) || !schemaAt(flat, pointer)) continue;
    const value = valueAt(filled({ [pointer]: source }, all), pointer);
    if (value !== undefined) offered[pointer] = value;
  }
  return offered;
}
