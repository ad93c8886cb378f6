import { PolicyDocument, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Alias } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { allow } from './statement.ts';

export interface EveryProps {
  /** `rate(1 minute)`, as EventBridge Scheduler writes it. */
  expression: string;
  live: Alias;
  input?: Record<string, string>;
}

/** Calls a function by the clock. A call that failed is not made up for: what is called looks at what is due, not at when it was called. */
export class Every extends Construct {
  constructor(scope: Construct, id: string, { expression, live, input }: EveryProps) {
    super(scope, id);
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com'),
      inlinePolicies: {
        call: new PolicyDocument({ statements: [allow(['lambda:InvokeFunction'], [live.functionArn])] }),
      },
    });
    new CfnSchedule(this, 'Schedule', {
      scheduleExpression: expression,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: live.functionArn,
        roleArn: role.roleArn,
        retryPolicy: { maximumRetryAttempts: 0, maximumEventAgeInSeconds: 60 },
        ...(input ? { input: JSON.stringify(input) } : {}),
      },
    });
  }
}
