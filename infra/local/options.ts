import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export type Options = {
  port: number;
  data: string;
  fresh: boolean;
  watch: boolean;
  /** What stands in the place of what the stacks say in the environment of functions. */
  environment: Record<string, string>;
};

/** What the command line asks for cannot be; the message says how to put it. */
export class StartError extends Error {
  readonly code = 'start';
}

export const HELP = `node infra/local/start.ts [--port N] [--data DIR] [--fresh] [--no-watch]

  --port N      the origin is http://localhost:N (4400), the five ports after it are used too
  --data DIR    where data is kept (.kladka)
  --fresh       forgets the data first
  --no-watch    does not reload when a file changes
  --writes-a-minute N, --submits-a-day N
                what one person may do, in the place of the stacks' own limits: for load and for tests`;

/** A limit as the environment of functions has it. */
function limit(variable: string, option: string, value: string | undefined): Record<string, string> {
  if (value === undefined) return {};
  if (!/^[1-9]\d{0,9}$/.test(value))
    throw new StartError(`--${option} "${value}": give a whole number above zero.`);
  return { [variable]: value };
}

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
        'writes-a-minute': { type: 'string' },
        'submits-a-day': { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return 'help';
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 1024 || port > 65_530)
      throw new StartError(`--port "${values.port}": give a number from 1024 to 65530.`);
    return {
      port,
      data: resolve(root, values.data),
      fresh: values.fresh,
      watch: !values['no-watch'],
      environment: {
        ...limit('KLADKA_WRITES_A_MINUTE', 'writes-a-minute', values['writes-a-minute']),
        ...limit('KLADKA_SUBMITS_A_DAY', 'submits-a-day', values['submits-a-day']),
      },
    };
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(`${error instanceof Error ? error.message : error}\n\n${HELP}`);
  }
}
