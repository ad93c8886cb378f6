import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyDocument, type PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  type Alias,
  Architecture,
  Code,
  type ILayerVersion,
  Function as Lambda,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import type { Canary } from './canary.ts';
import { allow } from './statement.ts';

export interface KladkaFunctionProps {
  /** KLADKA_FUNCTION: what it is called in design.md, section 7. */
  name: string;
  /** Its name in the account: `kladka-…`, by which the canary may move its alias. */
  functionName: string;
  /** The folder of its bundle. */
  bundle: string;
  environment: Record<string, string>;
  /** What it may do beyond its own log and traces. */
  statements: PolicyStatement[];
  alarms: Alarms;
  /** Shifts new versions by and by; without one they take over at once. */
  canary?: Canary;
  layers?: ILayerVersion[];
  /** Megabytes; a share of CPU comes with them. */
  memory?: number;
  /** Seconds. */
  timeout?: number;
  /** How many failures in a minute ring: what is called once an hour fails once. */
  failures?: number;
  /** How many run at a time at most; without it, the account's limit. */
  concurrency?: number;
}

/**
 * A function of ours: own role with exact actions, own log with an end, arm64, traced, reached by its `live`
 * alias only, which a canary guarded by the alarms shifts to a new version.
 */
export class KladkaFunction extends Construct {
  readonly lambda: Lambda;
  readonly live: Alias;
  readonly role: Role;
  readonly log: LogGroup;

  constructor(scope: Construct, id: string, props: KladkaFunctionProps) {
    super(scope, id);
    this.log = new LogGroup(this, 'Log', {
      retention: RetentionDays.SIX_MONTHS,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: {
        own: new PolicyDocument({
          statements: [
            allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [this.log.logGroupArn]),
            // X-Ray knows no resources
            allow(['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], ['*']),
            ...props.statements,
          ],
        }),
      },
    });
    this.lambda = new Lambda(this, 'Function', {
      functionName: props.functionName,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(props.bundle),
      // what CDK would add to the role by itself is said above
      role: this.role.withoutPolicyUpdates(),
      logGroup: this.log,
      tracing: Tracing.ACTIVE,
      memorySize: props.memory ?? 512,
      timeout: Duration.seconds(props.timeout ?? 15),
      environment: {
        KLADKA_FUNCTION: props.name,
        NODE_OPTIONS: '--enable-source-maps',
        ...props.environment,
      },
      ...(props.layers ? { layers: props.layers } : {}),
      ...(props.concurrency ? { reservedConcurrentExecutions: props.concurrency } : {}),
    });
    this.live = this.lambda.addAlias('live');
    const failing = this.#alarm(
      'Failing',
      this.live.metricErrors({ period: Duration.minutes(1) }),
      props.failures ?? 5,
    );
    this.#alarm('Throttled', this.live.metricThrottles({ period: Duration.minutes(5) }), 10, props.alarms);
    props.alarms.ring(failing);
    props.canary?.guard(this.live, failing);
  }

  #alarm(id: string, metric: ReturnType<Alias['metricErrors']>, threshold: number, alarms?: Alarms): Alarm {
    const alarm = new Alarm(this, id, {
      metric,
      threshold,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarms?.ring(alarm);
    return alarm;
  }
}
