import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  HttpMethods,
  type IBucket,
  ObjectLockRetention,
  ObjectOwnership,
  StorageClass,
} from 'aws-cdk-lib/aws-s3';
import { Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { bucketName } from '../names.ts';

/** The buckets: no public access, TLS only, every version kept, reads and writes logged. */
export class Buckets extends Construct {
  /** What people upload, and the documents they get. */
  readonly files: Bucket;
  /** Published definitions under their hash. */
  readonly bundles: Bucket;
  /** Merkle roots of the chains; nobody, not even the account's root, may change one for ten years. */
  readonly roots: Bucket;
  /** The portal's pages. */
  readonly web: Bucket;
  /** Access logs of buckets and CloudFront. */
  readonly logs: Bucket;

  constructor(scope: Construct, key: IKey) {
    super(scope, 'Buckets');
    const abandoned = { abortIncompleteMultipartUploadAfter: Duration.days(7) };
    this.logs = this.#bucket('logs', {
      encryption: BucketEncryption.S3_MANAGED,
      // CloudFront writes its log with an ACL
      objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
      lifecycleRules: [
        { ...abandoned, expiration: Duration.days(400), noncurrentVersionExpiration: Duration.days(30) },
      ],
    });
    const logged = (name: string) => ({
      serverAccessLogsBucket: this.logs as IBucket,
      serverAccessLogsPrefix: `s3/${name}/`,
    });
    const byOurKey = { encryption: BucketEncryption.KMS, encryptionKey: key, bucketKeyEnabled: true };
    this.files = this.#bucket('files', {
      ...byOurKey,
      ...logged('files'),
      lifecycleRules: [
        abandoned,
        {
          transitions: [
            { storageClass: StorageClass.INTELLIGENT_TIERING, transitionAfter: Duration.days(90) },
          ],
        },
      ],
    });
    this.bundles = this.#bucket('bundles', {
      ...byOurKey,
      ...logged('bundles'),
      lifecycleRules: [abandoned],
    });
    this.roots = this.#bucket('roots', {
      ...byOurKey,
      ...logged('roots'),
      objectLockEnabled: true,
      objectLockDefaultRetention: ObjectLockRetention.compliance(Duration.days(3653)),
      lifecycleRules: [abandoned],
    });
    this.web = this.#bucket('web', {
      // CloudFront reads it; the pages are public anyway
      encryption: BucketEncryption.S3_MANAGED,
      ...logged('web'),
      lifecycleRules: [{ ...abandoned, noncurrentVersionExpiration: Duration.days(90) }],
    });
  }

  /** Lets pages of the one origin put files and read them, and nobody else's pages. */
  allowUploadsFrom(origin: string): void {
    this.files.addCorsRule({
      allowedOrigins: [origin],
      allowedMethods: [HttpMethods.POST, HttpMethods.PUT, HttpMethods.GET],
      allowedHeaders: ['*'],
      exposedHeaders: ['ETag', 'x-amz-version-id'],
      maxAge: 3600,
    });
  }

  #bucket(name: string, props: BucketProps): Bucket {
    return new Bucket(this, `${name.charAt(0).toUpperCase()}${name.slice(1)}`, {
      bucketName: bucketName(name),
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
      ...props,
    });
  }
}
