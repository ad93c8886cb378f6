import { randomUUID } from 'node:crypto';
import { GetItemCommand, QueryCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { PublicationAct } from '#core/api/types.ts';
import type { PlatformStore } from './appointments.ts';
import { platformKey } from './keys.ts';

/** That a draft be published: `hash` is that of what was proposed, scenarios included. */
export type PublicationProposal = { hash: string; person: string; name: string; at: string };
/** A step of publishing as it is recorded: never changed, never taken away. */
export type RecordedAct = PublicationAct & { person: string };

type Of = { kind: string; id: string };
const pkOf = ({ kind, id }: Of) => platformKey.definition(kind, id);
const proposalKey = (of: Of) => ({ pk: pkOf(of), sk: 'publication' });

/** The proposal; null where there is none. */
export async function publicationProposal(
  { client, table }: PlatformStore,
  of: Of,
): Promise<PublicationProposal | null> {
  const { Item } = await client.send(
    new GetItemCommand({ TableName: table, Key: marshall(proposalKey(of)), ConsistentRead: true }),
  );
  if (!Item) return null;
  const { hash, person, name, at } = unmarshall(Item) as PublicationProposal;
  return { hash, person, name, at };
}

/** The most acts that are told. */
const MOST = 50;

/** What was done with a definition's publishing, the latest first. */
export async function publicationActs({ client, table }: PlatformStore, of: Of): Promise<RecordedAct[]> {
  const { Items } = await client.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :act)',
      ExpressionAttributeValues: marshall({ ':pk': pkOf(of), ':act': 'act#' }),
      ScanIndexForward: false,
      Limit: MOST,
      ConsistentRead: true,
    }),
  );
  return (Items ?? []).map((item) => unmarshall(item) as RecordedAct);
}

/** Records an act, as part of the transaction that it is about. */
export const recording = (table: string, of: Of, act: RecordedAct): TransactWriteItem => ({
  Put: {
    TableName: table,
    Item: marshall({ pk: pkOf(of), sk: `act#${act.at}#${randomUUID()}`, ...act }),
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

/** Proposes where there is no proposal but `before`, which it takes the place of. */
export const proposing = (
  table: string,
  of: Of,
  proposal: PublicationProposal,
  before: PublicationProposal | null,
): TransactWriteItem => ({
  Put: { TableName: table, Item: marshall({ ...proposalKey(of), ...proposal }), ...unchanged(before) },
});

/** Takes the proposal away that was read: it was confirmed, given back, or is of something else by now. */
export const settling = (table: string, of: Of, proposal: PublicationProposal): TransactWriteItem => ({
  Delete: { TableName: table, Key: marshall(proposalKey(of)), ...unchanged(proposal) },
});

function unchanged(before: PublicationProposal | null) {
  if (!before) return { ConditionExpression: 'attribute_not_exists(pk)' };
  return {
    ConditionExpression: '#at = :at AND person = :person',
    ExpressionAttributeNames: { '#at': 'at' },
    ExpressionAttributeValues: marshall({ ':at': before.at, ':person': before.person }),
  };
}
