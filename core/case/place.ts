import type { Instant, JsonObject, Path, Pointer } from '#core/flow/types.ts';

/** What every place where a case waits holds. A place is named by its path; `visit` tells one stay from the next. */
type Waits = {
  path: Path;
  /** Name of the state; the kind it has in the definition (`task`, `call`, `pay`, …). */
  state: string;
  type: string;
  /** Sequence number of the event that opened it: part of effect ids, so that late answers are known as late. */
  visit: number;
  since: Instant;
  due?: Instant;
  /** `due` has passed and the case stays (`raise`, `notify`). */
  overdue?: true;
  /** When to remind, by the position in the state's `remind`; those sent are gone from here. */
  remind?: { [n: string]: Instant };
};
export type ConsultPlace = {
  id: string;
  agency: string;
  office: string;
  role: string;
  by: Instant;
  asked: Instant;
  fields: Pointer[];
  answered?: Instant;
};
export type TaskPlace = Waits & {
  kind: 'task';
  agency: string;
  office: string;
  role: string;
  assign: string;
  claimedBy?: string;
  /** From when on its officer is drawn; nobody may claim it until then. */
  draw?: Instant;
  /** Who had it and gave it back: the draw does not fall on them again. */
  gaveBack?: string;
  /** A role that was told of the delay and may act too. */
  raisedTo?: string;
  consults?: { [id: string]: ConsultPlace };
};
export type PartyPlace = Waits & {
  kind: 'party';
  /** Key of the party in the case (`applicant`, `owner/2`). */
  party: string;
  /** The fields of the form that are open to it. */
  open: Pointer[];
};
/** Asked of a connector: `call`, `pay`, `sign`, `issue`, `reserve`, `start`, `publish`, `collect`. */
export type AskPlace = Waits & {
  kind: 'ask';
  connector: string;
  /** Effects still to be answered, in order (`issue` may have two: document, then record). */
  pending: string[];
  /** What is asked, without personal data. */
  ask: JsonObject;
  as?: string;
  /** `issue`: the record is made, the document is awaited; `collect`: it is closed, what came is awaited. */
  stage?: 'document' | 'closed';
  /** `start`: the started cases that have ended. */
  ended?: string[];
  /** Until when the connector tries again (`retryFor`). */
  until?: Instant;
};
export type WaitPlace = Waits & { kind: 'wait'; until?: Instant; event?: { connector: string } };
/** `parallel` and `each`: its branches or items wait inside. */
export type GroupPlace = Waits & {
  kind: 'group';
  /** `each` of a long list: the items not opened yet, and when the next of them are. */
  next?: { at: Instant; items: string[] };
};
export type Place = TaskPlace | PartyPlace | AskPlace | WaitPlace | GroupPlace;
