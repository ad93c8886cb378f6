import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { vi } from 'vitest';
import type { ServiceRuntime } from '#core/case/runtime.ts';
import type { Actor, Case, Command, Refusal, TimerEntry } from '#core/case/types.ts';
import type { Connector as ConnectorDefinition } from '#core/definition/types.generated.ts';
import { drain } from '../store/drain.ts';
import { type Engine, engineEnvironment, startEngine } from '../store/engine.testing.ts';
import { ids } from '../store/ids.ts';
import { load } from '../store/load.ts';
import type { OutboxEffect, OutboxItem } from '../store/outbox.ts';
import { perform } from '../store/perform.ts';
import { fromItem } from '../store/stored.ts';
import { asDefined, type Deeds } from './consumer.ts';

type Worker = (event: { Records: { body: string; messageId: string }[] }) => Promise<{
  batchItemFailures: unknown[];
}>;
type Served = { [id: string]: { runtime: ServiceRuntime; file: string; worker: Worker } };
// biome-ignore lint/suspicious/noExplicitAny: connectors of several kinds stand side by side
type AnyDeeds = Deeds<any>;

/** Services with their real workers and connectors over a real engine, in one process: only tests import this. */
export class Running {
  readonly engine: Engine;
  readonly tables: { cases: string; registries: string; platform: string };
  readonly #services: Served;
  readonly #connectors: { [id: string]: AnyDeeds };
  readonly #stop: () => Promise<void>;

  private constructor(
    engine: Engine,
    tables: Running['tables'],
    services: Served,
    connectors: { [id: string]: AnyDeeds },
    stop: () => Promise<void>,
  ) {
    this.engine = engine;
    this.tables = tables;
    this.#services = services;
    this.#connectors = connectors;
    this.#stop = stop;
  }

  /** @param connectors made once the tables are there, by id */
  static async start(
    services: readonly ServiceRuntime[],
    connectors: (of: { engine: Engine; tables: Running['tables'] }) => { [id: string]: AnyDeeds },
  ): Promise<Running> {
    // what the functions log is not what is asked here
    vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const engine = await startEngine();
    const folder = mkdtempSync(join(tmpdir(), 'kladka-running-'));
    const kms = createServer((_, answer) => {
      answer.setHeader('content-type', 'application/x-amz-json-1.1');
      answer.end(JSON.stringify({ KeyId: 'k', Mac: Buffer.from('0'.repeat(32)).toString('base64') }));
    });
    await new Promise<void>((done) => kms.listen(0, '127.0.0.1', done));
    const address = kms.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const tables = {
      cases: await engine.table('cases'),
      registries: await engine.table('registries'),
      platform: await engine.table('platform'),
    };
    Object.assign(process.env, {
      ...engineEnvironment(engine),
      AWS_ENDPOINT_URL_KMS: `http://127.0.0.1:${port}`,
      KLADKA_PERSON_KEY: 'k',
      KLADKA_CASES: tables.cases,
      KLADKA_REGISTRIES: tables.registries,
      KLADKA_PLATFORM: tables.platform,
    });
    const made: Served = {};
    for (const runtime of services) {
      const file = join(folder, `${runtime.bundle.id}.json`);
      writeFileSync(file, JSON.stringify(runtime));
      // each service has a container of its own
      vi.resetModules();
      const { handler } = (await import('../handlers/worker.ts')) as unknown as { handler: Worker };
      made[runtime.bundle.id] = { runtime, file, worker: handler };
    }
    return new Running(engine, tables, made, connectors({ engine, tables }), async () => {
      kms.close();
      await engine.stop();
      rmSync(folder, { recursive: true, force: true });
    });
  }

  get store() {
    return { client: this.engine.client, table: this.tables.cases };
  }

