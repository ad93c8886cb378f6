import type { Instant, Json, JsonObject, Path, Pointer } from '#core/flow/types.ts';
import type { Identity, Through } from './actor.ts';
import type { FileVerdict, FileVersion } from './file.ts';
import type { Origin } from './origin.ts';
import type { OwnMotion } from './own-motion.ts';

/** What a draft holds when it is sent. */
export type Submission = {
  form: JsonObject;
  /** Language of the application: `uk`, `en`. */
  language: string;
  channel: 'portal' | 'counter' | 'post' | 'xroad' | OwnMotion;
  files?: { [id: string]: FileVersion };
  /** Answers of lookups shown while filling, by the lookup's name. */
  lookups?: { [name: string]: Json };
  through?: Through;
  /** The party acted for, where `through` is not `self` (a child, a company): what identifies it. */
  represents?: Identity;
  /** The record or case it is about. */
  about?: JsonObject;
  /** The case that it comes from. */
  origin?: Origin;
};

export type Submit = { type: 'submit' } & Submission;
/** A clerk opens the case of a person present, whom they identified by a document. */
export type OpenFor = {
  type: 'openFor';
  applicant: Identity;
  /** How the person signed: on paper (a scanned file of the application) or on the clerk's device. */
  signed?: { by: 'ink'; file: string } | { by: 'device' };
} & Submission;

/** A case that another case starts: its parties are those of the other. */
export type Begin = {
  type: 'begin';
  applicant: { identity?: Identity; representative?: Identity };
  /** Other parties that are known by person, by their names here. */
  parties?: { [party: string]: Identity };
  origin: Origin;
} & Submission;

/** A case that nobody applied for: an officer begins it of the agency's own motion, or the calendar does (decision 19). */
export type Initiate = {
  type: 'initiate';
  /** Whom it concerns; nobody where it is the agency's own matter. */
  applicant?: Identity;
  channel: OwnMotion;
} & Omit<Submission, 'channel' | 'through' | 'represents' | 'origin'>;

/** What begins a case. */
export type Beginning = Submit | OpenFor | Begin | Initiate;

export type Claim = { type: 'claim'; path: Path };
export type Release = { type: 'release'; path: Path };
export type Assign = { type: 'assign'; path: Path; person: string };
export type Transfer = {
  type: 'transfer';
  path: Path;
  agency: string;
  office: string;
  role?: string;
  reason: string;
};
export type Mark = { pointer: Pointer; say?: string };
/** An action of a task (an officer) or of a party's state (the party). */
export type Act = {
  type: 'act';
  path: Path;
  action: string;
  reason?: string;
  grounds?: string[];
  explain?: string;
  marks?: Mark[];
  /** What the officer entered in the task's form, or a party in its own. */
  data?: JsonObject;
  /** Fields of the form as changed, by pointer: the officer's `edits`, the party's correction of marked fields. */
  changes?: { [pointer: Pointer]: Json };
  /** Answers of lookups from which fields of the form choose, asked for the form as changed; by the lookup's name. */
  lookups?: { [name: string]: Json };
  files?: { [id: string]: FileVersion };
};
export type Consult = {
  type: 'consult';
  path: Path;
  agency: string;
  office: string;
  role: string;
  question: string;
  by: Instant;
  /** Fields of the form that are shared with the one asked. */
  fields: Pointer[];
};
export type AnswerConsult = { type: 'answerConsult'; path: Path; consult: string; opinion: string };
/** A message between the parties and the officers of the case; `to` a party's key, else to the officers. */
export type SendMessage = { type: 'message'; text: string; to?: string };
export type Withdraw = { type: 'withdraw'; reason?: string };

export type TimerKind =
  | 'due'
  | 'until'
  | 'retry'
  | 'next'
  | 'decide'
  | 'retention'
  | 'consult'
  | 'hold'
  | 'draw'
  | `remind${number}`
  | `renew${number}`;
/** `path` is empty for timers of the whole case (`decide`, `retention`). A timer that is not set as named is refused as `late`. */
export type TimerFired = { type: 'timerFired'; path: Path; kind: TimerKind; at: Instant };

/** An answer of a connector to an effect that the case waits for. */
export type CallAnswered = { type: 'callAnswered'; effect: string; result: Json };
/** `final`: the connector gives up (attempts or `retryFor` used up). */
export type CallFailed = {
  type: 'callFailed';
  effect: string;
  code: string;
  message?: string;
  final?: boolean;
};
export type Paid = { type: 'paid'; effect: string; payment: string; amount: number };
export type Signed = { type: 'signed'; effect: string; signature: JsonObject };
/** Something that a `wait` with `event` waits for was told by a connector. */
export type EventTold = { type: 'eventTold'; connector: string; event: JsonObject };
export type FileScanned = { type: 'fileScanned'; file: string; version: string } & FileVerdict;
/** A case that came of this one was submitted. */
export type ChildBegun = {
  type: 'childBegun';
  as: Origin['as'];
  effect: string;
  service: string;
  child: string;
  reference: string;
  name?: string;
};
export type ChildEnded = {
  type: 'childEnded';
  effect: string;
  child: string;
  outcome: string;
  /** Kind of the outcome, and what the case is called among those started. */
  kind?: string;
  name?: string;
};
export type Extend = { type: 'extend'; reason: string };
export type Reopen = { type: 'reopen'; grounds: string[]; reason: string };
export type Correct = { type: 'correct'; changes: { [pointer: Pointer]: Json }; reason: string };
export type Revoke = { type: 'revoke'; grounds: string[]; reason: string };
/** Another copy of an issued document, under a new number, in the place of the first. */
export type Duplicate = { type: 'duplicate'; document: string };
/** The applicant appeals, or has renewed what was granted: a draft of the service that the definition names. */
export type Appeal = { type: 'appeal' };
export type Renew = { type: 'renew' };
/** The case comes over to another version, the one in `Given.next`. `to`: its hash; `proposedBy`: key of the officer who proposed it. */
export type Migrate = { type: 'migrate'; to: string; proposedBy: string };
/** Retention has run out: the case goes on a destruction list. */
export type Expire = { type: 'expire' };
/** A person signed the destruction list: personal data and salts go, the chain stays. */
export type Erase = { type: 'erase'; order: string };

export type Command =
  | Beginning
  | Claim
  | Release
  | Assign
  | Transfer
  | Act
  | Consult
  | AnswerConsult
  | SendMessage
  | Withdraw
  | TimerFired
  | CallAnswered
  | CallFailed
  | Paid
  | Signed
  | EventTold
  | FileScanned
  | ChildBegun
  | ChildEnded
  | Extend
  | Reopen
  | Correct
  | Revoke
  | Duplicate
  | Appeal
  | Renew
  | Migrate
  | Expire
  | Erase;
