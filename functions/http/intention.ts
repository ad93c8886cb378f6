import { createHash } from 'node:crypto';

/** The hash of an intention (who, what, where, under which key), or of what was asked; hex. */
export const intention = (...parts: unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');
