import * as oauth from 'oauth4webapi';
import type { Claims, Kind } from './claims.ts';
import { originOf, providerOf } from './environment.ts';

/** The provider's metadata is asked for anew after so many ms. */
const FRESH = 3_600_000;
const SCOPE = 'openid profile email phone';
const known = new Map<string, { until: number; server: Promise<oauth.AuthorizationServer> }>();

/** HTTP only to this very machine, where a provider stands in for the real one. */
export function insecureAllowed(issuer: string): boolean {
  const { protocol, hostname } = new URL(issuer);
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

const http = (issuer: string) => ({
  [oauth.allowInsecureRequests]: insecureAllowed(issuer),
  signal: () => AbortSignal.timeout(8000),
});

async function discovered(issuer: string): Promise<oauth.AuthorizationServer> {
  const url = new URL(issuer);
  return oauth.processDiscoveryResponse(url, await oauth.discoveryRequest(url, http(issuer)));
}

function serverOf(issuer: string): Promise<oauth.AuthorizationServer> {
  const kept = known.get(issuer);
  if (kept && kept.until > Date.now()) return kept.server;
  const server = discovered(issuer).catch((error: unknown) => {
    known.delete(issuer);
    throw error;
  });
  known.set(issuer, { until: Date.now() + FRESH, server });
  return server;
}

const redirect = (): string => `${originOf()}/api/session/callback`;

/** What a login under way remembers here while the person is at the provider. */
export type Secrets = { state: string; nonce: string; verifier: string };

/** Draws the secrets of one login. */
export const drawn = (): Secrets => ({
  state: oauth.generateRandomState(),
  nonce: oauth.generateRandomNonce(),
  verifier: oauth.generateRandomCodeVerifier(),
});

/** The provider's address to send the person to. Asks for the person anew, since computers are shared. */
export async function loginAddress(
  kind: Kind,
  { state, nonce, verifier }: Secrets,
  hint?: string,
): Promise<string> {
  const { issuer, client } = providerOf(kind);
  const { authorization_endpoint } = await serverOf(issuer);
  if (!authorization_endpoint) throw new Error('the provider has no authorization endpoint');
  const url = new URL(authorization_endpoint);
  const asked = {
    client_id: client,
    redirect_uri: redirect(),
    response_type: 'code',
    scope: SCOPE,
    state,
    nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    prompt: 'login',
    ...(hint ? { login_hint: hint } : {}),
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  return url.href;
}

/**
 * Where the person goes to be signed out at the provider too, and comes back from (OpenID Connect RP-Initiated Logout 1.0; Cognito
 * names the way back `logout_uri`). Undefined where the provider cannot, or does not answer: the session of ours is over anyhow.
 */
export async function logoutAddress(kind: Kind): Promise<string | undefined> {
  const { issuer, client } = providerOf(kind);
  const server = await serverOf(issuer).catch(() => undefined);
  if (!server?.end_session_endpoint) return undefined;
  const url = new URL(server.end_session_endpoint);
  const back = `${originOf()}${kind === 'officer' ? '/workspace/' : '/'}`;
  const asked = { client_id: client, post_logout_redirect_uri: back, logout_uri: back };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  return url.href;
}

/**
 * What the provider says of the person who came back: its answer's state, code, ID token (signature, issuer, audience,
 * nonce, times) are all verified.
 * @throws the errors of oauth4webapi
 */
export async function claimsOf(
  kind: Kind,
  answer: URLSearchParams,
  { state, nonce, verifier }: Secrets,
): Promise<Claims> {
  const { issuer, client: client_id } = providerOf(kind);
  const server = await serverOf(issuer);
  const client: oauth.Client = { client_id };
  const parameters = oauth.validateAuthResponse(server, client, answer, state);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    parameters,
    redirect(),
    verifier,
    http(issuer),
  );
  const tokens = await oauth.processAuthorizationCodeResponse(server, client, response, {
    expectedNonce: nonce,
    requireIdToken: true,
  });
  await oauth.validateApplicationLevelSignature(server, response, http(issuer));
  const claims = oauth.getValidatedIdTokenClaims(tokens);
  if (!claims) throw new Error('the provider gave no ID token');
  if (!server.userinfo_endpoint) return claims;
  const more = await oauth.processUserInfoResponse(
    server,
    client,
    claims.sub,
    await oauth.userInfoRequest(server, client, tokens.access_token, http(issuer)),
  );
  // the ID token is signed: it has the last word
  return { ...more, ...claims };
}
