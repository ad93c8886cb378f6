import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from './options.ts';

/** Says in one line what is being done, and how long it took; a terminal also sees the seconds run. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const seconds = (): string => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  const terminal = process.stdout.isTTY;
  const timer = setInterval(
    () => {
      if (terminal) process.stdout.write(`\r  ${title} … ${seconds()}`);
      else console.log(`  ${title} … ${seconds()}`);
    },
    terminal ? 200 : 5000,
  );
  try {
    const result = await work();
    process.stdout.write(`${terminal ? '\r' : ''}✓ ${title} (${seconds()})${' '.repeat(8)}\n`);
    return result;
  } catch (error) {
    process.stdout.write(`${terminal ? '\r' : ''}✗ ${title} (${seconds()})${' '.repeat(8)}\n`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}

/** Runs a script of the project under this Node. Throws StartError with what it printed where it fails. */
export function script(
  root: string,
  path: string,
  environment: Record<string, string> = {},
): Promise<string> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [path], {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    const keep = (part: Buffer): void => {
      printed = `${printed}${part}`.slice(-20_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', failed);
    child.on('exit', (code) =>
      code === 0 ? done(printed) : failed(new StartError(`node ${path} failed:\n${printed.trim()}`)),
    );
  });
}

const SKIPPED = /^(node_modules|dist|cdk\.out|output|local|toolchain)$|\.test\.tsx?$/;

function walk(path: string, seen: (file: string) => void): void {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) {
    seen(path);
    return;
  }
  for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (SKIPPED.test(entry.name) || entry.name.startsWith('.')) continue;
    walk(join(path, entry.name), seen);
  }
}

/** A hash of what files and folders hold, by content, so that a touched file costs nothing. */
export function inputsOf(root: string, paths: string[]): string {
  const hash = createHash('sha256');
  for (const path of paths)
    walk(join(root, path), (file) => {
      hash.update(`${file}\0`).update(readFileSync(file));
    });
  return hash.digest('hex');
}

/** Does the work unless it was done for the same inputs and its output is still there. Answers whether it did. */
export async function unlessDone(
  memory: string,
  inputs: string,
  output: string,
  work: () => Promise<unknown>,
): Promise<boolean> {
  const done = existsSync(memory) && existsSync(output) && readFileSync(memory, 'utf8') === inputs;
  if (done) return false;
  await work();
  mkdirSync(join(memory, '..'), { recursive: true });
  writeFileSync(memory, inputs);
  return true;
}
