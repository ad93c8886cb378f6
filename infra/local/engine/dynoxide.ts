import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A running DynamoDB engine. */
export type Engine = { url: string; child?: ChildProcess; stop: () => void };

/** No engine can be started; the message says what to install or to set. */
export class EngineError extends Error {
  readonly code = 'engine';
}

function binary(): string {
  try {
    return createRequire(import.meta.url).resolve('@dynoxide/linux-x64/dynoxide');
  } catch {
    const found = (process.env.PATH ?? '')
      .split(delimiter)
      .map((folder) => join(folder, 'dynoxide'))
      .find((path) => existsSync(path));
    if (found) return found;
    throw new EngineError(
      'No DynamoDB engine for this machine: put a `dynoxide` on the PATH, or set KLADKA_DYNAMODB_URL to a DynamoDB endpoint (DynamoDB Local, for example).',
    );
  }
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/**
 * Stream writes cost as much as there are records without this index; it serves reading too, since a table has one shard.
 * The last row of a table is kept, or numbers restart at 1.
 */
const INDEX = `PRAGMA busy_timeout=5000;
DROP INDEX IF EXISTS lsq2;
CREATE INDEX IF NOT EXISTS lsq1 ON _stream_records(table_name, CAST(sequence_number AS INTEGER))`;
const PRUNE = `PRAGMA busy_timeout=5000;
DELETE FROM _stream_records WHERE created_at < unixepoch()-86400
AND id NOT IN (SELECT MAX(id) FROM _stream_records GROUP BY table_name)`;

/** How often what expired is swept: the engine looks at every item for it, and answers nothing meanwhile. DynamoDB takes days. */
const HOUR = 3_600_000;

function onFile(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  try {
    database.exec(sql);
  } finally {
    database.close();
  }
}

/** Starts the engine on a file, with its guards: an index of the stream, and each hour expired items swept, records pruned. */
export async function startEngine(port: number, file: string): Promise<Engine> {
  const given = process.env.KLADKA_DYNAMODB_URL;
  if (given) return { url: given.replace(/\/$/, ''), stop: () => {} };
  const token = crypto.randomUUID();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(
    binary(),
    ['serve', '--port', `${port}`, '--db-path', file, '--mcp', '--mcp-port', `${port + 1}`],
    {
      // its messages may hold whole requests, items included: they must not reach a log
      stdio: ['ignore', 'ignore', 'ignore'],
      env: { DYNOXIDE_MCP_AUTH_TOKEN: token },
    },
  );
  for (let attempt = 0; ; attempt++) {
    if (child.exitCode !== null || attempt > 1000)
      throw new EngineError(`The DynamoDB engine did not start on port ${port} with ${file}.`);
    const up = await fetch(url).then(
      (answer) => answer.headers.has('x-dynoxide-version'),
      () => false,
    );
    if (up) break;
    await pause(10);
  }
  onFile(file, INDEX);
  const hourly = setInterval(() => {
    void sweepExpired(port + 1, token);
    onFile(file, PRUNE);
  }, HOUR);
  return {
    url,
    child,
    stop: () => {
      clearInterval(hourly);
      child.kill('SIGTERM');
    },
  };
}

async function sweepExpired(port: number, token: string): Promise<void> {
  const body = JSON.stringify({
    jsonrpc: '2.0',
    id: 1,
    method: 'tools/call',
    params: { name: 'sweep_ttl', arguments: {} },
  });
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
    authorization: `Bearer ${token}`,
  };
  await fetch(`http://127.0.0.1:${port}/mcp`, { method: 'POST', headers, body }).then(
    (answer) => answer.text(),
    () => '',
  );
}
