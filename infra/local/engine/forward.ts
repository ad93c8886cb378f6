import { Pool } from 'undici';

/** What the engine answered to a call that was handed on. */
export type Forwarded = { status: number; type: string; given: Buffer };

/** Hands a call on to the engine as it came. */
export type Forward = (headers: Record<string, string>, body: Buffer) => Promise<Forwarded>;

const CONNECTIONS = 64;

/** The way to the engine, over connections that stay open. */
export function forwarder(engine: string): Forward {
  const { origin, pathname } = new URL(engine);
  const pool = new Pool(origin, { connections: CONNECTIONS });
  return async (headers, body) => {
    const answer = await pool.request({ path: pathname, method: 'POST', headers, body });
    return {
      status: answer.statusCode,
      type: String(answer.headers['content-type'] ?? 'application/x-amz-json-1.0'),
      given: Buffer.from(await answer.body.arrayBuffer()),
    };
  };
}
