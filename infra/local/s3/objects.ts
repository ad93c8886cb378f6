import type { IncomingHttpHeaders } from 'node:http';
import { AwsError } from '../aws/error.ts';
import type { Answer, Asked, S3 } from './request.ts';
import type { Version } from './store.ts';

type Given = IncomingHttpHeaders | Record<string, string>;
const KEPT = /^(x-amz-meta-.*|cache-control|content-disposition|content-encoding|content-language)$/;

const headersToKeep = (given: Given): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given).flatMap(([name, value]): [string, string][] =>
      KEPT.test(name) && typeof value === 'string' && value !== 'aws-chunked' ? [[name, value]] : [],
    ),
  );
const header = (given: Given, name: string): string => String(given[name] ?? '');
const tagsOf = (given: Given): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(header(given, 'x-amz-tagging')));

/** Keeps an object as a new version and tells of it. */
export function keep(
  s3: S3,
  bucket: string,
  key: string,
  body: Buffer,
  given: Given,
  etag?: string,
): Version {
  if (key === '') throw new AwsError(400, 'InvalidArgument', 'An object needs a key.');
  const lock = s3.buckets().get(bucket)?.lock ?? 0;
  const made = s3.store.put(bucket, key, body, {
    type: header(given, 'content-type') || 'binary/octet-stream',
    headers: headersToKeep(given),
    tags: tagsOf(given),
    ...(etag ? { etag } : {}),
    ...(lock > 0 ? { retained: Date.now() + lock } : {}),
  });
  s3.created(bucket, made);
  return made;
}

