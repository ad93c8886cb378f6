import type { Path, Pointer, Text } from '../types.ts';
import type { WayKind } from '../ways.ts';

/** What is proved of a flow (docs/design.md, section 6). */
export type Property = 'reachable' | 'ends' | 'circles' | 'deadlines' | 'fits' | 'data' | 'ownCase';

/** What moves a case beside the ways of its states: the term in law runs out, the applicant withdraws, a decided case is reopened. */
export type StepKind = WayKind | 'term' | 'withdraw' | 'reopen';

/** One step of an example path. Inside an `each`, `*` stands for an item. */
export type Step = {
  /** The state that is left. */
  at: Path;
  /** Where in the definition the step is written: the entry of the target. */
  pointer: Pointer;
  kind: StepKind;
  action?: string;
  /** The state that is entered next. */
  to: Path;
  /** The longest that the case may stay in `at` (only in the longest path). */
  takes?: Text;
  says: Text;
};

/** Something that a case of this service could run into. The same shape as a mistake that `check` finds, and the path to it. */
export type Failure = {
  property: Property;
  pointer: Pointer;
  code: string;
  severity: 'mistake' | 'warning';
  message: Text;
  hint: Text;
  /** The state where it shows. */
  at: Path;
  /** A shortest path from the beginning to it; empty where it shows at the very beginning, or nothing leads there. */
  path: Step[];
  /** For what never ends or circles: the steps that repeat. */
  circle?: Step[];
};

export type Longest = {
  unit: 'workingDays' | 'days' | 'hours';
  /** In the unit; hours of a stay are parts of a day. */
  length: number;
  limit: number;
  path: Step[];
};

export type Proof = {
  service: string;
  /** No failure is a mistake, and nothing was left out because of the limit. */
  held: boolean;
  properties: { property: Property; title: Text; held: boolean }[];
  failures: Failure[];
  longest: Longest | null;
  explored: {
    flows: number;
    states: number;
    /** Positions of single flows that were looked at (a state, and how often each limited action was taken). */
    positions: number;
    /** Positions of the whole case that they stand for (each with 0, 1 and 2 items). */
    standFor: number;
    limit: number;
    limitReached: boolean;
  };
  /** What the proof does not speak about. */
  notExplored: Text[];
};
