import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export type Options = { port: number; data: string; fresh: boolean; watch: boolean };

/** What the command line asks for cannot be; the message says how to put it. */
export class StartError extends Error {
  readonly code = 'start';
}

export const HELP = `node infra/local/start.ts [--port N] [--data DIR] [--fresh] [--no-watch]

  --port N      the origin is http://localhost:N (4400), the five ports after it are used too
  --data DIR    where data is kept (.kladka)
  --fresh       forgets the data first
  --no-watch    does not reload when a file changes`;

/** Reads the command line. Throws StartError naming what is wrong. */
export function readOptions(argv: string[], root: string): Options | 'help' {
  try {
    const { values } = parseArgs({
      args: argv,
      options: {
        port: { type: 'string', default: '4400' },
        data: { type: 'string', default: '.kladka' },
        fresh: { type: 'boolean', default: false },
        'no-watch': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return 'help';
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 1024 || port > 65_530)
      throw new StartError(`--port "${values.port}": give a number from 1024 to 65530.`);
    return { port, data: resolve(root, values.data), fresh: values.fresh, watch: !values['no-watch'] };
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(`${error instanceof Error ? error.message : error}\n\n${HELP}`);
  }
}
