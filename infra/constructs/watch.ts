import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { Dashboard, GraphWidget, MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { type Alarms, KladkaAlarm } from './alarms.ts';
import { allow } from './statement.ts';

export interface WatchProps {
  topic: Topic;
  alarms: Alarms;
  apiId: string;
  casesTable: string;
  budget: number;
  alarmsTo?: string;
}

const minute = Duration.minutes(1);

/** What functions count themselves, in the embedded metric format. */
export const ownMetric = (metricName: string, statistic: string = Stats.MAXIMUM, period = minute): Metric =>
  new Metric({ namespace: 'Kladka', metricName, statistic, period });

/** One line for each value of a dimension that a metric of ours is counted by. */
const each = (metricName: string, by: string, statistic: string): MathExpression =>
  new MathExpression({
    expression: `SEARCH('{Kladka,${by}} MetricName="${metricName}"', '${statistic}', 300)`,
    label: '',
    usingMetrics: {},
    period: Duration.minutes(5),
  });

/** Alarms on what people would feel, a dashboard with the cost of a submit, and the budget (design.md, section 9). */
export class Watch extends Construct {
  constructor(scope: Construct, props: WatchProps) {
    super(scope, 'Watch');
    const { topic, alarms, apiId } = props;
    for (const service of ['cloudwatch.amazonaws.com', 'budgets.amazonaws.com']) {
      const leave = allow(['sns:Publish'], [topic.topicArn]);
      leave.addPrincipals(new ServicePrincipal(service));
      topic.addToResourcePolicy(leave);
    }
    if (props.alarmsTo) topic.addSubscription(new EmailSubscription(props.alarmsTo));

    const api = (metricName: string, statistic: string = Stats.SUM) =>
      new Metric({
        namespace: 'AWS/ApiGateway',
        metricName,
        statistic,
        period: minute,
        dimensionsMap: { ApiId: apiId },
      });
    const table = (metricName: string) =>
      new Metric({
        namespace: 'AWS/DynamoDB',
        metricName,
        statistic: Stats.SUM,
        period: minute,
        dimensionsMap: { TableName: props.casesTable },
      });
    const share5xx = new MathExpression({
      label: 'share of 5xx, %',
      expression: 'IF(calls > 20, 100 * failed / calls, 0)',
      usingMetrics: { failed: api('5xx'), calls: api('Count') },
      period: minute,
    });
    const alarm = (
      id: string,
      metric: Metric | MathExpression,
      threshold: number,
      periods: number,
      description: string,
      more: { silence?: true } = {},
    ) => new KladkaAlarm(this, id, { alarms, metric, threshold, periods, description, ...more });
    alarm(
      'Failing',
      share5xx,
      1,
      3,
      'One request in a hundred fails: look at the functions that ring too, and at the last deployment.',
    );
    alarm('Slow', api('Latency', 'p99'), 3_000, 5, 'A request in a hundred takes over three seconds.');
    alarm(
      'TableThrottled',
      table('ThrottledRequests'),
      10,
      3,
      'The cases table refuses requests: a hot key, or the quota of the table.',
    );
    alarm(
      'OldestOutbox',
      ownMetric('OldestOutboxSeconds'),
      900,
      3,
      'An effect is fifteen minutes overdue: the function of its connector or its queue stands still.',
      { silence: true },
    );
    alarm(
      'FailingEffect',
      ownMetric('FailingEffectSeconds', Stats.MAXIMUM, Duration.hours(1)),
      900,
      1,
      'An effect has been tried in vain for fifteen minutes: the metric by connector says where, its log why.',
    );
    alarm(
      'OverdueTimer',
      ownMetric('OldestTimerSeconds'),
      600,
      3,
      'A timer is ten minutes late, or nobody looked for three: the function timers fails, or a service queue stands still.',
      { silence: true },
    );
    alarm(
      'DeadEffects',
      ownMetric('DeadEffects', Stats.SUM),
      1,
      1,
      'An effect was given up: the workspace says why, and replays it.',
    );

    alarm(
      'NotBegun',
      ownMetric('NotBegun', Stats.SUM),
      1,
      1,
      'A case that the calendar was to begin did not: the log of the service’s worker names the fields that its record does not fill.',
    );

    const submits = ownMetric('Submits', Stats.SUM);
    new Dashboard(this, 'Dashboard', {
      dashboardName: 'Kladka',
      widgets: [
        [
          new GraphWidget({
            title: 'Requests',
            left: [api('Count')],
            right: [api('4xx'), api('5xx')],
            width: 8,
          }),
          new GraphWidget({
            title: 'Latency, ms',
            left: [api('Latency', 'p50'), api('Latency', 'p99')],
            width: 8,
          }),
          new GraphWidget({ title: 'Submits', left: [submits], width: 8 }),
        ],
        [
          new GraphWidget({
            title: 'Waiting, seconds',
            left: [ownMetric('OldestOutboxSeconds'), ownMetric('OldestTimerSeconds')],
            right: [ownMetric('DeadEffects', Stats.SUM)],
            width: 8,
          }),
          new GraphWidget({
            title: 'Effects tried in vain, seconds by connector',
            left: [each('FailingEffectSeconds', 'connector', 'Maximum')],
            width: 8,
          }),
          new GraphWidget({
            title: 'Cost a submit, US cents (table and API)',
            left: [
              new MathExpression({
                label: 'cents a submit',
                // prices in docs/quotas.md
                expression:
                  'IF(submits > 0, 100 * (0.000000705 * writes + 0.000000141 * reads + 0.00000111 * calls) / submits, 0)',
                usingMetrics: {
                  submits,
                  writes: table('ConsumedWriteCapacityUnits'),
                  reads: table('ConsumedReadCapacityUnits'),
                  calls: api('Count'),
                },
                period: Duration.hours(1),
              }),
            ],
            width: 8,
          }),
        ],
        [
          new GraphWidget({
            title: 'Requests by operation',
            left: [each('RequestMilliseconds', 'operation', 'SampleCount')],
            width: 8,
          }),
          new GraphWidget({
            title: 'Latency by operation, ms (p99)',
            left: [each('RequestMilliseconds', 'operation', 'p99')],
            width: 8,
          }),
          new GraphWidget({
            title: 'Faults by operation',
            left: [each('Faults', 'operation', 'Sum')],
            width: 8,
          }),
        ],
        [
          new GraphWidget({
            title: 'Latency by service, ms (p99)',
            left: [each('RequestMilliseconds', 'service', 'p99')],
            width: 8,
          }),
          new GraphWidget({
            title: 'Faults and refusals by service',
            left: [each('Faults', 'service', 'Sum')],
            right: [each('Refusals', 'service', 'Sum')],
            width: 8,
          }),
          new GraphWidget({
            title: 'Refused by a limit of a person',
            left: [each('Limited', 'limit', 'Sum')],
            width: 8,
          }),
        ],
      ],
    });

    new CfnBudget(this, 'Budget', {
      budget: {
        budgetName: 'kladka',
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: props.budget, unit: 'USD' },
      },
      notificationsWithSubscribers: [
        { type: 'ACTUAL', at: 80 },
        { type: 'FORECASTED', at: 100 },
      ].map(({ type, at }) => ({
        notification: {
          notificationType: type,
          comparisonOperator: 'GREATER_THAN',
          threshold: at,
          thresholdType: 'PERCENTAGE',
        },
        subscribers: [{ subscriptionType: 'SNS', address: topic.topicArn }],
      })),
    });
  }
}
