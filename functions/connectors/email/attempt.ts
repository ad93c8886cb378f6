// SES takes no idempotency key: whether an attempt that broke off went out is told by its Send event alone.

/** How the last attempt at a letter stands, as the outbox item notes it. */
export type Attempt =
  | { state: 'none' }
  /** Handed to SES at that instant, its answer not seen. */
  | { state: 'begun'; at: string }
  /** SES took it. */
  | { state: 'sent' };

/**
 * How long the Send event of an attempt without an answer is waited for, from its beginning, in milliseconds: 5 minutes.
 * SES publishes within seconds and EventBridge hands over in under one; five minutes leave room for a full queue, and a
 * letter of a public service may come five minutes late, but not twice.
 */
export const EVENT_WITHIN_MS = 300_000;

export const begun = (at: string): string => `begun ${at}`;
export const sent = (message: string): string => `sent ${message}`;
/** SES answered that it did not take it. */
export const REFUSED = 'refused';

/** Reads what was noted. */
export function attemptOf(noted: string | null): Attempt {
  const [state, rest = ''] = (noted ?? '').split(' ', 2);
  if (state === 'sent') return { state };
  return state === 'begun' ? { state, at: rest } : { state: 'none' };
}

/** The name of the tag by which a letter tells its effect. */
export const TAG = 'effect';

/** An effect's id as a tag of SES may hold it: letters, digits, `-` and `_` only. */
export const tagOf = (effect: string): string => effect.replaceAll('/', '_');

/** The effect that a Send event is about, as the rule of its queue hands it over: `{ sent: [tag], message }`. */
export function heardOf(message: { [name: string]: unknown }): { effect: string; value: string } | null {
  const [tag] = Array.isArray(message.sent) ? message.sent : [];
  const parts = /^(.+)_(\d+)_(\d+)$/.exec(typeof tag === 'string' ? tag : '');
  if (!parts) return null;
  return { effect: parts.slice(1).join('/'), value: sent(String(message.message ?? '')) };
}
