import { GetPublicKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { type CryptoKey, importSPKI, jwtVerify } from 'jose';
import type { Caller } from './event.ts';
import { problem } from './problem.ts';

let published: Promise<CryptoKey> | undefined;

async function fetched(): Promise<CryptoKey> {
  const KeyId = process.env.KLADKA_TOKEN_KEY;
  if (!KeyId) throw new Error('the environment variable KLADKA_TOKEN_KEY is not set');
  const { PublicKey } = await new KMSClient({}).send(new GetPublicKeyCommand({ KeyId }));
  if (!PublicKey) throw new Error('the token key has no public key');
  const lines =
    Buffer.from(PublicKey)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return importSPKI(`-----BEGIN PUBLIC KEY-----\n${lines.join('\n')}\n-----END PUBLIC KEY-----`, 'ES256');
}

/** The public key of access tokens, fetched once a container; a failure is tried again by the next request. */
export function tokenKey(): Promise<CryptoKey> {
  published ??= fetched().catch((error: unknown) => {
    published = undefined;
    throw error;
  });
  return published;
}

/** Tokens whose signature was found good, so that a page of requests verifies one only once. */
const MOST_KEPT = 500;
type Verified = { caller: Caller; until: number };
const verified = new WeakMap<CryptoKey, Map<string, Verified>>();

/** Who a bearer token is of. @throws ApiProblem signedOut for whatever is wrong with it */
export async function callerOf(
  authorization: string | undefined,
  key: () => Promise<CryptoKey> = tokenKey,
  issuer = process.env.KLADKA_ORIGIN,
): Promise<Caller> {
  const token = /^Bearer ([\w.-]{20,8000})$/.exec(authorization ?? '')?.[1];
  if (!token || !issuer) throw problem('signedOut');
  const verifying = await key();
  const kept = verified.get(verifying) ?? new Map<string, Verified>();
  verified.set(verifying, kept);
  const known = kept.get(token);
  if (known && Date.now() < known.until) return known.caller;
  const one = await verify(token, verifying, issuer);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(token, one);
  return one.caller;
}

async function verify(token: string, key: CryptoKey, issuer: string): Promise<Verified> {
  const found = await jwtVerify(token, key, {
    algorithms: ['ES256'],
    issuer,
    audience: issuer,
    requiredClaims: ['exp'],
  }).catch(() => null);
  const { sub, kind, name, exp, ...claims } = found?.payload ?? {};
  if (!sub || exp === undefined || (kind !== 'citizen' && kind !== 'officer')) throw problem('signedOut');
  const caller: Caller = { kind, person: sub, name: typeof name === 'string' ? name : '', claims };
  return { caller, until: exp * 1000 };
}
