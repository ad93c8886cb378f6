/** The kinds of single values that FEEL tells apart; days of JSON are strings until `date()` makes them days. */
export type ScalarKind = 'boolean' | 'number' | 'string' | 'date' | 'time' | 'date and time' | 'duration';
export type Literal = string | number | boolean;

/** May be absent (null). */
type Maybe = { readonly empty?: boolean };
export type ScalarType = Maybe & {
  readonly kind: ScalarKind;
  /** All that it can be. */
  readonly values?: readonly Literal[];
  /** A string that is a day (`date`) or a moment (`date-time`). */
  readonly format?: string;
};
/** `some`: it has at least one item. */
export type ListType = Maybe & { readonly kind: 'list'; readonly of: Type; readonly some?: boolean };
/** `open`: it may have further fields, of which nothing is known. */
export type ContextType = Maybe & {
  readonly kind: 'context';
  readonly fields: { readonly [name: string]: Type };
  readonly open?: boolean;
};
export type FunctionType = Maybe & {
  readonly kind: 'function';
  readonly parameters: readonly Parameter[];
  readonly result: Type;
};

/** What an expression can give. `any`: nothing is known of it; `mixed`: now of one kind, now of another. */
export type Type =
  | ScalarType
  | ListType
  | ContextType
  | FunctionType
  | (Maybe & { readonly kind: 'any' | 'mixed' | 'range' })
  | { readonly kind: 'null'; readonly empty: true };
export type Kind = Type['kind'];

/** What a function takes: any of `kinds` (all if not said). `empty`: null too. */
export type Parameter = {
  readonly name: string;
  readonly kinds?: readonly Kind[];
  readonly optional?: boolean;
  readonly empty?: boolean;
};

export const any: Type = { kind: 'any' };
/** Nothing is known of it, not even whether it is there. */
export const unknown: Type = { kind: 'any', empty: true };
export const nothing: Type = { kind: 'null', empty: true };
export const scalar = (kind: ScalarKind, values?: readonly Literal[]): ScalarType =>
  values ? { kind, values } : { kind };
export const day: ScalarType = { kind: 'string', format: 'date' };
export const moment: ScalarType = { kind: 'string', format: 'date-time' };
export const list = (of: Type): ListType => ({ kind: 'list', of });
export const context = (fields: { [name: string]: Type }): ContextType => ({ kind: 'context', fields });

/** The type, null included. */
export const orEmpty = (type: Type): Type => (type.empty ? type : { ...type, empty: true });
/** The type without null. */
export const present = (type: Type): Type => {
  if (!type.empty || type.kind === 'null') return type;
  const { empty: _, ...rest } = type;
  return rest as Type;
};

/** What is one or the other. */
export function either(a: Type, b: Type): Type {
  if (a.kind === 'null') return orEmpty(b);
  if (b.kind === 'null') return orEmpty(a);
  const empty = a.empty || b.empty ? { empty: true } : {};
  if (a.kind === 'list' && b.kind === 'list')
    return {
      kind: 'list',
      of: isNever(a.of) ? b.of : isNever(b.of) ? a.of : either(a.of, b.of),
      ...(a.some && b.some ? { some: true } : {}),
      ...empty,
    };
  if (a.kind === 'context' && b.kind === 'context') return eitherContext(a, b, empty);
  if (a.kind === 'any' || b.kind === 'any') return { kind: 'any', ...empty };
  if (a.kind !== b.kind) return { kind: 'mixed', ...empty };
  if (a.kind === 'mixed' || a.kind === 'range' || a.kind === 'function') return { ...a, ...empty } as Type;
  const [x, y] = [a as ScalarType, b as ScalarType];
  return {
    kind: x.kind,
    ...(x.values && y.values ? { values: [...new Set([...x.values, ...y.values])] } : {}),
    ...(x.format !== undefined && x.format === y.format ? { format: x.format } : {}),
    ...empty,
  };
}

function eitherContext(a: ContextType, b: ContextType, empty: Maybe): ContextType {
  const fields: { [name: string]: Type } = {};
  for (const [name, x] of Object.entries(a.fields)) {
    const y = b.fields[name];
    fields[name] = y ? either(x, y) : orEmpty(x);
  }
  for (const [name, y] of Object.entries(b.fields))
    if (!Object.hasOwn(fields, name)) fields[name] = orEmpty(y);
  return { kind: 'context', fields, ...(a.open || b.open ? { open: true } : {}), ...empty };
}

/** The item of a list that has none. */
export const never: Type = { kind: 'any' };
const isNever = (type: Type): boolean => type === never;

/** The name among some that is nearest to one written wrongly, if one is near. */
export function nearest(name: string, among: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const one of among) {
    const far = distance(name.toLowerCase(), one.toLowerCase(), least);
    if (far < least && one !== name) [best, least] = [one, far];
  }
  return best;
}

/** How many letters must be changed, added, left out or swapped with their neighbour; `most` where it is as many or more. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) >= most) return most;
  // beyond the rows nothing is near
  const of = (row: readonly number[], n: number) => row[n] ?? most;
  let two: number[] = [];
  let one = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = of(one, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(change, of(one, j) + 1, of(row, j - 1) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, of(two, j - 2) + 1);
      row.push(least);
    }
    [two, one] = [one, row];
  }
  return of(one, b.length);
}
