import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Command } from '#core/case/command.ts';

/** What another system tells of a case. `id` is its own for the message, so that a repeat is taken once. */
export type Told = {
  id: string;
  service: string;
  case: string;
  effect?: string;
} & (
  | { type: 'answered'; effect: string; result: unknown }
  | { type: 'failed'; effect: string; code: string }
  | { type: 'paid'; effect: string; payment: string; amount: number }
  | { type: 'signed'; effect: string; signature: Record<string, unknown> }
  | { type: 'event'; event: Record<string, unknown> }
);

export type Signing = { secret: string; now: number; toleranceMs: number };

/** The header that a message is signed with: `t=<seconds>,v1=<hex>`. */
export const signatureOf = (body: string, secret: string, seconds: number): string =>
  `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;

/** Whether a message is signed with the secret and fresh; compared in constant time. */
export function isSigned(
  header: string | undefined,
  body: string,
  given: Signing,
): 'signed' | 'badSignature' | 'stale' {
  const match = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header ?? '');
  if (!match?.[1] || !match[2]) return 'badSignature';
  const expected = createHmac('sha256', given.secret).update(`${match[1]}.${body}`).digest();
  if (!timingSafeEqual(expected, Buffer.from(match[2], 'hex'))) return 'badSignature';
  return Math.abs(given.now - Number(match[1]) * 1000) > given.toleranceMs ? 'stale' : 'signed';
}

const text = (value: unknown, most = 200): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= most;
const object = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What each kind of message needs beside id, service and case: the property and what it is. */
const NEEDS: Record<string, (message: Record<string, unknown>) => string | null> = {
  answered: (m) => (!text(m.effect) ? 'effect: text' : m.result === undefined ? 'result: any value' : null),
  failed: (m) => (!text(m.effect) ? 'effect: text' : !text(m.code, 60) ? 'code: text' : null),
  paid: (m) =>
    !text(m.effect)
      ? 'effect: text'
      : !text(m.payment)
        ? 'payment: text'
        : !Number.isSafeInteger(m.amount)
          ? 'amount: an integer of the smallest unit'
          : null,
  signed: (m) => (!text(m.effect) ? 'effect: text' : !object(m.signature) ? 'signature: an object' : null),
  event: (m) => (!object(m.event) ? 'event: an object' : null),
};

/** Reads a message, or says which property is wrong and what it should be. */
export function readCallback(body: string): Told | { wrong: string } {
  let message: unknown;
  try {
    message = JSON.parse(body);
  } catch {
    return { wrong: 'The body must be JSON.' };
  }
  if (!object(message)) return { wrong: 'The body must be a JSON object.' };
  for (const [name, pattern] of [
    ['id', /^[A-Za-z0-9._-]{1,100}$/],
    ['service', /^[a-z][a-z0-9-]{0,62}$/],
    ['case', /^[A-Za-z0-9-]{1,64}$/],
  ] as const)
    if (typeof message[name] !== 'string' || !pattern.test(message[name]))
      return { wrong: `${name} must match ${pattern.source}` };
  const needs = typeof message.type === 'string' ? NEEDS[message.type] : undefined;
  if (!needs) return { wrong: `type must be one of ${Object.keys(NEEDS).join(', ')}` };
  const missing = needs(message);
  return missing ? { wrong: missing } : (message as unknown as Told);
}

/** The command that a message becomes. Whether the case waits for it is for the case to decide. */
export function commandOf(connector: string, told: Told): Command {
  switch (told.type) {
    case 'answered':
      return { type: 'callAnswered', effect: told.effect, result: told.result as never };
    case 'failed':
      return { type: 'callFailed', effect: told.effect, code: told.code, final: true };
    case 'paid':
      return { type: 'paid', effect: told.effect, payment: told.payment, amount: told.amount };
    case 'signed':
      return { type: 'signed', effect: told.effect, signature: told.signature as never };
    case 'event':
      return { type: 'eventTold', connector, event: told.event as never };
  }
}
