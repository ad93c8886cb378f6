import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { OPEN_SHARDS, openPartition } from './keys.ts';
import { BadCursor } from './lists.ts';
import type { CaseStore } from './load.ts';
import { fromItem, toItem } from './stored.ts';

/** Where a page ended: the shard, and the last sort key of it that was seen. */
type At = { shard: number; after: string };
/** Lower than every hash, and higher than every case of one. */
const [FIRST, LAST] = ['!', '~'];

function opened(cursor: string | undefined): At {
  if (cursor === undefined) return { shard: 0, after: FIRST };
  try {
    const given: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const { shard, after } = given as Partial<At>;
    if (Number.isInteger(shard) && Number(shard) >= 0 && typeof after === 'string' && after !== '')
      return { shard: Number(shard), after };
  } catch {
    // falls through to the one answer for all that is no cursor
  }
  throw new BadCursor('not a cursor of this list');
}

/**
 * The ids of open cases of a service that run on other definitions than `definition`, a page at a time.
 * @throws BadCursor
 */
export async function openCases(
  { client, table }: CaseStore,
  of: { service: string; definition: string },
  cursor: string | undefined,
  page: number,
): Promise<{ cases: string[]; cursor?: string }> {
  const at = opened(cursor);
  const cases: string[] = [];
  while (at.shard < OPEN_SHARDS) {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'open',
        KeyConditionExpression: 'opk = :shard AND osk > :after',
        ExpressionAttributeValues: toItem({
          ':shard': openPartition(of.service, at.shard),
          ':after': at.after,
        }),
        Limit: page - cases.length,
      }),
    );
    const keys = Items.map((item) => String(fromItem(item).osk));
    const here = keys.findIndex((key) => key.startsWith(`${of.definition}#`));
    const others = here < 0 ? keys : keys.slice(0, here);
    cases.push(...others.map((key) => key.slice(key.indexOf('#') + 1)));
    // what runs on the definition itself is passed over at one go, however much it is
    if (here >= 0) at.after = `${of.definition}#${LAST}`;
    else if (keys.length > 0) at.after = keys.at(-1) ?? at.after;
    else {
      at.shard += 1;
      at.after = FIRST;
    }
    if (cases.length >= page) return { cases, cursor: Buffer.from(JSON.stringify(at)).toString('base64url') };
  }
  return { cases };
}
