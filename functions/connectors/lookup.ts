import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Connector as ConnectorDefinition } from '#core/definition/types.generated.ts';
import type { Outcome, Sending } from '../store/drain.ts';
import { log } from '../watch/log.ts';
import { traced } from '../watch/trace.ts';
import { shareOf } from './bucket.ts';

/** What a connector is asked while someone fills in a form: an event of its function beside those of its queue. */
export type LookupAsked = {
  /** The service, the draft or case, and the lookup's name: together with the input, the question's stable id. */
  service: string;
  case: string;
  lookup: string;
  operation?: string;
  purpose?: string;
  input: unknown;
  trace?: string;
};
export type LookupEvent = { lookup: LookupAsked };
/** The answer, or the code of docs/format/kinds.md, "How a connector fails"; `busy`: its share of the rate is used up. */
export type LookupAnswered = { result: unknown } | { code: string };

/** Nobody who fills in a form waits longer, whatever the connector's own `timeout` says, in milliseconds. */
const LOOKUP_MS = 6_000;
/** The share of the rate that lookups have where the definition does not say (docs/format/kinds.md). */
const SHARE = 0.3;

type Send = (effect: never, sending: Sending) => Promise<Outcome>;

/** A question of a form, put by the deeds that put those of cases; nothing of it is noted or tried again. */
function asEffect({ service, case: of, lookup, operation, purpose, input }: LookupAsked, now: string) {
  // another input is another question, also to a system that knows a question by its id
  const id = `lookup/${of}/${lookup}/${createHash('sha256').update(JSON.stringify(input)).digest('hex').slice(0, 16)}`;
  return {
    ...{ kind: 'call', id, at: now, case: of, service, reference: '', definition: '' },
    ask: {
      ...(operation === undefined ? {} : { operation }),
      ...(purpose === undefined ? {} : { reason: purpose }),
    },
    data: { input },
  };
}

/** Answers lookups by a connector's deeds: within its share of the rate, once, and soon. */
export function answersLookups(
  send: Send,
  definition: ConnectorDefinition,
  { now = Date.now, longestMs = LOOKUP_MS }: { now?: () => number; longestMs?: number } = {},
): (asked: LookupAsked) => Promise<LookupAnswered> {
  const mayPass = shareOf(definition.rate, definition.lookups ?? SHARE, now);
  const answer = async (asked: LookupAsked): Promise<LookupAnswered> => {
    if (!mayPass()) return { code: 'busy' };
    const at = new Date(now()).toISOString();
    const connector = definition.id;
    const sending: Sending = {
      now: at,
      item: { service: asked.service, case: asked.case, connector, sequence: 0, createdAt: at },
      noted: null,
      note: async () => false,
    };
    const late = new AbortController();
    try {
      const outcome = await Promise.race([
        send(asEffect(asked, at) as never, sending),
        sleep(longestMs, { outcome: 'failed', code: 'timedOut', again: true } as const, {
          signal: late.signal,
        }),
      ]);
      if (outcome.outcome === 'failed') return { code: outcome.code };
      const said = outcome.answer as { type: string; result?: unknown } | undefined;
      return said?.type === 'callAnswered' ? { result: said.result ?? null } : { code: 'noAnswer' };
    } finally {
      late.abort();
    }
  };
  return (asked) =>
    traced(asked.trace, async () => {
      const begun = now();
      const answered = await answer(asked).catch((error: unknown) => {
        // an error's own words may hold what was asked: it is only named
        const name = error instanceof Error ? error.name : 'unknown';
        return { code: 'fault', error: name };
      });
      const failed = 'code' in answered ? answered.code.split(':')[0] : undefined;
      log(failed === undefined || failed === 'busy' ? 'info' : 'warn', 'lookup', {
        ...{ connector: definition.id, service: asked.service, case: asked.case, lookup: asked.lookup },
        ...{ outcome: failed ?? 'answered', ms: now() - begun },
        ...('error' in answered ? { error: answered.error } : {}),
      });
      return 'code' in answered ? { code: answered.code } : answered;
    });
}
