/** One version of an object to look at, and what the account's scanner has said of it, if it has. */
export type Uploaded = { key: string; version: string; threat: boolean | null };

type S3Record = { s3?: { object?: { key?: string; versionId?: string } } };
type Detail = {
  object?: { key?: string; 'version-id'?: string };
  s3ObjectDetails?: { objectKey?: string; versionId?: string };
  scanResultDetails?: { scanResultStatus?: string };
};
export type ScanEvent = { Records?: S3Record[]; detail?: Detail };

/** S3's keys in its own events are form-encoded. */
const decoded = (key: string) => decodeURIComponent(key.replaceAll('+', ' '));

/**
 * The objects that an event is about: an upload (S3's own event, or EventBridge's), or GuardDuty's verdict on one. What
 * GuardDuty could not scan counts as a threat: nothing is readable before it is known to be clean.
 */
export function uploadsOf(event: ScanEvent): Uploaded[] {
  const { detail } = event;
  if (detail?.s3ObjectDetails?.objectKey) {
    const status = detail.scanResultDetails?.scanResultStatus;
    return [
      {
        key: detail.s3ObjectDetails.objectKey,
        version: detail.s3ObjectDetails.versionId ?? 'null',
        threat: status !== 'NO_THREATS_FOUND',
      },
    ];
  }
  if (detail?.object?.key)
    return [{ key: detail.object.key, version: detail.object['version-id'] ?? 'null', threat: null }];
  return (event.Records ?? []).flatMap(({ s3 }) =>
    s3?.object?.key
      ? [{ key: decoded(s3.object.key), version: s3.object.versionId ?? 'null', threat: null }]
      : [],
  );
}

/** Where an uploaded file belongs: `<service>/<case>/files/<file>`; null for what a case did not upload. */
export function placeOf(key: string): { service: string; case: string; file: string } | null {
  const match = /^([a-z0-9-]+)\/([A-Za-z0-9-]+)\/files\/([A-Za-z0-9_-]+)(?:[./][^/]*)?$/.exec(key);
  return match?.[1] && match[2] && match[3] ? { service: match[1], case: match[2], file: match[3] } : null;
}
