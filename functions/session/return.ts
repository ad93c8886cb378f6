import type { Kind } from './claims.ts';

/** Where a person goes after the login: a path of this origin; any other address is replaced by the start page. */
export function returnPath(asked: string | undefined, kind: Kind, origin: string): string {
  const start = kind === 'officer' ? '/workspace/' : '/';
  if (!asked || asked.length > 1000 || !asked.startsWith('/')) return start;
  try {
    const url = new URL(asked, origin);
    // `//elsewhere` and `/\elsewhere` are other origins to a browser; the API is no page
    if (url.origin !== new URL(origin).origin || url.pathname.startsWith('/api/')) return start;
    const path = `${url.pathname}${url.search}${url.hash}`;
    return path.startsWith('//') ? start : path;
  } catch {
    return start;
  }
}
