import { setTimeout as sleep } from 'node:timers/promises';
import { consumer } from '../consumer.ts';
import { milliseconds } from '../definition.ts';
import { givenUp } from '../failed.ts';
import { secretHeaders } from '../secret.ts';
import { breaker } from './breaker.ts';
import { carry } from './carry.ts';
import { send } from './send.ts';
import type { RestEffect } from './types.ts';

/** Questions of cases to another system over HTTP; from the connector's queue. */
export const handler = consumer<RestEffect>((definition) => {
  const limits = definition.breaker
    ? { failures: definition.breaker.failures, waitMs: milliseconds(definition.breaker.wait) }
    : null;
  const given = {
    definition,
    address: process.env.KLADKA_CONNECTOR_ADDRESS ?? definition.address,
    timeoutMs: milliseconds(definition.timeout ?? 'PT10S'),
    carry,
    breaker: breaker(limits, Date.now),
    wait: (ms: number) => sleep(ms),
    secretHeaders: () => secretHeaders(definition),
  };
  return {
    send: (effect) => send(effect, given),
    // nobody waits for a refund: one that fails is dead, and a person's matter
    gaveUp: (effect, code) => ('ask' in effect && effect.kind !== 'cancel' ? givenUp(effect, code) : null),
    tryUntil: (effect) => ('until' in effect ? (effect.until ?? null) : null),
    holdDead: false,
    looksUp: true,
  };
});
