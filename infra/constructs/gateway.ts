import { CfnApi, CfnStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Aws, RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';

// Neither query nor address of the person: the path holds ids only
const LOGGED = {
  at: '$context.requestTimeEpoch',
  id: '$context.requestId',
  method: '$context.httpMethod',
  route: '$context.routeKey',
  status: '$context.status',
  bytes: '$context.responseLength',
  ms: '$context.responseLatency',
  integrationMs: '$context.integrationLatency',
  error: '$context.integrationErrorMessage',
};

/** The HTTP API: throttled, logged, no authorizer (functions verify our own token), reached through CloudFront. */
export class Gateway extends Construct {
  readonly api: CfnApi;

  constructor(scope: Construct, limits: { rate: number; burst: number }) {
    super(scope, 'Gateway');
    this.api = new CfnApi(this, 'Api', {
      name: 'kladka',
      protocolType: 'HTTP',
      description: 'Kladka: the API of all services, at /api/ of the one origin',
    });
    const log = new LogGroup(this, 'AccessLog', {
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    new CfnStage(this, 'Stage', {
      apiId: this.api.ref,
      stageName: '$default',
      autoDeploy: true,
      defaultRouteSettings: {
        throttlingRateLimit: limits.rate,
        throttlingBurstLimit: limits.burst,
        detailedMetricsEnabled: true,
      },
      accessLogSettings: { destinationArn: log.logGroupArn, format: JSON.stringify(LOGGED) },
    });
  }

  /** The host that CloudFront asks. */
  get host(): string {
    return `${this.api.ref}.execute-api.${Aws.REGION}.${Aws.URL_SUFFIX}`;
  }
}
