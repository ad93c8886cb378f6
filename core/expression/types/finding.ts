/** What can be wrong with an expression where it stands. */
export type FindingCode =
  | 'feelSyntax'
  | 'feelTooLong'
  | 'feelLoops'
  | 'feelRange'
  | 'feelOwnFunction'
  | 'feelClock'
  | 'feelPattern'
  | 'unknownName'
  | 'unknownFieldOf'
  | 'noFields'
  | 'unknownFunction'
  | 'onlyInTexts'
  | 'wrongArity'
  | 'unknownArgument'
  | 'wrongArgument'
  | 'badLiteral'
  | 'anyText'
  | 'unlikeTypes'
  | 'noOrder'
  | 'listsCompared'
  | 'wrongArithmetic'
  | 'divisionByZero'
  | 'notCondition'
  | 'notList'
  | 'mayBeEmpty'
  | 'listMayBeEmpty'
  | 'neverEqual'
  | 'unreachableBranch'
  | 'wrongResult';

/** A mistake at characters `from` to `to` (from 0) of an expression; `instead` mends it when put there. */
export type Finding = {
  readonly code: FindingCode;
  readonly from: number;
  readonly to: number;
  readonly holes: { readonly [name: string]: string };
  readonly instead?: string;
};
