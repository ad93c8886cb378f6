import type { Instant, Json, JsonObject, Path, Pointer, Position } from '#core/flow/types.ts';
import type { EventActor } from './actor.ts';
import type { Mark } from './command.ts';
import type { FileVersion } from './file.ts';
import type {
  Holding,
  IssuedMeta,
  MessageData,
  MessageMeta,
  OfficeRef,
  Outcome,
  PartyData,
  PartyMeta,
  Reissue,
  Rewrite,
  Term,
} from './kept.ts';
import type { Linked, Origin } from './origin.ts';
import type { Place } from './place.ts';

/** What was last done in a state: `review.action`, `.by`, `.at`, `.times`, `.grounds`. */
export type Result = {
  action: string;
  by: EventActor;
  at: Instant;
  grounds?: string[];
  /** How often each action was taken here. */
  times: { [action: string]: number };
};
export type ResultData = {
  reason?: string;
  explain?: string;
  entered?: JsonObject;
  /** Key of the person who acted: four eyes. */
  person?: string;
  previous?: JsonObject;
};
export type Note = { at: Instant; from: EventActor; to?: string; text: string };

/** A record of a registry that the case wrote: in which state, and when that was asked. */
export type WrittenRecord = { registry: string; key: Json; path: Path; at: Instant };

/** All that is personal in a case; gone after `erased`. */
export type CaseData = {
  form: JsonObject;
  parties: { [key: string]: PartyData };
  files: { [id: string]: FileVersion };
  lookups: { [name: string]: Json };
  about?: JsonObject;
  results: { [path: Path]: ResultData };
  /** Answers kept by `as`, by the path of the flow they belong to (`''` is the top). */
  values: { [flow: Path]: { [as: string]: Json } };
  items: { [path: Path]: { [key: string]: Json } };
  asks: { [path: Path]: JsonObject };
  /** What is to be corrected, until it is sent again. */
  marks: Mark[];
  consults: { [id: string]: { question: string; opinion?: string } };
  notes: Note[];
  /** Records that were made or changed, by effect. */
  records?: { [effect: string]: WrittenRecord };
  /** What payments and reservations that the case holds were answered, by effect. */
  held?: { [effect: string]: Json };
  /** What issued documents say, as hashes, by document. */
  says?: { [document: string]: string };
  /** The texts of letters that wait for a document, by `<seq>/<n>` of the event that told them. */
  letters?: { [id: string]: MessageData };
  /** What is being written into records after a correction, by effect. */
  rewrites?: { [effect: string]: { key: Json; record: JsonObject } };
  /** Fields that were changed after submission: old beside new. */
  changes: { pointer: Pointer; from: Json; to: Json; at: Instant; by: EventActor }[];
};

/** A case as it stands: the snapshot, made of events by `evolve` alone. */
export type Case = {
  v: 1;
  id: string;
  reference: string;
  service: string;
  /** Hash of the bundle it runs on. */
  definition: string;
  /** Bundles that it ran on before, oldest first, each until the event by which it came over to the next. */
  earlier?: { definition: string; until: number }[];
  /** Sequence number and hash of its last event. */
  seq: number;
  head: string;
  language: string;
  channel: string;
  submittedAt: Instant;
  changedAt: Instant;
  enteredBy?: EventActor;
  /** Where it is dealt with: the office of its last task. */
  office: OfficeRef;
  parties: { [key: string]: PartyMeta };
  /** null once ended. */
  position: Position | null;
  places: { [path: Path]: Place };
  results: { [path: Path]: Result };
  outcomes: { [path: Path]: string };
  documents: { [id: string]: IssuedMeta };
  /** Documents that are drawn anew after a correction, by effect. */
  reissuing?: { [effect: string]: Reissue };
  /** Records that are written anew after a correction, by effect, and the documents drawn once all of them are. */
  rewriting?: { effects: { [effect: string]: Rewrite }; papers: Reissue[] };
  /** The case that it comes from. */
  origin?: Origin;
  /** Cases that came of it, by their ids. */
  linked?: { [child: string]: Linked };
  /** Duplicates that are drawn once they are paid for, by the effect that asks for the fee. */
  paying?: { [effect: string]: { document: string; amount: number } };
  /** The decision has no force while this complaint is dealt with. */
  suspended?: { since: Instant; child: string };
  /** Payments and reserved places in its hands, by the effect that asked for them; `seq`: since which event. */
  held?: { [effect: string]: Holding & { path: Path; seq: number } };
  /** Payments that were asked for and are not waited for any more: one that comes all the same goes back. */
  unpaid?: { [effect: string]: { path: Path; connector: string } };
  /** Letters that wait for a document, by `<seq>/<n>` of the event that told them. */
  letters?: { [id: string]: MessageMeta };
  term?: Term;
  outcome?: Outcome;
  revoked?: Instant;
  expired?: Instant;
  /** A legal hold stops retention. */
  hold?: true;
  erased?: Instant;
  data: CaseData;
};
