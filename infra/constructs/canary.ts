import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnApplication, CfnDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy';
import { PolicyDocument, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Alias } from 'aws-cdk-lib/aws-lambda';
import { CfnResource } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { arn } from '../names.ts';
import { allow } from './statement.ts';

const BY_AND_BY = 'CodeDeployDefault.LambdaCanary10Percent5Minutes';

/**
 * Shifts `live` aliases of one stack to new versions: a tenth for five minutes, then all, back at once when an
 * alarm of the function goes off. One application and one role a stack; the role may only move aliases.
 */
export class Canary extends Construct {
  readonly #application: CfnApplication;
  readonly #role: Role;

  constructor(scope: Construct, id: string, functionPrefix: string) {
    super(scope, id);
    this.#application = new CfnApplication(this, 'Application', { computePlatform: 'Lambda' });
    this.#role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('codedeploy.amazonaws.com'),
      inlinePolicies: {
        shift: new PolicyDocument({
          statements: [
            allow(
              ['lambda:UpdateAlias', 'lambda:GetAlias', 'lambda:GetProvisionedConcurrencyConfig'],
              [arn('lambda', `function:${functionPrefix}*`)],
            ),
            allow(['cloudwatch:DescribeAlarms'], [arn('cloudwatch', 'alarm:*')]),
          ],
        }),
      },
    });
  }

  /** Has the alias shifted by this canary from now on, guarded by the alarms. */
  guard(alias: Alias, ...alarms: Alarm[]): void {
    const group = new CfnDeploymentGroup(alias, 'Canary', {
      applicationName: this.#application.ref,
      serviceRoleArn: this.#role.roleArn,
      deploymentConfigName: BY_AND_BY,
      deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
      alarmConfiguration: { enabled: true, alarms: alarms.map((alarm) => ({ name: alarm.alarmName })) },
      autoRollbackConfiguration: {
        enabled: true,
        events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM'],
      },
    });
    const resource = alias.node.defaultChild;
    if (!CfnResource.isCfnResource(resource)) return;
    resource.cfnOptions.updatePolicy = {
      codeDeployLambdaAliasUpdate: {
        applicationName: this.#application.ref,
        deploymentGroupName: group.ref,
      },
    };
  }
}
