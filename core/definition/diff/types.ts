import type { Text } from '../types.ts';
import type { Operation } from './patch.ts';

/** Who is affected: `party/<name>`, `role/<name>`, `process` (systems and the course of a case), `agency`, `everyone`. */
export type Audience = string;

/** One thing that is different, in the analyst's words, and the JSON Patch (RFC 6902) that makes it so. */
export type Change = {
  /** Stable: `<what>.<how>`, as `page.added`, `due.changed`, `sees.changed`. */
  code: string;
  /** Where in the second definition; where it was in the first, if it is gone. */
  pointer: string;
  affects: Audience[];
  says: Text;
  operations: Operation[];
};

/** The difference of two definitions. The operations of `changes`, in their order, make the second of the first. */
export type Difference = {
  changes: Change[];
  /** For whom what is different: positions in `changes`. A change stands with everyone it affects. */
  groups: { affects: Audience; title: Text; changes: number[] }[];
};
