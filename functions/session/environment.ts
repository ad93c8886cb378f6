import type { Kind } from './claims.ts';

function value(name: string): string {
  const found = process.env[name];
  if (!found) throw new Error(`the environment variable ${name} is not set`);
  return found;
}

/** The one origin for people, no trailing slash. @throws Error where it is not set */
export const originOf = (): string => value('KLADKA_ORIGIN').replace(/\/$/, '');
/** The KMS key that signs access tokens. @throws Error where it is not set */
export const tokenKeyId = (): string => value('KLADKA_TOKEN_KEY');
/** The OpenID provider of an audience and what we are called there. @throws Error where it is not set */
export function providerOf(kind: Kind): { issuer: string; client: string } {
  const end = kind === 'citizen' ? 'CITIZEN' : 'OFFICER';
  return { issuer: value(`KLADKA_ISSUER_${end}`), client: value(`KLADKA_CLIENT_${end}`) };
}
