import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { holds } from '#core/case/rights.ts';
import type { Case, Colleague, Command, TaskPlace } from '#core/case/types.ts';
import { appointedTo, type PlatformStore } from './appointments.ts';
import type { TaskCard } from './items.ts';
import { taskIndex } from './keys.ts';
import type { CaseStore } from './load.ts';
import { fromItem, toItem } from './stored.ts';

/**
 * From whom the officer of a task is drawn: everyone whose appointment to its role and office is in force, each with how many
 * open tasks of that role and office they have. Undefined where nobody is to be drawn. The index is a moment behind: of two
 * tasks drawn at once both may go to the same officer.
 */
export async function staffFor(
  stores: { cases: CaseStore; platform: PlatformStore },
  command: Command,
  kase: Case | null,
  now: string,
): Promise<readonly Colleague[] | undefined> {
  if (command.type !== 'timerFired' || command.kind !== 'draw') return undefined;
  const place = kase?.places[command.path];
  if (place?.kind !== 'task') return undefined;
  const appointed = (await appointedTo(stores.platform, place)).filter((one) => holds(one, now));
  // at random nobody's tasks count, and a role of thousands of tasks need not be read
  const open = place.assign === 'leastLoaded' ? await openTasks(stores.cases, place) : new Map();
  return appointed.map(({ person }) => ({ person, open: open.get(person) ?? 0 }));
}

/** How many open tasks of one role in one office each officer has. */
async function openTasks({ client, table }: CaseStore, at: TaskPlace): Promise<Map<string, number>> {
  const open = new Map<string, number>();
  let start: QueryCommand['input']['ExclusiveStartKey'];
  do {
    const { Items, LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'tasks',
        KeyConditionExpression: 'tpk = :at',
        ExpressionAttributeValues: toItem({ ':at': taskIndex(at) }),
        ...(start ? { ExclusiveStartKey: start } : {}),
      }),
    );
    for (const item of Items ?? []) {
      const { claimedBy } = fromItem<{ card: TaskCard }>(item).card;
      if (claimedBy !== undefined) open.set(claimedBy, (open.get(claimedBy) ?? 0) + 1);
    }
    start = LastEvaluatedKey;
  } while (start);
  return open;
}
