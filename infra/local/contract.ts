import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { StartError } from './options.ts';
import type { Addresses } from './template/physical.ts';

/** The ports beside the origin's, in this order. */
export const PORTS = ['origin', 'identity', 's3', 'aws', 'dynamodb', 'its maintenance'];

/** The addresses that follow from the origin's port. S3 and AWS by number, so that the SDK puts the bucket in the path. */
export const addressesAt = (port: number): Addresses => ({
  origin: `http://localhost:${port}`,
  identity: `http://localhost:${port + 1}`,
  s3: `http://127.0.0.1:${port + 2}`,
  aws: `http://127.0.0.1:${port + 3}`,
  dynamodb: `http://127.0.0.1:${port + 4}`,
});

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const file = (data: string): string => join(data, 'local.json');
const childrenFile = (data: string): string => join(data, 'children.json');

/** Throws StartError where a stack already runs on the data folder. */
export function refuseSecond(data: string): void {
  if (!existsSync(file(data))) return;
  const { pid, origin }: { pid: number; origin: string } = JSON.parse(readFileSync(file(data), 'utf8'));
  if (alive(pid) && commandOf(pid).includes('start'))
    throw new StartError(
      `Kladka runs already at ${origin} (process ${pid}) with the data of ${data}. Stop it with Ctrl-C there, or give another --data and --port.`,
    );
}

const commandOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return 'start'; // no /proc here: a living process of that number is taken for ours
  }
};

/** Notes the children that do not end by themselves when this process is killed. */
export function noteChildren(data: string, pids: number[]): void {
  writeFileSync(childrenFile(data), JSON.stringify(pids));
}

/** Ends what a killed start left behind: only processes that work on this data folder. */
export async function endLeftovers(data: string): Promise<void> {
  if (!existsSync(childrenFile(data))) return;
  const pids: number[] = JSON.parse(readFileSync(childrenFile(data), 'utf8'));
  for (const pid of pids.filter((one) => alive(one) && commandOf(one).includes(data))) {
    process.kill(pid, 'SIGTERM');
    for (let waited = 0; alive(pid) && waited < 3000; waited += 20)
      await new Promise((done) => setTimeout(done, 20));
    if (alive(pid)) process.kill(pid, 'SIGKILL');
  }
  rmSync(childrenFile(data), { force: true });
}

const free = (port: number): Promise<boolean> =>
  new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => done(true)));
  });

/** Throws StartError naming the first port that something else uses. */
export async function demandPorts(port: number): Promise<void> {
  for (const [at, name] of PORTS.entries())
    if (!(await free(port + at)))
      throw new StartError(
        `Port ${port + at} (${name}) is taken. Stop what uses it, or start with --port ${port + 100}.`,
      );
}

/** Writes local.json, by which scripts find the stack. */
export function announce(data: string, addresses: Addresses): void {
  const { origin, identity, s3, dynamodb } = addresses;
  const contract = {
    pid: process.pid,
    origin,
    api: `${origin}/api`,
    identity,
    s3,
    dynamodb,
    mail: `${origin}/dev/mail`,
  };
  writeFileSync(`${file(data)}.new`, JSON.stringify(contract, null, 2));
  renameSync(`${file(data)}.new`, file(data));
}

export function withdraw(data: string): void {
  for (const path of [file(data), childrenFile(data)]) rmSync(path, { force: true });
}
