import { Aws } from 'aws-cdk-lib/core';

/** Queues are named, so that prefix and id give the URL (docs/rooms.md). */
export const queueName = {
  connector: (id: string) => `kladka-connector-${id}`,
  service: (id: string) => `kladka-service-${id}`,
  undispatched: 'kladka-undispatched',
};

/** The SES configuration set of a connector that sends mail. */
export const mailSet = (connector: string): string => `kladka-connector-${connector}`;

/** Parameters by which the stacks find each other. */
export const parameterNames = [
  'cases-table',
  'registries-table',
  'platform-table',
  'files-bucket',
  'bundles-bucket',
  'key-arn',
  'person-key-arn',
  'token-key-arn',
  'seal-key-arn',
  'api-id',
  'queues-prefix',
  'origin',
  'alarms-topic',
  'release-arn',
] as const;
export type ParameterName = (typeof parameterNames)[number];

/** The path of a parameter in SSM. */
export const parameterPath = (name: ParameterName): string => `/kladka/${name}`;

/** Bucket names hold account and region: S3's names are the world's. */
export const bucketName = (name: string): string => `kladka-${name}-${Aws.ACCOUNT_ID}-${Aws.REGION}`;

/** An ARN in this account and region, whichever they turn out to be. */
export const arn = (service: string, rest: string): string =>
  `arn:${Aws.PARTITION}:${service}:${Aws.REGION}:${Aws.ACCOUNT_ID}:${rest}`;

/** ARN of a table by its name. */
export const tableArn = (table: string): string => arn('dynamodb', `table/${table}`);

/** ARN of the objects of a bucket under a prefix. */
export const objectsArn = (bucket: string, prefix = ''): string =>
  `arn:${Aws.PARTITION}:s3:::${bucket}/${prefix}*`;

/** ARN of the queues of that kind, or of one. */
export const queueArn = (name: string): string => arn('sqs', name);

/** ARN of a bucket by its name. */
export const bucketArn = (bucket: string): string => `arn:${Aws.PARTITION}:s3:::${bucket}`;
