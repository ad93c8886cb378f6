import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Distribution, IDistribution } from 'aws-cdk-lib/aws-cloudfront';
import type { Bucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Annotations, Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';

export interface PagesProps {
  /** dist/portal. */
  folder: string;
  web: Bucket;
  distribution: Distribution;
  /** What has to be there before new pages ask it: functions deploy before pages. */
  after: Construct[];
}

/** Puts the built portal into the web bucket: hashed files to be kept for ever first, then the pages that name them. */
export class Pages extends Construct {
  constructor(scope: Construct, props: PagesProps) {
    super(scope, 'Pages');
    if (!existsSync(join(props.folder, 'index.html'))) {
      Annotations.of(this).addWarningV2(
        'kladka:no-portal',
        'The portal is not built, so its pages are not deployed: run `node portal/build.ts` before this.',
      );
      return;
    }
    const destinationBucket = props.web as IBucket;
    const sources = [Source.asset(props.folder)];
    const assets = new BucketDeployment(this, 'Assets', {
      sources,
      destinationBucket,
      include: ['assets/*'],
      exclude: ['*'],
      prune: false,
      memoryLimit: 512,
      cacheControl: [
        CacheControl.setPublic(),
        CacheControl.maxAge(Duration.days(365)),
        CacheControl.immutable(),
      ],
    });
    const pages = new BucketDeployment(this, 'Html', {
      sources,
      destinationBucket,
      exclude: ['assets/*'],
      // a page opened before may still ask for what it named
      prune: false,
      memoryLimit: 512,
      cacheControl: [CacheControl.setPublic(), CacheControl.maxAge(Duration.minutes(1))],
      distribution: props.distribution as IDistribution,
      distributionPaths: ['/*'],
    });
    pages.node.addDependency(assets);
    for (const construct of props.after) assets.node.addDependency(construct);
  }
}
