import { readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readBody } from '../aws/body.ts';
import { AwsError } from '../aws/error.ts';
import { type Verdict, verifyHeader, verifyQuery } from '../aws/signature.ts';
import { corsHeaders } from './buckets.ts';
import { answerObject } from './objects.ts';
import { postForm } from './post.ts';
import type { Answer, S3 } from './request.ts';

const MOST = 128 * 1024 * 1024;

const escaped = (value: string): string =>
  value.replace(/[<>&]/g, (c) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;' })[c] ?? c);

/** S3 as the functions and the browser meet it: signatures, form policies, CORS and IAM are enforced, versions kept. */
export function s3Server(s3: S3): Server {
  return createServer((request, response) => {
    response.setHeader('date', new Date(s3.now()).toUTCString());
    serve(s3, request, response).catch((error: unknown) => fail(s3, request, response, error));
  });
}

const corsOf = (s3: S3, request: IncomingMessage, method = request.method ?? 'GET') => {
  const bucket = (request.url ?? '').split(/[/?]/)[1] ?? '';
  return corsHeaders(s3.buckets().get(bucket), request.headers.origin, method);
};

function fail(s3: S3, request: IncomingMessage, response: ServerResponse, error: unknown): void {
  const known = error instanceof AwsError;
  const [status, code] = known ? [error.status, error.code] : [500, 'InternalError'];
  const message = error instanceof Error ? error.message : 'unknown';
  if (!known) s3.refused(`S3 failed: ${message}`);
  response.writeHead(status === 304 ? 304 : status, {
    'content-type': 'application/xml',
    ...corsOf(s3, request),
  });
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${escaped(message)}</Message></Error>`;
  response.end(request.method === 'HEAD' ? undefined : xml);
}

async function serve(s3: S3, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'OPTIONS') {
    const wanted = String(request.headers['access-control-request-method'] ?? '');
    const headers = corsOf(s3, request, wanted);
    if (!headers.vary)
      throw new AwsError(403, 'AccessForbidden', 'CORSResponse: This CORS request is not allowed.');
    response.writeHead(200, headers).end();
    return;
  }
  const url = new URL(request.url ?? '/', 'http://localhost');
  const [, bucket = '', ...rest] = url.pathname.split('/');
  const key = decodeURIComponent(rest.join('/'));
  const body = await readBody(request, MOST);
  const form = /^multipart\/form-data/.test(request.headers['content-type'] ?? '');
  const answer =
    request.method === 'POST' && form && key === ''
      ? await postForm(s3, bucket, request.headers, body)
      : answerSigned(s3, { request, url, bucket, key, body });
  response.writeHead(answer.status, {
    'x-amz-request-id': crypto.randomUUID(),
    ...answer.headers,
    ...corsOf(s3, request),
  });
  response.end(answer.body);
}

type Incoming = { request: IncomingMessage; url: URL; bucket: string; key: string; body: Buffer };

function answerSigned(s3: S3, { request, url, bucket, key, body }: Incoming): Answer {
  const method = request.method ?? 'GET';
  const signed = { method, path: url.pathname, query: url.searchParams, headers: request.headers };
  const verdict: Verdict = url.searchParams.has('X-Amz-Signature')
    ? verifyQuery(signed, s3.callers.secretOf, s3.now())
    : verifyHeader(signed, body, s3.callers.secretOf, s3.now(), 's3');
  if ('code' in verdict) {
    const code = verdict.code === 'MissingAuthenticationToken' ? 'AccessDenied' : verdict.code;
    throw new AwsError(403, code, verdict.message);
  }
  const caller = s3.callers.caller(verdict.accessKey);
  const may = (action: string): void => {
    const resource = action === 's3:ListBucket' ? `arn:aws:s3:::${bucket}` : `arn:aws:s3:::${bucket}/${key}`;
    try {
      s3.callers.demand(caller, [{ action, resource, keys: {} }], s3.refused);
    } catch (error) {
      throw new AwsError(403, 'AccessDenied', error instanceof Error ? error.message : '');
    }
  };
  const asset = s3.assets().get(key);
  if (asset && !s3.buckets().has(bucket)) {
    may('s3:GetObject');
    return assetAnswer(asset);
  }
  if (!s3.buckets().has(bucket))
    throw new AwsError(404, 'NoSuchBucket', `No stack has the bucket ${bucket}.`);
  const content = unchunked(request.headers, body);
  return answerObject(s3, {
    method,
    bucket,
    key,
    query: url.searchParams,
    headers: request.headers,
    body: content,
    may,
  });
}

function assetAnswer(path: string): Answer {
  if (!statSync(path).isFile()) throw new AwsError(404, 'NoSuchKey', 'The asset is a folder.');
  const body = readFileSync(path);
  return {
    status: 200,
    headers: { 'content-type': 'application/octet-stream', 'content-length': `${body.length}` },
    body,
  };
}

/** The content of a body sent as `aws-chunked`: `<size in hex>[;…]\r\n<bytes>\r\n … 0\r\n<trailers>`. */
function unchunked(headers: IncomingMessage['headers'], body: Buffer): Buffer {
  if (!String(headers['x-amz-content-sha256'] ?? '').startsWith('STREAMING-')) return body;
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf('\r\n', at);
    const size = Number.parseInt(body.subarray(at, end).toString('latin1'), 16);
    if (end < 0 || !(size > 0)) break;
    parts.push(body.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
  return Buffer.concat(parts);
}
