import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** A DynamoDB engine of a test's own, on a file in a temporary folder. */
export type Engine = {
  url: string;
  client: DynamoDBClient;
  table(kind: TableKind): Promise<string>;
  stop(): Promise<void>;
};

type TableKind = 'cases' | 'registries' | 'platform';
/** `carried`: what the stacks let the index carry beside its keys, so that a list that shows more fails here too. */
type Index = [name: string, hash: string, range: string, carried?: 'card'];

const INDEXES: Record<TableKind, Index[]> = {
  cases: [
    ['tasks', 'tpk', 'tsk', 'card'],
    ['people', 'ppk', 'psk', 'card'],
    ['due', 'dpk', 'dsk'],
    ['open', 'opk', 'osk'],
  ],
  registries: [['registry', 'rpk', 'rsk', 'card']],
  platform: [],
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

const keys = (hash: string, range: string): CreateTableCommandInput['KeySchema'] => [
  { AttributeName: hash, KeyType: 'HASH' },
  { AttributeName: range, KeyType: 'RANGE' },
];

const clientOf = (endpoint: string) =>
  new DynamoDBClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 3,
  });

async function answers(url: string, process: { exitCode: number | null }): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    if (process.exitCode !== null) break;
    if (
      await fetch(url).then(
        () => true,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('the DynamoDB engine did not start');
}

/** Starts an engine, or uses the one that KLADKA_DYNAMODB_URL names. @throws Error where there is neither */
export async function startEngine(): Promise<Engine> {
  const told = process.env.KLADKA_DYNAMODB_URL;
  const folder = mkdtempSync(join(tmpdir(), 'kladka-engine-'));
  let count = 0;
  const table = (client: DynamoDBClient) => async (kind: TableKind) => {
    const TableName = `${kind}-${process.pid}-${Date.now()}-${count++}`;
    const attributes = ['pk', 'sk', ...INDEXES[kind].flatMap(([, hash, range]) => [hash, range])];
    await client.send(
      new CreateTableCommand({
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: keys('pk', 'sk'),
        AttributeDefinitions: attributes.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
        ...(INDEXES[kind].length > 0
          ? {
              GlobalSecondaryIndexes: INDEXES[kind].map(([IndexName, hash, range, carried]) => ({
                IndexName,
                KeySchema: keys(hash, range),
                Projection: carried
                  ? { ProjectionType: 'INCLUDE', NonKeyAttributes: [carried] }
                  : { ProjectionType: 'KEYS_ONLY' },
              })),
            }
          : {}),
      }),
    );
    return TableName;
  };
  if (told) {
    const client = clientOf(told);
    return { url: told, client, table: table(client), stop: async () => client.destroy() };
  }
  const binary = createRequire(import.meta.url).resolve('@dynoxide/linux-x64/dynoxide');
  if (!existsSync(binary)) throw new Error('no DynamoDB engine: set KLADKA_DYNAMODB_URL');
  const port = await freePort();
  const engine = spawn(binary, ['serve', '--port', String(port), '--db-path', join(folder, 'engine.db')], {
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${port}`;
  await answers(url, engine);
  const client = clientOf(url);
  const stop = async () => {
    client.destroy();
    const gone = new Promise((resolve) => engine.once('exit', resolve));
    engine.kill('SIGKILL');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, client, table: table(client), stop };
}

/** The environment in which the SDK of a handler under test finds the engine. */
export const engineEnvironment = ({ url }: Engine): Record<string, string> => ({
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_ENDPOINT_URL_DYNAMODB: url,
});
