import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Listed } from '#core/api/types.ts';
import type { CaseCard, KeptCard } from './items.ts';
import { changedOf, publicReference } from './keys.ts';
import type { CaseStore } from './load.ts';
import { fromItem, toItem } from './stored.ts';

/** Lines a page. */
const PAGE = 50;

/** A cursor that was not given out by this list. */
export class BadCursor extends Error {
  readonly code = 'badCursor';
}

function opened(cursor: string | undefined, person: string): Record<string, AttributeValue> | undefined {
  if (cursor === undefined) return undefined;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    // a cursor names keys of its own partition only
    if (key !== null && typeof key === 'object' && Reflect.get(key, 'ppk') === person) return toItem(key);
  } catch {
    // falls through to the one answer for all that is no cursor
  }
  throw new BadCursor('not a cursor of this list');
}

/** Cases and drafts of a person, or the one of a public reference, the last changed first. @throws BadCursor */
export async function casesOf(store: CaseStore, person: string, cursor?: string): Promise<Listed<CaseCard>> {
  const start = opened(cursor, person);
  const { Items, LastEvaluatedKey } = await store.client.send(
    new QueryCommand({
      TableName: store.table,
      IndexName: 'people',
      KeyConditionExpression: 'ppk = :person',
      ExpressionAttributeValues: toItem({ ':person': person }),
      ScanIndexForward: false,
      Limit: PAGE,
      ...(start ? { ExclusiveStartKey: start } : {}),
    }),
  );
  const items = (Items ?? []).map((item) => {
    const { card, psk } = fromItem<{ card: KeptCard; psk: string }>(item);
    return { ...card, changedAt: changedOf(psk) };
  });
  if (!LastEvaluatedKey) return { items };
  const next = Buffer.from(JSON.stringify(fromItem(LastEvaluatedKey))).toString('base64url');
  return { items, cursor: next };
}

/**
 * Cases of several, one after another: of a person first, then of the business that they act for. A cursor is of one of them.
 * @throws BadCursor
 */
export async function casesOfAll(
  store: CaseStore,
  people: readonly string[],
  cursor?: string,
): Promise<Listed<CaseCard>> {
  const at = cursor === undefined ? 0 : people.findIndex((person) => isOf(cursor, person));
  const [person, next] = people.slice(at);
  if (at < 0 || person === undefined) throw new BadCursor('not a cursor of this list');
  const first = await casesOf(store, person, cursor);
  if (first.cursor !== undefined || next === undefined) return first;
  const { items, cursor: more } = await casesOf(store, next);
  const all = [...first.items, ...items];
  return more === undefined ? { items: all } : { items: all, cursor: more };
}

function isOf(cursor: string, person: string): boolean {
  try {
    return opened(cursor, person) !== undefined;
  } catch {
    return false;
  }
}

/** The case of a reference, as anyone may see it; null where there is none. */
export async function caseOfReference(store: CaseStore, reference: string): Promise<CaseCard | null> {
  const found = await casesOf(store, publicReference(reference));
  return found.items[0] ?? null;
}
