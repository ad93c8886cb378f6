import type {
  Case,
  CaseEvent,
  FileVersion,
  JsonObject,
  Origin,
  TaskEntry,
  Text,
  Through,
} from '#core/case/types.ts';

/** The snapshot of a case. `seq` guards every write. */
export type SnapshotItem = {
  pk: string;
  sk: 'snapshot';
  seq: number;
  head: string;
  changedAt: string;
  case: Case;
  /** Keys of the index of open cases; absent once it has ended. */
  opk?: string;
  osk?: string;
};
export type EventItem = { pk: string; sk: string; event: CaseEvent };
/** Personal data of an event with their salt: erasable. */
export type DataItem = { pk: string; sk: string; data: JsonObject; salt: string };
/** A line of the index `tasks`: at most 1 KB, nothing personal. */
export type TaskCard = TaskEntry & { case: string };
/** A line of the index `people` as it is kept: of a party, or of a public reference. Its sort key says when the case changed. */
export type KeptCard = Omit<CaseCard, 'changedAt'>;
/** A line of the index `people` as it is read. */
export type CaseCard = {
  kind: 'draft' | 'application';
  case: string;
  service: string;
  title: Text;
  reference?: string;
  state?: Text;
  outcome?: string;
  revoked?: true;
  changedAt: string;
  asked?: boolean;
  due?: string;
};
/** A draft: replaced by a conditional put, never an event. */
export type DraftItem = {
  pk: string;
  sk: 'draft';
  /** Counts the saves: its ETag. */
  version: number;
  person: string;
  definition: string;
  language: string;
  through?: Through;
  /** What it is about, and the case that it comes from. */
  about?: JsonObject;
  origin?: Origin;
  form: JsonObject;
  /** A file was announced for it: they lie in items of their own, asked for only then. */
  hasFiles?: true;
  savedAt: string;
  ppk: string;
  psk: string;
  card: KeptCard;
  /** Seconds since 1970: retention of drafts. */
  ttl: number;
};
/** A file that was announced for a draft or case and that no case has taken yet. */
export type FileItem = {
  pk: string;
  sk: string;
  file: FileVersion;
  /** Key of the person who announced it. */
  person: string;
  /** Seconds since 1970. */
  ttl: number;
};
/** What an intention was answered; another request under its key is refused. */
export type OnceItem = {
  pk: string;
  sk: 'answer';
  request: string;
  answer: { status: number; body: unknown };
  ttl: number;
};
