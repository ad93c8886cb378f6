import { Code, LayerVersion } from 'aws-cdk-lib/aws-lambda';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { ConnectorEntry } from '../catalogue.ts';
import { queueName } from '../names.ts';
import type { Platform } from '../platform.ts';
import { connectorRights } from '../rights.ts';
import type { Alarms } from './alarms.ts';
import type { Canary } from './canary.ts';
import { KladkaFunction } from './kladka-function.ts';
import { SentMail } from './sent-mail.ts';
import { allow } from './statement.ts';
import { WorkQueue } from './work-queue.ts';

export interface ConnectorProps {
  connector: ConnectorEntry;
  platform: Platform;
  environment: Record<string, string>;
  /** Folder of its kind's bundle, and of its definition's layer. */
  bundle: string;
  layer: string;
  alarms: Alarms;
  canary: Canary;
}

const TIMEOUT = 60;

/** A connector definition at work: its queue, its function with its own role, held to its concurrency. */
export class Connector extends Construct {
  constructor(scope: Construct, id: string, props: ConnectorProps) {
    super(scope, id);
    const { connector, platform, alarms, canary } = props;
    const { concurrency } = connector;
    const work = new WorkQueue(this, 'Work', {
      queueName: queueName.connector(connector.id),
      timeout: TIMEOUT,
      alarms,
      batch: 1,
      concurrency,
    });
    const made = new KladkaFunction(this, 'Function', {
      name: 'connector',
      functionName: queueName.connector(connector.id),
      bundle: props.bundle,
      environment: {
        ...props.environment,
        KLADKA_CONNECTOR: connector.id,
        ...(connector.kind === 'email'
          ? {
              KLADKA_MAIL_SET: new SentMail(this, 'Sent', { connector: connector.id, queue: work.queue }).set,
            }
          : {}),
      },
      statements: [...connectorRights(connector)(platform), allow(WorkQueue.consume, [work.queue.queueArn])],
      alarms,
      canary,
      memory: connector.kind === 'document' ? 1024 : 512,
      timeout: TIMEOUT,
      concurrency,
      layers: [
        new LayerVersion(this, 'Definition', {
          code: Code.fromAsset(props.layer),
          removalPolicy: RemovalPolicy.RETAIN,
        }),
      ],
    });
    work.feed(made.live);
  }
}
