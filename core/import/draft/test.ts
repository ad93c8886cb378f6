import { steps, under } from '#core/form/pointer.ts';

export type Schema = { readonly [keyword: string]: unknown };

/**
 * What a condition asks, over pointers into what is entered (`*`: the row in which the conditional field stands).
 * `is`: something is entered there and fits the schema. `some`: a row of the list fits, its pointers going on from the row.
 */
export type Test =
  | { readonly field: string; readonly is: Schema }
  | { readonly some: string; readonly row: Test }
  | { readonly all: readonly Test[] }
  | { readonly any: readonly Test[] }
  | { readonly not: Test };

/** Holds always, and never. */
export const ALWAYS: Test = { all: [] };
export const NEVER: Test = { any: [] };

export const negated = (test: Test): Test => ('not' in test ? test.not : { not: test });

export function both(tests: readonly Test[]): Test {
  const flat = tests.flatMap((one) => ('all' in one ? one.all : [one]));
  return flat.length === 1 && flat[0] ? flat[0] : { all: flat };
}

export function either(tests: readonly Test[]): Test {
  const flat = tests.flatMap((one) => ('any' in one ? one.any : [one]));
  if (flat.some((one) => 'all' in one && one.all.length === 0)) return ALWAYS;
  return flat.length === 1 && flat[0] ? flat[0] : { any: flat };
}

/** Every field that a test leans on. */
export function leansOn(test: Test): string[] {
  if ('field' in test) return [test.field];
  if ('some' in test) return [test.some];
  if ('not' in test) return leansOn(test.not);
  return ('all' in test ? test.all : test.any).flatMap(leansOn);
}

const nested = (path: readonly string[], schema: Schema): Schema =>
  path.reduceRight<Schema>((inner, step) => ({ properties: { [step]: inner }, required: [step] }), schema);

/** A test as the `if` of a JSON Schema that stands at an object (a pointer above all that it names). */
export function schemaOf(test: Test, object: string): Schema {
  const inside = (pointer: string) => steps(pointer).slice(steps(object).length);
  if ('field' in test) return nested(inside(test.field), test.is);
  if ('some' in test) return nested(inside(test.some), { contains: schemaOf(test.row, '') });
  if ('not' in test) return { not: schemaOf(test.not, object) };
  const parts = ('all' in test ? test.all : test.any).map((one) => schemaOf(one, object));
  if ('any' in test) return parts.length === 0 ? { not: {} } : { anyOf: parts };
  // JSON Schema knows no list of nothing
  if (parts.length === 0) return {};
  return parts.length === 1 && parts[0] ? parts[0] : { allOf: parts };
}

/** The object above all of these pointers, of which the last step of each is left away. */
export function above(pointers: readonly string[]): string {
  const [first = [], ...rest] = pointers.map((pointer) => steps(pointer).slice(0, -1));
  const length = rest.reduce((most, path) => {
    let n = 0;
    while (n < most && n < path.length && path[n] === first[n]) n += 1;
    return n;
  }, first.length);
  return first.slice(0, length).reduce<string>(under, '');
}

/** How deep in lists a pointer stands. */
export const depthOf = (pointer: string): number => steps(pointer).filter((step) => step === '*').length;

const DISJUNCTS = 64;

/**
 * A test as alternatives of which each asks its rows and what is around them apart: JSON Schema cannot ask a row and the whole
 * form at once. One alternative where nothing is mixed; undefined where there would be too many.
 */
export function alternatives(test: Test): readonly (readonly Test[])[] | undefined {
  const depths = new Set(leansOn(test).map(depthOf));
  if (depths.size <= 1) return [[test]];
  if ('all' in test) {
    let made: (readonly Test[])[] = [[]];
    for (const one of test.all) {
      const each = alternatives(one);
      if (!each || made.length * each.length > DISJUNCTS) return undefined;
      made = made.flatMap((before) => each.map((more) => [...before, ...more]));
    }
    return made;
  }
  if ('any' in test) {
    const each = test.any.map(alternatives);
    const made = each.flatMap((one) => one ?? []);
    return each.includes(undefined) || made.length > DISJUNCTS ? undefined : made;
  }
  if (!('not' in test)) return [[test]];
  const { not } = test;
  if ('not' in not) return alternatives(not.not);
  if ('all' in not) return alternatives({ any: not.all.map(negated) });
  if ('any' in not) return alternatives({ all: not.any.map(negated) });
  return [[test]];
}
