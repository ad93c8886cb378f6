import {
  Alarm,
  ComparisonOperator,
  type IAlarm,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';

/** Where alarms of a stack ring: the topic of the platform. */
export class Alarms {
  readonly #topicArn: string;

  constructor(topicArn: string) {
    this.#topicArn = topicArn;
  }

  /** Lets an alarm tell the topic when it goes off and when it is over. */
  ring(alarm: IAlarm): void {
    if (!(alarm instanceof Alarm)) return;
    const action = { bind: () => ({ alarmActionArn: this.#topicArn }) };
    alarm.addAlarmAction(action);
    alarm.addOkAction(action);
  }
}

export interface KladkaAlarmProps {
  alarms: Alarms;
  metric: IMetric;
  /** Goes off from this value on. */
  threshold: number;
  /** How many periods of the metric in a row. */
  periods?: number;
  /** Rings as well where nothing is measured: for what is told every minute, by whoever would otherwise fail in silence. */
  silence?: true;
  /** What has happened and what to do, for whoever is woken. */
  description: string;
}

/** An alarm that rings from a threshold on; silence of the metric is none, unless `silence` says so. */
export class KladkaAlarm extends Construct {
  readonly alarm: Alarm;

  constructor(scope: Construct, id: string, props: KladkaAlarmProps) {
    super(scope, id);
    this.alarm = new Alarm(this, 'Alarm', {
      metric: props.metric,
      threshold: props.threshold,
      evaluationPeriods: props.periods ?? 1,
      alarmDescription: props.description,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: props.silence ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    props.alarms.ring(this.alarm);
  }
}
