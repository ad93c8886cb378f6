import { PolicyDocument, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { allow } from './statement.ts';

export interface CalendarProps {
  /** `cron(0 6 1 * ? *)`, as EventBridge Scheduler writes it, by the clocks of Kyiv. */
  expression: string;
  /** The queue of the service, whose worker begins the cases. */
  queue: Queue;
}

/** Seconds: as long as a queue that cannot be reached is tried. */
const A_DAY = 86_400;

/**
 * Tells a service that the time of its schedule has come (decision 19). What it tells names the time, so that one that is
 * told twice begins each case once.
 */
export class Calendar extends Construct {
  constructor(scope: Construct, id: string, { expression, queue }: CalendarProps) {
    super(scope, id);
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com'),
      inlinePolicies: {
        tell: new PolicyDocument({ statements: [allow(['sqs:SendMessage'], [queue.queueArn])] }),
      },
    });
    new CfnSchedule(this, 'Schedule', {
      scheduleExpression: expression,
      scheduleExpressionTimezone: 'Europe/Kyiv',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: queue.queueArn,
        roleArn: role.roleArn,
        retryPolicy: { maximumRetryAttempts: 185, maximumEventAgeInSeconds: A_DAY },
        input: JSON.stringify({
          case: 'calendar',
          id: 'calendar',
          command: { type: 'calendar', at: '<aws.scheduler.scheduled-time>' },
        }),
      },
    });
  }
}
