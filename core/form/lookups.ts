import { mentions } from '#core/expression/types/mentions.ts';
import { checkFields } from './check-fields.ts';
import { evaluated, holds, seen } from './expressions.ts';
import { schemaAt } from './flatten.ts';
import { anyRow, under, valueAt } from './pointer.ts';
import type {
  Entered,
  FieldProblem,
  FormDefinition,
  LookupDefinition,
  Names,
  ResolvedForm,
  Text,
} from './types.ts';

/** A lookup of the form by its name; undefined for any other name, `toString` too. */
const lookupOf = ({ lookups }: FormDefinition, name: string): LookupDefinition | undefined =>
  lookups && Object.hasOwn(lookups, name) ? lookups[name] : undefined;

/** The name under which an answer is known. */
export const knownAs = (form: FormDefinition, lookup: string): string => lookupOf(form, lookup)?.as ?? lookup;

/** The fields by which a registry is asked: those that `when` and `input` name. */
export function askedBy(form: FormDefinition, lookup: string): string[] {
  const { when, input = {} } = lookupOf(form, lookup) ?? {};
  const sources = [...(when === undefined ? [] : [when]), ...Object.values(input)];
  const paths = sources.flatMap((source) => mentions(source, ['form']));
  const fields = paths.filter((path) => path.startsWith('form.'));
  return [...new Set(fields.map((path) => path.slice('form'.length).replaceAll('.', '/')))];
}

/** Whether a field by which it is asked holds what the schema refuses: half a number is not worth a question. */
function stillWrong(form: FormDefinition, lookup: string, whole: Entered): boolean {
  const fields = askedBy(form, lookup);
  return fields.length > 0 && checkFields(form, whole, fields).some(({ code }) => code !== 'required');
}

/**
 * What a registry is asked for what is entered so far; null while it is not asked: its `when` does not hold, something of
 * its input is not entered yet or is wrong, or there is nothing to ask by. `whole` is what `complete` gives.
 * Throws ExpressionError for an expression that is broken.
 */
export function lookupInput(
  form: FormDefinition,
  lookup: string,
  whole: Entered,
  names: Names,
): { readonly [name: string]: unknown } | null {
  const definition = lookupOf(form, lookup);
  if (!definition) return null;
  const all = seen(form, whole, names);
  if (definition.when !== undefined && !holds(definition.when, all)) return null;
  const input = Object.entries(definition.input).map(([name, source]) => [name, evaluated(source, all)]);
  const values = input.map(([, value]) => value);
  if (values.includes(undefined)) return null;
  // what nothing is sent to asks at once: a list that is the same for everyone
  const isEmpty = values.length > 0 && values.every((value) => value === null);
  if (isEmpty || stillWrong(form, lookup, whole)) return null;
  return Object.fromEntries(input);
}

/** What an answer fills in, by pointer: fields that show, and values that the answer has. */
export function lookupFills(
  form: FormDefinition,
  lookup: string,
  whole: Entered,
  names: Names,
  resolved: Pick<ResolvedForm, 'schema'>,
): { readonly [pointer: string]: unknown } {
  const definition = lookupOf(form, lookup);
  const result = names[knownAs(form, lookup)] ?? null;
  if (!definition || result === null) return {};
  const all = { ...seen(form, whole, names), result };
  return Object.fromEntries(
    Object.entries(definition.fills ?? {}).flatMap(([pointer, source]) => {
      if (!schemaAt(resolved.schema, pointer)) return [];
      const value = evaluated(source, all);
      return value === undefined || value === null ? [] : [[pointer, value]];
    }),
  );
}

/** A field in which something else is entered than a registry answered. */
export type Difference = {
  readonly lookup: string;
  readonly pointer: string;
  readonly entered: unknown;
  readonly found: unknown;
};

const alike = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Where the person entered something else than a registry answered, for those lookups that say so (`whenDifferent`). */
export function lookupDifferences(
  form: FormDefinition,
  whole: Entered,
  names: Names,
  resolved: Pick<ResolvedForm, 'schema'>,
  then: NonNullable<LookupDefinition['whenDifferent']>,
): Difference[] {
  return Object.entries(form.lookups ?? {})
    .filter(([, { whenDifferent = 'tellOfficer' }]) => whenDifferent === then)
    .flatMap(([lookup]) =>
      Object.entries(lookupFills(form, lookup, whole, names, resolved)).flatMap(([pointer, found]) => {
        const entered = valueAt(whole, pointer);
        return entered === undefined || alike(entered, found) ? [] : [{ lookup, pointer, entered, found }];
      }),
    );
}

const YES_NO: { readonly [value: string]: Text } = {
  true: { uk: 'так', en: 'yes' },
  false: { uk: 'ні', en: 'no' },
};

/** A value as a person reads it: a choice by its words, a list item by item, an address part by part. */
function said(form: FormDefinition, pointer: string, value: unknown): { uk: string; en: string } {
  if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value)
      .filter(([, part]) => part !== null)
      // the choices of a list are called by the list's own words
      .map(([name, part]) => said(form, Array.isArray(value) ? pointer : under(pointer, name), part));
    return { uk: parts.map(({ uk }) => uk).join(', '), en: parts.map(({ en }) => en).join(', ') };
  }
  const chosen = form.texts?.[anyRow(pointer)]?.options?.[String(value)];
  const { uk = String(value), en = uk }: Text = chosen ?? YES_NO[String(value)] ?? {};
  return { uk, en };
}

/** The mistakes of a form whose lookups `refuse` anything else than the registry answered. */
export function refusedDifferences(
  form: FormDefinition,
  whole: Entered,
  names: Names,
  resolved: Pick<ResolvedForm, 'schema'>,
): FieldProblem[] {
  return lookupDifferences(form, whole, names, resolved, 'refuse').map(({ pointer, found }) => {
    const { uk, en } = said(form, pointer, found);
    return {
      pointer,
      code: 'differs',
      message: {
        uk: `У реєстрі інше: «${uk}». Впишіть так, як у реєстрі, або перевірте дані, за якими шукали`,
        en: `The registry says otherwise: “${en}”. Enter it as the registry has it, or check the data it was searched by`,
      },
    };
  });
}
