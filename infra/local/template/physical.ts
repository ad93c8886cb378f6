import { createHash } from 'node:crypto';
import { type JsonObject, text } from './json.ts';

/** The account and region that everything on one machine pretends to live in. */
export const ACCOUNT = '111111111111';
export const REGION = 'eu-central-1';

/** The addresses that take the place of AWS's own on this machine. */
export type Addresses = {
  origin: string;
  identity: string;
  s3: string;
  aws: string;
  dynamodb: string;
};

/** A resource as far as its physical id and attributes depend on it. */
export type Resource = { stack: string; id: string; type: string; properties: JsonObject };

const short = (name: string): string => {
  if (name.length <= 60) return name;
  return `${name.slice(0, 51)}-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
};

/** A key id in the form that KMS uses, the same for the same resource on every start. */
const keyId = (name: string): string => {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
};

const NAME_PROPERTY: Record<string, string> = {
  'AWS::S3::Bucket': 'BucketName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::DynamoDB::GlobalTable': 'TableName',
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::IAM::Role': 'RoleName',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::SSM::Parameter': 'Name',
  'AWS::KMS::Alias': 'AliasName',
};

/** The name of a resource: the one that the template gives, else one made of stack and logical id. */
export function nameOf({ stack, id, type, properties }: Resource): string {
  const given = text(properties[NAME_PROPERTY[type] ?? 'Name']);
  if (given !== '') return given;
  const made = short(`${stack}-${id}`);
  return type === 'AWS::S3::Bucket' ? made.toLowerCase() : made;
}

const arn = (service: string, rest: string, region = REGION, account = ACCOUNT): string =>
  `arn:aws:${service}:${region}:${account}:${rest}`;

/** The ARN of a resource, as IAM policies of the template name it. */
export function arnOf(resource: Resource): string {
  const name = nameOf(resource);
  switch (resource.type) {
    case 'AWS::S3::Bucket':
      return `arn:aws:s3:::${name}`;
    case 'AWS::SQS::Queue':
      return arn('sqs', name);
    case 'AWS::DynamoDB::GlobalTable':
    case 'AWS::DynamoDB::Table':
      return arn('dynamodb', `table/${name}`);
    case 'AWS::Lambda::Function':
      return arn('lambda', `function:${name}`);
    case 'AWS::IAM::Role':
      return arn('iam', `role/${name}`, '');
    case 'AWS::SNS::Topic':
      return arn('sns', name);
    case 'AWS::KMS::Key':
      return arn('kms', `key/${keyId(name)}`);
    case 'AWS::Cognito::UserPool':
      return arn('cognito-idp', `userpool/${REGION}_${name}`);
    case 'AWS::Lambda::LayerVersion':
      return arn('lambda', `layer:${name}:1`);
    case 'AWS::SSM::Parameter':
      return arn('ssm', `parameter${name.startsWith('/') ? '' : '/'}${name}`);
    default:
      return arn(resource.type.split('::')[1]?.toLowerCase() ?? 'local', name);
  }
}

/** What `Ref` gives for a resource. `alias` tells the function of a version or alias. */
export function refOf(resource: Resource, addresses: Addresses): string {
  const name = nameOf(resource);
  switch (resource.type) {
    case 'AWS::SQS::Queue':
      return `${addresses.aws}/${ACCOUNT}/${name}`;
    case 'AWS::KMS::Key':
      return keyId(name);
    case 'AWS::SNS::Topic':
    case 'AWS::Lambda::LayerVersion':
      return arnOf(resource);
    case 'AWS::Lambda::Alias':
      return qualified(resource, text(resource.properties.Name));
    case 'AWS::Lambda::Version':
      return qualified(resource, '1');
    case 'AWS::Cognito::UserPool':
      return `${REGION}_${name}`;
    default:
      return name;
  }
}

/** What `Fn::GetAtt` gives. Attributes nobody on this machine reads get a telling stand-in. */
export function attributeOf(resource: Resource, attribute: string, addresses: Addresses): string {
  const name = nameOf(resource);
  switch (`${resource.type}.${attribute}`) {
    case 'AWS::SQS::Queue.QueueName':
      return name;
    case 'AWS::SQS::Queue.QueueUrl':
      return refOf(resource, addresses);
    case 'AWS::DynamoDB::GlobalTable.StreamArn':
    case 'AWS::DynamoDB::Table.StreamArn':
      return `${arnOf(resource)}/stream/local`;
    case 'AWS::KMS::Key.KeyId':
      return keyId(name);
    case 'AWS::Cognito::UserPool.ProviderURL':
      return `${addresses.identity}/officer`;
    case 'AWS::CloudFront::Distribution.DomainName':
      return new URL(addresses.origin).host;
    case 'AWS::SSM::Parameter.Value':
      return text(resource.properties.Value);
    case 'AWS::Lambda::Version.Version':
      return '1';
    case 'AWS::ApiGatewayV2::Api.ApiEndpoint':
      return addresses.origin;
    case 'AWS::S3::Bucket.RegionalDomainName':
    case 'AWS::S3::Bucket.DomainName':
      return `${name}.s3.${REGION}.amazonaws.com`;
    case 'AWS::Lambda::Alias.AliasArn':
      return refOf(resource, addresses);
    default:
      return attribute === 'Arn' || attribute.endsWith('Arn') ? arnOf(resource) : `${attribute}-of-${name}`;
  }
}

/** The ARN of an alias or a version: CloudFormation's `Ref` gives that, not a name. */
function qualified({ properties }: Resource, qualifier: string): string {
  const name = text(properties.FunctionName);
  const arn = name.startsWith('arn:') ? name : `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${name}`;
  return `${arn}:${qualifier}`;
}
