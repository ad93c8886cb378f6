// Kladka on one machine: runs the synthesized stacks. `node infra/local/start.ts --help`.
import { mkdirSync, rmSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { resolve } from 'node:path';
import { builtPortal, synthesizedStacks } from './built.ts';
import {
  addressesAt,
  announce,
  demandPorts,
  endLeftovers,
  noteChildren,
  refuseSecond,
  withdraw,
} from './contract.ts';
import { EngineError } from './engine/dynoxide.ts';
import { ConditionError } from './iam/decide.ts';
import { clientsOf } from './identity/clients.ts';
import { HELP, readOptions, StartError } from './options.ts';
import { ReleaseError } from './release.ts';
import { LocalStack } from './stack.ts';
import { step } from './steps.ts';
import { readStacks } from './template/read.ts';
import { TemplateError, World } from './template/world.ts';
import { watchSources } from './watch.ts';

const ROOT = resolve(import.meta.dirname, '../..');

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), ROOT);
  if (options === 'help') return console.log(HELP);
  const { port, data, fresh } = options;
  refuseSecond(data);
  await endLeftovers(data);
  await demandPorts(port);
  if (fresh) rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true });

  const pages = await step('Portal', () => builtPortal(ROOT));
  const cdkOut = await step('Functions and stacks', () => synthesizedStacks(ROOT, data));

  const addresses = addressesAt(port);
  const stack = new LocalStack(data, addresses, new World(readStacks(cdkOut), addresses));
  stack.environment = options.environment;
  const stop = (code: number): void => {
    stack.stop();
    withdraw(data);
    process.exit(code);
  };
  process.on('SIGINT', () => stop(0));
  process.on('SIGTERM', () => stop(0));
  try {
    await step('Database', () => stack.startEngine(port + 4));
    noteChildren(data, stack.children);
    await step('Identity, files, queues, keys', async () => {
      await Promise.all([
        stack.startIdentity(clientsOf(stack.world)),
        stack.serveAws(port + 3, port + 2),
        stack.declare(stack.world),
      ]);
      stack.recover();
      await stack.serveOrigin(port, pages);
    });
    await step('Definitions', () => stack.release());
    await step('Test people', () => stack.seed());
    stack.feed();
    stack.tick();
  } catch (error) {
    stack.stop();
    throw error;
  }
  announce(data, addresses);
  watchSources({ root: ROOT, data, cdkOut, stack }, options.watch);
  console.log(`\nKladka is ready\n
  Портал / portal          ${addresses.origin}/
  Робоче місце / workspace ${addresses.origin}/workspace/
  Конструктор / designer   ${addresses.origin}/design/
  API                      ${addresses.origin}/api/
  Розробнику / developer   ${addresses.origin}/dev/
  Дані / data              ${data}\n`);
  flushCompileCache(); // kept now, for the start after a kill
}

const KNOWN = [StartError, EngineError, ConditionError, TemplateError, ReleaseError];

main().catch((error: unknown) => {
  const expected = KNOWN.some((kind) => error instanceof kind);
  console.error(expected && error instanceof Error ? error.message : error);
  process.exit(1);
});
