import { createHmac } from 'node:crypto';
import type { Kms } from './aws/kms.ts';
import { DynamoError, dynamo } from './engine/call.ts';
import { type Person, testPeople } from './identity/people.ts';
import { text } from './template/json.ts';
import { TemplateError, type World } from './template/world.ts';

/** The working key of persons: one MAC of KMS, made as functions/store/person-key.ts makes it. */
function workingKey(kms: Kms, world: World): Buffer {
  const KeyId = parameter(world, 'person-key-arn');
  const Message = Buffer.from('kladka person key 1').toString('base64');
  const { Mac } = kms.answer('GenerateMac', { KeyId, MacAlgorithm: 'HMAC_SHA_256', Message });
  return Buffer.from(text(Mac), 'base64');
}

function parameter(world: World, name: string): string {
  const value = world.parameters.get(`/kladka/${name}`);
  if (!value) throw new TemplateError(`no stack has the parameter /kladka/${name}`);
  return value;
}

/** The key of an officer: they are known by `sub` alone. */
const personKey = (key: Buffer, { id }: Person): string =>
  createHmac('sha256', key).update(`sub:${id}`).digest('base64url');

const nameOf = ({ family_name, given_name, middle_name }: Person): string =>
  `${family_name} ${given_name} ${middle_name}`;

const strings = (item: Record<string, string>) =>
  Object.fromEntries(Object.entries(item).map(([name, S]) => [name, { S }]));

/** Writes the appointments of the test officers that are not there yet, in the item shape of functions/store. */
export async function seedAppointments(engine: string, world: World, kms: Kms): Promise<void> {
  const TableName = parameter(world, 'platform-table');
  const key = workingKey(kms, world);
  const items = testPeople.flatMap((officer) =>
    (officer.appointments ?? []).flatMap(({ agency, office, role }) => {
      const person = personKey(key, officer);
      const sk = `${agency}#${office}#${role}`;
      const appointment = { person, agency, office, role, name: nameOf(officer) };
      return [
        { pk: `appointment#${person}`, sk, ...appointment },
        // the same in the list of its agency
        { pk: `appointment#@${agency}`, sk: `${office}#${role}#${person}`, ...appointment },
      ];
    }),
  );
  for (const item of items)
    await dynamo(engine, 'PutItem', {
      TableName,
      Item: strings({ ...item, order: 'test', grantedBy: 'test' }),
      // what an administrator changed since stays changed
      ConditionExpression: 'attribute_not_exists(pk)',
    }).catch((error: unknown) => {
      if (!(error instanceof DynamoError) || error.code !== 'ConditionalCheckFailedException') throw error;
    });
}
