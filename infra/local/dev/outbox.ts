import { dynamo } from '../engine/call.ts';
import { isObject, type JsonObject, list, object, text } from '../template/json.ts';
import type { Developed } from './developed.ts';

/** An item of the outbox as the page shows it: what, where, in which state and why; never what it carries. */
export type Entry = {
  outbox: string;
  effect: string;
  state: string;
  attempts: string;
  next: string;
  /** Until when a function holds it. */
  held: string;
  reason: string;
};

const plain = (value: unknown): string => {
  const { S, N, BOOL } = object(value);
  return text(S) || text(N) || (BOOL === undefined ? '' : String(BOOL));
};

async function outboxItems(engineUrl: string, TableName: string): Promise<JsonObject[]> {
  const items: JsonObject[] = [];
  let start: JsonObject | undefined;
  do {
    const page = await dynamo(engineUrl, 'Scan', {
      TableName,
      FilterExpression: 'begins_with(pk, :outbox)',
      ExpressionAttributeValues: { ':outbox': { S: 'o#' } },
      ...(start ? { ExclusiveStartKey: start } : {}),
    });
    items.push(...list(page.Items).map(object));
    start = isObject(page.LastEvaluatedKey) ? page.LastEvaluatedKey : undefined;
  } while (start);
  return items;
}

/** The latest entries of the outbox, what still waits or is dead first. */
export async function outbox(stack: Developed, most = 200): Promise<Entry[]> {
  const TableName = stack.world.parameters.get('/kladka/cases-table');
  if (!TableName) return [];
  return (await outboxItems(stack.engineUrl, TableName))
    .map((item) => ({
      outbox: plain(item.pk),
      effect: plain(item.sk),
      state: plain(item.state) || plain(item.status) || (item.dead ? 'dead' : item.done ? 'done' : 'waiting'),
      attempts: plain(item.attempts),
      next: plain(item.nextAt) || plain(item.dsk),
      held: plain(item.lease),
      reason: plain(item.reason),
    }))
    .sort((a, b) => Number(a.state === 'done') - Number(b.state === 'done') || (a.next < b.next ? 1 : -1))
    .slice(0, most);
}
