import type { Instant, Json, JsonObject, Path } from '#core/flow/types.ts';
import type { Origin } from './origin.ts';

type Common = {
  /** `<case>/<event seq>/<n>`: stable, so that a repeat does no harm. */
  id: string;
  /** Connector definition whose queue it goes to. */
  connector: string;
  at: Instant;
  case: string;
  reference: string;
  service: string;
  /** Hash of the bundle the case runs on (`bundles/<hash>.json`). */
  definition: string;
  /** The place that waits for the answer; absent where none does (messages). */
  path?: Path;
  /** When the case stops waiting; a connector gives up by then. */
  until?: Instant;
};

/** A document that goes with a letter: its file in S3, and what it is called there and in words. */
export type Attached = { name: string; title: string; key: string; sha256: string; version?: string };
/** An e-mail, SMS or notice. Address, subject and body are personal data. `missing`: titles of documents that were not issued. */
export type MessageEffect = Common & {
  kind: 'message';
  channel: string;
  message: string;
  to: string;
  language: string;
  attach?: Attached[];
  missing?: string[];
  data: { address?: { email?: string; phone?: string }; subject: string; body: string };
};
/** A question to another system. Answered with `callAnswered` or `callFailed`. */
export type CallEffect = Common & {
  kind: 'call' | 'pay' | 'sign' | 'reserve' | 'start' | 'publish' | 'collect';
  /** What the state says beside its input, without personal data (amount, purpose, …). */
  ask: JsonObject;
  data: { input: Json };
};
/** Draw, number, seal and keep a document of the definition. Answered with `callAnswered` { document, number, key, sha256, issuedAt, pages }. */
export type DocumentEffect = Common & {
  kind: 'document';
  document: string;
  language: string;
  agency: string;
  office: string;
  /** It takes the place of one that was issued before, and says so. */
  duplicate?: true;
  /** Personal data: the values that the document's expressions may use. */
  data: { names: JsonObject };
};
/** Create, change, close or revoke a record of a registry. Answered with `callAnswered` { registry, key, version }. */
export type RecordEffect = Common & {
  kind: 'record';
  do: 'create' | 'change' | 'close' | 'revoke';
  registry: string;
  data: { key: Json; record?: JsonObject };
};
/** Pay back what was paid. Nobody waits for it; what fails is dead and a person's matter. */
export type RefundEffect = Common & {
  kind: 'refund';
  effect: string;
  data: { payment: string; amount: number };
};
/** A draft of another service is opened for a person: a complaint about this case, a renewal of it. */
export type BeginEffect = Common & {
  kind: 'begin';
  /** The service. */
  to: string;
  origin: Origin;
  language: string;
  data: { identity: JsonObject; about: JsonObject; form: JsonObject };
};
/** The case that this one comes from is told of it. `outcome` and `ended` (its kind) where it has ended. */
export type ReportEffect = Common & {
  kind: 'report';
  origin: Origin;
  what: 'submitted' | 'ended';
  outcome?: string;
  ended?: string;
  /** What a collection needs of what was submitted. */
  data: JsonObject;
};
/** A document has no force, or has again: the decision is appealed. */
export type SuspendEffect = Common & {
  kind: 'suspend';
  effect: string;
  on: boolean;
  data: Record<string, never>;
};
/** Take back what was asked (a cancelled payment, reservation, call). */
export type CancelEffect = Common & {
  kind: 'cancel';
  effect: string;
  /** What was asked, where that says what is to be taken back. */
  ask?: JsonObject;
  data: Record<string, never>;
};

/**
 * Something that the outside world must be told. `data` is personal: the store keeps it in an item of its own that is deleted
 * once the effect is done; everything else may be logged.
 */
export type Effect =
  | MessageEffect
  | CallEffect
  | DocumentEffect
  | RecordEffect
  | RefundEffect
  | BeginEffect
  | ReportEffect
  | SuspendEffect
  | CancelEffect;
