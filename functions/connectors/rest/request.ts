import { evaluate, fill, namesOf } from './feel.ts';
import type { Contract, Request } from './types.ts';

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** A path whose filled in parts cannot break out of their place. */
function pathOf(template: string, names: Record<string, unknown>): string {
  return template.replace(/\{\{([^{}]+)\}\}/g, (whole) => encodeURIComponent(fill(whole, names)));
}

/**
 * The request of an operation: path, query, headers and body evaluated over the input. The effect's id goes along as
 * Idempotency-Key, so that a repeat does no harm there either.
 * @throws ExpressionError
 */
export function requestFor(
  contract: Contract,
  input: unknown,
  given: {
    address: string;
    effect: string;
    traceparent?: string;
    secretHeaders: Record<string, string>;
    purpose?: string;
  },
): Request {
  const names = namesOf(input, contract.input);
  const asked = contract.request ?? {};
  const method = asked.method ?? 'POST';
  const base = given.address.endsWith('/') ? given.address : `${given.address}/`;
  const url = new URL(pathOf(asked.path ?? '', names).replace(/^\/+/, ''), base);
  for (const [name, source] of Object.entries(asked.query ?? {})) {
    const value = evaluate(source, names);
    if (value !== null && value !== undefined) url.searchParams.set(name, asText(value));
  }
  const headers: Record<string, string> = { accept: 'application/json', 'idempotency-key': given.effect };
  if (given.traceparent) headers.traceparent = given.traceparent;
  if (given.purpose) headers['x-purpose'] = encodeURIComponent(given.purpose);
  for (const [name, source] of Object.entries(asked.headers ?? {})) {
    const value = evaluate(source, names);
    if (value !== null && value !== undefined)
      headers[name.toLowerCase()] = asText(value).replace(/[\r\n]+/g, ' ');
  }
  const bodied = method !== 'GET' && method !== 'DELETE';
  const body = bodied ? JSON.stringify(asked.body ? evaluate(asked.body, names) : input) : null;
  if (bodied) headers['content-type'] = 'application/json';
  return { method, url: url.href, headers: { ...headers, ...given.secretHeaders }, body };
}
