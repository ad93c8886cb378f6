import type { IncomingHttpHeaders } from 'node:http';
import { AwsError } from '../aws/error.ts';
import { keep } from './objects.ts';
import { checkPost, type Fields } from './post-policy.ts';
import type { Answer, S3 } from './request.ts';

/** An upload by form, as a browser sends it with a presigned POST. */
export async function postForm(
  s3: S3,
  bucket: string,
  headers: IncomingHttpHeaders,
  body: Buffer,
): Promise<Answer> {
  const type = headers['content-type'] ?? '';
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  const fields: Fields = {};
  let file: File | undefined;
  for (const [name, value] of form)
    if (typeof value === 'string') fields[name.toLowerCase()] = value;
    else file = value;
  const verdict = checkPost(fields, file?.size ?? 0, bucket, s3.callers.secretOf, s3.now());
  if ('code' in verdict)
    throw new AwsError(verdict.code.startsWith('Entity') ? 400 : 403, verdict.code, verdict.message);
  if (!file) throw new AwsError(400, 'InvalidArgument', 'The form has no file.');
  const key = (fields.key ?? '').replaceAll(`\${filename}`, file.name);
  const caller = s3.callers.caller(verdict.accessKey);
  const resource = `arn:aws:s3:::${bucket}/${key}`;
  try {
    s3.callers.demand(caller, [{ action: 's3:PutObject', resource, keys: {} }], s3.refused);
  } catch (error) {
    throw new AwsError(403, 'AccessDenied', error instanceof Error ? error.message : '');
  }
  const made = keep(s3, bucket, key, Buffer.from(await file.arrayBuffer()), {
    ...fields,
    ...(fields['content-type'] ? {} : { 'content-type': 'application/octet-stream' }),
  });
  const status = Number(fields.success_action_status ?? 204);
  return {
    status: [200, 201, 204].includes(status) ? status : 204,
    headers: { etag: `"${made.etag}"`, 'x-amz-version-id': made.version },
    ...(status === 201
      ? {
          body: `<?xml version="1.0"?><PostResponse><Bucket>${bucket}</Bucket><ETag>"${made.etag}"</ETag></PostResponse>`,
        }
      : {}),
  };
}
