import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { BadCursor } from './lists.ts';
import type { CaseStore } from './load.ts';
import { parseOutboxKey } from './outbox.ts';
import { readItems } from './read-items.ts';
import { fromItem, toItem } from './stored.ts';

/** An outbox item that was given up, without the personal data of its effects. */
export type DeadItem = {
  pk: string;
  sk: string;
  connector: string;
  service: string;
  case: string;
  attempts: number;
  reason: string;
  /** Since when it is dead. */
  since: string;
  kind: string;
  reference: string;
};

/** The name of an item in addresses, and back; null where it names none. */
export const deadId = ({ pk, sk }: { pk: string; sk: string }): string =>
  Buffer.from(`${pk}\n${sk}`).toString('base64url');
export function deadKey(id: string): { pk: string; sk: string; case: string } | null {
  const [pk = '', sk = ''] = Buffer.from(id, 'base64url').toString('utf8').split('\n');
  const key = parseOutboxKey(pk);
  return key && /^\d{10}$/.test(sk) ? { pk, sk, case: key.case } : null;
}

type Stored = Omit<DeadItem, 'since' | 'kind' | 'reference' | 'reason'> & {
  dsk: string;
  state: string;
  done: number;
  reason?: string;
  effects: { kind?: string; reference?: string }[];
};

function plain({ effects, done, dsk, reason, ...item }: Stored): DeadItem {
  const effect = effects[done] ?? effects.at(-1);
  const { pk, sk, connector, service, case: kase, attempts } = item;
  return {
    ...{ pk, sk, connector, service, case: kase, attempts },
    reason: reason ?? '',
    since: dsk,
    kind: effect?.kind ?? '',
    reference: effect?.reference ?? '',
  };
}

const PAGE = 50;

/** What was given up, the longest dead first, 50 a page. @throws BadCursor */
export async function deadItems(
  { client, table }: CaseStore,
  cursor?: string,
): Promise<{ items: DeadItem[]; cursor?: string }> {
  const [since, id] = (cursor ?? '').split('~');
  const key = id === undefined ? null : deadKey(id);
  if (cursor !== undefined && !key) throw new BadCursor('not a cursor of this list');
  const { Items, LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName: table,
      IndexName: 'due',
      KeyConditionExpression: 'dpk = :dead',
      ExpressionAttributeValues: toItem({ ':dead': 'dead' }),
      Limit: PAGE,
      ...(key ? { ExclusiveStartKey: toItem({ dpk: 'dead', dsk: since, pk: key.pk, sk: key.sk }) } : {}),
    }),
  );
  const keys = (Items ?? []).map((item) => fromItem<Key>(item));
  const last = keys.at(-1);
  return {
    items: await whole({ client, table }, keys),
    ...(LastEvaluatedKey && last ? { cursor: `${last.dsk}~${deadId(last)}` } : {}),
  };
}

type Key = { pk: string; sk: string; dsk: string };

/** The items of the keys, in their order: the index carries keys alone. One replayed meanwhile is left out. */
async function whole(store: CaseStore, keys: Key[]): Promise<DeadItem[]> {
  const items = (await readItems(store, keys, false)) as Stored[];
  const found = new Map(items.map((item) => [deadId(item), item]));
  return keys.flatMap((key) => {
    const item = found.get(deadId(key));
    return item?.state === 'dead' ? [plain(item)] : [];
  });
}
