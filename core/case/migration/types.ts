import type { Instant, Path, Text } from '#core/flow/types.ts';
import type { Refusal } from '../refusal.ts';

/** A term that runs on as it began though the new version sets another, or that begins, or ends. `path` is empty for the whole case. */
export type TermChange = {
  path: Path;
  kind: 'kept' | 'begins' | 'ends' | 'meaning';
  /** The end of the term; absent where it ends with the migration. */
  due?: Instant;
  /** How long the new version gives those who come later, in words. */
  later?: Text;
};

/** What would become of one case, or of any case that waits in a state. */
export type Rehearsed = {
  /** Absent where no case was looked at, but only the state in which cases may wait. */
  case?: string;
  reference?: string;
  /** `stays`: the definition says so; `refused`: the new version cannot take it, and it stays too. */
  result: 'moves' | 'stays' | 'refused';
  /** Where it waits now, and where it would wait. */
  from: Path[];
  to: Path[];
  /** Places of the earlier version whose wait is called off, and places of the new one that are entered anew. */
  cancelled: Path[];
  entered: Path[];
  /** What has no place in the new version: pointers of the form, names of answers, parties and states. */
  lost: string[];
  terms: TermChange[];
  /** The outcome where the case would end at once. */
  outcome?: string;
  refusal?: Refusal;
  /** All of this, for people. */
  says: Text[];
};

/** What a migration would do: case by case, and counted. */
export type Rehearsal = {
  service: string;
  /** Numbers of the two versions. */
  from: number;
  to: number;
  counts: { [result in Rehearsed['result']]: number };
  /** Why cases stay, most frequent first. */
  reasons: { code: Refusal['code']; count: number; says: Text }[];
  cases: Rehearsed[];
  says: Text[];
};
