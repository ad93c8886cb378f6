import { offline, type Problem, problemOf, signedOut } from './problem.ts';
import { type Session, SignedOut } from './session.ts';

/** What a request came to. Failures are values: `ok: false` with the problem. */
export type Answer<T> =
  | {
      readonly ok: true;
      readonly status: number;
      readonly data: T;
      readonly etag: string | null;
      readonly location: string | null;
    }
  | { readonly ok: false; readonly problem: Problem };

/** What a request may carry beside its path. */
export interface RequestOptions {
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  /** Sent as Idempotency-Key: keep the same key for every repeat of one intention. */
  readonly key?: string;
  /** Sent as If-Match: the ETag of what is being replaced. */
  readonly ifMatch?: string;
  readonly signal?: AbortSignal;
  /** Open to anyone: no token is asked for or sent. */
  readonly open?: boolean;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** A client of the API at `/api`, on behalf of one session. */
export interface Api {
  readonly request: <T>(method: Method, path: string, options?: RequestOptions) => Promise<Answer<T>>;
  readonly get: <T>(path: string, options?: RequestOptions) => Promise<Answer<T>>;
  readonly post: <T>(path: string, options?: RequestOptions) => Promise<Answer<T>>;
  readonly put: <T>(path: string, options?: RequestOptions) => Promise<Answer<T>>;
}

/** A new Idempotency-Key. */
export function newKey(): string {
  return crypto.randomUUID();
}

/** A new trace (W3C Trace Context), by which one press of a person is followed to the systems that it reached. */
function newTrace(): string {
  const id = [...crypto.getRandomValues(new Uint8Array(24))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  return `00-${id.slice(0, 32)}-${id.slice(32)}-01`;
}

function address(path: string, query: RequestOptions['query']): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {}))
    if (value !== undefined && value !== '') search.set(name, String(value));
  const tail = search.toString();
  return `/api${path}${tail ? `?${tail}` : ''}`;
}

/**
 * Makes the client. `language` is asked at each request, so that the server answers in the language of the
 * screen. A 401 drops the token and is tried once more with a fresh one.
 */
export function createApi(
  session: Session,
  language: () => string,
  send: (path: string, init: RequestInit) => Promise<Response> = (path, init) => fetch(path, init),
): Api {
  async function once(
    method: Method,
    path: string,
    options: RequestOptions,
    traceparent: string,
  ): Promise<Response> {
    const headers: Record<string, string> = {
      accept: 'application/json',
      'accept-language': language(),
      traceparent,
    };
    if (!options.open) headers.authorization = `Bearer ${await session.token()}`;
    if (options.body !== undefined) headers['content-type'] = 'application/json';
    if (options.key !== undefined) headers['idempotency-key'] = options.key;
    if (options.ifMatch !== undefined) headers['if-match'] = options.ifMatch;
    return send(address(path, options.query), {
      method,
      headers,
      credentials: 'same-origin',
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      ...(options.signal ? { signal: options.signal } : {}),
    });
  }

  async function request<T>(method: Method, path: string, options: RequestOptions = {}): Promise<Answer<T>> {
    const trace = newTrace();
    try {
      let answer = await once(method, path, options, trace);
      if (answer.status === 401 && !options.open) {
        session.drop();
        answer = await once(method, path, options, trace);
      }
      if (!answer.ok) return { ok: false, problem: await problemOf(answer) };
      const text = await answer.text();
      return {
        ok: true,
        status: answer.status,
        data: (text ? JSON.parse(text) : undefined) as T,
        etag: answer.headers.get('etag'),
        location: answer.headers.get('location'),
      };
    } catch (error) {
      return { ok: false, problem: error instanceof SignedOut ? signedOut : offline };
    }
  }

  return {
    request,
    get: (path, options) => request('GET', path, options),
    post: (path, options) => request('POST', path, options),
    put: (path, options) => request('PUT', path, options),
  };
}
