type Cookie = { name: string; value: string; host: string; path: string };

/** Cookies as a browser keeps them: by host name (ports share) and path. */
export class CookieJar {
  #cookies: Cookie[] = [];

  keep(from: URL, lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
      const cut = pair.indexOf('=');
      const attribute = (name: string) =>
        attributes.find((a) => a.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1);
      const path = attribute('path') ?? from.pathname.replace(/\/[^/]*$/, '') ?? '/';
      const cookie: Cookie = {
        name: pair.slice(0, cut),
        value: pair.slice(cut + 1),
        host: from.hostname,
        path: path || '/',
      };
      this.#cookies = this.#cookies.filter(
        (c) => c.name !== cookie.name || c.host !== cookie.host || c.path !== cookie.path,
      );
      const expires = attribute('expires');
      const gone =
        Number(attribute('max-age') ?? 1) <= 0 ||
        (expires !== undefined && Date.parse(expires) <= Date.now());
      if (cut > 0 && !gone) this.#cookies.push(cookie);
    }
  }

  /** The Cookie header for an address. */
  header(to: URL): Record<string, string> {
    const under = (path: string) =>
      path === '/' || to.pathname === path || to.pathname.startsWith(path.endsWith('/') ? path : `${path}/`);
    const fit = this.#cookies.filter((c) => c.host === to.hostname && under(c.path));
    return fit.length ? { cookie: fit.map((c) => `${c.name}=${c.value}`).join('; ') } : {};
  }
}
