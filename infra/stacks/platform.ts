import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { Annotations, Duration, Fn, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { ConnectorEntry } from '../catalogue.ts';
import { Alarms, KladkaAlarm } from '../constructs/alarms.ts';
import { Buckets } from '../constructs/buckets.ts';
import { Canary } from '../constructs/canary.ts';
import { Connector } from '../constructs/connector.ts';
import { Every } from '../constructs/every.ts';
import { Gateway } from '../constructs/gateway.ts';
import { Keys } from '../constructs/keys.ts';
import { KladkaFunction } from '../constructs/kladka-function.ts';
import { Officers } from '../constructs/officers.ts';
import { Pages } from '../constructs/pages.ts';
import { Release } from '../constructs/release.ts';
import { Routes } from '../constructs/routes.ts';
import { Scanning } from '../constructs/scanning.ts';
import { Site } from '../constructs/site.ts';
import { Tables } from '../constructs/tables.ts';
import { Watch } from '../constructs/watch.ts';
import type { CompiledPlatform } from '../definitions.ts';
import { type ParameterName, parameterNames, parameterPath, queueName } from '../names.ts';
import { environmentOf, type Platform } from '../platform.ts';
import { platformFunctions } from '../platform-functions.ts';
import { platformRights, streamRights } from '../rights.ts';
import type { Settings } from '../settings.ts';
import type { EdgeStack } from './edge.ts';

export interface PlatformStackProps extends StackProps {
  settings: Settings;
  connectors: readonly ConnectorEntry[];
  definitions: CompiledPlatform;
  /** dist/functions. */
  bundles: string;
  /** dist/portal: what the web bucket is filled with, where it was built. */
  portal: string;
  /** The firewall and, with a domain, the certificate. */
  edge: EdgeStack;
}

/** Kinds that are spoken as another is: a bank and who signs are asked over HTTP, by the contract of their definition. */
const SPOKEN: { readonly [kind: string]: string } = { payment: 'rest', sign: 'rest' };

/** What the functions of the platform have in common. */
interface Shared {
  platform: Platform;
  environment: Record<string, string>;
  alarms: Alarms;
  canary: Canary;
}

/** Everything that services share. */
export class PlatformStack extends Stack {
  constructor(scope: Construct, id: string, props: PlatformStackProps) {
    super(scope, id, { ...props, description: 'Kladka: the platform that services run on' });
    const { settings } = props;
    const keys = new Keys(this);
    const tables = new Tables(this, keys.data);
    const gateway = new Gateway(this, settings);
    const buckets = new Buckets(this, keys.data);
    const site = new Site(this, {
      web: buckets.web,
      logs: buckets.logs,
      apiHost: gateway.host,
      webAclArn: props.edge.webAclArn,
      ...(settings.domain ? { domain: settings.domain } : {}),
      ...(props.edge.certificate ? { certificate: props.edge.certificate } : {}),
    });
    const origin = `https://${settings.domain ?? site.distribution.distributionDomainName}`;
    buckets.allowUploadsFrom(origin);
    const officers = new Officers(this, origin);
    const topic = new Topic(this, 'Alarms', { masterKey: keys.data, enforceSSL: true });
    const alarms = new Alarms(topic.topicArn);
    const canary = new Canary(this, 'Canary', 'kladka-');
    const undispatched = new Queue(this, 'Undispatched', {
      queueName: queueName.undispatched,
      enforceSSL: true,
      encryption: QueueEncryption.SQS_MANAGED,
      retentionPeriod: Duration.days(14),
    });
    new KladkaAlarm(this, 'UndispatchedWaiting', {
      alarms,
      metric: undispatched.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5) }),
      threshold: 1,
      description:
        'Records of the stream were not dispatched: the minute sweep does it; see why in the log of dispatch.',
    });
    const platform: Platform = {
      cases: tables.cases.tableName,
      registries: tables.registries.tableName,
      platform: tables.platform.tableName,
      files: buckets.files.bucketName,
      bundles: buckets.bundles.bucketName,
      roots: buckets.roots.bucketName,
      dataKey: keys.data.keyArn,
      personKey: keys.person.keyArn,
      tokenKey: keys.token.keyArn,
      sealKey: keys.seal.keyArn,
      api: gateway.api.ref,
      // whatever URLs look like where this runs: a queue's URL up to our own name
      queues: `${Fn.select(0, Fn.split('undispatched', undispatched.queueUrl))}`,
      origin,
      alarms: topic.topicArn,
      release: '',
      sender: settings.sender,
    };
    const environment = {
      ...environmentOf(platform, settings),
      KLADKA_ROOTS: buckets.roots.bucketName,
      KLADKA_ISSUER_CITIZEN: settings.issuerCitizen,
      KLADKA_CLIENT_CITIZEN: settings.clientCitizen,
      KLADKA_ISSUER_OFFICER: officers.issuer,
      KLADKA_CLIENT_OFFICER: officers.client.userPoolClientId,
      KLADKA_SENDER: settings.sender,
    };

    const shared: Shared = { platform, environment, alarms, canary };
    const functions = this.#functions(props, shared, tables, undispatched);
    this.#feedStream(functions.get('dispatch'), tables, undispatched);
    const scan = functions.get('scan');
    if (scan) new Scanning(this, { files: buckets.files, keyArn: keys.data.keyArn, scan: scan.live });
    new EmailIdentity(this, 'Sender', {
      identity: Identity.domain(settings.sender.slice(settings.sender.indexOf('@') + 1)),
    });
    new Watch(this, {
      topic,
      alarms,
      apiId: platform.api,
      casesTable: platform.cases,
      budget: settings.budget,
      ...(settings.alarmsTo ? { alarmsTo: settings.alarmsTo } : {}),
    });
    if (settings.stage === 'account')
      new Pages(this, {
        folder: props.portal,
        web: buckets.web,
        distribution: site.distribution,
        after: [...functions.values()],
      });

    this.#connectors(props, shared);
    const release = functions.get('release');
    if (release)
      new Release(this, 'PlatformRelease', {
        serviceToken: release.live.functionArn,
        kind: 'platform',
        id: 'platform',
        file: props.definitions.file,
        hash: props.definitions.hash,
      });

    this.#tell({ ...platform, release: release?.live.functionArn ?? 'none' });
  }

  /** The functions of the table, each with its rights, its routes and its clock. */
  #functions(props: PlatformStackProps, shared: Shared, tables: Tables, undispatched: Queue) {
    const { platform } = shared;
    const rights = platformRights(props.connectors);
    const functions = new Map<string, KladkaFunction>();
    for (const { name, routes, every, failures, memory, timeout } of platformFunctions) {
      const bundle = join(props.bundles, name);
      if (!this.#isThere(bundle, `functions/handlers/${name}.ts`)) continue;
      const made = new KladkaFunction(this, name.charAt(0).toUpperCase() + name.slice(1), {
        ...shared,
        name,
        functionName: `kladka-${name}`,
        bundle,
        statements: [
          ...(rights[name]?.(platform) ?? []),
          ...(name === 'dispatch'
            ? streamRights(tables.cases.tableStreamArn ?? '', undispatched.queueArn)
            : []),
        ],
        ...(memory ? { memory } : {}),
        ...(timeout ? { timeout } : {}),
        ...(failures ? { failures } : {}),
      });
      functions.set(name, made);
      if (routes.length > 0)
        new Routes(made, 'Routes', { apiId: platform.api, live: made.live, keys: routes });
      if (every) new Every(made, 'Every', { expression: every, live: made.live });
    }
    return functions;
  }

  #connectors(props: PlatformStackProps, shared: Shared): void {
    for (const connector of props.connectors) {
      const kind = SPOKEN[connector.kind] ?? connector.kind;
      const bundle = join(props.bundles, `connector-${kind}`);
      if (!this.#isThere(bundle, `functions/connectors/${kind}/handler.ts`)) continue;
      new Connector(this, `Connector ${connector.id}`, {
        ...shared,
        connector,
        bundle,
        layer: props.definitions.connectorLayer(connector.id),
      });
    }
  }

  #isThere(bundle: string, source: string): boolean {
    if (existsSync(bundle)) return true;
    Annotations.of(this).addWarningV2(`kladka:missing:${source}`, `${source} is not there: it is left out`);
    return false;
  }

  /** Tells the other stacks. */
  #tell(platform: Platform): void {
    const parameters: Record<ParameterName, string> = {
      'cases-table': platform.cases,
      'registries-table': platform.registries,
      'platform-table': platform.platform,
      'files-bucket': platform.files,
      'bundles-bucket': platform.bundles,
      'key-arn': platform.dataKey,
      'person-key-arn': platform.personKey,
      'token-key-arn': platform.tokenKey,
      'seal-key-arn': platform.sealKey,
      'api-id': platform.api,
      'queues-prefix': platform.queues,
      origin: platform.origin,
      'alarms-topic': platform.alarms,
      'release-arn': platform.release,
    };
    for (const name of parameterNames)
      new StringParameter(this, `Parameter ${name}`, {
        parameterName: parameterPath(name),
        stringValue: parameters[name],
      });
  }

  /** Wakes `dispatch` for every new item of the outbox, and for nothing else. */
  #feedStream(dispatch: KladkaFunction | undefined, tables: Tables, undispatched: Queue): void {
    if (!dispatch) return;
    dispatch.live.addEventSourceMapping('Stream', {
      eventSourceArn: tables.cases.tableStreamArn ?? '',
      startingPosition: StartingPosition.TRIM_HORIZON,
      // a submission alone changes thirteen items, of which only those of the outbox are handed over
      batchSize: 1000,
      bisectBatchOnError: true,
      retryAttempts: 10,
      reportBatchItemFailures: true,
      parallelizationFactor: 4,
      onFailure: { bind: () => ({ destination: undispatched.queueArn }) },
      filters: [
        // only the outbox concerns it
        FilterCriteria.filter({
          eventName: FilterRule.isEqual('INSERT'),
          dynamodb: { Keys: { pk: { S: FilterRule.beginsWith('o#') } } },
        }),
      ],
    });
  }
}
