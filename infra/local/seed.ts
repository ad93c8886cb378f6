import { appointmentItems } from '#core/case/appointed.ts';
import { PERSON_KEY_MESSAGE, personKey } from '#core/case/person-key.ts';
import type { Kms } from './aws/kms.ts';
import { DynamoError, dynamo } from './engine/call.ts';
import { type Person, testPeople } from './identity/people.ts';
import { text } from './template/json.ts';
import { TemplateError, type World } from './template/world.ts';

/** The working key of persons: one MAC of KMS. */
function workingKey(kms: Kms, world: World): Buffer {
  const KeyId = parameter(world, 'person-key-arn');
  const Message = Buffer.from(PERSON_KEY_MESSAGE).toString('base64');
  const { Mac } = kms.answer('GenerateMac', { KeyId, MacAlgorithm: 'HMAC_SHA_256', Message });
  return Buffer.from(text(Mac), 'base64');
}

function parameter(world: World, name: string): string {
  const value = world.parameters.get(`/kladka/${name}`);
  if (!value) throw new TemplateError(`no stack has the parameter /kladka/${name}`);
  return value;
}

const nameOf = ({ family_name, given_name, middle_name }: Person): string =>
  `${family_name} ${given_name} ${middle_name}`;

const strings = (item: object) => Object.fromEntries(Object.entries(item).map(([name, S]) => [name, { S }]));

/** Writes the appointments of the test officers that are not there yet, in the item shape of functions/store. */
export async function seedAppointments(engine: string, world: World, kms: Kms): Promise<void> {
  const TableName = parameter(world, 'platform-table');
  const key = workingKey(kms, world);
  const items = testPeople.flatMap((officer) => {
    // an officer is known by `sub` alone
    const person = personKey(key, { sub: officer.id }) ?? '';
    const known = { person, name: nameOf(officer), order: 'test' };
    return (officer.appointments ?? []).flatMap((one) => appointmentItems({ ...known, ...one }, 'test'));
  });
  for (const item of items)
    await dynamo(engine, 'PutItem', {
      TableName,
      Item: strings(item),
      // what an administrator changed since stays changed
      ConditionExpression: 'attribute_not_exists(pk)',
    }).catch((error: unknown) => {
      if (!(error instanceof DynamoError) || error.code !== 'ConditionalCheckFailedException') throw error;
    });
}
