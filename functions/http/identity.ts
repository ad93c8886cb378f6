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

/** Who a bearer token is of. @throws ApiProblem signedOut for whatever is wrong with it */
export async function callerOf(
  authorization: string | undefined,
  key: () => Promise<CryptoKey> = tokenKey,
  issuer = process.env.KLADKA_ORIGIN,
): Promise<Caller> {
  const token = /^Bearer ([\w.-]{20,8000})$/.exec(authorization ?? '')?.[1];
  if (!token || !issuer) throw problem('signedOut');
  const verifying = await key();
  const verified = await jwtVerify(token, verifying, {
    algorithms: ['ES256'],
    issuer,
    audience: issuer,
  }).catch(() => null);
  const { sub, kind, name, ...claims } = verified?.payload ?? {};
  if (!sub || (kind !== 'citizen' && kind !== 'officer')) throw problem('signedOut');
  return { kind, person: sub, name: typeof name === 'string' ? name : '', claims };
}
