/** Text in every language of a definition: `{ uk, en }`. */
export type Text = { [language: string]: string };
/** A page of a list; `cursor` asks for the next, absent on the last. */
export type Listed<T> = { items: T[]; cursor?: string };
/** One field's mistake: where in the body (RFC 6901), and what to do about it. */
export type FieldError = { pointer: string; code?: string; message: Text };
/** Every answer that is an error (RFC 9457, `application/problem+json`). `title` and `detail` are in the language asked for. */
export type ProblemBody = {
  type: string;
  status: number;
  /** Stable: what a client may lean on. */
  code: string;
  title: string;
  detail?: string;
  errors?: FieldError[];
};
/** A file and its scan; nothing is readable before `clean`. */
export type FileView = {
  id: string;
  at: string;
  name: string;
  /** Bytes. */
  size: number;
  /** Media type. */
  type: string;
  scan: 'pending' | 'clean' | 'infected' | 'mismatch';
};
/** Announces a file before it is sent. `sha256`: hex of the content. */
export type UploadAsked = { at: string; name: string; type: string; size: number; sha256: string };
/** Where the browser posts the file (multipart form, `fields` first, `file` last), and how it stands in the application. */
export type UploadGrant = { file: FileView; url: string; fields: { [name: string]: string } };
/** An address in S3 that lives for a minute. */
export type FileLink = { url: string; name: string };
/** That an officer saw the case: one an officer and day. Who it was is known to the agency, not to the party. */
export type AccessView = { at: string; agency: Text; office: Text; role: Text; purpose: Text };
