import type { Carry, Request, Response } from './types.ts';
import { NoAnswer } from './types.ts';

/** The most that is read of an answer, in bytes. */
const MOST = 1_000_000;

async function limited(response: globalThis.Response): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks).toString('utf8');
    size += value.length;
    if (size > MOST) {
      await reader.cancel();
      throw new NoAnswer('tooLarge');
    }
    chunks.push(value);
  }
}

/** Carries a request by HTTP. Redirects are not followed: an address of ours does not lead elsewhere unasked. */
export const carry: Carry = async (request: Request, timeoutMs: number): Promise<Response> => {
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: request.headers,
      body: request.body,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await limited(response);
    let body: unknown = null;
    if (text !== '') {
      try {
        body = JSON.parse(text);
      } catch {
        if (response.ok) throw new NoAnswer('notJson');
      }
    }
    return { status: response.status, headers: Object.fromEntries(response.headers), body };
  } catch (error) {
    if (error instanceof NoAnswer) throw error;
    throw new NoAnswer(error instanceof Error && error.name === 'TimeoutError' ? 'timedOut' : 'unreachable');
  }
};
