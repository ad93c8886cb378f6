import { QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Listed } from '#core/api/types.ts';
import type { TaskCard } from './items.ts';
import { BadCursor } from './lists.ts';
import type { CaseStore } from './load.ts';
import { fromItem, toItem } from './stored.ts';

/** Lines a page. */
const PAGE = 50;
type Line = { tsk: string; card: TaskCard };

async function after(
  { client, table }: CaseStore,
  at: string,
  past: string,
  limit: number,
): Promise<{ lines: Line[]; more: boolean }> {
  const { Items, LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName: table,
      IndexName: 'tasks',
      KeyConditionExpression: 'tpk = :at AND tsk > :past',
      ExpressionAttributeValues: toItem({ ':at': at, ':past': past }),
      Limit: limit,
    }),
  );
  return {
    lines: (Items ?? []).map((item) => fromItem<Line>(item)),
    more: LastEvaluatedKey !== undefined,
  };
}

function opened(cursor: string | undefined): string {
  // before every key: they begin with a digit
  if (cursor === undefined) return ' ';
  const past = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!/^\d{4}[^#]*#[^#]+#.+$/.test(past) || past.length > 600)
    throw new BadCursor('not a cursor of this list');
  return past;
}

/**
 * Tasks of several roles and offices (`taskIndex`) as one list, the most urgent first. The cursor is the sort key of the
 * last line: due day, case and path, the same in every list.
 * @throws BadCursor
 */
export async function tasksOver(
  store: CaseStore,
  places: readonly string[],
  cursor?: string,
): Promise<Listed<TaskCard>> {
  const past = opened(cursor);
  const lists = await Promise.all(places.map((at) => after(store, at, past, PAGE)));
  const all = lists.flatMap(({ lines }) => lines).sort((one, other) => (one.tsk < other.tsk ? -1 : 1));
  const shown = all.slice(0, PAGE);
  const last = shown.at(-1);
  const more = all.length > PAGE || lists.some((list) => list.more);
  return {
    items: shown.map(({ card }) => card),
    ...(more && last ? { cursor: Buffer.from(last.tsk).toString('base64url') } : {}),
  };
}

/** Every task of one role in one office as far as `most`; `more` where there are others. */
export async function everyTask(
  store: CaseStore,
  at: string,
  most = 1000,
): Promise<{ tasks: TaskCard[]; more: boolean }> {
  const { lines, more } = await after(store, at, ' ', most);
  return { tasks: lines.map(({ card }) => card), more };
}
