import { EventBus, EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { ConfigurationSet, EmailSendingEvent, EventDestination } from 'aws-cdk-lib/aws-ses';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { mailSet } from '../names.ts';

/**
 * Tells the queue of a mail connector which of its letters SES took: a configuration set publishes the Send events, a rule
 * takes the tag of the effect and SES's id out of them. Addresses and headers, which the events hold too, stay behind.
 */
export class SentMail extends Construct {
  /** The name under which letters are to be sent. */
  readonly set: string;

  constructor(scope: Construct, id: string, { connector, queue }: { connector: string; queue: Queue }) {
    super(scope, id);
    this.set = mailSet(connector);
    const set = new ConfigurationSet(this, 'Set', {
      configurationSetName: this.set,
      reputationMetrics: true,
    });
    set.addEventDestination('Events', {
      // SES publishes to the default bus only
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'Bus', 'default')),
      events: [EmailSendingEvent.SEND],
    });
    new Rule(this, 'Rule', {
      description: `Letters of the connector ${connector} that SES took`,
      eventPattern: {
        source: ['aws.ses'],
        detailType: ['Email Sent'],
        detail: { mail: { tags: { 'ses:configuration-set': [this.set], effect: [{ exists: true }] } } },
      },
      targets: [
        new SqsQueue(queue, {
          message: RuleTargetInput.fromObject({
            sent: EventField.fromPath('$.detail.mail.tags.effect'),
            message: EventField.fromPath('$.detail.mail.messageId'),
          }),
        }),
      ],
    });
  }
}
