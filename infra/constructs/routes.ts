import { CfnIntegration, CfnRoute } from 'aws-cdk-lib/aws-apigatewayv2';
import { type Alias, CfnPermission } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { arn } from '../names.ts';

/** `GET /api/tasks` or `ANY /api/services/x/cases/{proxy+}`. */
export type RouteKey = string;

/** Routes of the HTTP API that lead to one function, and its leave to be called by them. */
export class Routes extends Construct {
  constructor(scope: Construct, id: string, props: { apiId: string; live: Alias; keys: RouteKey[] }) {
    super(scope, id);
    const { apiId, live, keys } = props;
    const integration = new CfnIntegration(this, 'Integration', {
      apiId,
      integrationType: 'AWS_PROXY',
      integrationUri: live.functionArn,
      payloadFormatVersion: '2.0',
    });
    for (const routeKey of keys)
      new CfnRoute(this, `Route ${routeKey.replaceAll('/', ' ')}`, {
        apiId,
        routeKey,
        // our own token is verified by the function (design.md, section 7)
        authorizationType: 'NONE',
        target: `integrations/${integration.ref}`,
      });
    new CfnPermission(this, 'Leave', {
      action: 'lambda:InvokeFunction',
      functionName: live.functionArn,
      principal: 'apigateway.amazonaws.com',
      sourceArn: arn('execute-api', `${apiId}/*/*`),
    });
  }
}
