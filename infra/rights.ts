import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Aws } from 'aws-cdk-lib/core';
import type { ConnectorEntry } from './catalogue.ts';
import { allow, allowDataKey, allowItems, READ, WRITE } from './constructs/statement.ts';
import { arn, bucketArn, mailSet, objectsArn, queueArn, queueName, tableArn } from './names.ts';
import type { Platform } from './platform.ts';

// What each function may do, and nothing else. Infra/local asks the same policies.

type Rights = (platform: Platform) => PolicyStatement[];

const index = (table: string, name: string): string => `${tableArn(table)}/index/${name}`;
const onCases = (p: Platform, actions: string[], keys: string[]) =>
  allowItems(actions, tableArn(p.cases), keys);
const onPlatform = (p: Platform, actions: string[], keys: string[]) =>
  allowItems(actions, tableArn(p.platform), keys);
const dataKey = (p: Platform) => allowDataKey(p.dataKey, ['dynamodb', 's3']);
const send = (...queues: string[]) => allow(['sqs:SendMessage'], queues.map(queueArn));
const query = (table: string, name: string) => allow(['dynamodb:Query'], [index(table, name)]);

/** Every function behind the API verifies our token and makes the keyed hash of the person. */
const identity = (p: Platform): PolicyStatement[] => [
  allow(['kms:GetPublicKey'], [p.tokenKey]),
  allow(['kms:GenerateMac'], [p.personKey]),
];

const ofService =
  (service: string) =>
  (p: Platform): PolicyStatement[] => [
    onCases(p, [...READ, ...WRITE], [`${service}#*`]),
    onCases(p, ['PutItem'], ['o#*']),
    onPlatform(p, READ, ['appointment#*', 'def#*', 'territory#*', `collect#${service}`]),
    allow(['s3:GetObject', 's3:GetObjectVersion'], [objectsArn(p.bundles, 'bundles/')]),
    dataKey(p),
  ];

const files = (p: Platform, service: string, actions: string[]) =>
  allow(
    actions.map((action) => `s3:${action}`),
    [objectsArn(p.files, `${service}/`)],
  );

/** What a form asks while it is filled in, a connector's function answers at once: of those that the service names. */
const lookUps = (connectors: readonly string[]): PolicyStatement[] =>
  connectors.length === 0
    ? []
    : [
        allow(
          ['lambda:InvokeFunction'],
          connectors.map((id) => arn('lambda', `function:${queueName.connector(id)}:live`)),
        ),
      ];

/**
 * Rights of the three functions of a service: its own items by leading keys, its own files by prefix. `lookups`: the
 * connectors that its form asks; `scheduled`: the registry of ours whose records the calendar begins its cases about.
 */
export const serviceRights = (
  service: string,
  lookups: readonly string[],
  scheduled?: string,
): Record<'applicant' | 'officer' | 'worker', Rights> => ({
  applicant: (p) => [
    ...lookUps(lookups),
    ...ofService(service)(p),
    ...identity(p),
    files(p, service, ['PutObject', 'GetObject', 'GetObjectVersion', 'AbortMultipartUpload']),
  ],
  officer: (p) => [
    ...lookUps(lookups),
    ...ofService(service)(p),
    // what of its cases is open, to take them over to a new version
    allowItems(['Query'], index(p.cases, 'open'), [`${service}#*`]),
    ...identity(p),
    files(p, service, ['PutObject', 'GetObject', 'GetObjectVersion', 'AbortMultipartUpload']),
  ],
  worker: (p) => [
    ...ofService(service)(p),
    onPlatform(p, [...READ, ...WRITE], ['counter#*', 'document#*']),
    // how many tasks each of an office has, where the one who has fewest is drawn; a task may go to another agency's office
    query(p.cases, 'tasks'),
    allow(['kms:GenerateMac'], [p.personKey]),
    files(p, service, ['GetObject', 'GetObjectVersion']),
    ...(scheduled === undefined ? [] : goesThrough(p, service, scheduled)),
  ],
});

/** The records of one registry, which it only reads, page by page: each page puts the next onto its own queue. */
const goesThrough = (p: Platform, service: string, registry: string): PolicyStatement[] => [
  allowItems(['GetItem'], tableArn(p.registries), [`${registry}#*`]),
  allowItems(['Query'], index(p.registries, 'registry'), [registry]),
  send(queueName.service(service)),
];

