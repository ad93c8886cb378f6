import type { IncomingMessage } from 'node:http';
import { AwsError } from './error.ts';

/** Reads a request's body; stops reading above `most` bytes. Throws AwsError 413 then. */
export function readBody(request: IncomingMessage, most: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  return new Promise((done, failed) => {
    const take = (part: Buffer): void => {
      size += part.length;
      parts.push(part);
      if (size <= most) return;
      request.off('data', take).pause(); // Node lets the rest go by when the answer is out
      failed(new AwsError(413, 'RequestEntityTooLarge', 'The request is too large.'));
    };
    request.on('data', take);
    request.once('end', () => done(parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts)));
    request.once('error', failed);
    request.once('close', () => {
      if (!request.complete) failed(new AwsError(400, 'IncompleteBody', 'The request broke off.'));
    });
  });
}
