import type { LogoutAnswer, TokenAnswer } from '#core/api/types.ts';
import type { ApiEvent, Asked } from '../http/event.ts';
import { problem } from '../http/problem.ts';
import { json, serve } from '../http/serve.ts';
import { asCitizen, identifying, identityOf, type Kind, nameOf } from '../session/claims.ts';
import { cookieOf, loginCookie, sessionCookie, setCookie } from '../session/cookie.ts';
import { originOf } from '../session/environment.ts';
import { failedPage } from '../session/failed-page.ts';
import {
  begin,
  end,
  hashed,
  keepLogin,
  LOGIN_SECONDS,
  renew,
  type SignedIn,
  takeLogin,
} from '../session/kept.ts';
import { claimsOf, drawn, loginAddress, logoutAddress } from '../session/provider.ts';
import { returnPath } from '../session/return.ts';
import { accessToken, publicJwk, TOKEN_SECONDS } from '../session/token.ts';
import { identified, personKeys } from '../store/person-key.ts';
import { log } from '../watch/log.ts';

const seconds = (): number => Math.floor(Date.now() / 1000);
const kindOf = ({ query }: Asked): Kind => (query.audience === 'officer' ? 'officer' : 'citizen');

const redirected = (location: string, cookies: string[]) => ({
  statusCode: 302,
  headers: { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
  cookies,
});

/** Sends the person to the provider of their audience. */
async function login(asked: Asked) {
  const kind = kindOf(asked);
  const origin = originOf();
  const secrets = drawn();
  const hint = asked.query.login_hint?.slice(0, 200);
  const address = await loginAddress(kind, secrets, hint);
  await keepLogin({ ...secrets, kind, back: returnPath(asked.query.return, kind, origin) }, seconds());
  // only the browser that began a login may end it
  const name = loginCookie(hashed(secrets.state));
  return redirected(address, [setCookie(name, hashed(secrets.nonce), LOGIN_SECONDS, origin)]);
}

/** The person comes back: code for ID token, person's key, a session, and on to where they were. */
async function signedIn({ query, language }: Asked, event: ApiEvent) {
  const origin = originOf();
  const state = query.state ?? '';
  const under = state && (await takeLogin(state, seconds()));
  if (!under) return failedPage(language, '/');
  const start = under.kind === 'officer' ? '/workspace/' : '/';
  const name = loginCookie(hashed(state));
  if (cookieOf(event.cookies, name) !== hashed(under.nonce)) return failedPage(language, start);
  const claims = await claimsOf(under.kind, new URLSearchParams(event.rawQueryString), under).catch(
    (error: unknown) => {
      const { name: error_, code } = error as { name?: string; code?: string };
      log('warn', 'login failed', { error: error_, code });
      return null;
    },
  );
  if (!claims) return failedPage(language, start);
  const keys = await personKeys();
  const person = keys(identifying(under.kind, claims));
  if (!person) return failedPage(language, start, 403);
  const self = under.kind === 'officer' ? asCitizen(claims) : null;
  const citizen = self && identified(keys, self);
  const who: SignedIn = {
    kind: under.kind,
    person,
    name: nameOf(claims),
    ...(under.kind === 'citizen' ? { identity: identityOf(claims) } : {}),
    ...(citizen ? { citizen } : {}),
  };
  const { cookie, seconds: lasts } = await begin(who, seconds());
  return redirected(`${origin}${under.back}`, [
    setCookie(sessionCookie(under.kind), cookie, lasts, origin),
    setCookie(name, '', 0, origin),
  ]);
}

/** Other sites can neither set the header without asking first nor pretend another origin. */
function fromOurs({ headers }: ApiEvent): void {
  if (headers['x-kladka'] !== '1') throw problem('forbidden');
  if (headers.origin !== undefined && headers.origin !== originOf()) throw problem('forbidden');
}

/** An access token for the cookie, which is replaced by this. */
async function token(asked: Asked, event: ApiEvent) {
  fromOurs(event);
  const kind = kindOf(asked);
  const origin = originOf();
  const now = seconds();
  const given = cookieOf(event.cookies, sessionCookie(kind));
  const found = given && (await renew(given, kind, now));
  if (!found) throw problem('signedOut');
  const { person, name, identity, citizen } = found.who;
  const answer: TokenAnswer = {
    accessToken: await accessToken(
      origin,
      { sub: person, kind, name, ...(identity ? { identity } : {}), ...(citizen ? { citizen } : {}) },
      now,
    ),
    expiresIn: TOKEN_SECONDS,
    person: { id: person, name },
  };
  const cookies = found.cookie
    ? [setCookie(sessionCookie(kind), found.cookie, found.seconds, origin)]
    : undefined;
  return { ...json(200, answer), ...(cookies ? { cookies } : {}) };
}

/** Ends the session here; the cookie goes even where the session was over already. Says where it ends at the provider. */
async function logout(asked: Asked, event: ApiEvent) {
  fromOurs(event);
  const kind = kindOf(asked);
  const name = sessionCookie(kind);
  const given = cookieOf(event.cookies, name);
  if (given) await end(given);
  const next = await logoutAddress(kind);
  const answer: LogoutAnswer = next === undefined ? {} : { next };
  return { ...json(200, answer), cookies: [setCookie(name, '', 0, originOf())] };
}

/** The key that access tokens are verified by. */
const keys = async () =>
  json(200, { keys: [await publicJwk()] }, { 'cache-control': 'public, max-age=3600' });

const serving = serve('session', { login, signedIn, token, logout, keys });
/** The one OpenID client: signs people in and gives out access tokens of our own. */
export const handler = (event: ApiEvent, context: Parameters<typeof serving>[1]) => serving(event, context);
