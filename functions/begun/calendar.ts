import { createHash } from 'node:crypto';
import type { SQSClient } from '@aws-sdk/client-sqs';
import { faulty } from '#core/case/decide.ts';
import { childOf } from '#core/case/origin.ts';
import { Refused } from '#core/case/refuse.ts';
import type { ServiceRuntime } from '#core/case/runtime.ts';
import { type Scheduled, scheduledFor } from '#core/case/scheduled.ts';
import type { JsonObject, Refusal } from '#core/case/types.ts';
import { runtimeOf } from '../store/bundles.ts';
import { ids } from '../store/ids.ts';
import type { CaseStore } from '../store/load.ts';
import { perform } from '../store/perform.ts';
import { identified, personKeys } from '../store/person-key.ts';
import {
  type RecordCursor,
  type RegistriesTable,
  recordKeys,
  recordSince,
} from '../store/registry-records.ts';
import { sendAll } from '../store/wake.ts';
import { log } from '../watch/log.ts';

/**
 * What the schedule of a service puts on its queue (`at`: the time it fell), and what follows of it: a page of records from
 * `after` on, a case for one `record`.
 */
export type Calendar = { type: 'calendar'; at: string; after?: RecordCursor; record?: string };

/** Where the calendar reads and writes, and the queues it goes on by. */
export type Calling = {
  cases: CaseStore;
  registries: RegistriesTable;
  queues: SQSClient;
  /** Prefix of the queues' URLs. */
  prefix: string;
};

/**
 * The calendar of a service calls: a case for each record, or one. However often it is told, each begins once, since a case
 * has an id that is made of service, time and key.
 * @throws Error where a message could not be sent on: this one comes again
 */
export async function calendarCalls(calling: Calling, told: Calendar): Promise<void> {
  const service = await runtimeOf(null);
  const { schedule } = service.bundle.startedBy;
  // it was taken out of the definition meanwhile
  if (!schedule) return log('info', 'calendar', { outcome: 'no schedule' });
  const { forEach } = schedule;
  if (!forEach) return begin(calling, service, told, null);
  if (told.record === undefined) return page(calling, service, forEach.registry, told);
  const record = await recordSince(calling.registries, forEach.registry, told.record, told.at);
  if (record?.state !== 'open') return log('info', 'calendar', { outcome: 'no record' });
  return begin(calling, service, told, record.data);
}

/** A message for each record of a page, and one for the next page; keys alone go through the queue. */
async function page(
  { registries, queues, prefix }: Calling,
  { bundle }: ServiceRuntime,
  registry: string,
  { at, after }: Calendar,
): Promise<void> {
  const { keys, after: next } = await recordKeys(registries, registry, after);
  const message = (more: Pick<Calendar, 'record' | 'after'>) => ({
    queue: `service-${bundle.id}`,
    body: { case: 'calendar', id: 'calendar', command: { type: 'calendar', at, ...more } },
  });
  const messages = [
    ...keys.map((record) => message({ record })),
    ...(next ? [message({ after: next })] : []),
  ];
  const failed = await sendAll(queues, prefix, messages);
  if (failed.length > 0) throw new Error('a part of a page did not get onto the queue');
  log('info', 'calendar', { at, records: keys.length, more: next !== undefined });
}

async function begin(
  { cases }: Calling,
  service: ServiceRuntime,
  { at, record = '' }: Calendar,
  data: JsonObject | null,
): Promise<void> {
  const { bundle } = service;
  const id = childOf(`calendar/${bundle.id}/${at}`, record);
  const hash = createHash('sha256').update(`calendar\n${id}`).digest('hex');
  const now = new Date().toISOString();
  const begun = scheduledOr(service, data, now);
  if (begun === null) return log('info', 'calendar', { outcome: 'not meant' });
  if ('refusal' in begun) return notBegun(bundle.id, id, begun.refusal);
  const keys = await personKeys();
  const { applicant, ...made } = begun;
  const identity = applicant && identified(keys, applicant);
  const performed = await perform({
    store: cases,
    service: bundle.id,
    case: id,
    runtime: runtimeOf,
    command: async () => ({
      command: {
        ...made,
        type: 'initiate',
        channel: 'schedule',
        language: 'uk',
        ...(identity ? { applicant: identity } : {}),
      },
    }),
    actor: { kind: 'system', by: 'calendar' },
    ids: { ...ids, uuid: () => id },
    now: () => new Date().toISOString(),
    personKey: keys,
    once: { hash, request: hash },
    answer: () => ({ status: 200, body: null }),
  });
  if ('refusal' in performed && performed.refusal.code !== 'caseExists')
    return notBegun(bundle.id, id, performed.refusal);
  log('info', 'calendar', { case: id, outcome: 'done' in performed ? 'begun' : 'begun before' });
}

function scheduledOr(
  service: ServiceRuntime,
  data: JsonObject | null,
  now: string,
): Scheduled | { refusal: Refusal } | null {
  try {
    return scheduledFor(service, data, now);
  } catch (error) {
    const refusal = error instanceof Refused ? error.refusal : faulty(error);
    if (refusal) return { refusal };
    throw error;
  }
}

/** What should have begun and did not is told to those who watch: no person waits for it. Fields by name, never what is in them. */
function notBegun(service: string, id: string, { code, fields = [] }: Refusal): void {
  const wrong = fields.map(({ pointer }) => pointer).join(' ');
  log('error', 'calendar', { service, case: id, outcome: code, fields: wrong }, { NotBegun: 1 });
}
