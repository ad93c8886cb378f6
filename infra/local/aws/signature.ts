import { createHmac, createSecretKey, hash, type KeyObject, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** The secret of an access key, or undefined for a key nobody has. */
export type Secrets = (accessKey: string) => string | undefined;

/** A request as far as its signature depends on it. `path` is as sent, still encoded. */
export type Signed = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
};

/** Who signed, or the code AWS answers with and why. */
export type Verdict = { accessKey: string } | { code: string; message: string };

const sha256 = (data: string | Uint8Array): string => hash('sha256', data);
const hmac = (key: string | Uint8Array | KeyObject, data: string): Buffer =>
  createHmac('sha256', key).update(data).digest();

const keys = new Map<string, KeyObject>();

/** The signing key of a day, region and service (Signature Version 4), remembered: it costs four HMACs. */
export function signingKey(secret: string, date: string, region: string, service: string): KeyObject {
  const name = `${secret}/${date}/${region}/${service}`;
  const known = keys.get(name);
  if (known) return known;
  if (keys.size > 1000) keys.clear();
  const key = createSecretKey(hmac(hmac(hmac(hmac(`AWS4${secret}`, date), region), service), 'aws4_request'));
  keys.set(name, key);
  return key;
}

export const sameText = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

const encoded = (part: string): string =>
  encodeURIComponent(part).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** An instant written `20261124T213000Z`, in milliseconds. */
export const instantOf = (stamp: string): number =>
  Date.parse(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));

const refused = (code: string, message: string): Verdict => ({ code, message });

type Parts = {
  credential: string;
  signedHeaders: string;
  signature: string;
  stamp: string;
  payload: string;
};

/** Compares the signature of a request with the one its secret makes. */
function compare(request: Signed, parts: Parts, secrets: Secrets, doubleEncoded: boolean): Verdict {
  const [accessKey = '', date = '', region = '', service = ''] = parts.credential.split('/');
  const secret = secrets(accessKey);
  if (secret === undefined)
    return refused('InvalidAccessKeyId', 'The access key belongs to no role of the stacks.');
  const query = [...request.query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&');
  const headers = parts.signedHeaders.split(';').map((name) => {
    const value = request.headers[name];
    const line = Array.isArray(value) ? value.join(',') : (value ?? '');
    return `${name}:${line.trim().replace(/ +/g, ' ')}\n`;
  });
  // every service but S3 signs the path encoded once more than it is sent
  const path = doubleEncoded ? request.path.split('/').map(encoded).join('/') : request.path;
  const canonical = [request.method, path, query, headers.join(''), parts.signedHeaders, parts.payload].join(
    '\n',
  );
  const toSign = [
    'AWS4-HMAC-SHA256',
    parts.stamp,
    `${date}/${region}/${service}/aws4_request`,
    sha256(canonical),
  ].join('\n');
  const expected = hmac(signingKey(secret, date, region, service), toSign).toString('hex');
  return sameText(expected, parts.signature)
    ? { accessKey }
    : refused('SignatureDoesNotMatch', 'The signature does not match the request.');
}

/** Five minutes of clocks that differ, as AWS allows; `skew` is what the developer moved the clock by. */
const fresh = (stamp: string, now: number): boolean => Math.abs(now - instantOf(stamp)) <= 5 * 60_000;

/** Verifies the Authorization header of a call; the body must be what was signed. */
export function verifyHeader(
  request: Signed,
  body: Uint8Array,
  secrets: Secrets,
  now: number,
  service?: 's3',
): Verdict {
  const header = request.headers.authorization ?? '';
  const match = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=(\w+)$/.exec(
    header,
  );
  if (!match) return refused('MissingAuthenticationToken', 'The call is not signed.');
  const stamp = String(request.headers['x-amz-date'] ?? '');
  if (!fresh(stamp, now)) return refused('RequestTimeTooSkewed', 'The call was signed too long ago.');
  const stated = request.headers['x-amz-content-sha256'];
  const whole = sha256(body);
  const payload = typeof stated === 'string' ? stated : whole;
  if (/^[0-9a-f]{64}$/.test(payload) && payload !== whole)
    return refused('XAmzContentSHA256Mismatch', 'The body is not the one that was signed.');
  const [, credential = '', signedHeaders = '', signature = ''] = match;
  const parts = { credential, signedHeaders, signature, stamp, payload };
  return compare(request, parts, secrets, service !== 's3');
}

/** Verifies a presigned URL: signature and expiry. */
export function verifyQuery(request: Signed, secrets: Secrets, now: number): Verdict {
  const of = (name: string): string => request.query.get(name) ?? '';
  const stamp = of('X-Amz-Date');
  const until = instantOf(stamp) + 1000 * Number(of('X-Amz-Expires'));
  if (!(now < until)) return refused('AccessDenied', 'Request has expired');
  const parts = {
    credential: of('X-Amz-Credential'),
    signedHeaders: of('X-Amz-SignedHeaders'),
    signature: of('X-Amz-Signature'),
    stamp,
    payload: of('X-Amz-Content-Sha256') || 'UNSIGNED-PAYLOAD',
  };
  return compare(request, parts, secrets, false);
}
