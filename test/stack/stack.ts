import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');
const READY_WITHIN = 180_000;

/** What `local.json` says of a running stack (docs/design.md section 8). */
export interface LocalAddresses {
  pid: number;
  origin: string;
  api: string;
  identity: string;
  s3: string;
  dynamodb: string;
  mail: string;
}

/** A local stack of a test's own: its ports, its data folder, its process. */
export interface Stack extends LocalAddresses {
  data: string;
  /** Everything it printed so far. */
  output(): string;
  /** SIGTERM, and waits until it has ended. */
  stop(): Promise<void>;
  /** SIGKILL, as a power cut would; the data stay. */
  kill(): Promise<void>;
}

export interface StackOptions {
  port: number;
  /** Kept where given; else a temporary folder that `stop` removes. */
  data?: string;
  /** Watch service-definitions/ and code. */
  watch?: boolean;
}

/** Starts the local stack as `npm start` does and waits for its ready line. Throws with its output where it ends before. */
export async function startStack({ port, data: kept, watch = false }: StackOptions): Promise<Stack> {
  const data = kept ?? mkdtempSync(join(tmpdir(), 'kladka-data-'));
  const args = [
    'infra/local/start.ts',
    '--port',
    String(port),
    '--data',
    data,
    // one person of a test does in minutes what people do in months
    ...['--writes-a-minute', '1000000', '--submits-a-day', '1000000'],
    ...(watch ? [] : ['--no-watch']),
  ];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  await new Promise<void>((ready, failed) => {
    const late = setTimeout(
      () => failed(new Error(`no ready line within ${READY_WITHIN} ms:\n${output}`)),
      READY_WITHIN,
    );
    const hear = (text: Buffer) => {
      output += text;
      if (!output.includes('Kladka is ready')) return;
      clearTimeout(late);
      ready();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => failed(new Error(`the local stack ended with ${code}:\n${output}`)));
  });
  const addresses = JSON.parse(readFileSync(join(data, 'local.json'), 'utf8')) as LocalAddresses;
  return {
    ...addresses,
    data,
    output: () => output,
    async stop() {
      await end(child, 'SIGTERM', ended);
      if (!kept) rmSync(data, { recursive: true, force: true });
    },
    kill: () => end(child, 'SIGKILL', ended),
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals, ended: Promise<void>): Promise<void> {
  child.kill(signal);
  await ended;
}
