import { targetsOf } from './bus.ts';
import { functionOfArn } from './hosts/function.ts';
import type { Functions } from './hosts/pool.ts';
import type { ObjectStore, Version } from './s3/store.ts';
import { type Json, type JsonObject, object } from './template/json.ts';
import type { World } from './template/world.ts';

/** The test file that every scanner knows, split so that this source is not taken for it. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** The stand-in for GuardDuty: looks at an upload to a protected bucket and sends its verdict to the rules that wait for it. */
export function scanner(world: () => World, store: ObjectStore, functions: Functions) {
  return (bucket: string, version: Version): void => {
    const plans = world().all('AWS::GuardDuty::MalwareProtectionPlan');
    const isProtected = plans.some(
      ({ properties }) => object(object(properties.ProtectedResource).S3Bucket).BucketName === bucket,
    );
    if (!isProtected) return;
    const infected = store.read(bucket, version).includes(EICAR);
    const status = infected ? 'THREATS_FOUND' : 'NO_THREATS_FOUND';
    store.tag(bucket, version, { ...version.tags, GuardDutyMalwareScanStatus: status });
    const event: JsonObject = {
      version: '0',
      id: crypto.randomUUID(),
      'detail-type': 'GuardDuty Malware Protection Object Scan Result',
      source: 'aws.guardduty',
      time: new Date(version.modified).toISOString(),
      detail: {
        scanStatus: 'COMPLETED',
        resourceType: 'S3_OBJECT',
        s3ObjectDetails: {
          bucketName: bucket,
          objectKey: version.key,
          eTag: version.etag,
          versionId: version.version,
        },
        scanResultDetails: {
          scanResultStatus: status,
          threats: infected ? [{ name: 'EICAR-Test-File' }] : null,
        },
      },
    };
    for (const { arn, input } of targetsOf(world(), event))
      void deliver(functions, functionOfArn(arn), input);
  };
}

async function deliver(functions: Functions, name: string, event: Json): Promise<void> {
  for (let attempt = 0; attempt < 6; attempt++) {
    const done = await functions.invoke(name, event).then(
      () => true,
      () => false,
    );
    if (done) return;
    await new Promise((later) => setTimeout(later, 500 * 2 ** attempt));
  }
}
