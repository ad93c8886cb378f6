import { CommandError } from '../command.ts';
import { CookieJar } from './cookie-jar.ts';

const MOST_STEPS = 15;

/** Walks the real login as a browser does: session, the provider's page, the person's button, back, the token. */
export async function signIn(
  origin: string,
  person: string,
  audience: 'citizen' | 'officer',
): Promise<{ accessToken: string; expiresIn: number }> {
  const jar = new CookieJar();
  let at = await follow(jar, new URL(`/api/session/login?audience=${audience}&return=/`, origin));
  const button = new RegExp(`<form[^>]*action="([^"]+)"[^>]*>\\s*<button[^>]*value="${person}"`).exec(
    at.page,
  )?.[1];
  if (!button)
    throw new CommandError(`The login page does not offer ${person} (${at.url.origin}${at.url.pathname}).`);
  at = await follow(jar, new URL(unescaped(button), at.url), new URLSearchParams({ person }));
  const token = new URL(`/api/session/token?audience=${audience}`, origin);
  const answer = await fetch(token, {
    method: 'POST',
    headers: { ...jar.header(token), origin, 'x-kladka': '1', 'content-type': 'application/json' },
    body: '{}',
  });
  if (!answer.ok)
    throw new CommandError(
      `The session gave no token: ${answer.status} ${(await answer.text()).slice(0, 300)}`,
    );
  return (await answer.json()) as { accessToken: string; expiresIn: number };
}

const unescaped = (text: string): string =>
  text.replace(/&#(\d+);/g, (_, n: string) => String.fromCharCode(Number(n))).replaceAll('&amp;', '&');

async function follow(
  jar: CookieJar,
  start: URL,
  form?: URLSearchParams,
): Promise<{ url: URL; page: string }> {
  let url = start;
  let body = form;
  for (let step = 0; step < MOST_STEPS; step++) {
    const answer = await reach(url, {
      redirect: 'manual',
      headers: { ...jar.header(url), accept: 'text/html', ...(body ? { origin: url.origin } : {}) },
      ...(body ? { method: 'POST', body } : {}),
    });
    jar.keep(url, answer.headers.getSetCookie());
    const next = answer.headers.get('location');
    if (answer.status >= 400)
      throw new CommandError(
        `The login failed at ${url.pathname}: ${answer.status} ${(await answer.text()).slice(0, 300)}`,
      );
    if (next === null || answer.status < 300) return { url, page: await answer.text() };
    await answer.arrayBuffer();
    url = new URL(next, url);
    body = undefined;
  }
  throw new CommandError('The login leads in circles.');
}

async function reach(url: URL, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch {
    throw new CommandError(`${url.origin} does not answer. Does the local stack run? npm start`);
  }
}
