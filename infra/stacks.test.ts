import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assemble } from './assembly.ts';
import { makeProject } from './fixtures/project.ts';

// biome-ignore lint/suspicious/noExplicitAny: a template is data of any shape, and only read here
type Data = any;
interface Resource {
  Type: string;
  Properties: Record<string, never>;
}
interface Statement {
  Action: string | string[];
  Resource: unknown;
  Condition?: Record<string, Record<string, string | string[]>>;
}

const root = makeProject();
let templates: Record<
  string,
  { Resources: Record<string, Resource>; Parameters?: Record<string, { Default: string }> }
>;

beforeAll(async () => {
  const app = await assemble({ root, outdir: join(root, 'cdk.out'), context: { stage: 'local' } });
  templates = Object.fromEntries(app.synth().stacks.map(({ stackName, template }) => [stackName, template]));
}, 60_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

const SERVICE = 'KladkaService-residence-registration';
const of = (stack: string, type: string) =>
  Object.entries(templates[stack]?.Resources ?? {}).filter(([, resource]) => resource.Type === type);
const everywhere = (type: string) => Object.keys(templates).flatMap((stack) => of(stack, type));
const properties = (entries: [string, Resource][]) =>
  entries.map(([, resource]) => resource.Properties as Data);
const list = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);
const statements = (stack: string, role: RegExp): Statement[] =>
  of(stack, 'AWS::IAM::Role')
    .filter(([id]) => role.test(id))
    .flatMap(([, { Properties }]) =>
      ((Properties as Data).Policies ?? []).flatMap((p: Data) => p.PolicyDocument.Statement),
    );
