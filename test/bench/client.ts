import { Pool } from 'undici';
import { type Person, signIn } from '../stack/person.ts';
import type { Stack } from '../stack/stack.ts';

/**
 * A test person whose requests cost this process as little as they can, since it shares the processors with what it
 * measures: connections that stay open, and answers that nobody holds to the contract (the walks do).
 */
export function client(stack: Stack, person: string): Person {
  const pool = new Pool(stack.origin, { connections: 64 });
  return signIn(
    stack,
    person,
    async (url, { method = 'GET', headers, body }) => {
      const given = await pool.request({
        path: url.slice(stack.origin.length),
        method,
        headers: headers as Record<string, string>,
        body: typeof body === 'string' ? body : null,
      });
      return {
        status: given.statusCode,
        headers: new Headers(given.headers as Record<string, string>),
        text: () => given.body.text(),
      };
    },
    null,
  );
}
