import { type ChildProcess, fork } from 'node:child_process';
import { appendFileSync, mkdirSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { Callers } from './aws/callers.ts';
import { awsGateway } from './aws/gateway.ts';
import { Kms } from './aws/kms.ts';
import { Mailbox } from './aws/mail.ts';
import { Secrets } from './aws/secrets.ts';
import { mailSets, tellSent } from './aws/sent.ts';
import { Clock } from './clock.ts';
import { developerPages } from './dev/pages.ts';
import { Checkpoints } from './engine/checkpoints.ts';
import { type Engine, startEngine } from './engine/dynoxide.ts';
import { forwarder } from './engine/forward.ts';
import { feedStream, streamMappings } from './engine/stream.ts';
import { makeTables, tableKeys } from './engine/tables.ts';
import { hostedFunctions } from './hosts/function.ts';
import { Functions } from './hosts/pool.ts';
import { Profiler } from './profile/profiler.ts';
import { declareQueues } from './queue/declare.ts';
import { deliver, queueMappings } from './queue/deliver.ts';
import { QueueStore } from './queue/store.ts';
import { Answers, releaseAll } from './release.ts';
import { readBuckets } from './s3/buckets.ts';
import { s3Server } from './s3/server.ts';
import { ObjectStore } from './s3/store.ts';
import { Uploads } from './s3/uploads.ts';
import { scanner } from './scanner.ts';
import { keepSchedules, readSchedules } from './schedule.ts';
import { seedAppointments } from './seed.ts';
import type { Addresses } from './template/physical.ts';
import type { World } from './template/world.ts';
import { type Behaviour, readBehaviours } from './web/behaviours.ts';
import { originServer } from './web/origin.ts';
import { type Route, readRoutes } from './web/routes.ts';

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', done);
  });

/** The running stack: everything that one start makes, and how to stop it. */
export class LocalStack {
  readonly data: string;
  readonly addresses: Addresses;
  readonly clock: Clock;
  readonly functions: Functions;
  readonly queues: QueueStore;
  readonly mail: Mailbox;
  readonly kms: Kms;
  readonly profiler: Profiler;
  readonly #callers: Callers;
  readonly #objects: ObjectStore;
  readonly #checkpoints: Checkpoints;
  readonly #answers = new Answers();
  readonly #servers: Server[] = [];
  readonly #feeds = new Map<string, () => void>();
  readonly #refusals = new Set<string>();
  #schedules: ReturnType<typeof keepSchedules> | undefined;
  #engine: Engine | undefined;
  #identity: ChildProcess | undefined;
  world: World;
  #routes: Route[] = [];
  #behaviours: Behaviour[] = [];
  /** What functions are given in the place of what the stacks say, for those variables that the stacks set. */
  environment: Record<string, string> = {};
  /** Told of every answer of the API. */
  answered: (method: string, path: string, status: number) => void = () => undefined;

