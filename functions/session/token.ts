import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { calculateJwkThumbprint, exportJWK, importSPKI, type JWK } from 'jose';
import { tokenKeyId } from './environment.ts';

const kms = new KMSClient({});
/** An access token is good for so many seconds. */
export const TOKEN_SECONDS = 600;

/** A DER signature of ECDSA P-256 as JOSE writes it: r and s, 32 bytes each. @throws Error where it is none */
export function joseSignature(der: Uint8Array): Uint8Array {
  const whole = new Uint8Array(64);
  const bad = new Error('not a DER signature of P-256');
  if (der[0] !== 0x30 || der[1] !== der.length - 2) throw bad;
  let at = 2;
  for (const end of [32, 64]) {
    const length = der[at + 1] ?? 0;
    if (der[at] !== 0x02 || length === 0 || at + 2 + length > der.length) throw bad;
    let number = der.subarray(at + 2, at + 2 + length);
    while (number.length > 1 && number[0] === 0) number = number.subarray(1);
    if (number.length > 32) throw bad;
    whole.set(number, end - number.length);
    at += 2 + length;
  }
  if (at !== der.length) throw bad;
  return whole;
}

let published: Promise<JWK & { kid: string }> | undefined;

async function fetched(): Promise<JWK & { kid: string }> {
  const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId: tokenKeyId() }));
  if (!PublicKey) throw new Error('the token key has no public key');
  const pem = `-----BEGIN PUBLIC KEY-----\n${Buffer.from(PublicKey).toString('base64')}\n-----END PUBLIC KEY-----`;
  const jwk = await exportJWK(await importSPKI(pem, 'ES256', { extractable: true }));
  return { ...jwk, alg: 'ES256', use: 'sig', kid: await calculateJwkThumbprint(jwk) };
}

/** The public key of access tokens as a JWK, fetched once a container. */
export function publicJwk(): Promise<JWK & { kid: string }> {
  published ??= fetched().catch((error: unknown) => {
    published = undefined;
    throw error;
  });
  return published;
}

const part = (value: object | Uint8Array): string =>
  Buffer.from(value instanceof Uint8Array ? value : JSON.stringify(value)).toString('base64url');

/** An access token of ours: ES256, signed by KMS; `now` in seconds since 1970. */
export async function accessToken(
  origin: string,
  claims: { sub: string; [claim: string]: unknown },
  now: number,
): Promise<string> {
  const { kid } = await publicJwk();
  const body = { ...claims, iss: origin, aud: origin, iat: now, exp: now + TOKEN_SECONDS };
  const signed = `${part({ alg: 'ES256', typ: 'JWT', kid })}.${part(body)}`;
  const { Signature } = await kms.send(
    new SignCommand({
      KeyId: tokenKeyId(),
      Message: Buffer.from(signed),
      MessageType: 'RAW',
      SigningAlgorithm: 'ECDSA_SHA_256',
    }),
  );
  if (!Signature) throw new Error('the token key made no signature');
  return `${signed}.${part(joseSignature(Signature))}`;
}
