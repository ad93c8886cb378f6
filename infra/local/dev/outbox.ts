import { dynamo } from '../engine/call.ts';
import { list, object, text } from '../template/json.ts';
import type { Developed } from './developed.ts';

/** An item of the outbox as the page shows it: what, where, in which state; never what it carries. */
export type Entry = { outbox: string; effect: string; state: string; attempts: string; next: string };

const plain = (value: unknown): string => {
  const { S, N, BOOL } = object(value);
  return text(S) || text(N) || (BOOL === undefined ? '' : String(BOOL));
};

/** The latest entries of the outbox, what still waits or is dead first. */
export async function outbox(stack: Developed, most = 200): Promise<Entry[]> {
  const TableName = stack.world.parameters.get('/kladka/cases-table');
  if (!TableName) return [];
  const given = await dynamo(stack.engineUrl, 'Scan', {
    TableName,
    FilterExpression: 'begins_with(pk, :outbox)',
    ExpressionAttributeValues: { ':outbox': { S: 'o#' } },
  });
  return list(given.Items)
    .map(object)
    .map((item) => ({
      outbox: plain(item.pk),
      effect: plain(item.sk),
      state: plain(item.state) || plain(item.status) || (item.dead ? 'dead' : item.done ? 'done' : 'waiting'),
      attempts: plain(item.attempts),
      next: plain(item.nextAt) || plain(item.dsk),
    }))
    .sort((a, b) => Number(a.state === 'done') - Number(b.state === 'done') || (a.next < b.next ? 1 : -1))
    .slice(0, most);
}