/** Rights of the platform's functions. `connectors` are the queues that may be woken. */
export const platformRights = (connectors: readonly ConnectorEntry[]): Record<string, Rights> => {
  const connectorQueues = connectors.map(({ id }) => queueName.connector(id));
  const anyService = queueName.service('*');
  return {
    session: (p) => [
      onPlatform(p, [...READ, ...WRITE], ['session#*']),
      onPlatform(p, READ, ['appointment#*']),
      ...identity(p),
      allow(['kms:Sign'], [p.tokenKey]),
      dataKey(p),
    ],
    catalogue: (p) => [
      onPlatform(p, READ, ['def#*', 'territory#*', 'appointment#*', 'collect#*', 'news#*']),
      query(p.cases, 'people'),
      allow(['s3:GetObject'], [objectsArn(p.bundles, 'bundles/')]),
      ...identity(p),
      dataKey(p),
    ],
    workspace: (p) => [
      query(p.cases, 'tasks'),
      query(p.cases, 'people'),
      query(p.cases, 'due'),
      onCases(p, [...READ, 'UpdateItem'], ['o#*']),
      onPlatform(p, READ, ['def#*', 'counter#*', 'territory#*']),
      onPlatform(p, [...READ, ...WRITE], ['appointment#*', 'once#*']),
      // what is replayed is woken at once
      ...(connectorQueues.length > 0 ? [send(...connectorQueues)] : []),
      ...identity(p),
      dataKey(p),
    ],
    definitions: (p) => [
      onPlatform(p, [...READ, ...WRITE], ['def#*', 'once#*']),
      onPlatform(p, READ, ['appointment#*']),
      allow(['s3:GetObject', 's3:PutObject'], [objectsArn(p.bundles, 'bundles/')]),
      ...identity(p),
      dataKey(p),
    ],
    verify: (p) => [
      onPlatform(p, READ, ['document#*', 'def#*']),
      allow(['kms:GetPublicKey'], [p.sealKey]),
      dataKey(p),
    ],
    callbacks: (p) => [
      onPlatform(p, [...READ, ...WRITE], ['callback#*']),
      onPlatform(p, READ, ['def#*']),
      send(anyService),
      ...secrets(connectors.flatMap(({ secrets }) => secrets)),
      dataKey(p),
    ],
    dispatch: (p) => [...(connectorQueues.length > 0 ? [send(...connectorQueues)] : []), dataKey(p)],
    counts: (p) => [onPlatform(p, [...READ, ...WRITE], ['count#*']), dataKey(p)],
    timers: (p) => [query(p.cases, 'due'), send(anyService, ...connectorQueues), dataKey(p)],
    roots: (p) => [
      // the heads of the chains and nothing else of a case
      allow(['dynamodb:Scan'], [tableArn(p.cases)], {
        'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['pk', 'sk', 'seq', 'head', 'changedAt'] },
        StringEqualsIfExists: { 'dynamodb:Select': ['SPECIFIC_ATTRIBUTES'] },
      }),
      allow(['s3:GetObject', 's3:PutObject'], [objectsArn(p.roots ?? '')]),
      // without it a first root would be told «denied» instead of «not there»
      allow(['s3:ListBucket'], [bucketArn(p.roots ?? '')]),
      dataKey(p),
    ],
    scan: (p) => [
      allow(['s3:GetObject', 's3:GetObjectVersion', 's3:GetObjectVersionTagging'], [objectsArn(p.files)]),
      send(anyService),
      dataKey(p),
    ],
    release: (p) => [
      // the assets of the deployment, where CDK put the compiled definitions
      allow(
        ['s3:GetObject'],
        [`arn:${Aws.PARTITION}:s3:::cdk-hnb659fds-assets-${Aws.ACCOUNT_ID}-${Aws.REGION}/*`],
      ),
      // reads what was released before, to write only what differs
      allow(['s3:GetObject', 's3:PutObject'], [objectsArn(p.bundles, 'bundles/')]),
      onPlatform(p, [...READ, ...WRITE, 'BatchWriteItem'], ['def#*', 'territory#*']),
      dataKey(p),
    ],
  };
};

/** What reading the cases table's stream takes, and leaving behind what could not be handed over. */
export const streamRights = (streamArn: string, undispatchedArn: string): PolicyStatement[] => [
  allow(['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'], [streamArn]),
  allow(['dynamodb:ListStreams'], ['*']),
  allow(['sqs:SendMessage'], [undispatchedArn]),
];

const secrets = (names: readonly string[]): PolicyStatement[] =>
  names.length === 0
    ? []
    : [
        allow(
          ['secretsmanager:GetSecretValue'],
          // Secrets Manager adds six characters of its own
          names.map((name) => arn('secretsmanager', `secret:${name}-??????`)),
        ),
      ];

/** What each kind of connector may do beside its own outbox. */
const kindRights: Record<string, (p: Platform, connector: ConnectorEntry) => PolicyStatement[]> = {
  email: (p, { id }) => [
    // a letter with documents is made a raw one by SES
    allow(
      ['ses:SendEmail', 'ses:SendRawEmail'],
      [arn('ses', 'identity/*'), arn('ses', `configuration-set/${mailSet(id)}`)],
      {
        StringEquals: { 'ses:FromAddress': p.sender },
      },
    ),
    // issued documents go with letters; what people uploaded does not
    allow(['s3:GetObject', 's3:GetObjectVersion'], [objectsArn(p.files, '*/documents/')]),
  ],
  document: (p) => [
    allow(['s3:PutObject', 's3:GetObject', 's3:GetObjectVersion'], [objectsArn(p.files)]),
    allow(['s3:GetObject'], [objectsArn(p.bundles, 'bundles/')]),
    allow(['kms:Sign', 'kms:GetPublicKey'], [p.sealKey]),
    onPlatform(p, [...READ, ...WRITE], ['document#*', 'counter#*']),
    // places are printed by their names
    onPlatform(p, READ, ['territory#*']),
  ],
  // what was sent to a collection is kept for the case that collects until it closes
  cases: (p) => [onPlatform(p, [...READ, ...WRITE], ['collect#*'])],
  publish: (p) => [onPlatform(p, [...READ, ...WRITE], ['news#*'])],
  registry: (p, { registry }) =>
    registry
      ? [
          allowItems([...READ, ...WRITE], tableArn(p.registries), [`${registry}#*`]),
          query(p.registries, 'registry'),
        ]
      : [],
};

/** Rights of a connector's function: its own outbox, the queues of answers, its own secrets. */
export const connectorRights =
  (connector: ConnectorEntry): Rights =>
  (p) => [
    onCases(p, [...READ, 'UpdateItem', 'DeleteItem'], [`o#${connector.id}#*`]),
    onPlatform(p, READ, ['def#*']),
    // answers, and its own queue for the next try of what failed
    send(queueName.service('*'), queueName.connector(connector.id)),
    ...secrets(connector.secrets),
    ...(kindRights[connector.kind]?.(p, connector) ?? []),
    dataKey(p),
  ];
