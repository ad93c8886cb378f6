import { fileTypeFromBuffer } from 'file-type';
import type { FileVerdict } from '#core/case/file.ts';

/** The test file that every scanner knows, in two pieces so that no scanner takes this source for it. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** Types that have no magic bytes: what is told from content is only that it is text. */
const PLAIN = new Set([
  'text/plain',
  'text/csv',
  'application/json',
  'application/xml',
  'text/xml',
  'image/svg+xml',
]);

/** Types by other names that mean the same. */
const SAME: Record<string, string> = {
  'image/jpg': 'image/jpeg',
  'image/heif': 'image/heic',
  'application/x-pdf': 'application/pdf',
  'audio/x-m4a': 'video/mp4',
};

const named = (type: string): string => {
  const plain = type.split(';')[0]?.trim().toLowerCase() ?? '';
  return SAME[plain] ?? plain;
};

/** Text in UTF-8 without control characters but line breaks and tabs. */
function isText(content: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    return !/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text);
  } catch {
    return false;
  }
}

/** Whether the scanner at hand knows the content as harmful. On the laptop that is the test file only. */
export const isInfected = (content: Buffer): boolean =>
  content.includes(EICAR, 0, 'latin1') || content.includes(EICAR, 0, 'utf16le');

/** A file's verdict: harmful, not of the type it was said to be, or clean. `detail` names the type found. */
export async function verdictOf(content: Buffer, declared: string): Promise<FileVerdict> {
  if (isInfected(content)) return { verdict: 'infected' };
  const wanted = named(declared);
  const found = await fileTypeFromBuffer(content);
  if (found) {
    const type = named(found.mime);
    return type === wanted ? { verdict: 'clean' } : { verdict: 'mismatch', detail: type };
  }
  if (content.length > 0 && PLAIN.has(wanted) && isText(content)) return { verdict: 'clean' };
  return { verdict: 'mismatch', detail: content.length === 0 ? 'empty' : 'unknown' };
}
