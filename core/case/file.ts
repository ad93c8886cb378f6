import type { Instant, Pointer } from '#core/flow/types.ts';

/** One version of a file in S3: scan, view and evidence always name the version. */
export type FileVersion = {
  id: string;
  /** Where in the form it was uploaded (`/proof`). */
  at: Pointer;
  name: string;
  key: string;
  version: string;
  sha256: string;
  /** Bytes. */
  size: number;
  /** Media type. */
  type: string;
  scan: 'pending' | 'clean' | 'infected' | 'mismatch';
  uploadedAt?: Instant;
};
/** `mismatch`: the content is not of the declared type. */
export type FileVerdict = { verdict: 'clean' | 'infected' | 'mismatch'; detail?: string };