  constructor(data: string, addresses: Addresses, world: World) {
    this.data = data;
    this.addresses = addresses;
    this.world = world;
    const folder = (name: string): string => {
      const path = join(data, name);
      mkdirSync(path, { recursive: true });
      return path;
    };
    this.clock = new Clock(join(data, 'clock'));
    this.functions = new Functions({ logs: folder('logs'), cache: folder('compiled') }, this.clock.offset);
    this.profiler = new Profiler(this.functions, () => this.#engine?.child?.pid);
    this.queues = new QueueStore(join(data, 'queues.db'));
    this.mail = new Mailbox(folder('mail'), (caught) => tellSent(this.world, this.queues, caught));
    this.kms = new Kms(folder('keys'));
    this.#callers = new Callers(join(data, 'salt'));
    this.#objects = new ObjectStore(folder('s3'));
    this.#checkpoints = new Checkpoints(join(data, 'streams.json'));
  }

  /** Says a line once: a refusal that repeats would bury the rest. All go to logs/stack.log. */
  say = (line: string): void => {
    appendFileSync(join(this.data, 'logs/stack.log'), `${new Date().toISOString()} ${line}\n`);
    if (this.#refusals.has(line)) return;
    this.#refusals.add(line);
    console.error(`! ${line}`);
  };

  async startEngine(port: number): Promise<void> {
    this.#engine = await startEngine(port, join(this.data, 'dynamodb.db'));
  }

  get engineUrl(): string {
    return this.#engine?.url ?? '';
  }

  get children(): number[] {
    return [this.#engine?.child?.pid, this.#identity?.pid].filter((pid) => pid !== undefined);
  }

  async startIdentity(clients: { citizen: string; officer: string }): Promise<void> {
    const { identity, origin } = this.addresses;
    const child = fork(
      join(import.meta.dirname, 'identity/server.ts'),
      [new URL(identity).port, origin, join(this.data, 'identity'), clients.citizen, clients.officer],
      {
        execArgv: ['--import', new URL('./hosts/clock.ts', import.meta.url).href],
        env: {
          PATH: process.env.PATH,
          NODE_NO_WARNINGS: '1',
          KLADKA_CLOCK_OFFSET: `${this.clock.offset}`,
          NODE_COMPILE_CACHE: join(this.data, 'compiled'),
        },
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      },
    );
    this.#identity = child;
    child.stderr?.on('data', (part: Buffer) => this.say(`identity: ${part.toString().trim()}`));
    await new Promise<void>((done, failed) => {
      child.once('message', () => done());
      child.once('exit', () => failed(new Error('the identity provider ended at its start')));
    });
  }

  async serveAws(port: number, s3Port: number): Promise<void> {
    const gateway = awsGateway({
      callers: this.#callers,
      engine: forwarder(this.engineUrl),
      tables: () => tableKeys(this.world),
      queues: this.queues,
      kms: this.kms,
      mail: this.mail,
      mailSets: () => mailSets(this.world),
      secrets: new Secrets(join(this.data, 'secrets.json')),
      parameters: () => this.world.parameters,
      invoke: (name, event) => this.functions.invoke(name, event),
      now: this.clock.now,
      refused: this.say,
    });
    const assets = (): Map<string, string> =>
      new Map(this.world.stacks.flatMap((stack) => [...stack.assets]));
    const s3 = s3Server({
      store: this.#objects,
      uploads: new Uploads(join(this.data, 'uploads')),
      buckets: () => readBuckets(this.world),
      assets,
      callers: this.#callers,
      now: this.clock.now,
      created: scanner(() => this.world, this.#objects, this.functions),
      refused: this.say,
    });
    this.#servers.push(gateway, s3);
    await Promise.all([listen(gateway, port), listen(s3, s3Port)]);
  }

  /** Makes what the stacks hold and is not there yet; takes the rest as it is now. Answers the functions that changed. */
  async declare(world: World): Promise<string[]> {
    this.#callers.declare(world); // first: it refuses policies that cannot be judged
    this.world = world;
    this.kms.declare(world);
    declareQueues(this.queues, world);
    await makeTables(this.engineUrl, world);
    this.#routes = readRoutes(world);
    this.#behaviours = readBehaviours(world);
    return this.functions.declare(hostedFunctions(world, this.#callers, this.environment));
  }

  async serveOrigin(port: number, pages: string): Promise<void> {
    const server = originServer({
      behaviours: () => this.#behaviours,
      routes: () => this.#routes,
      functions: this.functions,
      pages,
      now: this.clock.now,
      developer: developerPages({ stack: this, answers: this.#answers }),
      failed: this.say,
      answered: (...told) => this.answered(...told),
    });
    this.#servers.push(server);
    await listen(server, port);
  }

  release(): Promise<number> {
    return releaseAll(this.world, this.functions, this.#answers, join(this.data, 'releases.json'));
  }

  seed(): Promise<void> {
    return seedAppointments(this.engineUrl, this.world, this.kms);
  }

  /** What was under way when the power went comes again: messages that were received, events that were not told. */
  recover(): void {
    this.queues.reclaim();
    this.mail.retell((id) => this.queues.wasSent(id));
  }

  /** Starts feeding functions from queues and streams that are not fed yet. */
  feed(): void {
    const wanted = new Set<string>();
    const ensure = (name: string, start: () => () => void): void => {
      wanted.add(name);
      if (!this.#feeds.has(name)) this.#feeds.set(name, start());
    };
    for (const mapping of queueMappings(this.world))
      ensure(JSON.stringify(mapping), () => deliver(this.queues, this.functions, mapping));
    for (const mapping of streamMappings(this.world))
      ensure(JSON.stringify(mapping), () =>
        feedStream(this.engineUrl, mapping, this.functions, this.queues, this.#checkpoints),
      );
    for (const [name, stop] of this.#feeds)
      if (!wanted.has(name)) {
        stop();
        this.#feeds.delete(name);
      }
    this.#schedules ??= keepSchedules(
      () => readSchedules(this.world),
      this.functions,
      (name, message) => {
        const queue = this.queues.get(name);
        if (queue) this.queues.send(queue, message);
      },
      this.clock.now,
    );
  }

  /** Runs every rate schedule at once: what is overdue need not wait for the next minute. */
  tick(): void {
    this.#schedules?.tick();
  }

  moveClock(offset: number): void {
    this.clock.move(offset);
    this.functions.moveClock(offset);
    this.#identity?.send({ clock: offset });
    this.tick();
  }

  stop(): void {
    this.#schedules?.stop();
    for (const stop of this.#feeds.values()) stop();
    this.#checkpoints.write();
    for (const server of this.#servers) {
      server.close();
      server.closeAllConnections();
    }
    this.functions.stop();
    this.#identity?.kill('SIGTERM');
    this.#engine?.stop();
    this.queues.close();
  }
}
