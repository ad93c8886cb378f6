import { ConditionalCheckFailedException, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { migrationKey } from './keys.ts';
import type { CaseStore } from './load.ts';
import { fromItem, toItem } from './stored.ts';

/** Who proposed that open cases come over to a definition. */
export type Proposal = { person: string; name: string; at: string };
type Of = { service: string; definition: string };

const keyOf = ({ service, definition }: Of) => ({ pk: migrationKey(service, definition), sk: 'proposal' });

/** The proposal, or null where there is none. */
export async function proposalOf({ client, table }: CaseStore, of: Of): Promise<Proposal | null> {
  const { Item } = await client.send(
    new GetItemCommand({ TableName: table, Key: toItem(keyOf(of)), ConsistentRead: true }),
  );
  if (!Item) return null;
  const { person, name, at } = fromItem<Proposal>(Item);
  return { person, name, at };
}

/** Keeps a proposal; one that was made before stays, and is answered. */
export async function propose(store: CaseStore, of: Of, proposal: Proposal): Promise<Proposal> {
  try {
    await store.client.send(
      new PutItemCommand({
        TableName: store.table,
        Item: toItem({ ...keyOf(of), ...proposal }),
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
    return proposal;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return (await proposalOf(store, of)) ?? proposal;
  }
}
