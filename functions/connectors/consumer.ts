import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { Connector as ConnectorDefinition } from '#core/definition/types.generated.ts';
import type { Connector, Draining } from '../store/drain.ts';
import { drain } from '../store/drain.ts';
import { type Heard, hear } from '../store/heard.ts';
import type { OutboxEffect } from '../store/outbox.ts';
import { parseOutboxKey } from '../store/outbox.ts';
import { cases } from '../store/tables.ts';
import { log } from '../watch/log.ts';
import { traceparent } from '../watch/trace.ts';
import { tokenBucket } from './bucket.ts';
import { connectorDefinition, milliseconds, setting } from './definition.ts';
import { answersLookups, type LookupAnswered, type LookupEvent } from './lookup.ts';

/** What a connector's own code decides; times and limits come from its definition. */
export type Deeds<E extends OutboxEffect> = Pick<
  Connector<E>,
  'send' | 'gaveUp' | 'tryUntil' | 'holdDead'
> & {
  /** What another message on its queue tells of an effect: null where it is none of the kind's. */
  hears?(message: { [name: string]: unknown }): Heard | null;
  /** Its questions may be put while a form is filled in, without a case that waits. */
  looksUp?: true;
};
/** A connector's function: wake-ups of its queue, and lookups of forms (docs/rooms.md, "Lookups"). */
export type ConnectorHandler = {
  (event: LookupEvent, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<LookupAnswered>;
  (event: SQSEvent, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<SQSBatchResponse>;
};

const DEFAULT_RETRIES = { times: 8, wait: 'PT30S', longest: 'PT1H' };

/** A connector as the loop sees it: deeds, held to the retries of its definition. */
export function asDefined<E extends OutboxEffect>(
  deeds: Deeds<E>,
  definition: ConnectorDefinition,
): Connector<E> {
  const retries = { ...DEFAULT_RETRIES, ...definition.retries };
  const first = milliseconds(retries.wait);
  const longest = milliseconds(retries.longest);
  return {
    ...deeds,
    attempts: retries.times + 1,
    wait: (attempts) => Math.min(longest, first * 2 ** Math.min(attempts, 20)),
  };
}

function tell({ waited, ...said }: Parameters<NonNullable<Draining['told']>>[0], connector: string): void {
  const { outcome } = said;
  const level = outcome === 'done' ? 'info' : outcome === 'dead' ? 'error' : 'warn';
  log(
    level,
    'effect',
    { connector, ...said },
    {
      ...(outcome === 'again' || outcome === 'dead' ? { FailingEffectSeconds: waited / 1000 } : {}),
      ...(outcome === 'dead' ? { DeadEffects: 1 } : {}),
    },
  );
}

/** SQS delays no message for longer, in seconds: what waits longer is left to the sweep. */
const LONGEST_DELAY_S = 900;

/** Wakes the connector again when a failed effect may be tried once more; what does not get there, the sweep makes good. */
async function wakeAgain(
  queues: SQSClient,
  { id, outbox, ms }: { id: string; outbox: string; ms: number },
): Promise<void> {
  const DelaySeconds = Math.ceil(ms / 1000);
  if (DelaySeconds > LONGEST_DELAY_S) return;
  const QueueUrl = `${setting('KLADKA_QUEUES')}connector-${id}`;
  const MessageBody = JSON.stringify({ outbox });
  await queues
    .send(new SendMessageCommand({ QueueUrl, MessageBody, DelaySeconds }))
    .catch((error: unknown) => {
      log('warn', 'not woken again', {
        connector: id,
        case: parseOutboxKey(outbox)?.case,
        error: error instanceof Error ? error.name : 'unknown',
      });
    });
}

/** Room to finish an effect and mark it before the function's time is up, in milliseconds. */
const RESERVE_MS = 3_000;

/**
 * The SQS handler of a connector: `{ outbox }` messages wake it, it does what is pending under each key. What a kind
 * `hears` by other messages is noted first, then it goes on with that effect.
 * A wake-up that could not be finished is reported back to the queue; what has to wait is woken again in time, else by the sweep.
 */
export function consumer<E extends OutboxEffect>(
  make: (definition: ConnectorDefinition) => Deeds<E>,
): ConnectorHandler {
  const queues = new SQSClient({});
  let made: ReturnType<typeof prepare> | undefined;
  const prepare = () => {
    const definition = connectorDefinition();
    const deeds = make(definition);
    return {
      id: definition.id,
      hears: deeds.hears,
      lookUp: deeds.looksUp ? answersLookups(deeds.send as never, definition) : null,
      connector: asDefined(deeds, definition),
      turn: tokenBucket(definition.rate, { now: Date.now, wait: (ms) => sleep(ms) }),
      oneTryMs: milliseconds(definition.timeout ?? 'PT10S'),
    };
  };
  const woken = async (
    event: SQSEvent,
    context: Pick<Context, 'getRemainingTimeInMillis'>,
  ): Promise<SQSBatchResponse> => {
    made ??= prepare();
    const { connector, turn, oneTryMs, id, hears } = made;
    const given: Draining = {
      store: cases(),
      now: () => new Date().toISOString(),
      holder: randomUUID(),
      leaseMs: context.getRemainingTimeInMillis() + RESERVE_MS,
      turn,
      hasTime: () => context.getRemainingTimeInMillis() > oneTryMs + RESERVE_MS,
      told: (said) => tell(said, id),
      answer: async (service, message) => {
        await queues.send(
          new SendMessageCommand({
            QueueUrl: `${setting('KLADKA_QUEUES')}service-${service}`,
            MessageBody: JSON.stringify({ ...message, from: id, trace: traceparent() }),
          }),
        );
      },
      again: (outbox, ms) => wakeAgain(queues, { id, outbox, ms }),
    };
    const failures: SQSBatchResponse['batchItemFailures'] = [];
    for (const record of event.Records) {
      try {
        const message = JSON.parse(record.body) as { [name: string]: unknown };
        const heard = hears?.(message);
        const outbox = heard ? await hear(given.store, id, heard, given.now()) : message.outbox;
        if (outbox === null) continue;
        const key = typeof outbox === 'string' ? parseOutboxKey(outbox) : null;
        // a message of no known shape would come back for ever: it is told and dropped
        if (typeof outbox !== 'string' || key?.connector !== id) {
          log('error', 'a wake-up that is none of ours', { connector: id });
          continue;
        }
        if ((await drain(outbox, connector, given)) === 'unfinished')
          failures.push({ itemIdentifier: record.messageId });
      } catch (error) {
        const name = error instanceof Error ? error.name : 'unknown';
        const kase = /"o#[^#"]+#([^"]+)"/.exec(record.body)?.[1];
        log('error', 'wake-up failed', { connector: id, case: kase, error: name });
        failures.push({ itemIdentifier: record.messageId });
      }
    }
    return { batchItemFailures: failures };
  };
  const asked = async (lookup: LookupEvent['lookup']): Promise<LookupAnswered> => {
    made ??= prepare();
    return made.lookUp ? made.lookUp(lookup) : { code: 'noOperation' };
  };
  return ((event: LookupEvent | SQSEvent, context: Pick<Context, 'getRemainingTimeInMillis'>) =>
    'lookup' in event ? asked(event.lookup) : woken(event, context)) as ConnectorHandler;
}
