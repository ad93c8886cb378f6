import { createHash } from 'node:crypto';
import type { Attached, MessageEffect } from '#core/case/effect.ts';
import type { Paper } from './types.ts';

/**
 * The most that goes with one letter, in bytes: 7 MB. SES takes 40 MB, but many a mailbox takes 10 MB, of which base64 and the
 * letter itself use more than a quarter. What is larger stays in the case, and the letter says so.
 */
export const MOST_ATTACHED = 7_000_000;

/** The file of an issued document; null where it is larger than `most` bytes. Throws what S3 answered. */
export type ReadPaper = (of: Attached, most: number) => Promise<Uint8Array | null>;

/** What goes with a letter, and the titles of what does not. */
export type Papers = { papers: Paper[]; tooLarge: string[]; missing: string[] };

/** The file is not the one that was issued. */
export class PaperChanged extends Error {
  override name = 'PaperChanged';
  readonly code = 'paperChanged';
}

/** Reads the documents of a letter, those that fit. @throws PaperChanged where a file is not what was issued */
export async function papersOf(effect: MessageEffect, read: ReadPaper): Promise<Papers> {
  const found: Papers = { papers: [], tooLarge: [], missing: effect.missing ?? [] };
  let left = MOST_ATTACHED;
  for (const one of effect.attach ?? []) {
    const content = await read(one, left);
    if (content === null) {
      found.tooLarge.push(one.title);
      continue;
    }
    if (createHash('sha256').update(content).digest('hex') !== one.sha256)
      throw new PaperChanged(`${one.key} is not the file that was issued`);
    left -= content.byteLength;
    found.papers.push({ name: one.name, title: one.title, content });
  }
  return found;
}
