import { client } from '../../store/tables.ts';
import { consumer } from '../consumer.ts';
import { setting } from '../definition.ts';
import { news } from './news.ts';
import { type PublishEffect, send } from './send.ts';

/** Announcements of cases; from the connector's queue. */
export const handler = consumer<PublishEffect>(() => {
  const kept = news(client, setting('KLADKA_PLATFORM'));
  return {
    send: (effect) => send(effect, kept),
    // a case waits for its announcement: one that cannot be written is a person's matter
    gaveUp: () => null,
    tryUntil: () => null,
    holdDead: false,
  };
});
