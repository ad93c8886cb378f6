import { itemOfEvent, noteHeard, type OutboxStore, outboxKey } from './outbox.ts';

/** What the outside told by itself of an effect (`<case>/<event>/<n>`): what a later try must know. */
export type Heard = { effect: string; value: string };

/**
 * Notes at an effect what was heard of it, so that the next try knows, whoever works on it now.
 * @returns the outbox key to go on with; null where the effect is done already or unknown
 */
export async function hear(
  store: OutboxStore,
  connector: string,
  heard: Heard,
  now: string,
): Promise<string | null> {
  const [, kase = '', event = ''] = /^([^#/]+)\/(\d+)\/\d+$/.exec(heard.effect) ?? [];
  if (!kase) return null;
  const pk = outboxKey(connector, kase);
  const item = await itemOfEvent(store, pk, Number(event));
  if (item?.effects[item.done]?.id !== heard.effect) return null;
  return (await noteHeard(store, item, heard, now)) ? pk : null;
}
