/** Whom a session is of: a citizen through the national provider, an officer through the agency's directory. */
export type Audience = 'citizen' | 'officer';

/** What the portal knows of who is signed in; it lives in memory only. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly roles?: readonly string[];
}

interface Grant {
  readonly accessToken: string;
  /** Milliseconds since 1970 by this browser's clock. */
  readonly endsAt: number;
  readonly person: Person;
}

/** `unknown` until the cookie was tried. */
export type SessionState =
  | { readonly is: 'unknown' }
  /** `ended`: someone was signed in here, and did not sign out here. */
  | { readonly is: 'out'; readonly ended?: true }
  | { readonly is: 'in'; readonly person: Person };

/** Asked for a token when nobody is signed in. */
export class SignedOut extends Error {
  readonly code = 'signed-out';
}

/** What `POST /api/session/token` answers. */
export interface TokenAnswer {
  readonly accessToken: string;
  /** Seconds. */
  readonly expiresIn: number;
  readonly person: Person;
}

/** What `POST /api/session/logout` answers: where the session ends at the provider. */
interface LogoutAnswer {
  readonly next?: string;
}

/** What the session needs of the world; tests hand in their own. */
export interface SessionPorts {
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
  readonly now: () => number;
  readonly go: (address: string) => void;
}

const browser: SessionPorts = {
  fetch: (path, init) => fetch(path, init),
  now: () => Date.now(),
  go: (address) => location.assign(address),
};

/** No other site's page can send it without being asked first. */
const OURS = { 'x-kladka': '1' };

/** Renewed so long before its end, ms: a request under way never meets an expired token. */
const EARLY = 60_000;

/**
 * The session client. The refresh token is a cookie that scripts cannot read; the access token is kept in
 * memory, asked for anew before it ends, and asked for once when several requests need it at the same time.
 */
export class Session {
  readonly audience: Audience;
  #ports: SessionPorts;
  #grant: Grant | undefined;
  #asking: Promise<Grant | undefined> | undefined;
  #state: SessionState = { is: 'unknown' };
  #listeners = new Set<() => void>();

  constructor(audience: Audience, ports: SessionPorts = browser) {
    this.audience = audience;
    this.#ports = ports;
  }

  /** The state now; changes are told to subscribers (shaped for `useSyncExternalStore`). */
  readonly state = (): SessionState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Tries the cookie once at the start; afterwards the state is `in` or `out`. */
  async open(): Promise<SessionState> {
    await this.#renew().catch(() => this.#become({ is: 'out' }));
    return this.#state;
  }

  /** A token good for at least a minute. Throws SignedOut; a network failure comes through as it is. */
  async token(): Promise<string> {
    const kept = this.#grant;
    if (kept && kept.endsAt - EARLY > this.#ports.now()) return kept.accessToken;
    const grant = await this.#renew();
    if (!grant) throw new SignedOut('nobody is signed in');
    return grant.accessToken;
  }

  /** Forgets a token that the server no longer takes, so that the next request asks for another. */
  drop(): void {
    this.#grant = undefined;
  }

  /** Leaves for the provider; comes back to `to` (a path of this origin). */
  login(to: string): void {
    this.#ports.go(`/api/session/login?audience=${this.audience}&return=${encodeURIComponent(to)}`);
  }

  /** Ends the session here, at the server, and at the provider where that has a place for it. */
  async logout(): Promise<void> {
    const answer = await this.#ports
      .fetch(`/api/session/logout?audience=${this.audience}`, {
        method: 'POST',
        credentials: 'same-origin',
        headers: OURS,
      })
      .catch(() => undefined);
    this.#grant = undefined;
    this.#become({ is: 'out' });
    if (!answer?.ok) return;
    const { next } = (await answer.json().catch(() => ({}))) as LogoutAnswer;
    if (next) this.#ports.go(next);
  }

  #renew(): Promise<Grant | undefined> {
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  async #ask(): Promise<Grant | undefined> {
    const answer = await this.#ports.fetch(`/api/session/token?audience=${this.audience}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { ...OURS, accept: 'application/json' },
    });
    if (answer.status === 401 || answer.status === 403) {
      this.#grant = undefined;
      this.#become(this.#state.is === 'in' ? { is: 'out', ended: true } : { is: 'out' });
      return undefined;
    }
    if (!answer.ok) throw new Error(`the session answered ${answer.status}`);
    const body = (await answer.json()) as TokenAnswer;
    this.#grant = {
      accessToken: body.accessToken,
      endsAt: this.#ports.now() + body.expiresIn * 1000,
      person: body.person,
    };
    this.#become({ is: 'in', person: body.person });
    return this.#grant;
  }

  #become(state: SessionState): void {
    const before = this.#state;
    if (before.is === state.is && before.is !== 'in') return;
    if (before.is === 'in' && state.is === 'in' && before.person.id === state.person.id) return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
