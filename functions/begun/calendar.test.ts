import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import { DeleteMessageBatchCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { marshall } from '@aws-sdk/util-dynamodb';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { asking } from '#core/case/asks.testing.ts';
import type { ServiceRuntime } from '#core/case/runtime.ts';
import { Running } from '../connectors/running.testing.ts';
import type { Calendar } from './calendar.ts';

const schema = {
  type: 'object',
  properties: { holder: { type: 'string' }, rnokpp: { type: 'string' }, until: { type: 'string' } },
};
/** A service of which the calendar begins a case for every permit that has run out. */
const review = (registry: string): ServiceRuntime => {
  const made = asking({ type: 'task', role: 'registrar', actions: { approve: { to: 'granted' } } });
  const schedule = {
    cron: '0 6 1 * *',
    forEach: { registry, where: 'record.until != null and record.until < today' },
    form: { '/name': 'record.holder', '/rnokpp': 'record.rnokpp' },
    applicant: '{ name: record.holder, rnokpp: record.rnokpp }',
  };
  return {
    ...made,
    hash: registry,
    bundle: { ...made.bundle, id: registry, startedBy: { schedule } },
    live: { ...made.live, registries: { [registry]: { id: registry, versions: [{ version: 1, schema }] } } },
  } as unknown as ServiceRuntime;
};

let server: FauxqsServer;
let queues: SQSClient;
let running: Running;
const services = ['permits', 'many', 'faulty'] as const;
beforeAll(async () => {
  server = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false });
  for (const id of services) server.createQueue(`kladka-service-${id}`);
  const url = `http://127.0.0.1:${server.port}`;
  Object.assign(process.env, {
    ...{ AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' },
    ...{ AWS_ENDPOINT_URL_SQS: url, KLADKA_QUEUES: `${url}/000000000000/kladka-` },
  });
  queues = new SQSClient({});
  running = await Running.start(services.map(review), () => ({}));
}, 60_000);
afterAll(async () => {
  queues.destroy();
  await running.stop();
  await server.stop();
});

const at = '2026-03-01T04:00:00Z';
type Kept = { key: string; changedAt?: string; first?: string; state?: string; data?: object };
/** Records as the registry's connector writes them. */
async function keep(registry: string, records: readonly Kept[]): Promise<void> {
  const items = records.flatMap(
    ({ key, changedAt = '2026-01-01T10:00:00Z', first, state = 'open', data }) => {
      const item = {
        pk: `${registry}#${key}`,
        state,
        changedAt,
        data: { holder: key, rnokpp: key, ...data },
      };
      const index = { rpk: registry, rsk: `${changedAt}#${key}` };
      return [
        { ...item, ...index, sk: 'record' },
        { ...item, changedAt: first ?? changedAt, sk: 'version#000001' },
      ];
    },
  );
  for (let n = 0; n < items.length; n += 25)
    await running.engine.client.send(
      new BatchWriteItemCommand({
        RequestItems: {
          [running.tables.registries]: items
            .slice(n, n + 25)
            .map((item) => ({ PutRequest: { Item: marshall(item) } })),
        },
      }),
    );
}

/** What waits on the queue of a service, taken off it. */
async function waiting(service: string): Promise<{ command: Calendar }[]> {
  const QueueUrl = `${process.env.KLADKA_QUEUES}service-${service}`;
  const found: { command: Calendar }[] = [];
  for (;;) {
    const { Messages = [] } = await queues.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }),
    );
    if (Messages.length === 0) return found;
    found.push(...Messages.map(({ Body }) => JSON.parse(Body ?? '')));
    await queues.send(
      new DeleteMessageBatchCommand({
        QueueUrl,
        Entries: Messages.map(({ ReceiptHandle }, n) => ({ Id: `${n}`, ReceiptHandle })),
      }),
    );
  }
}

const calls = (more: Partial<Calendar> = {}) => ({
  ...{ case: 'calendar', id: 'calendar' },
  command: { type: 'calendar', at, ...more },
});
/** The schedule falls, and all that follows of it. */
async function falls(service: string, when = at): Promise<void> {
  await running.told(service, calls({ at: when }));
  for (const message of await waiting(service)) await running.told(service, message);
}
const applicants = async (service: string) =>
  (await running.cases(service)).map(({ data }) => data.parties.applicant?.identity?.name).sort();

describe('the calendar of a service', () => {
  afterEach(async () => {
    for (const id of services) await waiting(id);
  });

  it('begins a case for each open record that `where` holds for, once each time, about whom the record tells', async () => {
    const until = '2026-02-28';
    await keep('permits', [
      { key: 'olena', data: { until } },
      { key: 'petro', data: { until } },
      { key: 'later', data: { until: '2099-01-01' } },
      { key: 'closed', data: { until }, state: 'closed' },
      // not there yet at that time, though one of them only as it is now
      { key: 'new', data: { until }, changedAt: '2026-03-01T05:00:00Z' },
      { key: 'changed', data: { until }, changedAt: '2026-03-01T05:00:00Z', first: at },
    ]);
    await falls('permits');
    const begun = ['changed', 'olena', 'petro'];
    expect(await applicants('permits')).toEqual(begun);
    const [one] = await running.cases('permits');
    expect(one).toMatchObject({ channel: 'schedule', data: { about: { until } } });
    expect(one?.data.parties.applicant?.identity?.person).toMatch(/^[\w-]{20,}$/);
    await falls('permits');
    expect(await applicants('permits')).toEqual(begun);
    await falls('permits', '2026-03-01T06:00:00Z');
    expect(await applicants('permits')).toEqual([...begun, ...begun, 'new'].sort());
  });

  it('goes through a registry page by page, and loses and doubles nothing where it is killed between two', async () => {
    const old = Array.from({ length: 100 }, (_, n) => ({ key: `r${n}` }));
    const late = { changedAt: '2026-02-01T10:00:00Z', data: { until: '2026-02-28' } };
    await keep('many', [...old, { key: 'last', ...late }]);
    await running.told('many', calls());
    // killed before the message was taken off the queue: it comes again, and so does the next page
    await running.told('many', calls());
    const next = (await waiting('many')).filter(({ command }) => command.after);
    expect(next).toHaveLength(2);
    for (const message of next) await running.told('many', message);
    const records = await waiting('many');
    expect(records.map(({ command }) => command.record)).toEqual(['last', 'last']);
    for (const message of records) await running.told('many', message);
    expect(await applicants('many')).toEqual(['last']);
  });

  it('begins nothing with a form that the record does not fill, and lets it be known without a word of the record', async () => {
    await keep('faulty', [{ key: 'secret', data: { holder: null, until: '2026-02-28' } }]);
    await falls('faulty');
    expect(await running.cases('faulty')).toEqual([]);
    const said = (process.stdout.write as unknown as { mock: { calls: [string][] } }).mock.calls.map(
      ([line]) => String(line),
    );
    const told = said.find((line) => line.includes('NotBegun'));
    expect(told && JSON.parse(told)).toMatchObject({ outcome: 'invalidData', fields: '/name', NotBegun: 1 });
    expect(told).not.toContain('secret');
  });
});
