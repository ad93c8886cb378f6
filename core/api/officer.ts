import type { Identity, Mark, Submission, Through } from '#core/case/types.ts';
import type { Json, JsonObject } from '#core/flow/types.ts';
import type { FormDefinition } from '#core/form/types.ts';
import type { AccessView, FileView, Text } from './common.ts';

export type GroundView = { id: string; title: Text; act: string; mend?: Text };
/** An action of a task, as the definition states it and this case allows it now. */
export type TaskActionView = {
  id: string;
  title: Text;
  reason?: boolean;
  explain?: boolean;
  marks?: boolean;
  grounds?: GroundView[];
  confirm?: Text;
  /** How many times it may still be taken; absent where there is no limit. */
  left?: number;
};
export type ConsultView = {
  id: string;
  agency: string;
  office: string;
  role: string;
  by: string;
  question?: string;
  opinion?: string;
  mine?: boolean;
};
/** A task of a case. `mine`: this officer has claimed it; `may`: what this officer may do with it. */
export type TaskView = {
  path: string;
  state: string;
  title: Text;
  say?: Text;
  agency: string;
  office: string;
  role: string;
  due?: string;
  overdue: boolean;
  claimedBy?: string;
  claimedByName?: string;
  mine: boolean;
  may: string[];
  actions: TaskActionView[];
  form?: FormDefinition;
  edits?: string[];
  /** Pages whose fields may be marked, by action. */
  markable?: { [action: string]: string[] };
  consults?: ConsultView[];
};
export type PartyView = {
  key: string;
  party: string;
  title?: Text;
  /** Absent where the role may not know it, or it is not known yet: `withheld` says which. */
  name?: string;
  withheld?: true;
  through?: Through;
  /** Who acts for them. */
  representative?: string;
  asked: boolean;
  due?: string;
  answer?: { title: Text; at: string; reason?: string };
};
/** A case as an officer may see it: by the `sees` of the role. */
export type CaseView = {
  id: string;
  service: string;
  serviceTitle: Text;
  reference: string;
  title: Text;
  submittedAt: string;
  channel: string;
  term?: { due: string; paused?: { since: string }; overdue?: boolean; extended: number };
  outcome?: { title: Text; kind: string; at: string };
  frame: Pick<FormDefinition, 'schema' | 'ui' | 'texts' | 'pages'>;
  form: JsonObject;
  changes: { pointer: string; from: Json; to: Json; at: string; by?: string }[];
  marks: Mark[];
  files: FileView[];
  documents: IssuedView[];
  /** What other systems answered, by the frame that their definition gives; or why they did not. */
  answers: {
    as: string;
    title?: Text;
    at?: string;
    result?: Json;
    failed?: string;
    frame?: Pick<FormDefinition, 'schema' | 'texts'>;
  }[];
  parties: PartyView[];
  tasks: TaskView[];
  notes: { at: string; from: string; to?: string; text: string }[];
  history: HistoryView[];
  may: string[];
  /** When the decision was revoked. */
  revoked?: string;
  /** Grounds in law of what may be done after the decision. */
  after?: { revoke?: GroundView[]; reopen?: GroundView[] };
};
/** A document that the case issued. `state`: what became of it, absent while it holds. */
export type IssuedView = {
  id: string;
  title: Text;
  at: string;
  number?: string;
  file?: string;
  state?: 'revoked' | 'replaced';
};
export type HistoryView = { seq: number; at: string; title: Text; by?: string; text?: string };
/** That an officer saw a case, as whoever audits its office reads it. */
export type AuditView = AccessView & { person: string; name?: string };
/** A case opened at the counter for a person present. */
export type OpenForBody = Pick<Submission, 'form' | 'language' | 'channel' | 'through' | 'represents'> & {
  applicant: Omit<Identity, 'person'>;
  signed?: { by: 'ink'; file: string } | { by: 'device' };
};
/** An action of a task. */
export type TaskAct = {
  reason?: string;
  grounds?: string[];
  explain?: string;
  marks?: Mark[];
  data?: JsonObject;
  changes?: { [pointer: string]: Json };
};
export type TransferBody = { agency: string; office: string; role?: string; reason: string };
export type AssignBody = { person: string };
export type ConsultBody = {
  agency: string;
  office: string;
  role: string;
  question: string;
  by: string;
  fields: string[];
};
export type OpinionBody = { opinion: string };
export type ReasonBody = { reason: string };
export type GroundsBody = { reason: string; grounds: string[] };
/** A mistake in a decided case is mended: fields of the form by pointer. */
export type CorrectBody = { changes: { [pointer: string]: Json }; reason: string };
