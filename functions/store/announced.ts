import {
  ConditionalCheckFailedException,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { FileVersion } from '#core/case/types.ts';
import type { FileItem } from './items.ts';
import { caseKey, sortKey } from './keys.ts';
import type { CaseStore } from './load.ts';
import { fromItem, toItem } from './stored.ts';

/** Files that may be announced for one draft or case at most. */
export const MOST_FILES = 200;

type Of = { service: string; case: string };
const keyOf = (of: Of, file: string) => ({ pk: caseKey(of.service, of.case), sk: sortKey.file(file) });

/** Every file announced for a draft or case, with who announced it; at most MOST_FILES. */
export async function announcedFiles({ client, table }: CaseStore, of: Of): Promise<FileItem[]> {
  const { Items } = await client.send(
    new QueryCommand({
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :file)',
      ExpressionAttributeValues: toItem({ ':pk': caseKey(of.service, of.case), ':file': sortKey.file('') }),
      Limit: MOST_FILES,
    }),
  );
  return (Items ?? []).map((item) => fromItem<FileItem>(item));
}

/** Announces a file. One announced under this id before is answered as it is. */
export async function announce(
  { client, table }: CaseStore,
  of: Of,
  given: { file: FileVersion; person: string; until: string },
): Promise<FileItem> {
  const item: FileItem = {
    ...keyOf(of, given.file.id),
    file: given.file,
    person: given.person,
    ttl: Math.floor(Date.parse(given.until) / 1000),
  };
  try {
    await client.send(
      new PutItemCommand({
        TableName: table,
        Item: toItem(item),
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
    return item;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    const Key = toItem(keyOf(of, given.file.id));
    const { Item } = await client.send(new GetItemCommand({ TableName: table, Key, ConsistentRead: true }));
    return Item ? fromItem<FileItem>(Item) : item;
  }
}

/** What a scan found of one version of a file. */
export type Scanned = {
  file: string;
  version: string;
  verdict: 'clean' | 'infected' | 'mismatch';
  sha256: string;
  size: number;
};

/**
 * Writes the verdict of a scan to the announced file. What was sent is not what was announced where its hash differs:
 * that is a `mismatch` too. False where no such file is announced.
 */
export async function recordScan(store: CaseStore, of: Of, scanned: Scanned): Promise<boolean> {
  const { client, table } = store;
  const Key = toItem(keyOf(of, scanned.file));
  const { Item } = await client.send(new GetItemCommand({ TableName: table, Key, ConsistentRead: true }));
  if (!Item) return false;
  const { file } = fromItem<FileItem>(Item);
  const { verdict, version, size } = scanned;
  const other = verdict === 'clean' && file.sha256 !== scanned.sha256;
  try {
    await client.send(
      new UpdateItemCommand({
        TableName: table,
        Key,
        UpdateExpression: 'SET #file = :file',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeNames: { '#file': 'file' },
        ExpressionAttributeValues: toItem({
          ':file': { ...file, scan: other ? 'mismatch' : verdict, version, size } satisfies FileVersion,
        }),
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
