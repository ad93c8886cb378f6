import { CfnRoute } from 'aws-cdk-lib/aws-apigatewayv2';
import { CfnDistribution } from 'aws-cdk-lib/aws-cloudfront';
import { CfnPolicy, CfnRole } from 'aws-cdk-lib/aws-iam';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import { type App, CfnResource, Stack, Validations } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';

// Every departure from the rules of AwsSolutions, and why. What fits no line here stops the synthesis.

/** Rules that a kind of resource breaks on purpose. */
const rules: { id: string; fits: (node: IConstruct) => boolean; reason: string }[] = [
  {
    id: 'AwsSolutions-APIG4',
    fits: (node) => node instanceof CfnRoute,
    reason:
      'Functions verify our own token themselves: API Gateway wants a reachable issuer when an authorizer is made, which our own origin is not yet (docs/design.md, section 7).',
  },
  {
    id: 'AwsSolutions-CFR1',
    fits: (node) => node instanceof CfnDistribution,
    reason: 'Citizens apply from abroad too.',
  },
  {
    id: 'AwsSolutions-CFR4',
    fits: (node) => node instanceof CfnDistribution,
    reason:
      "Without a domain CloudFront's own certificate serves, whose TLS version cannot be chosen; with the context «domain» TLS 1.2 of 2021 is the least.",
  },
  {
    id: 'AwsSolutions-SQS3',
    fits: (node) => node instanceof CfnQueue && node.node.path.includes('/Undispatched/'),
    reason: 'It takes what the stream could not hand over: it is itself where dead letters lie.',
  },
];

/** Wildcards in resources: each is the objects under a prefix, or things whose names are not known here. */
const wildcards: { fits: RegExp; reason: string }[] = [
  { fits: /^\*$/, reason: 'X-Ray and the list of streams know no resources.' },
  {
    fits: /:s3:::<[^>]+>\/(bundles|[a-z0-9-]+)\/\*$/,
    reason: 'Objects under a prefix: the bundles, or the files of one service.',
  },
  {
    fits: /:s3:::<BucketsFiles[^>]*>\/\*$/,
    reason: 'The scanner and the connector that draws documents serve every service.',
  },
  {
    fits: /:s3:::<BucketsFiles[^>]*>\/\*\/documents\/\*$/,
    reason: 'The connector of mail sends issued documents of every service with its letters.',
  },
  { fits: /:s3:::<BucketsRoots[^>]*>\/\*$/, reason: 'Roots lie under their day.' },
  {
    fits: /^<BucketsFiles[^>]*\.Arn>\/\*$/,
    reason: 'GuardDuty looks at every file that is uploaded.',
  },
  {
    fits: /:s3:::cdk-[a-z0-9]+-assets-.*\/\*$/,
    reason: 'The release function reads compiled definitions, which lie under their hash among the assets.',
  },
  {
    fits: /:sqs:.*:kladka-service-\*$/,
    reason:
      'Answers go to the queue of the service that the case is of; the platform does not know the services.',
  },
  {
    fits: /:lambda:.*:function:kladka-[a-z0-9-]*\*$/,
    reason: 'CodeDeploy shifts the aliases of all functions of its stack, which carry its name.',
  },
  {
    fits: /:cloudwatch:.*:alarm:\*$/,
    reason: 'CodeDeploy asks for the state of alarms, whose names CloudFormation makes.',
  },
  {
    fits: /:events:.*:rule\/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3\*$/,
    reason: 'GuardDuty makes this rule under a name of its own and manages it alone.',
  },
  {
    fits: /:ses:.*:identity\/\*$/,
    reason: 'While the account is in the sandbox SES asks for the addressee too.',
  },
  {
    fits: /:secretsmanager:.*:secret:.*-\?{6}$/,
    reason: 'Secrets Manager adds six characters of its own to the name of a secret.',
  },
];

/** What CDK brings along to fill the web bucket and to carry values between regions; not ours to change. */
const brought =
  /^(Custom::CDKBucketDeployment|Custom::CrossRegionExport)|^KladkaPlatform\/(Custom::CDKBucketDeployment|ExportsReader)|\/(Custom::CDKBucketDeployment|Custom::CrossRegionExport)/;
const broughtReason =
  "CDK's own helper, which only a deployment calls: it fills the web bucket, or carries a value between regions.";

/** Acknowledges what is listed above, resource by resource. */
export function acknowledge(app: App): void {
  for (const node of app.node.findAll()) {
    for (const { id, fits, reason } of rules)
      if (fits(node)) Validations.of(node).acknowledge({ id, reason });
    const foreign = brought.test(node.node.path);
    for (const resource of wildcardsOf(node)) {
      const reason =
        wildcards.find(({ fits }) => fits.test(resource))?.reason ?? (foreign ? broughtReason : undefined);
      if (reason)
        Validations.of(node).acknowledge({ id: `AwsSolutions-IAM5[Resource::${resource}]`, reason });
    }
    if (foreign) acknowledgeBrought(node);
  }
}

function acknowledgeBrought(node: IConstruct): void {
  const say = (id: string) => Validations.of(node).acknowledge({ id, reason: broughtReason });
  if (node instanceof CfnFunction) say('AwsSolutions-L1');
  if (!(node instanceof CfnRole || node instanceof CfnPolicy || CfnResource.isCfnResource(node))) return;
  say(
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
  );
  for (const action of ['s3:GetObject*', 's3:GetBucket*', 's3:List*', 's3:DeleteObject*', 's3:Abort*'])
    say(`AwsSolutions-IAM5[Action::${action}]`);
}

interface Statement {
  Resource?: unknown;
}
interface Document {
  Statement?: Statement[];
}

/** The resources with a wildcard that a role or policy names, written as the rules write them. */
function wildcardsOf(node: IConstruct): string[] {
  if (!(node instanceof CfnRole || node instanceof CfnPolicy)) return [];
  const stack = Stack.of(node);
  const documents: Document[] = [];
  if (node instanceof CfnRole)
    for (const policy of (stack.resolve(node.policies) ?? []) as { policyDocument: Document }[])
      documents.push(policy.policyDocument);
  if (node instanceof CfnPolicy) documents.push(stack.resolve(node.policyDocument) as Document);
  return documents
    .flatMap((document) => document.Statement ?? [])
    .flatMap(({ Resource }) => (Array.isArray(Resource) ? Resource : [Resource]))
    .map(flat)
    .filter((resource) => resource.includes('*') || resource.includes('??????'));
}

/** `arn:<AWS::Partition>:s3:::<Bucket>/*` for a Join with references. */
function flat(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  const [name, argument] = Object.entries(value)[0] ?? [];
  if (name === 'Ref') return `<${String(argument)}>`;
  if (name === 'Fn::GetAtt') return `<${(argument as string[]).join('.')}>`;
  if (name === 'Fn::Join') return ((argument as [string, unknown[]])[1] ?? []).map(flat).join('');
  return '';
}
