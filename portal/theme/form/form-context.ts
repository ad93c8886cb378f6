import type { Language } from '../language.tsx';

/** A file as the form holds it (the shared part `file`). Size in bytes. */
export interface FileEntry {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly type?: string;
  readonly sha256?: string;
}

/** Whether a file was scanned yet; nothing is readable before it is `clean`. */
export type Scan = 'pending' | 'clean' | 'infected' | 'mismatch';

/** What came of an upload: the entry to put into the form, or why not (ready to be read). */
export type Uploaded =
  | { readonly ok: true; readonly file: FileEntry }
  | { readonly ok: false; readonly why: string };

/** A place in the territory tree (KATOTTG). `category`: O, K, P, H, M, T, C, X or B. */
export interface Territory {
  readonly code: string;
  readonly name: string;
  readonly category: string;
}

/** Values that are offered for empty fields, by pointer, as they are read. */
export interface Offers {
  readonly said: Readonly<Record<string, string>>;
  readonly take: (pointer: string) => void;
}

/** What widgets need of the page around the form. */
export interface FormContext {
  readonly language: Language;
  /** The words of choices that data gave, by field and value: put in by the form itself. */
  readonly words?: Map<string, string>;
  /** The page's heading: a group of the same name does not say it again. */
  readonly heading?: string;
  readonly offers?: Offers;
  /** Sends one file; `progress` is told 0..1. `at` is the pointer of the field. */
  readonly upload?: (
    at: string,
    file: File,
    progress: (share: number) => void,
    signal: AbortSignal,
  ) => Promise<Uploaded>;
  /** What is known of the scan of a file. */
  readonly scans?: Readonly<Record<string, Scan>>;
  /** The places right under a parent; `''` asks for the regions. Rejects when offline. */
  readonly territories?: (parent: string) => Promise<readonly Territory[]>;
}
