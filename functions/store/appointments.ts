import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { holds } from '#core/case/rights.ts';
import type { Appointment } from '#core/case/types.ts';
import type { AppointmentItem } from './items.ts';
import { appointmentSort, platformKey } from './keys.ts';

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
      ExpressionAttributeValues: marshall({ ':pk': platformKey.appointment(person) }),
      Limit: MOST,
    }),
  );
  return (Items ?? [])
    .map((item) => unmarshall(item) as AppointmentItem)
    .map(({ pk: _, sk: __, grantedBy: ___, ...appointment }) => appointment)
    .filter((appointment) => holds(appointment, now));
}

/** An appointment that a person would grant to themselves. */
export class OwnAppointment extends Error {
  readonly code = 'ownAppointment';
}

/** Grants an appointment, or replaces it. @throws OwnAppointment where the granter is the one appointed */
export async function grant(
  { client, table }: PlatformStore,
  appointment: Appointment & { name?: string },
  grantedBy: string,
): Promise<void> {
  if (appointment.person === grantedBy) throw new OwnAppointment('nobody appoints themselves');
  const item: AppointmentItem = {
    ...appointment,
    pk: platformKey.appointment(appointment.person),
    sk: appointmentSort(appointment),
    grantedBy,
  };
  await client.send(
    new PutItemCommand({ TableName: table, Item: marshall(item, { removeUndefinedValues: true }) }),
  );
}

/** Ends an appointment at once; one that is not there is ended already. */
export async function endAppointment(
  { client, table }: PlatformStore,
  of: Pick<Appointment, 'person' | 'agency' | 'office' | 'role'>,
): Promise<void> {
  const key = { pk: platformKey.appointment(of.person), sk: appointmentSort(of) };
  await client.send(new DeleteItemCommand({ TableName: table, Key: marshall(key) }));
}
