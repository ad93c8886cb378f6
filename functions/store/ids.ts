import { randomBytes, randomInt } from 'node:crypto';
import { v7 } from 'uuid';
import { reference } from '#core/case/reference.ts';
import type { Ids } from '#core/case/types.ts';

/** Identifiers as the world draws them; the core is given them. */
export const ids: Ids = {
  uuid: () => v7(),
  reference: () => reference(String(randomInt(0, 10_000_000_000)).padStart(10, '0')),
  salt: () => randomBytes(16).toString('hex'),
};
