import {
  GetItemCommand,
  QueryCommand,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { PlatformStore } from './appointments.ts';
import { platformKey } from './keys.ts';

/** A definition being worked on. `version` counts the saves: its ETag. */
export type DefinitionDraftItem = {
  version: number;
  text: string;
  savedAt: string;
  savedBy: string;
  savedByName?: string;
};
/** A version that was published from the designer: what was written, never changed again. */
export type PublishedItem = {
  version: number;
  hash: string;
  at: string;
  by: string;
  source: string;
  /** Of a service: SHA-256 of the scenarios frozen with it; absent in versions from before it was kept. */
  scenariosHash?: string;
};
/** The largest draft, in bytes of JSON: an item of DynamoDB takes 400 KB. */
export const LARGEST_DRAFT = 350_000;

type Of = { kind: string; id: string };
type Lines = 'drafts' | 'published';
/** What a list says of a definition beside its name. */
export type DefinitionNote = { kind: string; id: string; [attribute: string]: unknown };

const key = ({ kind, id }: Of) => ({ pk: platformKey.definition(kind, id), sk: 'draft' });
const version = ({ kind, id }: Of, n: number) => ({
  pk: platformKey.definition(kind, id),
  sk: `version#${String(n).padStart(6, '0')}`,
});
const line = (list: Lines, { kind, id }: Of) => ({ pk: `def#${list}`, sk: `${kind}#${id}` });
const plain = (item: object) => marshall(item, { removeUndefinedValues: true });

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

/** Writes all or, where the first does not stand as it should, none. */
async function together(
  { client, table }: PlatformStore,
  first: { Item: object; unless: string; values?: object; names?: Record<string, string> },
  ...rest: object[]
): Promise<boolean> {
  try {
    await client.send(
      new TransactWriteItemsCommand({
        TransactItems: [
          {
            Put: {
              TableName: table,
              Item: plain(first.Item),
              ConditionExpression: first.unless,
              ...(first.names ? { ExpressionAttributeNames: first.names } : {}),
              ...(first.values ? { ExpressionAttributeValues: plain(first.values) } : {}),
            },
          },
          ...rest.map((item) => ({ Put: { TableName: table, Item: plain(item) } })),
        ],
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof TransactionCanceledException) return false;
    throw error;
  }
}

/** Replaces a draft that still has version `was` (0: there is none yet); false where another was saved meanwhile. */
export function saveDraft(
  store: PlatformStore,
  of: Of,
  draft: DefinitionDraftItem,
  note: { title: unknown; agency: string },
): Promise<boolean> {
  const was = draft.version - 1;
  const { text: _, ...told } = draft;
  const Item = { ...key(of), ...draft };
  const noted = { ...line('drafts', of), ...told, ...note };
  return was === 0
    ? together(store, { Item, unless: 'attribute_not_exists(pk)' }, noted)
    : together(
        store,
        { Item, unless: '#version = :was', names: { '#version': 'version' }, values: { ':was': was } },
        noted,
      );
}

/**
 * The writes that keep a version for ever, where there is none of its number and the draft (0: there is none) is still the one that
 * was read.
 */
export function publishing(
  table: string,
  of: Of,
  { item, note, draft }: { item: PublishedItem; note: { title: unknown; agency: string }; draft: number },
): TransactWriteItem[] {
  const { source: _, ...told } = item;
  return [
    {
      Put: {
        TableName: table,
        Item: plain({ ...version(of, item.version), ...item }),
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    { Put: { TableName: table, Item: plain({ ...line('published', of), ...told, ...note }) } },
    {
      ConditionCheck: {
        TableName: table,
        Key: marshall(key(of)),
        ...(draft === 0
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: '#version = :draft',
              ExpressionAttributeNames: { '#version': 'version' },
              ExpressionAttributeValues: marshall({ ':draft': draft }),
            }),
      },
    },
  ];
}

/** A version that was published from the designer; null where there is none of this number. */
export async function readVersion(
  { client, table }: PlatformStore,
  of: Of,
  n: number,
): Promise<PublishedItem | null> {
  const { Item } = await client.send(
    new GetItemCommand({ TableName: table, Key: marshall(version(of, n)), ConsistentRead: true }),
  );
  return Item ? (unmarshall(Item) as PublishedItem) : null;
}

/** What was published last; null where nothing was. */
export async function lastPublished({ client, table }: PlatformStore, of: Of): Promise<PublishedItem | null> {
  const { Items } = await client.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :version)',
      ExpressionAttributeValues: marshall({ ':pk': key(of).pk, ':version': 'version#' }),
      ScanIndexForward: false,
      Limit: 1,
      ConsistentRead: true,
    }),
  );
  const [last] = Items ?? [];
  return last ? (unmarshall(last) as PublishedItem) : null;
}

/** Definitions of a list, at most: no installation draws more. */
const MOST = 2000;

/** All drafts, or all that was published, a line each. */
export async function definitionNotes(
  { client, table }: PlatformStore,
  list: Lines,
): Promise<DefinitionNote[]> {
  const found: DefinitionNote[] = [];
  let start: Parameters<typeof unmarshall>[0] | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: marshall({ ':pk': `def#${list}` }),
        ...(start ? { ExclusiveStartKey: start as Record<string, never> } : {}),
      }),
    );
    for (const item of page.Items ?? []) {
      const { sk, ...note } = unmarshall(item);
      const [kind = '', id = ''] = String(sk).split('#');
      found.push({ ...note, kind, id });
    }
    start = page.LastEvaluatedKey;
  } while (start && found.length < MOST);
  return found;
}

/** What was released under a definition's name: its own attribute `definition`, or a service's `hash`; null where nothing was. */
export async function readHead(
  { client, table }: PlatformStore,
  of: Of,
): Promise<{ definition?: unknown; hash?: string; version?: number } | null> {
  const { Item } = await client.send(
    new GetItemCommand({ TableName: table, Key: marshall({ ...key(of), sk: 'head' }) }),
  );
  return Item ? (unmarshall(Item) as { definition?: unknown; hash?: string; version?: number }) : null;
}
