import { compile, ExpressionError, evaluate } from '#core/expression/index.ts';
import type { Type } from '#core/expression/types/index.ts';

type Names = Readonly<Record<string, unknown>>;

const byFormat: { readonly [format: string]: string } = {
  date: '2026-03-02',
  'date-time': '2026-03-02T08:00:00Z',
};
const scalars: { readonly [kind: string]: unknown } = {
  boolean: true,
  number: 1,
  string: 'текст',
  date: '2026-03-02',
  time: '08:00:00',
  'date and time': '2026-03-02T08:00:00Z',
  duration: 'P1D',
};

/** A value of a type, made up where no case has one: an answer, an item, a record. */
export function madeUp(type: Type): unknown {
  if (type.kind === 'list') return [madeUp(type.of)];
  if (type.kind === 'context')
    return Object.fromEntries(Object.entries(type.fields).map(([name, one]) => [name, madeUp(one)]));
  if ('values' in type && type.values?.[0] !== undefined) return type.values[0];
  if ('format' in type && type.format !== undefined) return byFormat[type.format] ?? scalars[type.kind];
  return scalars[type.kind] ?? null;
}

/**
 * What an expression gives of a sample case; of what the sample does not have, a made-up value stands in. Undefined where it gives
 * nothing of them: it is not finished, or the sample has no such value.
 */
export function exampleOf(
  source: string,
  sample: Names | undefined,
  types: { readonly [name: string]: Type } | undefined,
): string | undefined {
  if (source.trim() === '' || (!sample && !types)) return undefined;
  const made = Object.entries(types ?? {})
    .filter(
      ([name, type]) => type.kind !== 'function' && (sample?.[name] === undefined || isBare(sample[name])),
    )
    .map(([name, type]) => [name, madeUp(type)] as const);
  const names = { ...sample, ...Object.fromEntries(made) };
  try {
    return JSON.stringify(evaluate(compile(source, Object.keys(names)), names as never));
  } catch (error) {
    if (error instanceof ExpressionError) return undefined;
    throw error;
  }
}

/** What an expression gives of the trial that is on, where that has come to all it asks; else of the sample. */
export function givenOf(
  source: string,
  { tried, sample }: { readonly tried?: Names | undefined; readonly sample?: Names | undefined },
  types: { readonly [name: string]: Type } | undefined,
): { readonly value: string; readonly isTried: boolean } | undefined {
  const own = tried && exampleOf(source, tried, undefined);
  if (own !== undefined && own !== 'null') return { value: own, isTried: true };
  const value = exampleOf(source, sample, types);
  return value === undefined ? undefined : { value, isTried: false };
}

/** What a sample knows nothing of: an item of no list. */
const isBare = (value: unknown): boolean =>
  value === null || (typeof value === 'object' && Object.keys(value as object).length === 0);
