import {
  DynamoDBClient,
  GetItemCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { GenerateMacCommand, KMSClient } from '@aws-sdk/client-kms';
import { GetParameterCommand, ParameterNotFound, SSMClient } from '@aws-sdk/client-ssm';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { type AppointmentItem, appointmentItems, personLine } from '#core/case/appointed.ts';
import { PERSON_KEY_MESSAGE, personKey } from '#core/case/person-key.ts';
import type { Appointment } from '#core/case/types.ts';
import type { Agency } from '#core/definition/index.ts';
import { CommandError } from '../command.ts';

/** The platform of an account, as whoever deploys it reaches it: by the credentials and the Region of the AWS SDK. */
export type Platform = {
  /** An agency as it is deployed; undefined where none is of that id. */
  agency(id: string): Promise<Agency | undefined>;
  /** The key of an officer by the `sub` that the directory of officers gives them. */
  officer(sub: string): Promise<string>;
  /** Writes an appointment where none stands; answers the one that stands. */
  appoint(appointment: Appointment & { name?: string }, grantedBy: string): Promise<AppointmentItem>;
};

/** Finds the platform by the parameters with which its stack names itself. @throws CommandError */
export async function platformHere(): Promise<Platform> {
  const parameters = new SSMClient({});
  const parameter = async (name: string): Promise<string> => {
    const { Parameter } = await parameters
      .send(new GetParameterCommand({ Name: `/kladka/${name}` }))
      .catch((error: unknown) => {
        throw error instanceof ParameterNotFound ? notDeployed(name) : unreachable(error);
      });
    if (!Parameter?.Value) throw notDeployed(name);
    return Parameter.Value;
  };
  const table = await parameter('platform-table');
  const db = new DynamoDBClient({});
  const read = async <T>(key: { pk: string; sk: string }): Promise<T | undefined> => {
    const { Item } = await db
      .send(new GetItemCommand({ TableName: table, ConsistentRead: true, Key: marshall(key) }))
      .catch((error: unknown) => {
        throw unreachable(error);
      });
    return Item && (unmarshall(Item) as T);
  };
  return {
    agency: async (id) => (await read<{ definition: Agency }>({ pk: 'def#agencies', sk: id }))?.definition,
    officer: async (sub) => {
      const { Mac } = await new KMSClient({})
        .send(
          new GenerateMacCommand({
            KeyId: await parameter('person-key-arn'),
            MacAlgorithm: 'HMAC_SHA_256',
            Message: Buffer.from(PERSON_KEY_MESSAGE),
          }),
        )
        .catch((error: unknown) => {
          throw unreachable(error);
        });
      const key = Mac && personKey(Mac, { sub });
      if (!key) throw new CommandError('The key of persons made no key of this person.');
      return key;
    },
    appoint: async (appointment, grantedBy) => {
      const items = appointmentItems(appointment, grantedBy);
      const TransactItems = items.map((Item) => ({
        Put: {
          TableName: table,
          Item: marshall(Item, { removeUndefinedValues: true }),
          // what an administrator changed since stays changed
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      }));
      try {
        await db.send(new TransactWriteItemsCommand({ TransactItems }));
        return items[0];
      } catch (error) {
        const stands = await read<AppointmentItem>(personLine(appointment));
        if (error instanceof TransactionCanceledException && stands) return stands;
        throw unreachable(error);
      }
    },
  };
}

const notDeployed = (name: string): CommandError =>
  new CommandError(
    `This account has no parameter /kladka/${name} in this Region: deploy KladkaPlatform first, or set AWS_REGION.`,
  );

const unreachable = (error: unknown): CommandError =>
  new CommandError(`AWS refuses: ${error instanceof Error ? `${error.name}: ${error.message}` : error}`);
