import { consumer } from '../consumer.ts';
import { givenUp } from '../failed.ts';
import { send } from './send.ts';
import type { CasesEffect } from './types.ts';

/** What cases tell each other; from the connector's queue. */
export const handler = consumer<CasesEffect>(() => ({
  send: (effect) => send(effect),
  gaveUp: (effect, code) =>
    effect.kind === 'start' || effect.kind === 'collect' ? givenUp(effect, code) : null,
  tryUntil: (effect) => ('until' in effect ? (effect.until ?? null) : null),
  // the end of a case must not overtake its beginning
  holdDead: true,
}));
