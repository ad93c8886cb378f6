import { ConditionalCheckFailedException, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { caseKey, sortKey } from './keys.ts';
import type { CaseStore } from './load.ts';
import { fromItem, toItem } from './stored.ts';

/**
 * For what an officer looked at a case: to do a task of theirs (`state`: which), to give the opinion that they were asked
 * for, or because cases of the office are theirs to see.
 */
export type Purpose = { for: 'task'; state: string } | { for: 'consult' } | { for: 'office' };
/** That an officer saw what is personal in a case: one an officer, case and day. */
export type Access = {
  /** The officer's key: shown to no party. */
  person: string;
  agency: string;
  office: string;
  role: string;
  purpose: Purpose;
  /** The first time on that day. */
  at: string;
};
type Of = { service: string; case: string };

/** Accesses of a case read at once, at most. */
const PAGE = 100;

/** Keeps an access; the first of the officer on that day stays as it is. `day`: YYYY-MM-DD. */
export async function keepAccess(
  { client, table }: CaseStore,
  of: Of,
  day: string,
  access: Access,
): Promise<void> {
  const item = { pk: caseKey(of.service, of.case), sk: sortKey.access(day, access.person), ...access };
  await client
    .send(
      new PutItemCommand({
        TableName: table,
        Item: toItem(item),
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    )
    .catch((error: unknown) => {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    });
}

/** Who looked at a case, the latest day first, from the `skip`th on. `more`: whether there are others beyond. */
export async function accessesOf(
  { client, table }: CaseStore,
  of: Of,
  skip = 0,
): Promise<{ accesses: Access[]; more: boolean }> {
  const { Items } = await client.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :access)',
      ExpressionAttributeValues: toItem({
        ':pk': caseKey(of.service, of.case),
        ':access': sortKey.access('', ''),
      }),
      ScanIndexForward: false,
      Limit: skip + PAGE + 1,
    }),
  );
  const found = (Items ?? []).slice(skip).map((item) => fromItem<Access>(item));
  const accesses = found.slice(0, PAGE).sort((a, b) => (a.at < b.at ? 1 : -1));
  return { accesses, more: found.length > PAGE };
}
