import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { CfnResource } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';

export interface ReleaseProps {
  /** The function `release`. */
  serviceToken: string;
  kind: 'service' | 'platform';
  id: string;
  /** The compiled file, and the hash of what it holds. */
  file: string;
  hash: string;
}

/** Publishes a compiled definition when its stack is deployed: the bundle first, then the head (docs/rooms.md). */
export class Release extends Construct {
  constructor(scope: Construct, id: string, props: ReleaseProps) {
    super(scope, id);
    const asset = new Asset(this, 'File', { path: props.file });
    new CfnResource(this, 'Release', {
      type: 'Custom::KladkaRelease',
      properties: {
        ServiceToken: props.serviceToken,
        Bucket: asset.s3BucketName,
        Key: asset.s3ObjectKey,
        Hash: props.hash,
        Kind: props.kind,
        Id: props.id,
      },
    });
  }
}
