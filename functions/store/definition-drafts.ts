import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { PlatformStore } from './appointments.ts';
import { platformKey } from './keys.ts';

/** A definition being worked on. `version` counts the saves: its ETag. */
export type DefinitionDraftItem = { version: number; text: string; savedAt: string; savedBy: string };
/** The largest draft, in bytes of JSON: an item of DynamoDB takes 400 KB. */
export const LARGEST_DRAFT = 350_000;

type Of = { kind: string; id: string };
const key = ({ kind, id }: Of) => ({ pk: platformKey.definition(kind, id), sk: 'draft' });

/** The draft of a definition; null where nobody works on one. */
export async function readDraft(
  { client, table }: PlatformStore,
  of: Of,
): Promise<DefinitionDraftItem | null> {
  const { Item } = await client.send(
    new GetItemCommand({ TableName: table, Key: marshall(key(of)), ConsistentRead: true }),
  );
  return Item ? (unmarshall(Item) as DefinitionDraftItem) : null;
}

/** Replaces a draft that still has version `was` (0: there is none yet); false where another was saved meanwhile. */
export async function saveDraft(
  { client, table }: PlatformStore,
  of: Of,
  draft: DefinitionDraftItem,
): Promise<boolean> {
  const was = draft.version - 1;
  try {
    await client.send(
      new PutItemCommand({
        TableName: table,
        Item: marshall({ ...key(of), ...draft }),
        ...(was === 0
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: '#version = :was',
              ExpressionAttributeNames: { '#version': 'version' },
              ExpressionAttributeValues: marshall({ ':was': was }),
            }),
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return false;
    throw error;
  }
}

/** What was released under a definition's name: its own attribute `definition`, or a service's `hash`; null where nothing was. */
export async function readHead(
  { client, table }: PlatformStore,
  of: Of,
): Promise<{ definition?: unknown; hash?: string } | null> {
  const { Item } = await client.send(
    new GetItemCommand({ TableName: table, Key: marshall({ ...key(of), sk: 'head' }) }),
  );
  return Item ? (unmarshall(Item) as { definition?: unknown; hash?: string }) : null;
}
