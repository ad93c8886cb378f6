import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

const running = new AsyncLocalStorage<string>();

/** `traceparent` of W3C Trace Context, version 00: trace, span, flags; neither id may be nothing but zeros. */
const PARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})$/;

/** Drawn in advance: a call of the generator costs more than what it draws. */
const POOL = 4096;
let pool = Buffer.alloc(0);
const drawn = (bytes: number): string => {
  if (pool.length < bytes) pool = randomBytes(POOL);
  const id = pool.toString('hex', 0, bytes);
  pool = pool.subarray(bytes);
  return /^0+$/.test(id) ? drawn(bytes) : id;
};

/** The trace that Lambda itself has begun for this call, as X-Ray writes it: `Root=1-<8 hex>-<24 hex>;…`. */
const ofLambda = (): string | undefined => {
  const root = /Root=1-([0-9a-f]{8})-([0-9a-f]{24})/.exec(process.env._X_AMZN_TRACE_ID ?? '');
  return root ? `${root[1]}${root[2]}` : undefined;
};

/**
 * Does work under the trace it belongs to, as a span of its own: that of the browser's request goes with the effect to
 * the call of another system. What is no `traceparent` begins a new trace, and is never passed on.
 */
export function traced<T>(traceparent: string | null | undefined, work: () => T): T {
  const given = PARENT.exec(traceparent ?? '');
  const trace = given?.[1] ?? ofLambda() ?? drawn(16);
  return running.run(`00-${trace}-${drawn(8)}-${given?.[2] ?? '01'}`, work);
}

/** The `traceparent` to pass on; undefined outside of any trace. */
export const traceparent = (): string | undefined => running.getStore();

/** The id of the trace, as log lines name it. */
export const traceId = (): string | undefined => running.getStore()?.slice(3, 35);
