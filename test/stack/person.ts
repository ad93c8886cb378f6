import { execFile, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { holdToContract } from './contract.ts';
import { ROOT, type Stack } from './stack.ts';
import { until } from './until.ts';

export interface Answer<T> {
  status: number;
  headers: Headers;
  body: T;
}

/** A test person signed in to the local stack by `kladka token`, and the API as they reach it. */
export interface Person {
  get<T>(path: string): Promise<Answer<T>>;
  /** Sends a command, twice with the same Idempotency-Key where `twice`; throws unless both answers are alike. */
  command<T>(path: string, body?: unknown, options?: CommandOptions): Promise<Answer<T>>;
  put<T>(path: string, body: unknown, ifMatch: string): Promise<Answer<T>>;
  remove<T>(path: string): Promise<Answer<T>>;
}

export interface CommandOptions {
  ifMatch?: string;
  twice?: boolean;
  key?: string;
}

/** What sends a request, as `fetch` does. */
export type Reach = (
  url: string,
  request: RequestInit,
) => Promise<{ status: number; headers: Headers; text: () => Promise<string> }>;

/** A test person by their id, or an officer as the citizen that they are too. */
export type Who = string | { citizen: string };

/**
 * Signs in as one of infra/local/people.json. `reach` sends what they ask: `fetch`, or one that keeps trying; `answered`
 * looks at each answer.
 */
export function signIn(
  stack: Pick<Stack, 'origin' | 'data'>,
  who: Who,
  reach: Reach = fetch,
  answered: typeof holdToContract | null = holdToContract,
): Person {
  const person = typeof who === 'string' ? who : who.citizen;
  const as = typeof who === 'string' ? [] : ['--citizen'];
  const asked = ['cli/kladka.mjs', 'token', person, ...as, '--data', stack.data];
  const { stdout, stderr, status } = spawnSync(process.execPath, asked, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`kladka token ${person}: ${stderr || stdout}`);
  let token = stdout.trim();
  let renewing: Promise<unknown> | undefined;

  /** A token is good for ten minutes: signs in anew, once for all who ask meanwhile, as often as it takes. */
  const renew = () => {
    renewing ??= until(`a new token of ${person}`, async () => {
      const fresh = await new Promise<string>((done) =>
        execFile(process.execPath, asked, { cwd: ROOT }, (error, printed) =>
          done(error ? '' : printed.trim()),
        ),
      );
      token = fresh || token;
      return fresh || null;
    }).finally(() => {
      renewing = undefined;
    });
    return renewing;
  };

  async function send<T>(
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: unknown,
  ): Promise<Answer<T>> {
    const ask = () =>
      reach(`${stack.origin}/api${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          'accept-language': 'en',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    let answer = await ask();
    if (answer.status === 401) {
      await renew();
      answer = await ask();
    }
    const text = await answer.text();
    const came = {
      status: answer.status,
      headers: answer.headers,
      body: (text ? JSON.parse(text) : null) as T,
    };
    answered?.(method, path, came);
    return came;
  }

  return {
    get: (path) => send('GET', path, {}),
    put: (path, body, ifMatch) => send('PUT', path, { 'if-match': ifMatch }, body),
    remove: (path) => send('DELETE', path, { 'idempotency-key': randomUUID() }),
    async command<T>(
      path: string,
      body?: unknown,
      { ifMatch, twice = true, key = randomUUID() }: CommandOptions = {},
    ) {
      const headers = { 'idempotency-key': key, ...(ifMatch ? { 'if-match': ifMatch } : {}) };
      const first = await send<T>('POST', path, headers, body);
      if (!twice) return first;
      const again = await send<T>('POST', path, headers, body);
      if (again.status !== first.status || made(again.body) !== made(first.body))
        throw new Error(
          `a repeat of POST ${path} was answered otherwise: ${first.status} ${made(first.body)} then ${again.status} ${made(again.body)}`,
        );
      return first;
    },
  };
}

/** The answer's body where the status is a success; else an error that shows what came. */
export function ok<T>({ status, body }: Answer<T>): T {
  if (status >= 200 && status < 300) return body;
  throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
}

/** What a command made: the same for every repeat. What is only drawn anew (links, the hour) is left out. */
function made(body: unknown): string {
  const { id, reference, seq, code, file } = (body ?? {}) as Record<string, unknown>;
  return JSON.stringify({ id, reference, seq, code, file: (file as { id?: string } | undefined)?.id });
}
