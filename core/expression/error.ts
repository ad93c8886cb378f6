/**
 * What is wrong with an expression or its evaluation.
 * `syntax` does not parse; `unknownName` a name or field that does not exist; `tooComplex` beyond the bounds of docs/format.md;
 * `null` something absent was compared, computed with or used as a condition (or a function could make nothing of it);
 * `type` values that do not go together.
 */
export type ExpressionCode = 'syntax' | 'unknownName' | 'tooComplex' | 'null' | 'type';

/** Thrown by `compile` and `evaluate`. `position` counts characters of `source` from 0. */
export class ExpressionError extends Error {
  readonly code: ExpressionCode;
  readonly source: string;
  readonly position: { from: number; to: number };

  constructor(code: ExpressionCode, source: string, position: { from: number; to: number }, what: string) {
    super(what);
    this.name = 'ExpressionError';
    this.code = code;
    this.source = source;
    this.position = position;
  }
}

/** Which bound of docs/format.md an expression goes beyond. */
export type Bound =
  | 'feelTooLong'
  | 'feelLoops'
  | 'feelRange'
  | 'feelOwnFunction'
  | 'feelClock'
  | 'feelPattern';

/** What is `tooComplex` before it is even evaluated. */
export class Unbounded extends ExpressionError {
  readonly bound: Bound;

  constructor(bound: Bound, source: string, position: { from: number; to: number }, what: string) {
    super('tooComplex', source, position, what);
    this.bound = bound;
  }
}
