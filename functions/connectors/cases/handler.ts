import { client } from '../../store/tables.ts';
import { consumer } from '../consumer.ts';
import { setting } from '../definition.ts';
import { givenUp } from '../failed.ts';
import { collections } from './collections.ts';
import { send } from './send.ts';
import type { CasesEffect } from './types.ts';

/** What cases tell each other; from the connector's queue. */
export const handler = consumer<CasesEffect>(() => {
  const kept = collections(client, setting('KLADKA_PLATFORM'));
  return {
    send: (effect) => send(effect, kept),
    gaveUp: (effect, code) =>
      effect.kind === 'start' || effect.kind === 'collect' ? givenUp(effect, code) : null,
    tryUntil: (effect) => ('until' in effect ? (effect.until ?? null) : null),
    // the end of a case must not overtake its beginning
    holdDead: true,
  };
});
