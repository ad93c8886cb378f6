import type { Kind } from './claims.ts';

/** Scripts cannot read them, other origins' forms cannot send them, nothing but the session gets them. */
const guarded = (name: string, value: string, seconds: number, secure: boolean): string =>
  `${name}=${value}; Path=/api/session; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure ? '; Secure' : ''}`;

/** A cookie each audience: an officer may be signed in as a citizen too. */
export const sessionCookie = (kind: Kind): string => `kladka-${kind}`;
/** A cookie each login under way, so that two tabs do not disturb each other. */
export const loginCookie = (hash: string): string => `kladka-login-${hash.slice(0, 12)}`;

/** A cookie to be kept for so many seconds; 0 takes it back. `Secure` wherever the origin is HTTPS. */
export function setCookie(name: string, value: string, seconds: number, origin: string): string {
  return guarded(name, value, seconds, origin.startsWith('https:'));
}

/** The value of a cookie of ours; null where it is not there or is nothing that we give out. */
export function cookieOf(cookies: readonly string[] | undefined, name: string): string | null {
  const found = (cookies ?? []).find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
  return found !== undefined && /^[\w.-]{20,200}$/.test(found) ? found : null;
}
