import type { Instant, Json, JsonObject, Path, Pointer, Position } from '#core/flow/types.ts';
import type { EventActor, Identity } from './actor.ts';
import type { Case, CaseData, Result } from './case.ts';
import type { Mark, TimerKind } from './command.ts';
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
import type { Origin } from './origin.ts';
import type { Place } from './place.ts';

export type * from './kept.ts';

/** What each type of event says in public, and what of it is personal. */
export type EventBodies = {
  submitted: {
    public: {
      case: string;
      reference: string;
      service: string;
      definition: string;
      language: string;
      channel: string;
      enteredBy?: EventActor;
      signed?: 'ink' | 'device';
      office: OfficeRef;
      parties: { [key: string]: PartyMeta };
      /** The case that it comes from. */
      origin?: Origin;
    };
    data: {
      form: JsonObject;
      parties: { [key: string]: PartyData };
      files: { [id: string]: FileVersion };
      lookups: { [name: string]: Json };
      about?: JsonObject;
      signedFile?: string;
    };
  };
  /** The flow has run until it rests: all that this changed. */
  moved: {
    public: {
      position: Position | null;
      left: Path[];
      entered: Place[];
      /** Every state that was entered on the way, in order. */
      states: Path[];
      /** Outcomes of all branches and items that ended, by path. */
      outcomes: { [path: Path]: string };
      /** How a `parallel` or `each` joined. */
      joined?: { [path: Path]: boolean };
      parties?: { [key: string]: PartyMeta };
      term?: Term | null;
      /** Reserved places that are held for good now: the step that they were held for is done. */
      kept?: string[];
    };
    data: {
      /** What is asked of connectors, by path: evaluated input. */
      asks?: { [path: Path]: JsonObject };
      /** The items of an `each`, by path and key. */
      items?: { [path: Path]: { [key: string]: Json } };
      parties?: { [key: string]: PartyData };
    };
  };
  /** Places that were waiting and are not needed any more. */
  cancelled: {
    public: {
      paths: Path[];
      /** What is to be called off; `ask` where others must know what that was. */
      effects: { [path: Path]: { connector: string; ids: string[]; ask?: JsonObject } };
    };
    data: never;
  };
  ended: { public: { outcome: Outcome }; data: never };
  notified: { public: { messages: MessageMeta[] }; data: { messages: MessageData[] } };
  claimed: { public: { path: Path; by: string }; data: never };
  /** `draw`: from when on another officer is drawn. */
  released: { public: { path: Path; draw?: Instant }; data: never };
  /** `among`: from how many it was drawn. */
  assigned: { public: { path: Path; to: string; among?: number }; data: never };
  transferred: {
    public: { path: Path; agency: string; office: string; role: string; draw?: Instant };
    data: { reason: string };
  };
  acted: {
    public: {
      path: Path;
      state: string;
      action: string;
      /** How often this action was taken here, this time included. */
      times: number;
      grounds?: string[];
      marks?: Pointer[];
      changed?: Pointer[];
    };
    data: {
      reason?: string;
      explain?: string;
      marks?: Mark[];
      entered?: JsonObject;
      /** The form as it is after the changes (computed values included), and the changes: old beside new. */
      form?: JsonObject;
      changes?: { pointer: Pointer; from: Json; to: Json }[];
      /** Answers that took the place of those that the case had, by `as`: something else was asked after the changes. */
      lookups?: { [name: string]: Json };
      files?: { [id: string]: FileVersion };
      /** Key of the person who acted: nobody acts twice where four eyes are asked. */
      person?: string;
      /** The person who came as a party that was only described so far. */
      party?: { key: string; data: PartyData };
    };
  };
  consulted: {
    public: {
      path: Path;
      consult: string;
      agency: string;
      office: string;
      role: string;
      by: Instant;
      fields: Pointer[];
    };
    data: { question: string };
  };
  opined: { public: { path: Path; consult: string }; data: { opinion: string } };
  noted: { public: { to?: string }; data: { text: string } };
  withdrawn: { public: object; data: { reason?: string } };
  answered: {
    public: {
      path: Path;
      effect: string;
      as?: string;
      document?: IssuedMeta;
      record?: RecordMeta;
      /** The effect that is asked next, of an `issue` with record and document. */
      follows?: string;
      /** The started case that ended while others are still waited for: the effect goes on waiting. */
      child?: string;
      /** How the started case ended of which this tells. */
      ended?: { child: string; outcome: string; kind: string; name?: string };
      /** What is in the hands of the case now: a payment, a reserved place. */
      holds?: Holding;
      /** Documents that are drawn anew now that the corrected record is written, by effect. */
      reissues?: { [effect: string]: Reissue };
    };
    data: {
      result: Json;
      /** What the document says, as a hash: whether another would say the same. */
      says?: string;
      /** The record that a corrected one took the place of, under another key. */
      replaced?: { registry: string; key: Json };
    };
  };
  /** What was paid goes back, what was reserved is given back: because of how the case ended, or because it came too late. */
  gaveBack: {
    public: { effects: { [effect: string]: { path: Path; type: Holding['type']; connector: string } } };
    data: { results: { [effect: string]: Json } };
  };
  failed: { public: { path: Path; effect: string; code: string }; data: { message?: string } };
  told: { public: { path: Path; connector: string; as?: string }; data: { event: JsonObject } };
  timerFired: {
    /** `closes`: the effect that asks what was collected. */
    public: { path: Path; kind: TimerKind; raisedTo?: string; closes?: string };
    data: never;
  };
  fileScanned: { public: { file: string; verdict: FileVersion['scan'] }; data: never };
  /** The term is exceeded. */
  termOverdue: { public: { meaning: Term['meaning']; raisedTo?: string }; data: never };
  extended: { public: { term: Term }; data: { reason: string } };
  /** A mistake in a decided case was corrected. */
  corrected: {
    public: {
      changed: Pointer[];
      /** The documents that are drawn anew, by effect. */
      reissues?: { [effect: string]: Reissue };
      /** The records that are written anew, by effect; the documents wait for them in `papers`. */
      rewrites?: { [effect: string]: Rewrite };
      papers?: Reissue[];
    };
    data: {
      form: JsonObject;
      reason: string;
      /** Old beside new. */
      changes?: { pointer: Pointer; from: Json; to: Json }[];
      /** Items of an `each` as the corrected form has them. */
      items?: { [path: Path]: { [key: string]: Json } };
      /** What is written into the records, by effect. */
      records?: { [effect: string]: { key: Json; record: JsonObject } };
    };
  };
  revoked: {
    public: {
      grounds: string[];
      /** Ids of the documents that are taken back. */
      documents?: string[];
    };
    data: {
      reason: string;
      /** The records that are revoked. */
      records?: { registry: string; key: Json }[];
    };
  };
  /** A duplicate was asked for: it is drawn, or paid for first. */
  duplicated: {
    public: {
      document: string;
      reissues?: { [effect: string]: Reissue };
      pays?: { effect: string; amount: number };
    };
    data: never;
  };
  /** A draft of another service was begun from this case: a complaint, a renewal. */
  followed: {
    public: { as: 'appeal' | 'renew'; service: string; origin: Origin };
    data: { identity: Identity };
  };
  /** A case that came of this one was submitted. `suspends`: the decision has no force meanwhile. */
  linked: {
    public: {
      as: Origin['as'];
      service: string;
      child: string;
      reference: string;
      name?: string;
      suspends?: true;
    };
    data: never;
  };
  linkEnded: { public: { child: string; outcome: string; kind: string; resumes?: true }; data: never };
  reopened: { public: { grounds: string[] }; data: { reason: string } };
  /** The case came over to another version of its service: all that is called or kept otherwise there. */
  migrated: {
    public: {
      /** Hashes of the two definitions. */
      from: string;
      to: string;
      /** Who proposed it; another carried it out. */
      proposedBy: string;
      position: Position;
      places: { [path: Path]: Place };
      results: { [path: Path]: Result };
      outcomes: { [path: Path]: string };
      parties: { [key: string]: PartyMeta };
      documents: { [id: string]: IssuedMeta };
      term: Term | null;
      held?: NonNullable<Case['held']>;
      letters?: NonNullable<Case['letters']>;
      unpaid?: NonNullable<Case['unpaid']>;
    };
    data: Pick<
      CaseData,
      | 'form'
      | 'parties'
      | 'files'
      | 'lookups'
      | 'results'
      | 'values'
      | 'items'
      | 'asks'
      | 'marks'
      | 'changes'
      | 'records'
    >;
  };
  expired: { public: object; data: never };
  /** Personal data and salts of all earlier events are to be deleted. */
  erased: { public: { order: string }; data: never };
};
export type RecordMeta = { registry: string; do: string };

export type EventType = keyof EventBodies;
/** Version, place in the chain, and what protects it. */
export type EventHead = {
  v: 1;
  seq: number;
  at: Instant;
  actor: EventActor;
  /** SHA-256 of salt + canonical JSON of `data`, hex; absent where an event has no personal data. */
  dataHash?: string;
  /** Hash of the event before; empty for the first. */
  previous: string;
  /** SHA-256 of the canonical JSON of the event without `hash`, `data` and `salt`. */
  hash: string;
};
export type EventOf<T extends EventType> = { type: T } & EventHead &
  EventBodies[T]['public'] & { data?: EventBodies[T]['data']; salt?: string };
export type CaseEvent = { [T in EventType]: EventOf<T> }[EventType];
