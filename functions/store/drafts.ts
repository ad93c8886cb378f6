import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { JsonObject, Through } from '#core/case/types.ts';
import type { DraftItem, OnceItem } from './items.ts';
import { caseKey, changedSort, onceKey, sortKey } from './keys.ts';
import type { CaseStore } from './load.ts';
import { toItem } from './stored.ts';

/** How long the opening of a draft is remembered, in seconds: 7 days. */
const REMEMBER_S = 7 * 86_400;
const seconds = (instant: string) => Math.floor(Date.parse(instant) / 1000);

/** A draft as it is opened. */
export type NewDraft = Pick<
  DraftItem,
  'person' | 'definition' | 'language' | 'through' | 'about' | 'origin' | 'form' | 'savedAt'
> & {
  service: string;
  id: string;
  title: { [language: string]: string };
  /** When it goes by itself. */
  until: string;
};

/** A draft as an item, in the index `people` under its person. */
export function draftItem({ service, id, title, until, ...draft }: NewDraft): DraftItem {
  const { savedAt, person } = draft;
  return {
    ...draft,
    pk: caseKey(service, id),
    sk: 'draft',
    version: 1,
    ppk: person,
    psk: changedSort(savedAt, id),
    card: { kind: 'draft', case: id, service, title },
    ttl: seconds(until),
  };
}

/** Opens a draft and remembers its key in one write. False where the key was taken meanwhile. */
export async function createDraft(
  { client, table }: CaseStore,
  draft: DraftItem,
  once: Pick<OnceItem, 'request' | 'answer'> & { hash: string; service: string },
): Promise<boolean> {
  const remembered: OnceItem = {
    pk: onceKey(once.service, once.hash),
    sk: 'answer',
    request: once.request,
    answer: once.answer,
    ttl: seconds(draft.savedAt) + REMEMBER_S,
  };
  const put = (item: object): TransactWriteItem => ({
    Put: { TableName: table, Item: toItem(item), ConditionExpression: 'attribute_not_exists(pk)' },
  });
  try {
    await client.send(new TransactWriteItemsCommand({ TransactItems: [put(draft), put(remembered)] }));
    return true;
  } catch (error) {
    if (error instanceof TransactionCanceledException) return false;
    throw error;
  }
}

/** What replaces what a draft holds. */
export type DraftChange = {
  form: JsonObject;
  /** Stays as it is where not given. */
  language?: string;
  through?: Through;
  definition: string;
  savedAt: string;
  until: string;
};

/** Replaces what a draft holds where it still stands at `version`. False where it does not, is gone or another's. */
export async function saveDraft(
  { client, table }: CaseStore,
  of: { service: string; id: string; person: string; version: number },
  { form, language, through, definition, savedAt, until }: DraftChange,
): Promise<boolean> {
  try {
    await client.send(
      new UpdateItemCommand({
        TableName: table,
        Key: toItem({ pk: caseKey(of.service, of.id), sk: sortKey.draft }),
        UpdateExpression: `SET form = :form, #definition = :definition, savedAt = :at, psk = :psk, #ttl = :ttl, version = :next${language === undefined ? '' : ', #language = :language'}${through === undefined ? '' : ', through = :through'}`,
        ConditionExpression: 'person = :person AND version = :version',
        ExpressionAttributeNames: {
          '#definition': 'definition',
          '#ttl': 'ttl',
          ...(language === undefined ? {} : { '#language': 'language' }),
        },
        ExpressionAttributeValues: toItem({
          ':form': form,
          ':language': language,
          ':definition': definition,
          ':at': savedAt,
          ':psk': changedSort(savedAt, of.id),
          ':ttl': seconds(until),
          ':next': of.version + 1,
          ':person': of.person,
          ':version': of.version,
          ':through': through,
        }),
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** Notes that files are announced for a draft. False where there is no such draft of theirs. */
export async function draftHasFiles(
  { client, table }: CaseStore,
  of: { service: string; id: string; person: string },
): Promise<boolean> {
  try {
    await client.send(
      new UpdateItemCommand({
        TableName: table,
        Key: toItem({ pk: caseKey(of.service, of.id), sk: sortKey.draft }),
        UpdateExpression: 'SET hasFiles = :true',
        ConditionExpression: 'person = :person',
        ExpressionAttributeValues: toItem({ ':true': true, ':person': of.person }),
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** The draft goes as part of the transaction that makes a case of it, or that deletes it, unless it was saved again meanwhile. */
export const draftGoes = (table: string, { pk, version }: DraftItem): TransactWriteItem => ({
  Delete: {
    TableName: table,
    Key: toItem({ pk, sk: sortKey.draft }),
    ConditionExpression: 'version = :version',
    ExpressionAttributeValues: toItem({ ':version': version }),
  },
});
