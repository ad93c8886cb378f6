import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '../template/json.ts';

// A small cloud assembly as the synthesis would write it, for tests of what runs one.

const role = (statements: JsonObject[]): JsonObject => ({
  Type: 'AWS::IAM::Role',
  Properties: { Policies: [{ PolicyDocument: { Statement: statements } }] },
});
const allow = (Action: string[], Resource: unknown, Condition?: JsonObject): JsonObject =>
  ({ Effect: 'Allow', Action, Resource, ...(Condition ? { Condition } : {}) }) as JsonObject;
const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const objectsOf = (id: string) => ({ 'Fn::Join': ['', [arnOf(id), '/a/*']] });

const lambda = (name: string, roleId: string, more: JsonObject = {}): JsonObject => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    FunctionName: name,
    Runtime: 'nodejs24.x',
    Handler: `index.${name}`,
    Code: { S3Bucket: 'assets', S3Key: 'code.zip' },
    Role: arnOf(roleId),
    Timeout: 5,
    Environment: {
      Variables: {
        TABLE: { Ref: 'Table' },
        QUEUE: { Ref: 'Queue' },
        FILES: { Ref: 'Files' },
        KEY: { Ref: 'Key' },
      },
    },
    ...more,
  },
});

const TEMPLATE: JsonObject = {
  Resources: {
    Table: {
      Type: 'AWS::DynamoDB::GlobalTable',
      Properties: {
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        AttributeDefinitions: [
          { AttributeName: 'pk', AttributeType: 'S' },
          { AttributeName: 'sk', AttributeType: 'S' },
        ],
        StreamSpecification: { StreamViewType: 'KEYS_ONLY' },
      },
    },
    Files: {
      Type: 'AWS::S3::Bucket',
      Properties: {
        CorsConfiguration: {
          CorsRules: [
            {
              AllowedOrigins: ['http://portal.test'],
              AllowedMethods: ['POST', 'GET'],
              AllowedHeaders: ['*'],
            },
          ],
        },
      },
    },
    Key: { Type: 'AWS::KMS::Key', Properties: { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' } },
    Dead: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'dead' } },
    Queue: {
      Type: 'AWS::SQS::Queue',
      Properties: {
        QueueName: 'work',
        RedrivePolicy: { deadLetterTargetArn: arnOf('Dead'), maxReceiveCount: 2 },
      },
    },
    ApiRole: role([
      allow(['dynamodb:PutItem', 'dynamodb:GetItem', 'dynamodb:Query'], arnOf('Table'), {
        'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['mine#*', 'o#*'] },
      }),
      allow(['sqs:SendMessage'], arnOf('Queue')),
      allow(['s3:PutObject', 's3:GetObject', 's3:GetObjectVersion'], objectsOf('Files')),
      allow(['kms:Sign', 'kms:GetPublicKey'], arnOf('Key')),
    ]),
    WorkRole: role([
      allow(['dynamodb:PutItem'], arnOf('Table'), {
        'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['done#*'] },
      }),
    ]),
    Api: lambda('api', 'ApiRole'),
    Slow: lambda('slow', 'ApiRole', { Timeout: 1 }),
    Work: lambda('work', 'WorkRole'),
    Stream: lambda('stream', 'WorkRole'),
    Feed: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        EventSourceArn: arnOf('Queue'),
        FunctionName: { Ref: 'Work' },
        BatchSize: 10,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
      },
    },
    Flow: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        EventSourceArn: { 'Fn::GetAtt': ['Table', 'StreamArn'] },
        FunctionName: { Ref: 'Stream' },
        StartingPosition: 'TRIM_HORIZON',
        FilterCriteria: {
          Filters: [
            { Pattern: '{"eventName":["INSERT"],"dynamodb":{"Keys":{"pk":{"S":[{"prefix":"o#"}]}}}}' },
          ],
        },
      },
    },
    Integration: { Type: 'AWS::ApiGatewayV2::Integration', Properties: { IntegrationUri: arnOf('Api') } },
    Route: {
      Type: 'AWS::ApiGatewayV2::Route',
      Properties: {
        RouteKey: 'ANY /api/{proxy+}',
        Target: { 'Fn::Join': ['/', ['integrations', { Ref: 'Integration' }]] },
      },
    },
  },
};

/** Writes the assembly and the code of its functions; answers the folder. */
export function writeAssembly(
  code: string,
  folder = mkdtempSync(join(tmpdir(), 'kladka-assembly-')),
): string {
  mkdirSync(join(folder, 'asset.code'), { recursive: true });
  writeFileSync(join(folder, 'asset.code/index.mjs'), code);
  const assets = {
    files: { one: { source: { path: 'asset.code' }, destinations: { here: { objectKey: 'code.zip' } } } },
  };
  const manifest = {
    artifacts: { Small: { type: 'aws:cloudformation:stack', properties: { templateFile: 'Small.json' } } },
  };
  writeFileSync(join(folder, 'Small.json'), JSON.stringify(TEMPLATE));
  writeFileSync(join(folder, 'Small.assets.json'), JSON.stringify(assets));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}

/** A port from which on so many in a row are most probably free. */
export function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
