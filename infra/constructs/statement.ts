import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Aws } from 'aws-cdk-lib/core';

/** A statement of exactly these actions on exactly these resources; a wildcard in an action is refused at once. */
export function allow(
  actions: string[],
  resources: string[],
  conditions?: Record<string, unknown>,
): PolicyStatement {
  const wide = actions.find((action) => action.includes('*'));
  if (wide) throw new Error(`Action ${wide}: name each action, a wildcard grants what nobody asked for.`);
  return new PolicyStatement({
    effect: Effect.ALLOW,
    actions,
    resources,
    ...(conditions ? { conditions } : {}),
  });
}

/** DynamoDB actions on items whose partition key fits one of the patterns. */
export function allowItems(actions: string[], table: string, keys: string[]): PolicyStatement {
  return allow(
    actions.map((action) => `dynamodb:${action}`),
    [table],
    { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': keys } },
  );
}

/** Use of the data key on behalf of these AWS services only, never by itself. */
export function allowDataKey(
  keyArn: string,
  services: ('dynamodb' | 's3' | 'sqs' | 'sns')[],
): PolicyStatement {
  return allow(['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:DescribeKey'], [keyArn], {
    StringEquals: { 'kms:ViaService': services.map((service) => `${service}.${Aws.REGION}.amazonaws.com`) },
  });
}

/** All that reads items. */
export const READ = ['GetItem', 'BatchGetItem', 'Query'];
/** All that writes single items, in transactions too. */
export const WRITE = ['PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'];
