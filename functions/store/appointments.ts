import type { DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Listed } from '#core/api/types.ts';
import {
  type AppointmentItem,
  agencyLine,
  appointmentItems,
  appointmentsKey,
  personLine,
} from '#core/case/appointed.ts';
import { holds } from '#core/case/rights.ts';
import type { Appointment } from '#core/case/types.ts';
import { BadCursor } from './lists.ts';

/** Where appointments are: the platform table. */
export type PlatformStore = { client: DynamoDBClient; table: string };
/** Nobody holds more roles than this. */
const MOST = 100;

/** The appointments of a person that hold now; read on every request, never from a token. */
export async function appointmentsOf(
  { client, table }: PlatformStore,
  person: string,
  now: string,
): Promise<(Appointment & { name?: string })[]> {
  const { Items } = await client.send(
    new QueryCommand({
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: marshall({ ':pk': appointmentsKey(person) }),
      Limit: MOST,
    }),
  );
  return (Items ?? [])
    .map((item) => unmarshall(item) as AppointmentItem)
    .map(({ pk: _, sk: __, grantedBy: ___, ...appointment }) => appointment)
    .filter((appointment) => holds(appointment, now));
}

/** Everyone who was appointed to a role of an office, those whose time is over or to come too. */
export async function appointedTo(
  { client, table }: PlatformStore,
  { agency, office, role }: Pick<Appointment, 'agency' | 'office' | 'role'>,
): Promise<Appointment[]> {
  const { pk, sk } = agencyLine({ person: '', agency, office, role });
  const found: Appointment[] = [];
  let start: QueryCommand['input']['ExclusiveStartKey'];
  do {
    const { Items, LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
        ExpressionAttributeValues: marshall({ ':pk': pk, ':sk': sk }),
        ...(start ? { ExclusiveStartKey: start } : {}),
      }),
    );
    found.push(...(Items ?? []).map((item) => unmarshall(item) as AppointmentItem));
    start = LastEvaluatedKey;
  } while (start);
  return found;
}

/** The names of officers, as their appointments in force give them, by person. */
export async function officerNames(
  store: PlatformStore,
  persons: readonly string[],
  now: string,
): Promise<Map<string, string>> {
  const named = await Promise.all(
    [...new Set(persons)].map(async (person) => {
      const name = (await appointmentsOf(store, person, now)).find((a) => a.name !== undefined)?.name;
      return name === undefined ? [] : [[person, name] as const];
    }),
  );
  return new Map(named.flat());
}

/** An appointment that a person would grant to themselves. */
export class OwnAppointment extends Error {
  readonly code = 'ownAppointment';
}

/** The writes that grant an appointment, or replace it. @throws OwnAppointment where the granter is the one appointed */
export function granting(
  table: string,
  appointment: Appointment & { name?: string },
  grantedBy: string,
): TransactWriteItem[] {
  if (appointment.person === grantedBy) throw new OwnAppointment('nobody appoints themselves');
  return appointmentItems(appointment, grantedBy).map((Item) => ({
    Put: { TableName: table, Item: marshall(Item, { removeUndefinedValues: true }) },
  }));
}

/** The writes that end an appointment at once; one that is not there is ended already. */
export function ending(
  table: string,
  of: Pick<Appointment, 'person' | 'agency' | 'office' | 'role'>,
): TransactWriteItem[] {
  return [personLine(of), agencyLine(of)].map((Key) => ({
    Delete: { TableName: table, Key: marshall(Key) },
  }));
}

/** Everyone appointed in an agency, by office and role, 100 a page; those whose time is over or to come too. @throws BadCursor */
export async function appointedIn(
  { client, table }: PlatformStore,
  agency: string,
  cursor?: string,
): Promise<Listed<Appointment & { name?: string }>> {
  const { pk } = agencyLine({ person: '', agency, office: '', role: '' });
  const past = cursor === undefined ? undefined : Buffer.from(cursor, 'base64url').toString('utf8');
  if (past !== undefined && past.split('#').length !== 3) throw new BadCursor('not a cursor of this list');
  const { Items, LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: marshall({ ':pk': pk }),
      Limit: MOST,
      ...(past === undefined ? {} : { ExclusiveStartKey: marshall({ pk, sk: past }) }),
    }),
  );
  const items = (Items ?? [])
    .map((item) => unmarshall(item) as AppointmentItem)
    .map(({ pk: _, sk: __, grantedBy: ___, ...appointment }) => appointment);
  const next = LastEvaluatedKey ? String(unmarshall(LastEvaluatedKey).sk) : undefined;
  return { items, ...(next === undefined ? {} : { cursor: Buffer.from(next).toString('base64url') }) };
}
