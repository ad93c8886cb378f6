import { join } from 'node:path';
import { Code, LayerVersion } from 'aws-cdk-lib/aws-lambda';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { Alarms } from '../constructs/alarms.ts';
import { Calendar } from '../constructs/calendar.ts';
import { Canary } from '../constructs/canary.ts';
import { KladkaFunction } from '../constructs/kladka-function.ts';
import { Release } from '../constructs/release.ts';
import { Routes } from '../constructs/routes.ts';
import { allow } from '../constructs/statement.ts';
import { WorkQueue } from '../constructs/work-queue.ts';
import type { CompiledService } from '../definitions.ts';
import { type ParameterName, parameterPath, queueName } from '../names.ts';
import { environmentOf, type Platform } from '../platform.ts';
import { serviceRights } from '../rights.ts';
import type { Settings } from '../settings.ts';

export interface ServiceStackProps extends StackProps {
  settings: Settings;
  service: CompiledService;
  /** dist/functions. */
  bundles: string;
}

const WORKER_TIMEOUT = 60;

/** One service: three functions over the shared bundles, its definition as a layer, its queue, its routes. Knows the platform by SSM only. */
export class ServiceStack extends Stack {
  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, { ...props, description: `Kladka: service ${props.service.id}` });
    const { service, settings, bundles } = props;
    const platform = this.#platform(settings);
    const alarms = new Alarms(platform.alarms);
    const canary = new Canary(this, 'Canary', `kladka-service-${service.id}-`);
    const layer = new LayerVersion(this, 'Definition', {
      code: Code.fromAsset(service.layer),
      description: `${service.id} ${service.hash}`,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const rights = serviceRights(service.id, service.lookups, service.schedule?.registry);
    const make = (
      name: 'applicant' | 'officer' | 'worker',
      more: { timeout?: number; concurrency?: number } = {},
    ) =>
      new KladkaFunction(this, name.charAt(0).toUpperCase() + name.slice(1), {
        name,
        functionName: `kladka-service-${service.id}-${name}`,
        bundle: join(bundles, name),
        environment: { ...environmentOf(platform, settings), KLADKA_SERVICE: service.id },
        statements: [
          ...rights[name](platform),
          ...(name === 'worker' ? [allow(WorkQueue.consume, [work.queue.queueArn])] : []),
        ],
        alarms,
        canary,
        layers: [layer],
        ...more,
      });

    const work = new WorkQueue(this, 'Work', {
      queueName: queueName.service(service.id),
      timeout: WORKER_TIMEOUT,
      alarms,
      batch: 10,
      concurrency: 20,
    });
    const applicant = make('applicant');
    const officer = make('officer');
    work.feed(make('worker', { timeout: WORKER_TIMEOUT }).live);
    if (service.schedule)
      new Calendar(this, 'Calendar', { expression: service.schedule.expression, queue: work.queue });

    const base = `/api/services/${service.id}`;
    new Routes(this, 'ApplicantRoutes', {
      apiId: platform.api,
      live: applicant.live,
      keys: [`ANY ${base}/applications`, `ANY ${base}/applications/{proxy+}`],
    });
    new Routes(this, 'OfficerRoutes', {
      apiId: platform.api,
      live: officer.live,
      keys: [`ANY ${base}/cases`, `ANY ${base}/cases/{proxy+}`],
    });
    new Release(this, 'Release', {
      serviceToken: platform.release,
      kind: 'service',
      id: service.id,
      file: service.file,
      hash: service.hash,
    });
  }

  #platform(settings: Settings): Platform {
    const read = (name: ParameterName) => StringParameter.valueForStringParameter(this, parameterPath(name));
    return {
      cases: read('cases-table'),
      registries: read('registries-table'),
      platform: read('platform-table'),
      files: read('files-bucket'),
      bundles: read('bundles-bucket'),
      dataKey: read('key-arn'),
      personKey: read('person-key-arn'),
      tokenKey: read('token-key-arn'),
      sealKey: read('seal-key-arn'),
      api: read('api-id'),
      queues: read('queues-prefix'),
      origin: read('origin'),
      alarms: read('alarms-topic'),
      release: read('release-arn'),
      sender: settings.sender,
    };
  }
}
