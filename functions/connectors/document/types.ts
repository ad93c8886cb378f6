import type { CancelEffect, DocumentEffect, SuspendEffect } from '#core/case/effect.ts';

/** What the document connector is asked to do: issue a document, or revoke or suspend one by the effect that issued it. */
export type PaperEffect = DocumentEffect | SuspendEffect | CancelEffect;

type Text = { [language: string]: string };

/**
 * A document as the platform table keeps it (`document#<id>`, `head`). What verification shows and nothing more:
 * `shows` are the values that the definition makes public.
 */
export type DocumentItem = {
  id: string;
  /** Effect that asked for it. */
  effect: string;
  service: string;
  case: string;
  /** Name in the definition. */
  document: string;
  title: Text;
  agency: Text;
  number: string | null;
  issuedAt: string;
  validUntil: string | null;
  verify: boolean;
  shows: { title: Text; value: string }[];
  /** `drawn`: it has its number; `issued`: the file is sealed and kept; `revoked`. */
  state: 'drawn' | 'issued' | 'revoked';
  language: string;
  file?: { key: string; version: string; sha256: string; size: number; pages: number };
  /** ECDSA signature (P-256, SHA-256) of the file's hash by the seal key, base64. */
  signature?: string;
  revokedAt?: string;
  /** Since when it has no force: the decision is appealed. */
  suspendedAt?: string;
};

/** What a document is made and kept with. */
export type Workshop = {
  origin: string;
  /** The bundle of a case by its hash. */
  bundle(hash: string): Promise<import('#core/definition/types.generated.ts').Service | null>;
  /** Keeps a file; the answer is its version. */
  keep(key: string, file: Buffer, sha256: string): Promise<string>;
  /** Signs a SHA-256 with the seal key. */
  seal(sha256: Buffer): Promise<string>;
  papers: Papers;
  /** The pictures of an agency's look, as its definition holds them (`data:` addresses). */
  look(agency: string): Promise<{ logo?: string; emblem?: string }>;
  /** The bytes of an attached file; null where it is gone. */
  attached(key: string, version: string): Promise<Buffer | null>;
  /** What the places are called whose codes stand in values, by their codes. */
  places(values: unknown, language: string): Promise<{ [code: string]: string }>;
};

/** The documents issued and their counters. */
export type Papers = {
  get(id: string): Promise<DocumentItem | null>;
  /** Puts the item with a number of its counter, or answers the one already there: never two numbers for one document. */
  draw(item: DocumentItem, counter: string | null, number: (n: number) => string): Promise<DocumentItem>;
  /** Writes what sealing added; does nothing where it is revoked. */
  issued(id: string, what: Pick<DocumentItem, 'file' | 'signature'>): Promise<void>;
  revoke(id: string, at: string): Promise<void>;
  /** Takes its force away for a while (`at`), or gives it back (null). */
  suspend(id: string, at: string | null): Promise<void>;
};
