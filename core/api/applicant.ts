import type { Mark, Through } from '#core/case/types.ts';
import type { Json, JsonObject } from '#core/flow/types.ts';
import type { FileView, Text } from './common.ts';

/** Opens a draft. */
export type DraftAsked = { language?: string; through?: Through };
/** Replaces what a draft holds (`If-Match` is required). */
export type DraftSaved = { form: JsonObject; language?: string; through?: Through };
/** A draft, opened to be filled in. `names`: what the form's expressions see beside `form`. */
export type DraftView = {
  kind: 'draft';
  id: string;
  service: string;
  /** The bundle that it was saved under. */
  definition: string;
  form: JsonObject;
  names: JsonObject;
  /** The definition has changed since it was saved. */
  changed?: boolean;
  files: FileView[];
  language: string;
  through?: Through;
  savedAt: string;
};
/** What a party can do in the state that waits for it. */
export type PartyActionView = { id: string; title: Text; reason?: boolean };
/** What is asked of a party: its actions, the marked fields, by when. */
export type WaitingView = {
  path: string;
  state: string;
  title: Text;
  due?: string;
  actions: PartyActionView[];
  /** Fields that may be changed. */
  open: string[];
  marks?: Mark[];
  pages?: string[];
  /** What the officer wrote. */
  reason?: string;
};
/** A case as one of its parties sees it. */
export type ApplicationView = {
  kind: 'application';
  id: string;
  service: string;
  title: Text;
  reference: string;
  /** Key of the party that looks. */
  party: string;
  state?: { id: string; title: Text };
  outcome?: { kind: string; title?: Text; say?: Text };
  submittedAt: string;
  changedAt: string;
  /** When it is to be decided. */
  deadline?: string;
  paused?: boolean;
  form: JsonObject;
  names: JsonObject;
  files: FileView[];
  waiting?: WaitingView;
  timeline: { at: string; title: Text; detail?: Text | string }[];
  /** Documents that were issued; `state` says what became of one that holds no more. */
  documents: {
    id: string;
    title: Text;
    number?: string;
    issuedAt?: string;
    file?: string;
    state?: 'revoked' | 'replaced';
  }[];
  /** When the decision was revoked. */
  revoked?: string;
  /** In what right the applicant's representative applied, and for whom, where someone did. */
  represented?: { through: Through; name: string };
  notes: { at: string; from: string; text: string }[];
  canWithdraw: boolean;
};
/** What a submission came to. */
export type Submitted = { id: string; reference: string; submittedAt: string };
/** An action of a party's state. */
export type PartyAct = {
  path?: string;
  reason?: string;
  changes?: { [pointer: string]: Json };
  data?: JsonObject;
};
export type MessageBody = { text: string; to?: string };
export type WithdrawBody = { reason?: string };
/** A command was accepted; the case now stands at `seq`. */
export type Accepted = { id: string; reference: string; seq: number };
/** One line of «My applications». */
export type MineEntry = {
  kind: 'draft' | 'application';
  id: string;
  service: string;
  title: Text;
  reference?: string;
  state?: Text;
  outcome?: string;
  changedAt: string;
  /** Something is asked of this person. */
  waiting?: boolean;
  due?: string;
};