  /** A command of a person; what it was refused with, else undefined. */
  async command(service: string, id: string, actor: Actor, command: Command): Promise<Refusal | undefined> {
    const of = this.#of(service);
    const performed = await perform({
      store: this.store,
      service,
      case: id,
      runtime: async () => of.runtime,
      command: async () => ({ command }),
      actor,
      ids: { ...ids, uuid: () => id },
      now: () => new Date().toISOString(),
      personKey: () => null,
      answer: () => ({ status: 200, body: null }),
    });
    return 'refusal' in performed ? performed.refusal : undefined;
  }

  async case(service: string, id: string): Promise<Case | null> {
    return (await load(this.store, { service, case: id }, new Date().toISOString())).case;
  }

  async draft(service: string, id: string) {
    return (await load(this.store, { service, case: id }, new Date().toISOString())).draft;
  }

  /** Every case of a service. */
  async cases(service: string): Promise<Case[]> {
    const { Items } = await this.engine.client.send(new ScanCommand({ TableName: this.tables.cases }));
    return (Items ?? [])
      .map((item) => fromItem<{ pk: string; sk: string; case: Case }>(item))
      .filter(({ pk, sk }) => sk === 'snapshot' && pk.startsWith(`${service}#c#`))
      .map((item) => item.case);
  }

  /** The time comes: what a timer of a case sets off, and all that follows, at that instant. */
  async falls(service: string, kase: string, timer: TimerEntry): Promise<void> {
    vi.useFakeTimers({ now: Date.parse(timer.at), toFake: ['Date'] });
    try {
      await this.told(service, {
        case: kase,
        id: `timer/${timer.at}`,
        command: { type: 'timerFired', ...timer },
      });
      await this.settle();
    } finally {
      vi.useRealTimers();
    }
  }

  /** A message as it would come by the queue of a service. */
  async told(service: string, message: object): Promise<void> {
    const { file, worker } = this.#of(service);
    Object.assign(process.env, { KLADKA_SERVICE: service, KLADKA_CURRENT: file });
    const { batchItemFailures } = await worker({
      Records: [{ body: JSON.stringify(message), messageId: 'm' }],
    });
    if (batchItemFailures.length > 0)
      throw new Error(`the worker of ${service} failed on ${JSON.stringify(message)}`);
  }

  /** Does everything that is asked of connectors, and all that follows of it, until nothing is left. Each word is told twice. */
  async settle(): Promise<void> {
    for (let rounds = 0; rounds < 20; rounds++) {
      const open = await this.#pending();
      if (open.length === 0) return;
      for (const pk of open) await this.#drain(pk);
    }
    throw new Error('it does not come to rest');
  }

  async stop(): Promise<void> {
    await this.#stop();
  }

  #of(service: string) {
    const found = this.#services[service];
    if (!found) throw new Error(`no service ${service}`);
    return found;
  }

  async #pending(): Promise<string[]> {
    const { Items } = await this.engine.client.send(new ScanCommand({ TableName: this.tables.cases }));
    const all = (Items ?? []).map((item) => fromItem<OutboxItem>(item));
    const dead = all.find(({ pk, state }) => pk.startsWith('o#') && state === 'dead');
    if (dead) throw new Error(`dead: ${dead.pk} ${dead.reason}`);
    return [
      ...new Set(
        all.filter(({ pk, state }) => pk.startsWith('o#') && state === 'pending').map(({ pk }) => pk),
      ),
    ].filter((pk) => Object.hasOwn(this.#connectors, pk.split('#')[1] ?? ''));
  }

  async #drain(pk: string): Promise<void> {
    const id = pk.split('#')[1] ?? '';
    const deeds = this.#connectors[id];
    if (!deeds) throw new Error(`no connector ${id}`);
    const messages: { service: string; message: object }[] = [];
    await drain<OutboxEffect>(pk, asDefined(deeds, { id } as ConnectorDefinition), {
      store: this.store,
      now: () => new Date().toISOString(),
      holder: 'test',
      leaseMs: 60_000,
      turn: async () => {},
      hasTime: () => true,
      answer: async (service, message) => {
        messages.push({ service, message: { ...message, from: id } });
      },
    });
    for (const { service, message } of [...messages, ...messages]) await this.told(service, message);
  }
}