const xml = (body: string): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n${body}`,
});
const made = ({ etag, version }: Version): Record<string, string> => ({
  etag: `"${etag}"`,
  'x-amz-version-id': version,
});
const safe = (value: string): string => value.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** Answers a signed request on a bucket or an object. Throws AwsError as S3 would refuse. */
export function answerObject(s3: S3, asked: Asked): Answer {
  const { method, key, query } = asked;
  if (key === '') return method === 'GET' ? listing(s3, asked) : unknown(asked);
  switch (method) {
    case 'HEAD':
    case 'GET':
      return query.has('tagging') ? tagging(s3, asked) : content(s3, asked);
    case 'PUT':
      return query.has('uploadId') ? part(s3, asked) : put(s3, asked);
    case 'POST':
      return query.has('uploads')
        ? begin(s3, asked)
        : query.has('uploadId')
          ? complete(s3, asked)
          : unknown(asked);
    case 'DELETE':
      return remove(s3, asked);
    default:
      return unknown(asked);
  }
}

function unknown({ method, query }: Asked): never {
  throw new AwsError(
    501,
    'NotImplemented',
    `S3 ${method} ?${[...query.keys()].join('&')} is not known here.`,
  );
}

function found(s3: S3, { bucket, key, query }: Asked): Version {
  const version = query.get('versionId') ?? undefined;
  const one = s3.store.find(bucket, key, version);
  if (!one)
    throw new AwsError(404, version ? 'NoSuchVersion' : 'NoSuchKey', 'The specified key does not exist.');
  return one;
}

function content(s3: S3, asked: Asked): Answer {
  asked.may(asked.query.has('versionId') ? 's3:GetObjectVersion' : 's3:GetObject');
  const one = found(s3, asked);
  if (header(asked.headers, 'if-none-match') === `"${one.etag}"`)
    throw new AwsError(304, 'NotModified', 'Not modified');
  const overridden = [...asked.query]
    .filter(([name]) => /^response-(content|cache|expires)/.test(name))
    .map(([name, value]) => [name.slice('response-'.length), value]);
  const all = s3.store.read(asked.bucket, one);
  const range = /^bytes=(\d*)-(\d*)$/.exec(header(asked.headers, 'range'));
  const [from, to] = range ? window(range, all.length) : [0, all.length - 1];
  const body = range ? all.subarray(from, to + 1) : all;
  return {
    status: range ? 206 : 200,
    headers: {
      'content-type': one.type,
      'content-length': `${body.length}`,
      'accept-ranges': 'bytes',
      'last-modified': new Date(one.modified).toUTCString(),
      ...one.headers,
      ...made(one),
      ...(range ? { 'content-range': `bytes ${from}-${to}/${all.length}` } : {}),
      ...Object.fromEntries(overridden),
    },
    ...(asked.method === 'HEAD' ? {} : { body }),
  };
}

function window([, first = '', second = '']: RegExpExecArray, size: number): [number, number] {
  const from = first === '' ? Math.max(0, size - Number(second)) : Number(first);
  const to = first === '' || second === '' ? size - 1 : Math.min(Number(second), size - 1);
  if (from > to) throw new AwsError(416, 'InvalidRange', 'The requested range is not satisfiable');
  return [from, to];
}

function put(s3: S3, asked: Asked): Answer {
  const { bucket, key, headers, query } = asked;
  if (query.has('tagging')) {
    asked.may('s3:PutObjectTagging');
    const pairs = [...asked.body.toString('utf8').matchAll(/<Key>(.*?)<\/Key>\s*<Value>(.*?)<\/Value>/gs)];
    s3.store.tag(
      bucket,
      found(s3, asked),
      Object.fromEntries(pairs.map(([, name, value]) => [name ?? '', value ?? ''])),
    );
    return { status: 200 };
  }
  asked.may('s3:PutObject');
  if (header(headers, 'if-none-match') === '*' && s3.store.find(bucket, key))
    throw new AwsError(
      412,
      'PreconditionFailed',
      'At least one of the pre-conditions you specified did not hold',
    );
  const source = header(headers, 'x-amz-copy-source');
  if (source !== '') throw new AwsError(501, 'NotImplemented', 'CopyObject is not known here.');
  return { status: 200, headers: made(keep(s3, bucket, key, asked.body, headers)) };
}

function begin(s3: S3, asked: Asked): Answer {
  asked.may('s3:PutObject');
  const { bucket, key, headers } = asked;
  const type = header(headers, 'content-type') || 'binary/octet-stream';
  const id = s3.uploads.begin({ bucket, key, type, headers: headersToKeep(headers), tags: tagsOf(headers) });
  return xml(
    `<InitiateMultipartUploadResult><Bucket>${bucket}</Bucket><Key>${safe(key)}</Key><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`,
  );
}

function uploadOf(s3: S3, { bucket, key, query }: Asked): string {
  const id = query.get('uploadId') ?? '';
  const upload = s3.uploads.find(id);
  if (upload?.bucket !== bucket || upload.key !== key)
    throw new AwsError(404, 'NoSuchUpload', 'The specified multipart upload does not exist.');
  return id;
}

function part(s3: S3, asked: Asked): Answer {
  asked.may('s3:PutObject');
  const number = Number(asked.query.get('partNumber'));
  if (!Number.isInteger(number) || number < 1 || number > 10_000)
    throw new AwsError(400, 'InvalidArgument', 'Part number must be an integer between 1 and 10000');
  return { status: 200, headers: { etag: `"${s3.uploads.part(uploadOf(s3, asked), number, asked.body)}"` } };
}

function complete(s3: S3, asked: Asked): Answer {
  asked.may('s3:PutObject');
  const id = uploadOf(s3, asked);
  const numbers = [...asked.body.toString('utf8').matchAll(/<PartNumber>(\d+)<\/PartNumber>/g)].map(([, n]) =>
    Number(n),
  );
  const joined = s3.uploads.join(id, numbers);
  const upload = s3.uploads.find(id);
  if (!joined || !upload)
    throw new AwsError(400, 'InvalidPart', 'One or more of the specified parts could not be found.');
  const given = {
    ...upload.headers,
    'content-type': upload.type,
    'x-amz-tagging': new URLSearchParams(upload.tags).toString(),
  };
  const one = keep(s3, asked.bucket, asked.key, joined.body, given, joined.etag);
  s3.uploads.end(id);
  const answer = xml(
    `<CompleteMultipartUploadResult><Bucket>${asked.bucket}</Bucket><Key>${safe(asked.key)}</Key><ETag>"${one.etag}"</ETag></CompleteMultipartUploadResult>`,
  );
  return { ...answer, headers: { ...answer.headers, 'x-amz-version-id': one.version } };
}

function remove(s3: S3, asked: Asked): Answer {
  const { bucket, key, query } = asked;
  if (query.has('uploadId')) {
    asked.may('s3:AbortMultipartUpload');
    s3.uploads.end(uploadOf(s3, asked));
    return { status: 204 };
  }
  const version = query.get('versionId') ?? undefined;
  asked.may(version ? 's3:DeleteObjectVersion' : 's3:DeleteObject');
  const one = version ? s3.store.find(bucket, key, version) : undefined;
  if (one?.retained && one.retained > s3.now())
    throw new AwsError(403, 'AccessDenied', 'Access Denied because object protected by object lock.');
  return { status: 204, headers: { 'x-amz-version-id': s3.store.delete(bucket, key, version) } };
}

function tagging(s3: S3, asked: Asked): Answer {
  asked.may(asked.query.has('versionId') ? 's3:GetObjectVersionTagging' : 's3:GetObjectTagging');
  const tags = Object.entries(found(s3, asked).tags)
    .map(([name, value]) => `<Tag><Key>${safe(name)}</Key><Value>${safe(value)}</Value></Tag>`)
    .join('');
  return xml(`<Tagging><TagSet>${tags}</TagSet></Tagging>`);
}

function listing(s3: S3, asked: Asked): Answer {
  asked.may('s3:ListBucket');
  const most = Math.min(1000, Number(asked.query.get('max-keys') ?? 1000));
  const after = asked.query.get('continuation-token') ?? asked.query.get('start-after') ?? '';
  const all = s3.store.list(asked.bucket, asked.query.get('prefix') ?? '').filter(({ key }) => key > after);
  const shown = all.slice(0, most);
  const more = all.length > shown.length;
  const rows = shown.map(
    ({ key, size, etag, modified }) =>
      `<Contents><Key>${safe(key)}</Key><Size>${size}</Size><ETag>"${etag}"</ETag><LastModified>${new Date(modified).toISOString()}</LastModified></Contents>`,
  );
  return xml(
    `<ListBucketResult><Name>${asked.bucket}</Name><KeyCount>${shown.length}</KeyCount><IsTruncated>${more}</IsTruncated>` +
      `${more ? `<NextContinuationToken>${safe(shown.at(-1)?.key ?? '')}</NextContinuationToken>` : ''}${rows.join('')}</ListBucketResult>`,
  );
}
