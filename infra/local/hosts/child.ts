// One hosted function: loads its bundle and answers one event at a time. It ends when its parent does.
import { existsSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

type Invocation = { id: string; event: unknown; until: number; arn: string; name: string };

const take = (name: string): string => {
  const value = process.env[name] ?? '';
  delete process.env[name];
  return value;
};
const folder = take('KLADKA_HOST_FOLDER');
const [file = 'index', name = 'handler'] = take('KLADKA_HOST_HANDLER').split('.');
const tell = (message: object): void => {
  if (process.connected) process.send?.(message);
};
const told = (error: unknown) => {
  const {
    name: errorType,
    message: errorMessage,
    stack,
  } = error instanceof Error ? error : new Error(String(error));
  return { errorType, errorMessage, trace: stack?.split('\n') ?? [] };
};

process.on('disconnect', () => process.exit(0));
process.on('SIGINT', () => {}); // Ctrl-C reaches the whole group; the parent says when to stop

async function load(): Promise<(event: unknown, context: object) => unknown> {
  const path = ['mjs', 'js', 'cjs'].map((end) => join(folder, `${file}.${end}`)).find(existsSync);
  if (!path) throw new Error(`${folder} has no ${file}.mjs, .js or .cjs`);
  const module: Record<string, unknown> = await import(pathToFileURL(path).href);
  const handler = module[name];
  if (typeof handler !== 'function') throw new Error(`${path} exports no function "${name}"`);
  return (event, context) => handler(event, context);
}

/** Keeps what was compiled for the next host: this one is going to be killed, and Node would write it at an orderly end only. */
let kept = false;
const keepCompiled = (): void => {
  if (kept) return;
  kept = true;
  setImmediate(flushCompileCache);
};

try {
  const handler = await load();
  process.on('message', async (message: Invocation) => {
    if (message.id === undefined) return;
    const end = performance.now() + message.until;
    const context = {
      awsRequestId: message.id,
      functionName: message.name,
      functionVersion: 'live',
      invokedFunctionArn: message.arn,
      memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE ?? '512',
      callbackWaitsForEmptyEventLoop: false,
      getRemainingTimeInMillis: () => Math.max(0, end - performance.now()),
    };
    try {
      const result = await handler(message.event, context);
      tell({ id: message.id, result: result ?? null });
    } catch (error) {
      tell({ id: message.id, error: told(error) });
    }
    keepCompiled();
  });
  tell({ ready: true });
} catch (error) {
  console.error(error);
  tell({ failed: told(error) });
}
