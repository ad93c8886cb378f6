import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { HostedZone } from 'aws-cdk-lib/aws-route53';
import { CfnLoggingConfiguration, CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Settings } from '../settings.ts';

/** Requests in five minutes from one address. Behind one address of a mobile carrier sit thousands of people. */
const PER_ADDRESS = 20_000;
/** The same on what costs us work: the API. */
const PER_ADDRESS_ON_API = 6_000;

const seen = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
  metricName,
});

const startsWith = (path: string): CfnWebACL.StatementProperty => ({
  byteMatchStatement: {
    fieldToMatch: { uriPath: {} },
    positionalConstraint: 'STARTS_WITH',
    searchString: path,
    textTransformations: [{ priority: 0, type: 'NONE' }],
  },
});

/** Body rules of the common set: applications are long and hold any text, and our own limits answer 413. They label and count; outside /api/ the label blocks. */
const BODY_RULES = [
  'SizeRestrictions_BODY',
  'CrossSiteScripting_BODY',
  'GenericLFI_BODY',
  'GenericRFI_BODY',
  'EC2MetaDataSSRF_BODY',
];

function managed(priority: number, name: string, counted: string[] = []): CfnWebACL.RuleProperty {
  return {
    name,
    priority,
    overrideAction: { none: {} },
    statement: {
      managedRuleGroupStatement: {
        vendorName: 'AWS',
        name,
        ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
      },
    },
    visibilityConfig: seen(name),
  };
}

function rated(priority: number, name: string, limit: number, path?: string): CfnWebACL.RuleProperty {
  return {
    name,
    priority,
    action: { block: { customResponse: { responseCode: 429 } } },
    statement: {
      rateBasedStatement: {
        limit,
        evaluationWindowSec: 300,
        aggregateKeyType: 'IP',
        ...(path ? { scopeDownStatement: startsWith(path) } : {}),
      },
    },
    visibilityConfig: seen(name),
  };
}

const label = (rule: string): CfnWebACL.StatementProperty => ({
  labelMatchStatement: { scope: 'LABEL', key: `awswaf:managed:aws:core-rule-set:${rule}` },
});

/** CloudFront takes its firewall and its certificate from us-east-1 only. */
export class EdgeStack extends Stack {
  readonly webAclArn: string;
  readonly certificate?: Certificate;

  constructor(scope: Construct, id: string, props: StackProps & { settings: Settings }) {
    super(scope, id, { ...props, description: 'Kladka: firewall and certificate of the one origin' });
    const { domain, zone } = props.settings;
    const acl = new CfnWebACL(this, 'Firewall', {
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: seen('kladka'),
      rules: [
        rated(0, 'per-address', PER_ADDRESS),
        rated(1, 'per-address-on-api', PER_ADDRESS_ON_API, '/api/'),
        managed(2, 'AWSManagedRulesAmazonIpReputationList'),
        managed(3, 'AWSManagedRulesCommonRuleSet', BODY_RULES),
        managed(4, 'AWSManagedRulesKnownBadInputsRuleSet'),
        {
          name: 'bodies-outside-the-api',
          priority: 5,
          action: { block: {} },
          statement: {
            andStatement: {
              statements: [
                { notStatement: { statement: startsWith('/api/') } },
                {
                  orStatement: {
                    statements: [
                      'SizeRestrictions_Body',
                      'CrossSiteScripting_Body',
                      'GenericLFI_Body',
                      'GenericRFI_Body',
                      'EC2MetaDataSSRF_Body',
                    ].map(label),
                  },
                },
              ],
            },
          },
          visibilityConfig: seen('bodies-outside-the-api'),
        },
      ],
    });
    this.webAclArn = acl.attrArn;
    const log = new LogGroup(this, 'FirewallLog', {
      // the prefix that WAF asks for
      logGroupName: 'aws-waf-logs-kladka',
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    new CfnLoggingConfiguration(this, 'FirewallLogging', {
      resourceArn: acl.attrArn,
      logDestinationConfigs: [log.logGroupArn],
      redactedFields: [
        { singleHeader: { Name: 'authorization' } },
        { singleHeader: { Name: 'cookie' } },
        { queryString: {} },
      ],
    });
    if (domain)
      this.certificate = new Certificate(this, 'Certificate', {
        domainName: domain,
        validation: CertificateValidation.fromDns(
          zone
            ? HostedZone.fromHostedZoneAttributes(this, 'Zone', {
                hostedZoneId: zone.id,
                zoneName: zone.name,
              })
            : undefined,
        ),
      });
  }
}
