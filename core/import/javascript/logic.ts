/** What a condition compares: something entered, by the names that lead to it (`data`, `row`, … first), or a constant. */
export type Operand =
  | { readonly path: readonly string[] }
  | { readonly constant: string | number | boolean | null | undefined };

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** A written condition as a tree: what is left of JavaScript once it is known to do nothing but compare. */
export type Logic =
  | { readonly compare: Comparison; readonly left: Operand; readonly right: Operand }
  | { readonly truthy: Operand }
  | { readonly includes: Operand; readonly value: Operand }
  | { readonly some: Operand; readonly row: Logic }
  | { readonly all: readonly Logic[] }
  | { readonly any: readonly Logic[] }
  | { readonly not: Logic };

/** What a script comes to: a condition, and what is said where it does not hold. */
export type Script = {
  readonly logic: Logic;
  /** It is written with comparisons, &&, ||, ! and includes over data and row alone. */
  readonly simple: boolean;
  /** What `valid = … ? true : "…"` says. */
  readonly otherwise?: string;
};

/** The name that the row of a `some` has in its test. */
export const ROW_OF = '#row';
