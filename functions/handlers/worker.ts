import { createHash } from 'node:crypto';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { Command, SystemActor } from '#core/case/types.ts';
import { type Calendar, calendarCalls } from '../begun/calendar.ts';
import { type Opened, openFor } from '../begun/draft.ts';
import { tellRefused } from '../begun/refused.ts';
import { recordScan, type Scanned } from '../store/announced.ts';
import { runtimeOf } from '../store/bundles.ts';
import { ids } from '../store/ids.ts';
import { perform } from '../store/perform.ts';
import { personKeys } from '../store/person-key.ts';
import { setting } from '../store/setting.ts';
import { staffFor } from '../store/staff.ts';
import { cases, platform, registries } from '../store/tables.ts';
import { toldBy } from '../store/told-by.ts';
import { log } from '../watch/log.ts';
import { traced } from '../watch/trace.ts';

const queues = new SQSClient({});
/** What may come by the queue; a person's command never does. */
const TAKEN = new Set<string>([
  'timerFired',
  'callAnswered',
  'callFailed',
  'paid',
  'signed',
  'eventTold',
  'fileScanned',
  'childBegun',
  'childEnded',
  // from another case of ours: see functions/connectors/cases
  'begin',
  'open',
  'withdraw',
  // from the schedule of the service, and of one page of it to the next
  'calendar',
]);

/** `from`: the connector that answers; `trace`: the traceparent of what asked it. */
type Message = { case: string; command: Command; id: string; from?: string; trace?: string };

function messageOf(text: string): Message {
  const given = JSON.parse(text) as Partial<Message> | null;
  const { case: kase, command, id, from, trace } = given ?? {};
  if (typeof kase !== 'string' || typeof id !== 'string' || !command || !TAKEN.has(command.type))
    throw new SyntaxError('not a message for a service');
  return {
    ...{ case: kase, command, id },
    ...(typeof from === 'string' ? { from } : {}),
    ...(typeof trace === 'string' ? { trace } : {}),
  };
}

/** The case that a message names, for the log of one that failed. */
function caseOf(text: string): string | null {
  try {
    return messageOf(text).case;
  } catch {
    return null;
  }
}

async function take(message: Message): Promise<void> {
  const { command } = message;
  // a file that no case has taken yet waits under its draft
  if (command.type === 'fileScanned')
    await recordScan(
      cases(),
      { service: setting('KLADKA_SERVICE'), case: message.case },
      command as typeof command & Scanned,
    );
  const service = setting('KLADKA_SERVICE');
  const store = cases();
  const now = new Date().toISOString();
  if ((command as { type: string }).type === 'calendar') {
    const calling = { cases: store, registries: registries(), queues, prefix: setting('KLADKA_QUEUES') };
    return calendarCalls(calling, command as unknown as Calendar);
  }
  if ((command as { type: string }).type === 'open') {
    const opened = await openFor(
      store,
      await runtimeOf(null),
      message.case,
      command as unknown as Opened,
      now,
    );
    return log('info', 'draft', { case: message.case, outcome: opened ? 'opened' : 'taken before' });
  }
  const hash = createHash('sha256').update(`worker\n${message.id}`).digest('hex');
  const actor: SystemActor = { kind: 'system', by: 'worker' };
  const performed = await perform({
    store,
    service,
    case: message.case,
    runtime: runtimeOf,
    command: async ({ case: kase }) => {
      actor.by = toldBy(message, kase);
      const staff = await staffFor({ cases: store, platform: platform() }, command, kase, now);
      return { command, ...(staff ? { staff } : {}) };
    },
    actor,
    // a case that another one begins has the id that the other knows it by
    ids: command.type === 'begin' ? { ...ids, uuid: () => message.case } : ids,
    now: () => new Date().toISOString(),
    personKey: await personKeys(),
    once: { hash, request: hash },
    answer: () => ({ status: 200, body: null }),
  });
  if (command.type === 'begin' && 'refusal' in performed && performed.refusal.code !== 'caseExists')
    await tellRefused(store, await runtimeOf(null), { ...message, command, refusal: performed.refusal }, now);
  const outcome =
    'refusal' in performed ? performed.refusal.code : 'done' in performed ? 'accepted' : 'taken before';
  log('info', 'command', { type: command.type, case: message.case, outcome });
}

/** Answers, timers and scans of one service, each as a command; what fails comes again alone. */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  for (const { body, messageId } of event.Records)
    try {
      const message = messageOf(body);
      await traced(message.trace, () => take(message));
    } catch (error) {
      batchItemFailures.push({ itemIdentifier: messageId });
      const name = error instanceof Error ? error.name : 'unknown';
      log('error', 'command failed', { case: caseOf(body), error: name });
    }
  return { batchItemFailures };
}
