import type { IncomingMessage } from 'node:http';
import { AwsError } from './error.ts';

/** Reads a request's body; stops reading above `most` bytes. Throws AwsError 413 then. */
export async function readBody(request: IncomingMessage, most: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const bytes: Buffer = part;
    size += bytes.length;
    if (size > most) throw new AwsError(413, 'RequestEntityTooLarge', 'The request is too large.');
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}
