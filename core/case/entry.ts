import type { Instant, Path, Text } from '#core/flow/types.ts';
import type { TimerKind } from './command.ts';

/** One waiting task, as the index of tasks holds it. No personal data. */
export type TaskEntry = {
  path: Path;
  /** The state's name, and the consult's id where an opinion is asked. */
  state: string;
  consult?: string;
  agency: string;
  office: string;
  role: string;
  due?: Instant;
  since: Instant;
  claimedBy?: string;
  /** It is not for the taking: the head assigns it, or its officer is drawn. */
  awaits?: 'head' | 'draw';
  overdue: boolean;
  title: Text;
  service: string;
  reference: string;
};
/** One timer: key `path` + `kind`. */
export type TimerEntry = { path: Path; kind: TimerKind; at: Instant };
/** One person who acts or is to act. `person` once known, before that what they are to be identified by (the functions hash it). */
export type PartyEntry = {
  /** Key of the party in the case: `applicant`, `owner/1`. */
  key: string;
  /** Name of the party in the definition. */
  party: string;
  path?: Path;
  person?: string;
  identify?: { [claim: string]: string };
  /** The one who acts for the party, where that is another person. */
  representative?: string;
  /** Waiting for this party now. */
  asked: boolean;
  due?: Instant;
};
export type Waiting = { tasks: TaskEntry[]; timers: TimerEntry[]; parties: PartyEntry[] };