const keysOf = (stack: string, role: RegExp, table: string): string[] =>
  statements(stack, role)
    .filter(({ Resource }) => JSON.stringify(Resource).includes(table))
    .filter(({ Condition }) => Condition)
    .flatMap(({ Condition }) => list(Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'] ?? []));

describe('what is stored', () => {
  it('is in tables encrypted by our key, restorable, kept when the stack goes', () => {
    const tables = of('KladkaPlatform', 'AWS::DynamoDB::GlobalTable');
    expect(tables).toHaveLength(3);
    for (const table of properties(tables)) {
      expect(table.SSESpecification).toMatchObject({ SSEEnabled: true, SSEType: 'KMS' });
      expect(table.Replicas[0]).toMatchObject({
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        DeletionProtectionEnabled: true,
      });
      expect(table.TimeToLiveSpecification).toMatchObject({ AttributeName: 'ttl', Enabled: true });
    }
  });

  it('has one stream, of keys alone: nothing personal goes through it', () => {
    const streams = properties(of('KladkaPlatform', 'AWS::DynamoDB::GlobalTable')).map(
      (t) => t.StreamSpecification,
    );
    expect(streams.filter(Boolean)).toEqual([{ StreamViewType: 'KEYS_ONLY' }]);
  });

  it('is in buckets that nobody reaches from outside, encrypted, versioned, by TLS only', () => {
    const buckets = of('KladkaPlatform', 'AWS::S3::Bucket');
    expect(buckets).toHaveLength(5);
    for (const bucket of properties(buckets)) {
      expect(Object.values(bucket.PublicAccessBlockConfiguration)).toEqual([true, true, true, true]);
      expect(bucket.BucketEncryption).toBeDefined();
      expect(bucket.VersioningConfiguration).toEqual({ Status: 'Enabled' });
      expect(bucket.LifecycleConfiguration.Rules.length).toBeGreaterThan(0);
    }
    const policies = properties(of('KladkaPlatform', 'AWS::S3::BucketPolicy'));
    expect(policies).toHaveLength(5);
    for (const policy of policies)
      expect(JSON.stringify(policy)).toContain('"Bool":{"aws:SecureTransport":"false"}');
  });

  it('keeps roots so that nobody may change them for ten years', () => {
    const locked = properties(of('KladkaPlatform', 'AWS::S3::Bucket')).filter((b) => b.ObjectLockEnabled);
    expect(locked).toHaveLength(1);
    expect(locked[0].ObjectLockConfiguration.Rule.DefaultRetention).toEqual({
      Mode: 'COMPLIANCE',
      Days: 3653,
    });
  });

  it('lets pages of the one origin, and of no other, ask the files bucket', () => {
    const open = properties(of('KladkaPlatform', 'AWS::S3::Bucket')).filter((b) => b.CorsConfiguration);
    expect(open).toHaveLength(1);
    expect(JSON.stringify(open[0].CorsConfiguration.CorsRules[0].AllowedOrigins)).not.toContain('"*"');
  });

  it('waits in queues that are encrypted and have dead letters', () => {
    for (const queue of properties(everywhere('AWS::SQS::Queue'))) {
      expect(queue.SqsManagedSseEnabled).toBe(true);
      if (!/-dead$|undispatched$/.test(queue.QueueName)) expect(queue.RedrivePolicy.maxReceiveCount).toBe(5);
    }
  });
});

describe('least privilege', () => {
  it('no policy of ours has a wildcard in an action', () => {
    for (const stack of Object.keys(templates))
      for (const { Action } of statements(stack, /./)) expect(list(Action).join()).not.toContain('*');
  });

  it('no function has a managed policy or shares its role', () => {
    const functions = properties(everywhere('AWS::Lambda::Function')).filter(
      (f) => f.Runtime === 'nodejs24.x',
    );
    const ours = functions.filter((f) => f.FunctionName?.startsWith?.('kladka-'));
    expect(ours.length).toBeGreaterThan(15);
    const roles = ours.map((f) => JSON.stringify(f.Role) + f.FunctionName.split('-')[1]);
    expect(new Set(roles).size).toBe(ours.length);
    for (const [id, role] of everywhere('AWS::IAM::Role'))
      if (!id.startsWith('Custom')) expect(role.Properties).not.toHaveProperty('ManagedPolicyArns');
  });

  it('functions of a service touch the items of their service, and add to the outbox', () => {
    for (const role of [/^ApplicantRole/, /^OfficerRole/, /^WorkerRole/])
      expect([...new Set(keysOf(SERVICE, role, 'cases'))]).toEqual(['residence-registration#*', 'o#*']);
    const outbox = statements(SERVICE, /^ApplicantRole/).find(({ Condition }) =>
      JSON.stringify(Condition)?.includes('"o#*"'),
    );
    expect(outbox?.Action).toBe('dynamodb:PutItem');
    const open = statements(SERVICE, /Role/).filter(({ Resource }) =>
      JSON.stringify(Resource).includes('/index/open'),
    );
    expect(open.map(({ Action }) => Action)).toEqual(['dynamodb:Query']);
  });

  it('of all functions, those that take what is filled in call the connectors that its form asks, and no other', () => {
    const calls = (role: RegExp) =>
      statements(SERVICE, role)
        .filter(({ Action }) => list(Action).includes('lambda:InvokeFunction'))
        .filter(({ Resource }) => JSON.stringify(Resource).includes('kladka-connector-'))
        .map(({ Resource }) => JSON.stringify(Resource));
    for (const role of [/^ApplicantRole/, /^OfficerRole/])
      expect(calls(role)).toEqual([expect.stringMatching(/function:kladka-connector-real-rights:live/)]);
    expect(calls(/^WorkerRole/)).toEqual([]);
  });

  it('a connector touches its own outbox only, and a registry connector its own registry', () => {
    expect(keysOf('KladkaPlatform', /^Connectoremail.*Role/, 'Cases')).toEqual(['o#email#*']);
    const registry = keysOf('KladkaPlatform', /^Connectorresidenceregistry.*Role/, 'Registries');
    expect(registry).toEqual(['residence#*']);
  });

  it('a connector sends to the queues of answers and to its own, where it waits for its next try', () => {
    const sends = statements('KladkaPlatform', /^Connectoremail.*Role/)
      .filter(({ Action }) => list(Action).includes('sqs:SendMessage'))
      .flatMap(({ Resource }) => list(Resource as Data).map((one) => JSON.stringify(one)));
    expect(sends.map((arn) => /kladka-[a-z-]+\*?/.exec(arn)?.[0]).sort()).toEqual([
      'kladka-connector-email',
      'kladka-service-*',
    ]);
  });

  it('a mail connector sends under its own configuration set, and is told of what SES took without the address', () => {
    const mail = statements('KladkaPlatform', /^Connectoremail.*Role/).find(({ Action }) =>
      list(Action).includes('ses:SendEmail'),
    );
    expect(JSON.stringify(mail?.Resource)).toContain('configuration-set/kladka-connector-email');
    const [rule] = properties(of('KladkaPlatform', 'AWS::Events::Rule')).filter((one) =>
      one.EventPattern.source.includes('aws.ses'),
    );
    expect(rule.EventPattern.detail.mail.tags['ses:configuration-set']).toEqual(['kladka-connector-email']);
    const [{ InputTransformer }] = rule.Targets;
    expect(Object.values(InputTransformer.InputPathsMap).sort()).toEqual([
      '$.detail.mail.messageId',
      '$.detail.mail.tags.effect',
    ]);
  });

  it('only what must may sign: tokens by session, documents by the document connector', () => {
    const signers = of('KladkaPlatform', 'AWS::IAM::Role').filter(([id]) =>
      statements('KladkaPlatform', new RegExp(`^${id}$`)).some(({ Action }) =>
        list(Action).includes('kms:Sign'),
      ),
    );
    expect(signers.map(([id]) => id.replace(/(Function)?Role[0-9A-F]{8}$/, '')).sort()).toEqual([
      'Connectordocument',
      'Session',
    ]);
  });

  it('services find the platform by parameters only', () => {
    expect(JSON.stringify(templates[SERVICE])).not.toContain('Fn::ImportValue');
    for (const { Default } of Object.values(templates[SERVICE]?.Parameters ?? {}))
      expect(Default).toMatch(/^\/(kladka|cdk-bootstrap)\//);
  });
});

describe('operations', () => {
  it('every function keeps its log for a while, is traced, and is shifted by a guarded canary', () => {
    for (const group of properties(everywhere('AWS::Logs::LogGroup')))
      expect(group.RetentionInDays).toBeGreaterThan(0);
    const ours = properties(everywhere('AWS::Lambda::Function')).filter((f) => f.FunctionName);
    for (const made of ours) {
      expect(made).toMatchObject({
        Architectures: ['arm64'],
        Runtime: 'nodejs24.x',
        TracingConfig: { Mode: 'Active' },
      });
      expect(made.LoggingConfig.LogGroup).toBeDefined();
    }
    const groups = properties(everywhere('AWS::CodeDeploy::DeploymentGroup'));
    expect(groups).toHaveLength(ours.length);
    for (const group of groups) expect(group.AlarmConfiguration.Alarms.length).toBeGreaterThan(0);
  });

  it('every function that answers people knows the limits of a person', () => {
    for (const made of properties(everywhere('AWS::Lambda::Function')).filter((f) => f.FunctionName))
      expect(made.Environment.Variables).toMatchObject({
        KLADKA_WRITES_A_MINUTE: '120',
        KLADKA_SUBMITS_A_DAY: '50',
        KLADKA_LOOKUPS_A_DAY: '200',
      });
  });

  it('alarms watch what people would feel, and ring', () => {
    const alarms = properties(everywhere('AWS::CloudWatch::Alarm'));
    for (const alarm of alarms) expect(alarm.AlarmActions).toHaveLength(1);
    const watched = alarms.map(({ MetricName }) => MetricName);
    for (const metric of [
      'OldestOutboxSeconds',
      'OldestTimerSeconds',
      'DeadEffects',
      'ApproximateAgeOfOldestMessage',
      'Throttles',
      'Errors',
    ])
      expect(watched).toContain(metric);
    expect(of('KladkaPlatform', 'AWS::Budgets::Budget')).toHaveLength(1);
    expect(of('KladkaPlatform', 'AWS::CloudWatch::Dashboard')).toHaveLength(1);
  });

  it('what works in silence is missed when it stops: the minute sweep, the hourly roots', () => {
    const alarms = properties(of('KladkaPlatform', 'AWS::CloudWatch::Alarm'));
    for (const metric of ['OldestOutboxSeconds', 'OldestTimerSeconds'])
      expect(alarms.find(({ MetricName }) => MetricName === metric)).toMatchObject({
        TreatMissingData: 'breaching',
        EvaluationPeriods: 3,
      });
    const failing = of('KladkaPlatform', 'AWS::CloudWatch::Alarm').filter(([id]) =>
      /^Roots.*Failing/.test(id),
    );
    expect(properties(failing)).toMatchObject([{ Threshold: 1 }]);
  });

  it('connectors are held to the concurrency of their definition', () => {
    const [registry] = properties(of('KladkaPlatform', 'AWS::Lambda::Function')).filter(
      (f) => f.FunctionName === 'kladka-connector-email',
    );
    expect(registry.ReservedConcurrentExecutions).toBeGreaterThan(0);
  });
});

describe('the edge', () => {
  it('counts, but does not block, what the body of an application looks like', () => {
    const [acl] = properties(of('KladkaEdge', 'AWS::WAFv2::WebACL'));
    const common = acl.Rules.find((rule: Data) => rule.Name === 'AWSManagedRulesCommonRuleSet');
    const overrides = common.Statement.ManagedRuleGroupStatement.RuleActionOverrides;
    expect(overrides.map(({ Name }: { Name: string }) => Name)).toContain('SizeRestrictions_BODY');
    for (const { ActionToUse } of overrides) expect(ActionToUse).toEqual({ Count: {} });
  });

  it('lets thousands behind one address through', () => {
    const [acl] = properties(of('KladkaEdge', 'AWS::WAFv2::WebACL'));
    for (const { Statement } of acl.Rules)
      if (Statement.RateBasedStatement)
        expect(Statement.RateBasedStatement.Limit).toBeGreaterThanOrEqual(6000);
  });

  it('sends a content security policy without eval and without anything inline', () => {
    const [policy] = properties(of('KladkaPlatform', 'AWS::CloudFront::ResponseHeadersPolicy'));
    const csp = JSON.stringify(
      policy.ResponseHeadersPolicyConfig.SecurityHeadersConfig.ContentSecurityPolicy,
    );
    expect(csp).not.toMatch(/unsafe|\*/);
    expect(csp).toContain("connect-src 'self' https://kladka-files-");
  });

  it('never makes an error of the API a page', () => {
    const [distribution] = properties(of('KladkaPlatform', 'AWS::CloudFront::Distribution'));
    expect(distribution.DistributionConfig).not.toHaveProperty('CustomErrorResponses');
  });

  it('has no authorizer, is throttled and logged', () => {
    expect(everywhere('AWS::ApiGatewayV2::Authorizer')).toEqual([]);
    const [stage] = properties(of('KladkaPlatform', 'AWS::ApiGatewayV2::Stage'));
    expect(stage.DefaultRouteSettings.ThrottlingRateLimit).toBeGreaterThan(0);
    expect(stage.AccessLogSettings.Format).not.toMatch(/sourceIp|queryString|userAgent/);
  });
});
